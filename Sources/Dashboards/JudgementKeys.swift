import Canvas
import Language
import Widgets

/// The keys of a scan that was handed in.
extension Keys {
  private static func key(
    _ command: String, _ key: Key, _ name: String, _ text: String, _ words: Words, priority: Int? = nil
  ) -> Binding {
    Binding(
      command: command, keys: [key], keyName: name, label: words("key.\(text)"), help: words("key.\(text).help"),
      priority: priority)
  }

  private static func letter(
    _ command: String, _ letter: Character, _ text: String, _ words: Words, priority: Int? = nil
  ) -> Binding {
    key(command, .character(letter), String(letter), text, words, priority: priority)
  }

  /// What the school says of a question.
  private static func ofQuestion(_ words: Words) -> [Binding] {
    [
      letter("scan-opmerking", "n", "scanComment", words, priority: 6),
      letter("scan-oordeel", "e", "scanOwn", words, priority: 6),
      letter("scan-voorwaarde", "v", "scanCondition", words, priority: 5),
    ]
  }

  /// What the school does with the scan.
  private static func ofScan(_ words: Words) -> [Binding] {
    [
      letter("scan-besluit", "b", "scanDecide", words, priority: 7),
      letter("scan-bezoek", "z", "scanVisit", words, priority: 5),
      letter("scan-uitkomst", "a", "scanOutcome", words, priority: 4),
      letter("scan-voorwaarden", "o", "scanConditions", words, priority: 3),
      letter("scan-terugsturen", "t", "scanSendBack", words, priority: 4),
      letter("scan-geheel", "g", "scanWhole", words),
      letter("scan-delen", "d", "scanShare", words),
      letter("scan-intrekken", "i", "scanWithdraw", words, priority: 2),
    ]
  }

  /// The questions of a scan.
  static func judgement(_ words: Words) -> BindingTable {
    BindingTable(
      [
        key("open", .enter, "Enter", "openQuestion", words, priority: 9),
        letter("scan-tonen", "f", "scanFilter", words, priority: 6),
      ] + ofQuestion(words) + ofScan(words) + common(words))
  }

  /// One of them.
  static func question(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "next", keys: [.tab, .right], keyName: "Tab", label: words["key.nextQuestion"],
          help: words["key.nextQuestion.help"], priority: 8),
        Binding(
          command: "previous", keys: [.backTab, .left], keyName: "⇧Tab", label: words["key.previousQuestion"],
          help: words["key.previousQuestion.help"]),
      ] + ofQuestion(words) + ofScan(words) + common(words))
  }

  /// The outcome.
  static func outcome(_ words: Words) -> BindingTable {
    BindingTable(ofScan(words).filter { $0.command != "scan-uitkomst" } + common(words))
  }

  /// The conditions of a scan.
  static func conditions(_ words: Words) -> BindingTable {
    BindingTable(
      [
        key("open", .enter, "Enter", "openCondition", words, priority: 8),
        key("voorwaarde-voldaan", .character(" "), words["key.space"], "conditionMeet", words, priority: 9),
        letter("voorwaarde-wijzigen", "e", "conditionEdit", words, priority: 7),
        letter("scan-voorwaarde", "n", "conditionNew", words, priority: 7),
        letter("voorwaarde-schrappen", "x", "conditionDrop", words, priority: 6),
        letter("voorwaarde-afwijzen", "i", "conditionRefuse", words, priority: 6),
      ] + common(words))
  }

  /// Two scans side by side.
  static func compare(_ words: Words) -> BindingTable {
    BindingTable(
      [
        key("open", .enter, "Enter", "openCompared", words, priority: 7),
        Binding(
          command: "next", keys: [.character("n"), .tab, .right], keyName: "n", label: words["key.nextDifference"],
          help: words["key.nextDifference.help"], priority: 8),
        Binding(
          command: "previous", keys: [.character("p"), .backTab, .left], keyName: "p",
          label: words["key.previousDifference"], help: words["key.previousDifference.help"], priority: 6),
        letter("scan-tonen", "f", "compareFilter", words, priority: 6),
      ] + common(words))
  }
}
