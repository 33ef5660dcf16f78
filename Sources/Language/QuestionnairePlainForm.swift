import WerkendLeren

/// A questionnaire as plain text, one field a line: the form in which it travels in the binary and in which the store keeps each version.
/// Its lines are those of `ModelPlainForm`: `name value`, with the same escapes; empty optional fields are left out.
public enum QuestionnairePlainForm {
  private static let header = "drieluik-questionnaire 1"

  /// Writes a questionnaire. `decode` gives the same one back, whatever its texts hold.
  public static func encode(_ questionnaire: Questionnaire) -> String {
    var writer = Writer(text: header + "\n")
    writer.line("version", questionnaire.version)
    for section in questionnaire.sections {
      writer.line("section", section.id)
      writer.lines("title", section.title)
      for duty in section.informs { writer.line("informs", duty.text) }
      for question in section.questions { writer.write(question) }
    }
    for row in questionnaire.advice {
      writer.line("advice", row.advice.rawValue)
      for rule in row.rules { writer.write(rule) }
    }
    return writer.text
  }

  /// Reads what `encode` wrote; nil for anything else.
  public static func decode(_ text: String) -> Questionnaire? {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    // The last line ends in a break, so that an empty piece follows it; without one the text was cut.
    guard lines.popLast()?.isEmpty == true, let first = lines.popFirst(), first.elementsEqual(header.utf8),
      let second = lines.popFirst(), let (name, version) = ModelPlainForm.field(second), name == "version"
    else { return nil }
    var reader = Reader()
    for line in lines {
      guard let (name, value) = ModelPlainForm.field(line), reader.take(name, value) else { return nil }
    }
    guard reader.finish() else { return nil }
    return Questionnaire(version: version, sections: reader.sections, advice: reader.advice)
  }

  private struct Writer {
    var text: String

    mutating func line(_ name: String, _ value: String) {
      text += name
      text += " "
      text += ModelPlainForm.escaped(value)
      text += "\n"
    }

    mutating func lines(_ name: String, _ both: Bilingual?) {
      guard let both else { return }
      line("\(name)_nl", both.dutch)
      line("\(name)_en", both.english)
    }

    mutating func write(_ question: Question) {
      line("question", question.id.text)
      line("kind", question.kind.rawValue)
      if question.required { line("required", "yes") }
      lines("text", question.text)
      lines("help", question.help)
      if let condition = question.condition { line("if", condition.text) }
      for option in question.options {
        line("option", option.id)
        lines("option", option.text)
        if option.excludesOthers { line("excludes", "yes") }
      }
      for level in question.levels { lines("level", level) }
      if question.weight != 1 { line("weight", String(question.weight)) }
      if let knockout = question.knockout { line("knockout", knockout) }
      if question.minimum != 0 { line("min", String(question.minimum)) }
      if question.maximum != 0 { line("max", String(question.maximum)) }
      lines("unit", question.unit)
      if let digits = question.digits { line("digits", String(digits)) }
      if let wanted = question.mustBe { line("must_be", wanted) }
      if let check = question.check {
        line("check", check.condition.text)
        lines("check", check.message)
      }
      for duty in question.informs { line("informs", duty.text) }
      lines("action", question.action)
    }

    mutating func write(_ rule: AdviceRule) {
      switch rule {
      case .knockout: line("rule", "knockout")
      case .sectionBelow(let score): line("rule_section_below", String(score))
      case .level(let level): line("rule_level", String(level))
      case .answers(let name, let condition):
        line("rule_answers", name)
        line("rule_if", condition.text)
      }
    }
  }
}

extension QuestionnairePlainForm {
  /// What has been read so far. The texts of a pair come Dutch first, so that the English one finds its place.
  private struct Reader {
    var sections: [QuestionSection] = []
    var advice: [AdviceRow] = []
    private var question: Question?
    private var hasKind = false
    private var openRule: String?

    /// Puts the question that was read last in its section; false if something was cut off in the middle.
    mutating func finish() -> Bool {
      guard openRule == nil else { return false }
      guard let read = question else { return true }
      guard hasKind, let section = sections.indices.last else { return false }
      sections[section].questions.append(read)
      question = nil
      return true
    }

