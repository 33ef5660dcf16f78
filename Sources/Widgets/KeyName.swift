import Canvas

/// How keys are written, in settings and on screens: `n`, `Ctrl-R`, `F4`, `Space`, `PgUp`.
public enum KeyName {
  /// Why a name is no key.
  public enum Problem: Error, Equatable, Sendable {
    /// Nobody knows it; names that come near, the nearest first.
    case unknown(near: [String])
    /// A terminal sends the same bytes for this other key, so that the two cannot be told apart.
    case sameAs(String)
    /// A terminal sends nothing of its own for it.
    case neverSent
  }

  /// The keys with a name of their own, the names that they are shown by first.
  private static let named: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Spatie", .character(" ")), ("Enter", .enter), ("Return", .enter), ("Tab", .tab),
    ("Shift-Tab", .backTab), ("⇧Tab", .backTab), ("Esc", .escape), ("Escape", .escape), ("Backspace", .backspace),
    ("Del", .delete), ("Delete", .delete), ("Ins", .insert), ("Insert", .insert), ("Up", .up), ("↑", .up),
    ("Down", .down), ("↓", .down), ("Left", .left), ("←", .left), ("Right", .right), ("→", .right),
    ("Ctrl-←", .wordLeft), ("Ctrl-Left", .wordLeft), ("Ctrl-→", .wordRight), ("Ctrl-Right", .wordRight),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PageUp", .pageUp), ("PgDn", .pageDown), ("PageDown", .pageDown),
  ]

  /// Reads a name; case makes no difference but for a single letter.
  public static func key(_ text: String) -> Result<Key, Problem> {
    if text.count == 1, let character = text.first { return single(character) }
    let wanted = text.lowercased()
    if let found = named.first(where: { $0.name.lowercased() == wanted }) { return .success(found.key) }
    if wanted.first == "f", let number = Int(wanted.dropFirst()), String(number) == wanted.dropFirst() {
      return (1...24).contains(number) ? .success(.function(number)) : .failure(.neverSent)
    }
    let parts = wanted.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return .failure(.unknown(near: near(text))) }
    switch parts[0] {
    case "ctrl", "control", "c", "^": return control(String(parts[1]), text)
    case "alt", "meta", "m":
      // The letter as it was written: Alt-N is not Alt-n.
      guard parts[1].count == 1, let letter = text.last, isText(letter) else { return .failure(.neverSent) }
      return .success(.alt(letter))
    case "shift":
      guard parts[1].count == 1, let letter = parts[1].first, letter.isLetter else { return .failure(.neverSent) }
      let large = letter.uppercased()
      return .failure(large.count == 1 ? .sameAs(large) : .neverSent)
    default: return .failure(.unknown(near: near(text)))
    }
  }

  private static func single(_ character: Character) -> Result<Key, Problem> {
    if let found = named.first(where: { $0.name == String(character) }) { return .success(found.key) }
    return isText(character) ? .success(.character(character)) : .failure(.unknown(near: []))
  }

  private static func control(_ rest: String, _ text: String) -> Result<Key, Problem> {
    guard rest.count == 1, let letter = rest.first else {
      return rest == "space" || rest == "spatie"
        ? .success(.control("@"))
        : .failure(named.contains { $0.name.lowercased() == rest } ? .neverSent : .unknown(near: near(text)))
    }
    switch letter {
    case "i": return .failure(.sameAs("Tab"))
    case "m", "j": return .failure(.sameAs("Enter"))
    case "h", "?": return .failure(.sameAs("Backspace"))
    case "[": return .failure(.sameAs("Esc"))
    case "a"..."z", "_", "]", "\\", "^", "@": return .success(.control(letter))
    default: return .failure(.neverSent)
    }
  }

  /// Whether a character can be typed and seen by itself.
  private static func isText(_ character: Character) -> Bool {
    TextWidth.columns(of: character) > 0 && !character.isWhitespace
      && !character.unicodeScalars.contains(where: TextWidth.isRefused)
  }

  /// A key's name on a screen.
  /// - Parameter space: The word for the space bar.
  public static func text(_ key: Key, space: String = "Space") -> String {
    switch key {
    case .character(" "): space
    case .character(let character): String(character)
    case .control("@"): "Ctrl-" + space
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .alt(let character): "Alt-" + String(character)
    case .function(let number): "F\(number)"
    case .backTab: "⇧Tab"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    default: named.first { $0.key == key }?.name ?? ""
    }
  }

  /// The names nearest to a text.
  private static func near(_ text: String) -> [String] {
    let known = named.map(\.name).filter { $0.count > 1 } + (1...12).map { "F\($0)" } + ["Ctrl-R", "Alt-n"]
    return Nearness.nearest(to: text, in: known)
  }
}

/// Which of some names somebody may have meant.
public enum Nearness {
  /// The names that differ least from a text, at most three, the nearest first; none where all are far.
  public static func nearest(to text: String, in names: [String]) -> [String] {
    let wanted = Array(text.lowercased().prefix(60))
    let limit = max(1, wanted.count / 3)
    let found = names.map { name in (name, distance(wanted, Array(name.lowercased().prefix(60)))) }
      .filter { $0.1 <= limit || (wanted.count >= 3 && $0.0.lowercased().hasPrefix(String(wanted))) }
    return found.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.prefix(3)
      .map(\.element.0)
  }

  /// How many letters must be changed, put in, taken out, or change places with the next.
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var row = Array(0...other.count)
    for (number, letter) in one.enumerated() {
      var next = [number + 1]
      for (place, candidate) in other.enumerated() {
        var cost = min(next[place] + 1, row[place + 1] + 1, row[place] + (letter == candidate ? 0 : 1))
        if number > 0, place > 0, letter == other[place - 1], one[number - 1] == candidate {
          cost = min(cost, before[place - 1] + 1)
        }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row.last ?? 0
  }
}
