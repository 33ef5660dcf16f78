/// The forms of what placements share, from the screens of employers, workplaces and students.
extension FormRows {
  /// To the screen of an employer, by its name, and on by keys.
  private static func employer(_ name: String, _ keys: String) -> FormWay { .overview("w/\(name)\r\r" + keys) }

  static let registers: [FormRow] = [
    FormRow(
      name: "employer", way: employer("noord", "e"), fields: [.line("field.name", "Zorggroep Zuid", required: true)]),
    FormRow(
      name: "workplaceData", way: employer("noord", "\re"),
      fields: [.line("field.name", "Afdeling 4", required: true), .line("field.address", "Kade 9, Zwolle")]),
    FormRow(
      name: "studentData", way: .placement("Bram", keys: ":student\re"),
      fields: [.line("field.student", "Bram Bezig-Anders", required: true), .mail("jan.de.tester"), .phone]),
    // Below the only workplace.
    FormRow(
      name: "person", way: employer("dijk", "\u{1B}[B\r"),
      fields: [
        .line("field.name", "Jan de Tester", required: true), .line("field.function", "tester"),
        .line("field.experience", "negen jaar in het vak"), .line("field.basis", "een training in 2024"),
        .mail("jan.de.tester"), .phone, .line("field.reachable", "ma tot en met do"),
      ]),
  ]
}
