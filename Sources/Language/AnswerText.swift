import WerkendLeren

/// Reads answers to the workplace scan's questions as people and files write them.
public enum AnswerText {
  /// The text by which options are compared: without case, accents and superfluous spaces, all dashes alike.
  public static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in TextDoor.folded(text).unicodeScalars {
      switch scalar.value {
      case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The option of a question that a text names, by its id or by what it says in either language.
  public static func option(_ text: String, of question: Question) -> QuestionOption? {
    let wanted = folded(text)
    return question.options.first { option in
      [option.id, option.text.dutch, option.text.english].contains { folded($0) == wanted }
    }
  }

  /// Yes or no in one of the words for it; nil for another text.
  public static func yesNo(_ text: String) -> Bool? {
    switch TextDoor.folded(text) {
    case "ja", "j", "yes", "y", "true": true
    case "nee", "n", "no", "false": false
    default: nil
    }
  }

  /// The answer that a text gives to a question, cleaned and checked by itself. A name alone is a person; several options stand with commas between
  /// them. With `today` days are read as people type them, else only as `YYYY-MM-DD`.
  public static func read(_ text: String, for question: Question, today: Day? = nil) -> Result<Answer, AnswerProblem> {
    let cleaned = clean(text, for: question.kind)
    switch question.kind {
    case .yesno:
      guard let yes = yesNo(cleaned) else { return .failure(AnswerProblem(.wantsYesNo, ["text": cleaned])) }
      return .success(.yesNo(yes))
    case .one:
      return option(cleaned, of: question).map { .success(.one($0.id)) } ?? .failure(noOption(cleaned, question))
    case .several:
      if let whole = option(cleaned, of: question) { return checked(.several([whole.id]), question) }
      return several(cleaned.split(separator: ",").map(String.init), of: question)
    case .level:
      guard let level = whole(cleaned) else { return .failure(noNumber(cleaned, Question.levels)) }
      return checked(.level(level), question)
    case .number:
      guard let number = whole(cleaned) else {
        // Bounds that stand the wrong way round are refused where a questionnaire is read.
        return .failure(noNumber(cleaned, question.minimum...max(question.minimum, question.maximum)))
      }
      return checked(.number(number), question)
    case .date:
      guard let day = today.map({ DayText.parse(cleaned, today: $0) }) ?? Day(iso: cleaned) else {
        return .failure(AnswerProblem(.wantsDate, ["text": cleaned]))
      }
      return .success(.date(day))
    case .person: return checked(.person(PersonAnswer(name: cleaned)), question)
    case .text, .prose, .email, .phone, .url: return checked(.text(cleaned), question)
    }
  }

  /// The answer that several texts, each an option, give; each option once, in the question's order.
  public static func several(_ texts: [String], of question: Question) -> Result<Answer, AnswerProblem> {
    var chosen: Set<String> = []
    for text in texts {
      guard let option = option(text, of: question) else { return .failure(noOption(text, question)) }
      chosen.insert(option.id)
    }
    return checked(.several(question.options.map(\.id).filter(chosen.contains)), question)
  }

  /// A text as it is kept: one line, or several for `prose`.
  public static func clean(_ text: String, for kind: QuestionKind) -> String {
    TextDoor.clean(text, lines: kind == .prose ? .many : .one, limit: .max)
  }

  private static func checked(_ answer: Answer, _ question: Question) -> Result<Answer, AnswerProblem> {
    question.problem(with: answer).map { .failure($0) } ?? .success(answer)
  }

  /// A whole number in plain digits, with a minus sign where it is below zero.
  private static func whole(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }

  private static func noNumber(_ text: String, _ range: ClosedRange<Int>) -> AnswerProblem {
    let details = ["text": text, "first": String(range.lowerBound), "last": String(range.upperBound)]
    return AnswerProblem(.outOfRange, details)
  }

  private static func noOption(_ text: String, _ question: Question) -> AnswerProblem {
    let choices = question.options.map(\.id).joined(separator: ", ")
    return AnswerProblem(.noSuchOption, ["text": text, "choices": choices])
  }
}
