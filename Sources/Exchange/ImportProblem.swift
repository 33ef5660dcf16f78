/// Why a line of an import is bad. The words are chosen elsewhere, by `key` and `parameters`.
public struct ImportProblem: Equatable, Sendable {
  /// What can be wrong with a line.
  public enum Kind: Equatable, Sendable {
    /// The line is not well-formed CSV; `line` is the line where it shows.
    case csv(CSVProblem.Kind, line: Int)
    /// More or fewer cells than the header has.
    case cellCount(found: Int, expected: Int)
    /// A cell that may not be empty is.
    case empty
    /// More than `limit` characters.
    case tooLong(limit: Int)
    /// No mail address: something, an `@`, something, and no spaces.
    case notMail(String)
    /// No day of the calendar, or not written as one.
    case notDate(String)
    /// A day outside the years `first` to `last`.
    case dateOutOfRange(String, first: Int, last: Int)
    /// A day after today where only the past can stand.
    case afterToday(day: String, today: String)
    /// The end lies before the start.
    case endBeforeStart(end: String, start: String)
    /// A word that is no decision on a scan.
    case unknownDecision(String)
    /// A decision on a scan without the day it was taken.
    case decisionWithoutDay
    /// The same student number and programme stand on an earlier line.
    case repeatedKey(firstLine: Int)
  }

  /// The physical line where the record starts, from 1.
  public let line: Int
  /// The column's header as it stands in the file; nil where the whole line is meant.
  public let columnName: String?
  /// What is wrong.
  public let kind: Kind

  /// Makes a problem.
  public init(line: Int, columnName: String?, kind: Kind) {
    self.line = line
    self.columnName = columnName
    self.kind = kind
  }

  /// A stable name for the texts of the program.
  public var key: String {
    switch kind {
    case .csv(let kind, _): "import.\(kind.key)"
    case .cellCount(let found, let expected): found < expected ? "import.tooFewCells" : "import.tooManyCells"
    case .empty: "import.empty"
    case .tooLong: "import.tooLong"
    case .notMail: "import.notMail"
    case .notDate: "import.notDate"
    case .dateOutOfRange: "import.dateOutOfRange"
    case .afterToday: "import.afterToday"
    case .endBeforeStart: "import.endBeforeStart"
    case .unknownDecision: "import.unknownDecision"
    case .decisionWithoutDay: "import.decisionWithoutDay"
    case .repeatedKey: "import.repeatedKey"
    }
  }

  /// Every key that `key` can give, so that a test can ask for the text of each.
  public static let allKeys: [String] =
    [
      "textAfterQuote", "unclosedQuote", "zeroByte", "recordTooLong", "notUTF8", "undefinedByte", "tooFewCells",
      "tooManyCells", "empty", "tooLong", "notMail", "notDate", "dateOutOfRange", "afterToday", "endBeforeStart",
      "unknownDecision", "decisionWithoutDay", "repeatedKey",
    ].map { "import.\($0)" }

  /// What the text names: always `line`, `column` where there is one, and what the kind holds. Days are `YYYY-MM-DD`; what
  /// stood in the cell is `text`, cleaned and cut to 60 characters.
  public var parameters: [String: String] {
    var parameters = ["line": String(line)]
    if let columnName { parameters["column"] = columnName }
    switch kind {
    case .csv(let kind, let shownAt):
      parameters.merge(kind.parameters) { $1 }
      parameters["atLine"] = String(shownAt)
    case .cellCount(let found, let expected):
      parameters["found"] = String(found)
      parameters["expected"] = String(expected)
    case .tooLong(let limit):
      parameters["limit"] = String(limit)
    case .notMail(let text), .notDate(let text), .unknownDecision(let text):
      parameters["text"] = text
    case .dateOutOfRange(let text, let first, let last):
      parameters["text"] = text
      parameters["first"] = String(first)
      parameters["last"] = String(last)
    case .afterToday(let day, let today):
      parameters["day"] = day
      parameters["today"] = today
    case .endBeforeStart(let end, let start):
      parameters["end"] = end
      parameters["start"] = start
    case .repeatedKey(let firstLine):
      parameters["firstLine"] = String(firstLine)
    case .empty, .decisionWithoutDay:
      break
    }
    return parameters
  }
}
