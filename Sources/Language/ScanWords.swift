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
}
