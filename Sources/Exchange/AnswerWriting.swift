import Language
import WerkendLeren

extension AnswerFile {
  /// The answers as JSON, those to hidden questions too: options by their ids, days as `YYYY-MM-DD`, in the order of the questions, and the version
  /// of the questionnaire. `load` gives the same answers back.
  public static func json(_ sheet: AnswerSheet, of questionnaire: Questionnaire) -> String {
    var lines = ["\"version\": " + quoted(questionnaire.version)]
    for question in questionnaire.questions {
      guard let answer = sheet[question.id] else { continue }
      lines.append("\(quoted(question.id.text)): \(json(answer))")
    }
    return "{\n" + lines.map { "  " + $0 }.joined(separator: ",\n") + "\n}\n"
  }

  private static func json(_ answer: Answer) -> String {
    switch answer {
    case .yesNo(let yes): yes ? "true" : "false"
    case .one(let option): quoted(option)
    case .several(let options): "[" + options.map(quoted).joined(separator: ", ") + "]"
    case .level(let number), .number(let number): String(number)
    case .text(let text): quoted(text)
    case .date(let day): quoted(day.iso)
    case .person(let person):
      "{" + filled(person).map { "\(quoted($0.name)): \(quoted($0.text))" }.joined(separator: ", ") + "}"
    }
  }

  /// The answers as YAML, which is a form at the same time: every question stands in it with what can be answered, the open ones with nothing
  /// behind them. `load` gives the same answers back.
  public static func yaml(_ sheet: AnswerSheet, of questionnaire: Questionnaire, words: Words) -> String {
    var text = comment(words("scan.form.head")) + "version: \(yamlQuoted(questionnaire.version))\n"
    for section in questionnaire.sections {
      text += "\n" + comment("\(section.id). \(section.title.text(words.language))")
      for question in section.questions {
        text += "\n" + comments(question, words).map { comment($0) }.joined()
        text += "\(question.id):" + (sheet[question.id].map { yaml($0) } ?? nothing(question))
      }
    }
    return text
  }

  /// A line of explanation, which must not look like names of YAML either.
  private static func comment(_ text: String) -> String {
    guard YAMLSource.hasReference(text) else { return "# \(text)\n" }
    return "# " + text.split(separator: "&").joined(separator: "& ").split(separator: "*").joined(separator: "* ")
      + "\n"
  }

  private static func comments(_ question: Question, _ words: Words) -> [String] {
    let language = words.language
    var first = "\(question.id). \(question.text.text(language))"
    if question.required { first += " (\(words("scan.form.required")))" }
    var lines = [first]
    if let condition = question.condition { lines.append(words("scan.form.onlyIf", ["condition": condition.text])) }
    if let help = question.help { lines.append(help.text(language)) }
    let bounds = ["first": String(question.minimum), "last": String(question.maximum)]
    var hint = words("scan.form.\(question.kind.rawValue)", bounds)
    if let unit = question.unit { hint += " (\(unit.text(language)))" }
    lines.append(hint)
    lines += question.options.map { "  \($0.id): \($0.text.text(language))" }
    lines += zip(Question.levels, question.levels).map { "  \($0): \($1.text(language))" }
    return lines
  }

  /// What stands behind a question that is open.
  private static func nothing(_ question: Question) -> String {
    question.kind == .person ? "\n  name:\n  function:\n  mail:\n  phone:\n" : "\n"
  }

  private static func yaml(_ answer: Answer) -> String {
    switch answer {
    case .yesNo(let yes): return yes ? " true\n" : " false\n"
    case .one(let option): return " \(plain(option))\n"
    case .several(let options): return " [\(options.map(plain).joined(separator: ", "))]\n"
    case .level(let number), .number(let number): return " \(number)\n"
    case .text(let text): return isBlock(text) ? " |-\n" + block(text) : " \(yamlQuoted(text))\n"
    case .date(let day): return " \(day.iso)\n"
    case .person(let person): return "\n" + filled(person).map { "  \($0.name): \(yamlQuoted($0.text))\n" }.joined()
    }
  }

  private static func filled(_ person: PersonAnswer) -> [(name: String, text: String)] {
    let all = [
      ("name", person.name), ("function", person.function), ("mail", person.mail), ("phone", person.phone),
    ]
    return all.filter { $0.0 == "name" || !$0.1.isEmpty }
  }

  /// An option's id, in quotes unless it begins with a letter.
  private static func plain(_ option: String) -> String {
    option.first?.isLetter ?? false ? option : yamlQuoted(option)
  }

  /// Whether a text reads better, and stays what it is, as lines below its key.
  private static func isBlock(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace, text.contains("\n")
    else { return false }
    return !YAMLSource.hasReference(text) && text.unicodeScalars.allSatisfy { $0 == "\n" || !isEscaped($0) }
  }

  private static func block(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }

  /// A text in double quotes as JSON takes it. What a terminal or an older JavaScript would take for more than text is an escape.
  static func quoted(_ text: String) -> String { quoted(text, alsoEscaping: []) }

  /// A text in double quotes as YAML takes it. Where `&` and `*` look as if names of YAML follow they are escapes, because such names are refused.
  private static func yamlQuoted(_ text: String) -> String {
    quoted(text, alsoEscaping: YAMLSource.hasReference(text) ? ["&", "*"] : [])
  }

  private static func quoted(_ text: String, alsoEscaping more: Set<Unicode.Scalar>) -> String {
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case _ where isEscaped(scalar) || more.contains(scalar): result.append(contentsOf: escape(scalar).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result) + "\""
  }

  /// Whether a character stands in no file as it is.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
