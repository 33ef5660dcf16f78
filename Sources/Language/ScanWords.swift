import WerkendLeren

extension Words {
  /// A rule of the workplace scan's advice in words.
  public func rule(_ rule: AdviceRule) -> String {
    switch rule {
    case .knockout: self("scan.rule.knockout")
    case .sectionBelow(let score): self("scan.rule.sectionBelow", ["score": String(score)])
    case .level(let level): self("scan.rule.level", ["level": String(level)])
    case .answers(let name, _): self("scan.rule.answers", ["name": name])
    }
  }

  /// An answer as it is said, on one line but for a text of several: `ja`, `3. begeleidt regelmatig studenten`, `Jan van Dijk, hoofd`.
  public func spoken(_ answer: Answer, to question: Question) -> String {
    switch answer {
    case .yesNo(let yes): self(yes ? "dialog.yes" : "dialog.no")
    case .one(let id): question.option(id)?.text.text(language) ?? id
    case .several(let ids): ids.map { question.option($0)?.text.text(language) ?? $0 }.joined(separator: ", ")
    case .level(let level):
      question.levels.indices.contains(level - 1)
        ? "\(level). \(question.levels[level - 1].text(language))" : String(level)
    case .text(let text): text
    case .number(let number): question.unit.map { "\(number) \($0.text(language))" } ?? String(number)
    case .date(let day): DateWords(self).long(day)
    case .person(let person):
      [person.name, person.function, person.mail, person.phone].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// What is wrong with an answer, in a sentence; options by what they say.
  public func problem(_ problem: AnswerProblem, at question: Question) -> String {
    var details = problem.details
    if let message = problem.message { details["message"] = message.text(language) }
    details["choices"] = question.options.map { $0.text.text(language) }.joined(separator: ", ")
    if let option = details["option"] {
      switch (question.kind, option) {
      case (.yesno, "yes"): details["option"] = self("dialog.yes")
      case (.yesno, "no"): details["option"] = self("dialog.no")
      default: details["option"] = question.option(option)?.text.text(language) ?? option
      }
    }
    return self("answer.\(problem.kind.rawValue)", details)
  }
}
