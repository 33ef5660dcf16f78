import GRDB

/// Why the store cannot be opened, read or written. The text is found by `key`, with `parameters` put in; nothing was damaged.
public struct StoreProblem: Error, Hashable, Sendable {
  /// The cause.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A newer version of the program wrote this store.
    case newerSchema
    /// The file is no database.
    case notADatabase
    /// The file is a database of another program.
    case otherProgram
    /// The file or its folder may not be read.
    case noPermission
    /// The place may only be read; looking works, writing does not.
    case readOnly
    /// The place may only be read, and the store was not closed properly there: it cannot even be read.
    case readOnlyUnfinished
    /// The file cannot be created.
    case cannotCreate
    /// The disk is full.
    case diskFull
    /// Reading or writing failed.
    case inputOutput
    /// The file was deleted, moved or replaced while it was open: what would be written now, nobody would find again.
    case gone
    /// Another program held the store for longer than the time waited.
    case locked
    /// The folder is not there.
    case folderMissing
    /// The path names a folder.
    case isFolder
    /// The database is damaged.
    case damaged
    /// What was written did not read back as it was meant; it was rolled back.
    case notAsWritten
    /// The placement is not there, or not to be seen by this viewer.
    case noSuchPlacement
    /// The scan is not there, or not to be seen by this viewer.
    case noSuchScan
    /// The placement's responsibilities model cannot be read.
    case unreadableModel
    /// The work was cancelled; nothing was written.
    case cancelled
    /// Anything else; a fault of ours.
    case unexpected
  }

  /// The cause.
  public var kind: Kind
  /// `path`, `detail`, `schema` …: what the text names; free of control characters.
  public var parameters: [String: String]

  /// Makes a problem; control characters in the parameters become spaces.
  public init(_ kind: Kind, _ parameters: [String: String] = [:]) {
    self.kind = kind
    self.parameters = parameters.mapValues(Self.harmless)
  }

  /// The stable name of its text.
  public var key: String { "store.\(kind.rawValue)" }

  /// The exit code that belongs to it (`sysexits.h`).
  public var exitCode: Int32 {
    switch kind {
    case .newerSchema, .notADatabase, .otherProgram, .damaged, .noSuchPlacement, .noSuchScan, .unreadableModel: 65
    case .folderMissing, .isFolder: 66
    case .locked: 69
    case .notAsWritten, .unexpected: 70
    case .cannotCreate, .readOnly, .readOnlyUnfinished: 73
    case .diskFull, .inputOutput, .gone: 74
    case .noPermission: 77
    case .cancelled: 130
    }
  }

  /// The same text with control characters, line breaks and direction marks as spaces, 300 characters at most.
  static func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(300) {
      let control =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
      result.unicodeScalars.append(control ? " " : scalar)
    }
    return result
  }

  /// The problem behind an error of SQLite.
  init(_ error: any Error, path: String) {
    if let problem = error as? StoreProblem {
      self = problem
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.unexpected, ["path": path, "detail": "\(error)"])
      return
    }
    let kind: Kind =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_FULL: .diskFull
      case .SQLITE_IOERR: .inputOutput
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_PERM, .SQLITE_AUTH: .noPermission
      case .SQLITE_CANTOPEN: .cannotCreate
      case .SQLITE_ERROR where Self.tellsOfDamage(error.message ?? ""): .damaged
      default: .unexpected
      }
    // The message of SQLite only, never the statement with its values.
    self.init(
      kind, ["path": path, "detail": "\(error.extendedResultCode.rawValue) \(error.message ?? "")"])
  }

  /// Whether a general error says that the schema is not ours or not to be read. Our statements fit our own schema, which was written in one
  /// transaction, so something else took it away.
  private static func tellsOfDamage(_ message: String) -> Bool {
    ["no such table", "no such column", "no such index", "unsupported file format", "malformed database schema"]
      .contains { message.hasPrefix($0) }
  }
}
