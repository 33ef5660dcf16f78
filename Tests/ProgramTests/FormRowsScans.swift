import Language
import WerkendLeren

/// The forms about a scan: Bram's was handed in and visited, of Emre's decision two conditions came, of which the second is met.
extension FormRows {
  private static func judging(_ name: String, _ keys: String, _ fields: [FormAnswer]) -> FormRow {
    FormRow(name: name, way: .placement("Bram", keys: "w\r" + keys), fields: fields)
  }

  static let scans: [FormRow] = [
    judging("scanComment", "n", [.prose("field.comment", "een opmerking van toets", required: false)]),
    judging("scanCommentWhole", "g", [.prose("field.comment", "over het geheel", required: false)]),
    judging(
      "scanOwn", "fe", [.choice("field.ownAnswer"), .prose("field.reason", "er staat niets op papier")]),
    judging(
      "scanVisit", "z",
      [
        .date("field.visitDay", "20-11-2026", also: [future]),
        .line("field.visitBy", "Noor van Toets", required: true),
        .line("field.spokenWith", "Els en Piet van Toets"),
        FormAnswer("field.notVisited", wrong: [(.text("druk"), "error.visited", [:])], .text(""), isBelow: true),
      ]),
    judging(
      "scanCondition", "fv",
      [
        .prose("field.condition", "Schrijf het op, en toets het"),
        FormAnswer("field.owner", .keys(" "), isBelow: true),
        .date("field.due", "1-2-2027", also: [(.text("1-1-2020"), "error.past", [:])]),
        FormAnswer("field.beforeStart", .keys(" ")),
      ]),
    judging("scanSendBack", "t", [.prose("field.toComplete", "de vraag over toetsen")]),
    judging(
      "scanDecide", "b",
      [
        .choice("field.decision"),
        FormAnswer(
          "field.adviceReason", wrong: [(.text(""), "refusal.needsAdviceReason", [:])], .text("alles is geregeld"),
          kept: "alles is geregeld", isBelow: true),
        .date("field.validUntil", "1-11-2028", also: [(.text("+9j"), "error.validity", [:])]),
        .line("field.signedBy", "Noor van Toets", required: true),
      ]),
    FormRow(
      name: "scanMeet", way: .placement("Emre", keys: "w\ro "),
      fields: [
        .date("field.day", "20-11-2026", also: [future]), .prose("field.howTold", "gebeld met Bo Bouwman"),
      ]),
    FormRow(
      name: "scanRefuse", way: .placement("Emre", keys: "w\ro\u{1B}[Bi"),
      fields: [.prose("field.reason", "er staat nog niets op papier")]),
  ]
}
