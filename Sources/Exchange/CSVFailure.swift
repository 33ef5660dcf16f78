/// Why a file cannot be read as CSV at all. What is wrong with one record is a `CSVProblem`, and reading goes on after it.
public enum CSVFailure: Error, Equatable, Sendable {
  /// There is no such file or folder.
  case notFound(path: String)
  /// The file may not be read by this user.
  case noPermission(path: String)
  /// The path names a folder.
  case isFolder(path: String)
  /// Reading failed; `reason` is the system's own text.
  case unreadable(path: String, reason: String)
  /// Nothing but empty lines.
  case empty(path: String)
  /// The file is UTF-16 or UTF-32, or no text; it has to be saved as UTF-8.
  case notText(path: String)
  /// The first line itself is broken, so that no column can be told.
  case brokenHeader(path: String, problem: CSVProblem)
  /// What came in through a pipe could not be kept in a temporary file; `reason` is the system's own text.
  case cannotSpool(reason: String)
  /// What came in through a pipe is larger than `limit` bytes.
  case tooLarge(limit: Int)

  /// A stable name for the texts of the program.
  public var key: String {
    switch self {
    case .notFound: "csv.notFound"
    case .noPermission: "csv.noPermission"
    case .isFolder: "csv.isFolder"
    case .unreadable: "csv.unreadable"
    case .empty: "csv.empty"
    case .notText: "csv.notText"
    case .brokenHeader(_, let problem): "csv.header.\(problem.kind.key)"
    case .cannotSpool: "csv.cannotSpool"
    case .tooLarge: "csv.tooLarge"
    }
  }

  /// What the text names: `path`, `reason`, `limit`, `line`, `cell`.
  public var parameters: [String: String] {
    switch self {
    case .notFound(let path), .noPermission(let path), .isFolder(let path), .empty(let path), .notText(let path):
      ["path": path]
    case .unreadable(let path, let reason): ["path": path, "reason": reason]
    case .brokenHeader(let path, let problem):
      problem.kind.parameters.merging(["path": path, "line": String(problem.line), "cell": String(problem.cell)]) { $1 }
    case .cannotSpool(let reason): ["reason": reason]
    case .tooLarge(let limit): ["limit": String(limit)]
    }
  }
}

/// Something wrong with one record of a CSV file.
public struct CSVProblem: Equatable, Sendable {
  /// What can be wrong with a record.
  public enum Kind: Equatable, Sendable {
    /// Between a closing quote and the next separator stands text.
    case textAfterQuote
    /// A quote is opened and not closed, or closed only by the opening quote of another cell on a later line.
    case unclosedQuote
    /// A zero byte: the file is damaged or no text.
    case zeroByte
    /// The record is longer than `limit` bytes.
    case recordTooLong(limit: Int)
    /// Bytes that are not UTF-8 in a file that otherwise is.
    case notUTF8
    /// A byte that stands for no character in Windows-1252.
    case undefinedByte(UInt8)

    /// A stable name for the texts of the program.
    public var key: String {
      switch self {
      case .textAfterQuote: "textAfterQuote"
      case .unclosedQuote: "unclosedQuote"
      case .zeroByte: "zeroByte"
      case .recordTooLong: "recordTooLong"
      case .notUTF8: "notUTF8"
      case .undefinedByte: "undefinedByte"
      }
    }

    /// What the text names: `limit` in bytes, `byte` as two hexadecimal digits.
    public var parameters: [String: String] {
      switch self {
      case .recordTooLong(let limit): ["limit": String(limit)]
      case .undefinedByte(let byte): ["byte": String(byte, radix: 16, uppercase: true)]
      default: [:]
      }
    }
  }

  /// The physical line where it shows, from 1; for an unclosed quote the line where the quote was opened.
  public let line: Int
  /// The number of the cell in its record, from 1.
  public let cell: Int
  /// What is wrong.
  public let kind: Kind

  /// Makes a problem.
  public init(line: Int, cell: Int, kind: Kind) {
    self.line = line
    self.cell = cell
    self.kind = kind
  }
}
