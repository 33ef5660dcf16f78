/// A value in a YAML file with the place where it stands. Scalars stay text: each field says itself what its text means, so that
/// `010`, `1_000`, `yes` and `0301234567` are what they were written as (`rules.md`, "Files of ours in YAML").
struct YAMLNode {
  /// What can stand there.
  enum Content {
    /// A text, as written; line breaks folded as YAML does.
    case text(String)
    /// A list.
    case list([YAMLNode])
    /// A mapping, in the file's order.
    case map([YAMLEntry])
  }

  /// The line where it begins, from 1.
  let line: Int
  /// What it is.
  let content: Content
}

/// A key with its value.
struct YAMLEntry {
  /// The key.
  let key: String
  /// The key's line, from 1.
  let line: Int
  /// The value.
  let value: YAMLNode
}