    /// Takes a line over; false if there is no such field here or its value is none.
    mutating func take(_ name: String, _ value: String) -> Bool {
      guard openRule == nil || name == "rule_if" else { return false }
      switch name {
      case "section":
        guard finish(), advice.isEmpty else { return false }
        sections.append(QuestionSection(id: value, title: Bilingual(dutch: "", english: ""), questions: []))
        return true
      case "question":
        guard finish(), !sections.isEmpty, advice.isEmpty else { return false }
        question = Question(id: QuestionID(value), kind: .text, text: Bilingual(dutch: "", english: ""))
        hasKind = false
        return true
      case "advice":
        guard finish(), let decision = ScanDecision(rawValue: value) else { return false }
        advice.append(AdviceRow(decision, []))
        return true
      default: break
      }
      if !advice.isEmpty { return takeRule(name, value) }
      if question != nil { return takeField(name, value) }
      guard !sections.isEmpty else { return false }
      let place = sections.count - 1
      switch name {
      case "title_nl": sections[place].title.dutch = value
      case "title_en": sections[place].title.english = value
      case "informs": sections[place].informs.append(DutyID(value))
      default: return false
      }
      return true
    }

    private mutating func takeRule(_ name: String, _ value: String) -> Bool {
      let place = advice.count - 1
      switch name {
      case "rule":
        guard value == "knockout" else { return false }
        advice[place].rules.append(.knockout)
      case "rule_section_below":
        guard let score = Int(value) else { return false }
        advice[place].rules.append(.sectionBelow(score))
      case "rule_level":
        guard let level = Int(value) else { return false }
        advice[place].rules.append(.level(level))
      case "rule_answers":
        openRule = value
      case "rule_if":
        guard let rule = openRule, case .success(let condition) = ConditionParser.parse(value) else { return false }
        advice[place].rules.append(.answers(name: rule, condition))
        openRule = nil
      default: return false
      }
      return true
    }

    private mutating func takeField(_ name: String, _ value: String) -> Bool {
      guard var open = question else { return false }
      // Taken out, so that its lists are not copied at each line.
      question = nil
      let taken = take(name, value, into: &open)
      question = open
      return taken
    }

    private mutating func take(_ name: String, _ value: String, into open: inout Question) -> Bool {
      switch name {
      case "kind":
        guard let kind = QuestionKind(rawValue: value) else { return false }
        open.kind = kind
        hasKind = true
      case "required", "excludes":
        guard value == "yes" else { return false }
        if name == "required" { open.required = true } else { return takeOption(&open) { $0.excludesOthers = true } }
      case "text_nl": open.text.dutch = value
      case "text_en": open.text.english = value
      case "help_nl": open.help = Bilingual(dutch: value, english: "")
      case "help_en": open.help?.english = value
      case "if":
        guard case .success(let condition) = ConditionParser.parse(value) else { return false }
        open.condition = condition
      case "option": open.options.append(QuestionOption(id: value, text: Bilingual(dutch: "", english: "")))
      case "option_nl": return takeOption(&open) { $0.text.dutch = value }
      case "option_en": return takeOption(&open) { $0.text.english = value }
      case "level_nl": open.levels.append(Bilingual(dutch: value, english: ""))
      case "level_en":
        guard let place = open.levels.indices.last else { return false }
        open.levels[place].english = value
      case "weight", "min", "max", "digits":
        guard let number = Int(value) else { return false }
        switch name {
        case "weight": open.weight = number
        case "min": open.minimum = number
        case "max": open.maximum = number
        default: open.digits = number
        }
      case "knockout": open.knockout = value
      case "unit_nl": open.unit = Bilingual(dutch: value, english: "")
      case "unit_en": open.unit?.english = value
      case "must_be": open.mustBe = value
      case "check":
        guard case .success(let condition) = ConditionParser.parse(value) else { return false }
        open.check = QuestionCheck(condition, message: Bilingual(dutch: "", english: ""))
      case "check_nl": open.check?.message.dutch = value
      case "check_en": open.check?.message.english = value
      case "informs": open.informs.append(DutyID(value))
      case "action_nl": open.action = Bilingual(dutch: value, english: "")
      case "action_en": open.action?.english = value
      default: return false
      }
      return true
    }

    private func takeOption(_ open: inout Question, _ change: (inout QuestionOption) -> Void) -> Bool {
      guard let place = open.options.indices.last else { return false }
      change(&open.options[place])
      return true
    }
  }
}
