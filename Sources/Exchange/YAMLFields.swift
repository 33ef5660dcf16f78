import Language

/// Reads fields of a YAML file of ours, each by what the field means, and gathers what is wrong on the way.
struct YAMLFields {
  /// The file's name, for the problems.
  let file: String
  /// What was wrong so far.
  private(set) var problems: [YAMLProblem] = []

  /// Starts with a file in which nothing was wrong yet.
  init(file: String) { self.file = file }

  /// Notes a problem; `key` is without its `yaml.` unless it names another group.
  mutating func refuse(_ line: Int, _ field: String, _ key: String, _ details: [String: String] = [:]) {
    problems.append(
      YAMLProblem(file: file, line: line, field: field, key: key.contains(".") ? key : "yaml.\(key)", details: details))
  }

  /// The entries of a mapping; keys that nobody knows are named and left out. Nil if it is no mapping.
  mutating func map(_ node: YAMLNode, _ field: String, known: [String]) -> [YAMLEntry]? {
    guard case .map(let entries) = node.content else {
      refuse(node.line, field, field.isEmpty ? "notARoot" : "wantsMap")
      return nil
    }
    return entries.filter { entry in
      if known.contains(entry.key) { return true }
      let name = YAMLSource.shown(entry.key)
      refuse(
        entry.line, YAMLFields.path(field, name), "unknownKey", ["key": name, "known": known.joined(separator: ", ")])
      return false
    }
  }

  /// The members of a list; nil if it is none. Nothing at all counts as an empty list.
  mutating func list(_ node: YAMLNode, _ field: String) -> [YAMLNode]? {
    switch node.content {
    case .list(let members): return members
    case .text(""): return []
    default:
      refuse(node.line, field, "wantsList")
      return nil
    }
  }

  /// A text of one line, cleaned; nil if it is none, or too long, or empty where it may not be.
  mutating func text(_ node: YAMLNode, _ field: String, limit: Int, mayBeEmpty: Bool = false) -> String? {
    guard case .text(let written) = node.content else {
      refuse(node.line, field, "wantsText")
      return nil
    }
    let cleaned = TextDoor.clean(written, limit: YAMLSource.sizeLimit)
    if cleaned.isEmpty, !mayBeEmpty {
      refuse(node.line, field, "emptyField")
      return nil
    }
    guard cleaned.count <= limit else {
      refuse(node.line, field, "tooLong", ["limit": String(limit), "found": String(cleaned.count)])
      return nil
    }
    return cleaned
  }

  /// The texts of a list, each as `text`; nil if it is no list.
  mutating func texts(_ node: YAMLNode, _ field: String, limit: Int) -> [String]? {
    guard let members = list(node, field) else { return nil }
    var texts: [String] = []
    for member in members {
      if let text = text(member, field, limit: limit) { texts.append(text) }
    }
    return texts
  }

  /// Yes or no in one of the words for it.
  mutating func yesNo(_ node: YAMLNode, _ field: String) -> Bool? {
    guard let written = text(node, field, limit: 1000) else { return nil }
    switch written.lowercased() {
    case "yes", "true", "ja": return true
    case "no", "false", "nee": return false
    default:
      refuse(node.line, field, "wantsYesNo", ["text": YAMLSource.shown(written)])
      return nil
    }
  }

  /// A whole number in plain digits, with a minus sign where it is below zero, within a range.
  mutating func number(_ node: YAMLNode, _ field: String, in range: ClosedRange<Int>) -> Int? {
    guard let written = text(node, field, limit: 1000) else { return nil }
    let digits = written.hasPrefix("-") ? written.dropFirst() : Substring(written)
    let isDigits = !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isDigits, let number = Int(written), range.contains(number) else {
      let shown = YAMLSource.shown(written)
      let details = ["text": shown, "first": String(range.lowerBound), "last": String(range.upperBound)]
      refuse(node.line, field, "wantsNumber", details)
      return nil
    }
    return number
  }

  /// One of the words of a type.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ field: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let written = text(node, field, limit: 1000) else { return nil }
    if let value = Value(rawValue: written.lowercased()) { return value }
    let choices = Value.allCases.map(\.rawValue).joined(separator: ", ")
    refuse(node.line, field, "wantsChoice", ["text": YAMLSource.shown(written), "choices": choices])
    return nil
  }

  /// A field's name inside another.
  static func path(_ outer: String, _ inner: String) -> String { outer.isEmpty ? inner : "\(outer).\(inner)" }
}

/// Something that a file describes field by field, with the lines of its fields.
protocol YAMLDraft {
  /// The line of each field that the file gives.
  var lines: [String: Int] { get set }
  /// Fields that the file gives wrongly; nothing more is said of them.
  var broken: Set<String> { get set }
  /// Takes over one field.
  mutating func take(_ entry: YAMLEntry, _ fields: inout YAMLFields)
}

extension YAMLDraft {
  /// Takes over what the file says of it.
  mutating func take(_ entries: [YAMLEntry], _ fields: inout YAMLFields) {
    for entry in entries {
      lines[entry.key] = entry.line
      let before = fields.problems.count
      take(entry, &fields)
      if fields.problems.count > before { broken.insert(entry.key) }
    }
  }
}

extension YAMLNode {
  /// Whether nothing stands there, so that an optional field is taken away.
  var isNothing: Bool {
    if case .text(let text) = content { return text.allSatisfy(\.isWhitespace) }
    return false
  }
}
