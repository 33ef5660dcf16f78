import Canvas

/// One thing that a form asks or tells, as data: a screen draws it, a question-and-answer mode can ask it line by line.
public struct FormField: Equatable, Sendable {
  /// What can be answered, and how it is written in `Form.values`.
  public enum Kind: Equatable, Sendable {
    /// One line of text.
    case line
    /// Text of many lines, in a room of so many rows. Enter goes on; Ctrl-J, Ctrl-O and pasting make a line break.
    case prose(rows: Int)
    /// A date as text, which the caller reads; a line of twenty characters at most.
    case date
    /// One of some choices; the value is the id of the choice, empty while there is none.
    case choice([Choice])
    /// Yes or no; the value is `true` or `false`.
    case tick
    /// Nothing is asked: a text to read. It has no value.
    case information(String)
  }

  /// One of the answers of a choice.
  public struct Choice: Equatable, Sendable {
    /// The value.
    public var id: String
    /// What is read.
    public var label: String

    /// Makes a choice.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The name of its value, unique in the form.
  public var id: String
  /// The question, or the name of the field.
  public var label: String
  /// One line of help below it, empty for none.
  public var help: String
  /// What is asked.
  public var kind: Kind
  /// Whether it must be filled in; shown as `*`. The caller judges and sets the errors.
  public var required: Bool
  /// The longest text, in characters.
  public var maximumLength: Int

  /// Makes a field.
  public init(
    id: String, label: String, help: String = "", kind: Kind = .line, required: Bool = false, maximumLength: Int = 500
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.kind = kind
    self.required = required
    self.maximumLength = maximumLength
  }

  /// Whether the focus can stand on it.
  var isAsked: Bool {
    if case .information = kind { return false }
    return true
  }
}
