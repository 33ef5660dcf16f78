import WerkendLeren

/// The forms for all that is marked, each with one placement marked; what they do is shown first and agreed to.
extension FormRows {
  private static func group(
    _ name: String, _ student: String, _ id: String, _ fields: [FormAnswer]
  ) -> FormRow {
    FormRow(
      name: "group.\(name)", way: .overview("/\(student)\rv:\(id)\r"), fields: fields, question: "\u{1B}[C\r")
  }

  private static func item(_ text: String) -> FormAnswer {
    FormAnswer("field.item", wrong: [(.text("zzz"), "error.notInList", ["text": "zzz"])], .text(text))
  }

  private static let day = FormAnswer.date("field.day", "23-11-2026", also: [future])

  static let groups: [FormRow] = [
    group(
      "confirm", "Bram", "groep-bevestigen",
      [item("informati"), day, .prose("field.remark", "op de voorlichting", required: false)]),
    group("due", "Bram", "groep-datum", [item("informati"), .date("field.due", "+5w")]),
    group("exclude", "Amira", "groep-nvt", [item("team"), .prose("field.reason", "werkt alleen")]),
    group("note", "Bram", "groep-notitie", [.prose("field.note", "een briefje aan allen")]),
    group(
      "contact", "Bram", "groep-contactpersoon",
      [
        .line("field.name", "Jan de Tester", required: true), .mail("jan.de.tester"), .phone,
        .date("field.from", "23-11-2026"),
      ]),
    group(
      "start", "Gijs", "groep-start", [day, .prose("field.scanReason", "niet nodig", required: false).unkept]),
    group(
      "pause", "Amira", "groep-pauzeren",
      [
        .date("field.from", "20-11-2026", also: [future]),
        .date("field.intendedReturn", "1-2-2027", also: [(.text("1-1-2020"), "error.returnBeforeFrom", [:])]),
        .prose("field.reason", "sluiting in de zomer"),
      ]),
    group("complete", "Amira", "groep-afronden", [day, .prose("field.remark", "diploma in de post", required: false)]),
    group(
      "endEarly", "Amira", "groep-stoppen",
      [day, .choice("field.endedBy"), .prose("field.reason", "andere baan gevonden")]),
    group("neverStarted", "Bram", "groep-nooit-begonnen", [day, .prose("field.reason", "koos een andere studie")]),
    group(
      "archive", "Fenna", "groep-archiveren",
      [
        FormAnswer(
          "field.typedCount",
          wrong: [(.text(""), "error.required", [:]), (.text("2"), "error.typedCount", ["count": "1"])], .text("1"))
      ]),
  ]
}

extension FormAnswer {
  /// The same, where what is typed is not kept.
  fileprivate var unkept: FormAnswer {
    FormAnswer(label, wrong: wrong.map { ($0.input, $0.error, $0.values) }, right, kept: nil, isBelow: isBelow)
  }
}
