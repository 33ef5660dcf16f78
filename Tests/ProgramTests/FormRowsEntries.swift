import WerkendLeren

/// The forms of entries.
extension FormRows {
  private static let followUp = FormAnswer.date(
    "field.followUp", "1-2-2027", also: [(.text("1-1-2020"), "error.followUp", [:])])

  static let entries: [FormRow] = [
    FormRow(
      name: "entry", way: .item("Amira", DutyID("student.during.communication"), keys: "m"),
      fields: [
        .choice("field.kind"), FormAnswer("field.about", .asItIs, isBelow: true),
        FormAnswer("field.whose", .asItIs, isBelow: true), .date("field.day", "20-11-2026", also: [future]),
        .line("field.people", "Amira en Sanne"), .prose("field.text", "gesproken over de planning"), followUp,
        .choice("field.readers"),
      ]),
    FormRow(
      name: "entryEdit", way: .placement("Gijs", keys: "g\re"),
      fields: [
        FormAnswer("field.kind", .asItIs, isBelow: true), .date("field.day", "20-11-2026", also: [future]),
        .line("field.people", "Gijs en Petra"), .prose("field.text", "een andere vraag over het rooster"), followUp,
        FormAnswer("field.readers", .asItIs, isBelow: true),
      ]),
    FormRow(
      name: "entryClose", way: .placement("Gijs", keys: "g "),
      fields: [.prose("field.outcome", "het rooster is verschoven")]),
    FormRow(
      name: "entryReopen", way: .placement("Gijs", keys: "g\u{1B}[B\ri"),
      fields: [.prose("field.reason", "het is toch niet af")]),
  ]
}
