#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file and folder of a store, looked at before SQLite opens them. Nothing here opens a store that exists: closing any other
/// descriptor of it would drop SQLite's locks.
enum StorePlace {
  /// How the file may be opened.
  enum Access: Equatable {
    case readWrite
    /// For reading only, and nobody can be writing: SQLite needs no lock and no file beside it.
    case immutable
  }

  /// Makes the folder and an empty file with mode 0600 where asked and missing, and says how the store may be opened.
  static func prepare(_ path: String, makesFolder: Bool, makesFile: Bool) throws(StoreProblem) -> Access {
    let folder = folder(of: path)
    if makesFolder { try makeFolder(folder) }
    var status = stat()
    if stat(path, &status) != 0 {
      switch errno {
      case ENOENT: try makeMissing(path, in: folder, makesFile: makesFile)
      case EACCES: throw StoreProblem(.noPermission, ["path": path])
      case ENOTDIR: throw StoreProblem(.folderMissing, ["path": folder])
      default: throw StoreProblem(.inputOutput, ["path": path, "detail": reason(errno)])
      }
    } else if status.st_mode & S_IFMT == S_IFDIR {
      throw StoreProblem(.isFolder, ["path": path])
    } else if status.st_mode & S_IFMT != S_IFREG {
      throw StoreProblem(.notADatabase, ["path": path])
    }
    guard access(path, R_OK) == 0 else { throw StoreProblem(.noPermission, ["path": path]) }
    if access(path, W_OK) == 0, access(folder, W_OK) == 0 { return .readWrite }
    var log = stat()
    if stat(path + "-wal", &log) == 0, log.st_size > 0 { throw StoreProblem(.readOnlyUnfinished, ["path": path]) }
    return .immutable
  }

  /// The folder in which a path's last name stands.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeFolder(_ folder: String) throws(StoreProblem) {
    var status = stat()
    if stat(folder, &status) == 0 { return }
    let parent = Self.folder(of: folder)
    if parent != folder, parent != "." { try makeFolder(parent) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw creation(folder, errno) }
  }

  private static func makeMissing(_ path: String, in folder: String, makesFile: Bool) throws(StoreProblem) {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw StoreProblem(.folderMissing, ["path": folder])
    }
    guard makesFile else { throw StoreProblem(.cannotCreate, ["path": path, "detail": reason(ENOENT)]) }
    // SQLite gives -wal and -shm the mode of the file, so the file comes first and private.
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      throw creation(path, errno)
    }
    close(descriptor)
  }

  private static func creation(_ path: String, _ code: Int32) -> StoreProblem {
    switch code {
    case EACCES, EPERM: StoreProblem(.noPermission, ["path": path, "detail": reason(code)])
    case ENOSPC, EDQUOT: StoreProblem(.diskFull, ["path": path, "detail": reason(code)])
    case EIO: StoreProblem(.inputOutput, ["path": path, "detail": reason(code)])
    default: StoreProblem(.cannotCreate, ["path": path, "detail": reason(code)])
    }
  }

  private static func reason(_ code: Int32) -> String { strerror(code).map { String(cString: $0) } ?? "\(code)" }

  /// The path such that SQLite takes it for a file's and nothing else: `:memory:` would be a store that is gone afterwards, and `file:…` an
  /// address with options.
  static func fileName(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// The path as a URI by which SQLite opens it as a file that nobody changes.
  static func immutableAddress(_ path: String) -> String {
    var result = "file:"
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./~".utf8)
    for byte in path.utf8 {
      if plain.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result + "?immutable=1"
  }
}
