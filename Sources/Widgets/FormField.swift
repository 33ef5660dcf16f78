import Canvas

/// One thing that a form asks or tells, as data: a screen draws it, a question-and-answer mode can ask it line by line.
public struct FormField: Equatable, Sendable {
  /// What can be answered, and how it is written in `Form.values`.
  public enum Kind: Equatable, Sendable {
    /// One line of text.
    case line
    /// Text of many lines, in a room of so many rows. Enter makes a line break there; Tab goes on.
    case prose(rows: Int)
    /// A date as text, which the caller reads; a line of twenty characters at most.
    case date
    /// A whole number as text, which the caller reads.
    case number(NumberBounds)
    /// A mail address as text.
    case email
    /// A phone number as text.
    case phone
    /// A web address as text.
    case url
    /// One of some choices; the value is the id of the choice, empty while there is none.
    case choice([Choice])
    /// Any number of some choices; the value is their ids in the order of the choices, with commas between them.
    case several([Choice])
    /// One of many choices, found by typing a part of it. The value is the id of the choice; where none was chosen it is
    /// what was typed, which is an answer too where other values are allowed. What was typed is never taken for an id.
    case search([Choice], allowsOther: Bool)
    /// Yes or no, with the words for both; the value is `true` or `false`, empty while there is no answer.
    case yesNo(yes: String, no: String)
    /// A box to tick; the value is `true` or `false`.
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
    /// The label as it is searched: without case and accents, folded as what is typed will be.
    public var folded: String
    /// A key that chooses it, shown before its label.
    public var key: Character?
    /// Whether it goes with none of the others, where several can be chosen.
    public var excludesOthers: Bool

    /// Makes a choice. Only those that are searched need a folded label.
    public init(
      id: String, label: String, folded: String = "", key: Character? = nil, excludesOthers: Bool = false
    ) {
      self.id = id
      self.label = label
      self.folded = folded
      self.key = key
      self.excludesOthers = excludesOthers
    }
  }

  /// What a number may be.
  public struct NumberBounds: Equatable, Sendable {
    /// The smallest.
    public var lowest: Int
    /// The largest.
    public var highest: Int
    /// What is counted, shown behind the number; empty for none.
    public var unit: String

    /// Makes bounds.
    public init(_ range: ClosedRange<Int>, unit: String = "") {
      lowest = range.lowerBound
      highest = range.upperBound
      self.unit = unit
    }
  }

  /// Which day is meant where a date leaves it open, such as one without a year.
  public enum DateSide: Equatable, Sendable {
    /// The nearest one.
    case either
    /// Today or one that comes.
    case coming
    /// Today or one that was.
    case past
  }

  /// The name of its value, unique in the form.
  public var id: String
  /// A question that stands above the field, and above the label where there is one; empty for none. What follows two spaces
  /// near its beginning, as after a number, hangs below itself.
  public var heading: String
  /// The question, or the name of the field.
  public var label: String
  /// A line of help, shown while it has the focus; empty for none.
  public var help: String
  /// What is asked.
  public var kind: Kind
  /// Whether it must be filled in; shown as `*`. The caller judges and sets the errors.
  public var required: Bool
  /// The longest text, in characters.
  public var maximumLength: Int
  /// Which day a date means that leaves it open.
  public var dateSide: DateSide

  /// Makes a field.
  public init(
    id: String, heading: String = "", label: String, help: String = "", kind: Kind = .line, required: Bool = false,
    maximumLength: Int = 500, dateSide: DateSide = .either
  ) {
    self.id = id
    self.heading = heading
    self.label = label
    self.help = help
    self.kind = kind
    self.required = required
    self.maximumLength = maximumLength
    self.dateSide = dateSide
  }

  /// Whether the focus can stand on it.
  public var isAsked: Bool {
    if case .information = kind { return false }
    return true
  }

  /// Whether it is typed in on one line.
  var isLine: Bool {
    switch kind {
    case .line, .date, .number, .email, .phone, .url, .search: true
    case .prose, .choice, .several, .yesNo, .tick, .information: false
    }
  }

  /// The longest text of a line, in characters.
  var lineLength: Int {
    switch kind {
    case .date, .number: min(20, maximumLength)
    default: maximumLength
    }
  }

  /// The columns of its line, of `room` columns; what is short by nature leaves room for what is said beside it.
  func lineColumns(_ room: Int) -> Int {
    switch kind {
    case .date: min(room, 12)
    case .number(let bounds): min(room, max(String(bounds.lowest).count, String(bounds.highest).count, 4) + 2)
    case .phone: min(room, 24)
    default: room
    }
  }

  /// What is said behind its line of itself.
  var unit: String {
    if case .number(let bounds) = kind { return bounds.unit }
    return ""
  }
}
