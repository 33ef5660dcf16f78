/// What is wrong with an answer. The text is found by `answer.<kind>`; `check` brings words of its own.
public struct AnswerProblem: Error, Hashable, Sendable {
  /// The reason.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It is not the kind of answer that this question has.
    case wrongKind
    /// It must be answered.
    case missing
    /// Yes or no is asked for: `text`.
    case wantsYesNo
    /// A day is asked for: `text`.
    case wantsDate
    /// The text has too many characters: `limit`, `found`.
    case tooLong
    /// The number lies outside `first` to `last`.
    case outOfRange
    /// There is no such option: `choices`.
    case noSuchOption
    /// This option excludes the others: `option`.
    case excludesOthers
    /// At least one option must be chosen.
    case noOption
    /// A number of `digits` digits is asked for.
    case wantsDigits
    /// This is no mail address.
    case badMail
    /// This is no phone number.
    case badPhone
    /// This is no web address.
    case badURL
    /// The person has no name.
    case noName
    /// What must hold between answers does not.
    case check
    /// The scan can only be submitted with another answer: `option`.
    case mustBe
  }
  /// The reason.
  public var kind: Kind
  /// What the text names; options by their ids.
  public var details: [String: String]
  /// The words of a check.
  public var message: Bilingual?

  /// Makes a problem.
  public init(_ kind: Kind, _ details: [String: String] = [:], message: Bilingual? = nil) {
    self.kind = kind
    self.details = details
    self.message = message
  }
}

extension Question {
  /// Whether an answer has the shape that conditions and scores rest on: kind, options and bounds. Quick, whatever its length.
  public func fits(_ answer: Answer) -> Bool {
    switch (kind, answer) {
    case (.yesno, .yesNo), (.date, .date): true
    case (.one, .one(let id)): option(id) != nil
    case (.several, .several(let ids)): !ids.isEmpty && ids.allSatisfy { option($0) != nil } && excluding(ids) == nil
    case (.level, .level(let level)): Question.levels.contains(level)
    case (.number, .number(let number)): number >= minimum && number <= maximum
    case (.person, .person), (.text, .text), (.prose, .text), (.email, .text), (.phone, .text), (.url, .text):
      !answer.isEmpty
    default: false
    }
  }

  /// What is wrong with an answer by itself; nil where it may stand.
  public func problem(with answer: Answer) -> AnswerProblem? {
    switch (kind, answer) {
    case (.yesno, .yesNo), (.date, .date): return nil
    case (.one, .one(let id)): return option(id) == nil ? noSuchOption(id) : nil
    case (.several, .several(let ids)):
      if let unknown = ids.first(where: { option($0) == nil }) { return noSuchOption(unknown) }
      if ids.isEmpty { return AnswerProblem(.noOption) }
      return excluding(ids).map { AnswerProblem(.excludesOthers, ["option": $0.id]) }
    case (.level, .level(let level)): return outOfRange(level, Question.levels.lowerBound, Question.levels.upperBound)
    case (.number, .number(let number)): return outOfRange(number, minimum, maximum)
    case (.person, .person(let person)): return problem(with: person)
    case (.text, .text(let text)), (.prose, .text(let text)), (.email, .text(let text)), (.phone, .text(let text)),
      (.url, .text(let text)):
      return problem(withText: text)
    default: return AnswerProblem(.wrongKind)
    }
  }

  /// An option that excludes the others and is not alone.
  private func excluding(_ ids: [String]) -> QuestionOption? {
    guard ids.count > 1 else { return nil }
    return ids.lazy.compactMap { option($0) }.first(where: \.excludesOthers)
  }

  private func noSuchOption(_ id: String) -> AnswerProblem {
    AnswerProblem(.noSuchOption, ["text": id, "choices": options.map(\.id).joined(separator: ", ")])
  }

  private func outOfRange(_ number: Int, _ first: Int, _ last: Int) -> AnswerProblem? {
    if number >= first, number <= last { return nil }
    return AnswerProblem(.outOfRange, ["text": String(number), "first": String(first), "last": String(last)])
  }

  private func tooLong(_ text: String, _ limit: Int) -> AnswerProblem? {
    // Characters are never more than bytes, which cost nothing to count.
    guard text.utf8.count > limit else { return nil }
    let found = text.count
    return found > limit ? AnswerProblem(.tooLong, ["limit": String(limit), "found": String(found)]) : nil
  }

  private func problem(withText text: String) -> AnswerProblem? {
    if let limit = kind.textLimit, let problem = tooLong(text, limit) { return problem }
    switch kind {
    case .email: return AnswerForms.isMail(text) ? nil : AnswerProblem(.badMail, ["text": text])
    case .phone: return AnswerForms.isPhone(text) ? nil : AnswerProblem(.badPhone, ["text": text])
    case .url: return AnswerForms.isURL(text) ? nil : AnswerProblem(.badURL, ["text": text])
    default: break
    }
    if let digits, !AnswerForms.isNumber(text, ofDigits: digits) {
      return AnswerProblem(.wantsDigits, ["text": text, "digits": String(digits)])
    }
    return nil
  }

  private func problem(with person: PersonAnswer) -> AnswerProblem? {
    if person.name.allSatisfy(\.isWhitespace) { return AnswerProblem(.noName) }
    for text in [person.name, person.function, person.mail, person.phone] {
      if let problem = tooLong(text, 200) { return problem }
    }
    if !person.mail.isEmpty, !AnswerForms.isMail(person.mail) { return AnswerProblem(.badMail, ["text": person.mail]) }
    if !person.phone.isEmpty, !AnswerForms.isPhone(person.phone) {
      return AnswerProblem(.badPhone, ["text": person.phone])
    }
    return nil
  }
}

/// The forms of mail addresses, phone numbers and web addresses: what cannot be one is refused, whether it exists is not asked.
public enum AnswerForms {
  /// Whether a text can be a mail address: one `@`, something before it, and a name with a full stop after it.
  public static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
    return !text.contains(where: { $0.isWhitespace || "<>,;\"()".contains($0) }) && isHost(parts[1])
  }

  /// Whether a text can be a phone number: 3 to 20 digits, with a `+` in front, spaces and the usual signs between them.
  public static func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    guard (3...20).contains(digits) else { return false }
    return text.enumerated().allSatisfy { place, character in
      character.isASCII
        && (character.isNumber || " -./()".contains(character) || (character == "+" && place == 0))
    }
  }

  /// Whether a text can be a web address: a host with a full stop, `http://` or `https://` before it or nothing.
  public static func isURL(_ text: String) -> Bool {
    var rest = Substring(text)
    let lowered = text.lowercased()
    for scheme in ["https://", "http://"] where lowered.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    guard !rest.contains(where: { $0.isWhitespace || "<>\"".contains($0) }), !rest.contains("://") else { return false }
    let host = rest.prefix { !"/?#".contains($0) }
    let named = host.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = named.first, named.count <= 2, isHost(name) else { return false }
    return named.count == 1 || (!named[1].isEmpty && named[1].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
  }

  /// Whether a text is a number of so many digits; spaces between them are let be.
  static func isNumber(_ text: String, ofDigits digits: Int) -> Bool {
    let found = text.utf8.filter { $0 != 0x20 }
    return found.count == digits && found.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
  }
}
