/// How an answer stands in the store: its shape, and beside it a text.
public enum AnswerForm: String, CaseIterable, Hashable, Sendable {
  /// `yes` or `no`.
  case yesNo = "yes-no"
  /// An option's id.
  case one
  /// Ids of options with commas between them.
  case several
  /// A level in digits.
  case level
  /// The text itself.
  case text
  /// A number in digits.
  case number
  /// `YYYY-MM-DD`.
  case date
  /// Name, function, mail and phone, a line each.
  case person
}

extension Answer {
  /// Its shape in the store.
  public var form: AnswerForm {
    switch self {
    case .yesNo: .yesNo
    case .one: .one
    case .several: .several
    case .level: .level
    case .text: .text
    case .number: .number
    case .date: .date
    case .person: .person
    }
  }

  /// Its text in the store; `init(_:_:)` reads it back. None of a person's fields has more than one line.
  public var stored: String {
    switch self {
    case .yesNo, .one, .level, .number, .date: word ?? ""
    case .several(let options): options.joined(separator: ",")
    case .text(let text): text
    case .person(let person):
      [person.name, person.function, person.mail, person.phone].map { field in
        field.contains(where: \.isNewline) ? field.split(whereSeparator: \.isNewline).joined(separator: " ") : field
      }.joined(separator: "\n")
    }
  }

  /// Reads an answer back; nil where the text does not fit the shape.
  public init?(_ form: AnswerForm, _ text: String) {
    switch form {
    case .yesNo:
      guard text == "yes" || text == "no" else { return nil }
      self = .yesNo(text == "yes")
    case .one: self = .one(text)
    case .several: self = .several(text.isEmpty ? [] : text.split(separator: ",").map(String.init))
    case .level:
      guard let level = Int(text) else { return nil }
      self = .level(level)
    case .text: self = .text(text)
    case .number:
      guard let number = Int(text) else { return nil }
      self = .number(number)
    case .date:
      guard let day = Day(iso: text) else { return nil }
      self = .date(day)
    case .person:
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard lines.count == 4 else { return nil }
      self = .person(PersonAnswer(name: lines[0], function: lines[1], mail: lines[2], phone: lines[3]))
    }
  }
}
