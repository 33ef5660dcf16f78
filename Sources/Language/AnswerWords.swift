import WerkendLeren

extension Words {
  /// A text of the questionnaire in the language of the screen.
  public func text(_ text: Bilingual) -> String { language == .english ? text.english : text.dutch }

  /// An answer as people read it; a text of several lines stays one, and several options and a person's details stand on lines of their own.
  public func answer(_ answer: Answer, to question: Question) -> String {
    func option(_ id: String) -> String { question.option(id).map { text($0.text) } ?? id }
    switch answer {
    case .yesNo(let yes): return self[yes ? "dialog.yes" : "dialog.no"]
    case .one(let id): return option(id)
    case .several(let ids): return ids.map(option).joined(separator: "\n")
    case .level(let level):
      let description = question.levels.indices.contains(level - 1) ? text(question.levels[level - 1]) : ""
      return "\(level)  \(description)"
    case .text(let text): return text
    case .number(let number):
      return [String(number), question.unit.map(text) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    case .date(let day): return DateWords(self).full(day)
    case .person(let person):
      return [person.name, person.function, person.mail, person.phone].filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }
}
