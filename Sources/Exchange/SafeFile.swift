import Glibc

/// Why a file of ours could not be written. No half file is left behind, and no older file is touched; `failed` may also
/// mean that the whole file is in place but the disk would not promise to keep its name.
public enum SafeFileFailure: Error, Equatable, Sendable {
  /// This user may not write there.
  case noPermission(path: String)
  /// The place does not exist or takes no files; `reason` is the system's own text.
  case cannotCreate(path: String, reason: String)
  /// No room left on the disk, or within this user's share of it.
  case diskFull(path: String)
  /// A file of that name is there already.
  case exists(path: String)
  /// Writing failed otherwise; `reason` is the system's own text.
  case failed(path: String, reason: String)

  /// A stable name for the texts of the program.
  public var key: String {
    switch self {
    case .noPermission: "file.noPermission"
    case .cannotCreate: "file.cannotCreate"
    case .diskFull: "file.diskFull"
    case .exists: "file.exists"
    case .failed: "file.failed"
    }
  }

  /// What the text names: `path`, and `reason` where there is one.
  public var parameters: [String: String] {
    switch self {
    case .noPermission(let path), .diskFull(let path), .exists(let path): ["path": path]
    case .cannotCreate(let path, let reason), .failed(let path, let reason): ["path": path, "reason": reason]
    }
  }

  init(code: Int32, path: String) {
    switch code {
    case EACCES, EPERM: self = .noPermission(path: path)
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
    case EEXIST: self = .exists(path: path)
    case ENOENT, ENOTDIR, EROFS, ENAMETOOLONG, EISDIR, ELOOP, EINVAL:
      self = .cannotCreate(path: path, reason: systemText(code))
    default: self = .failed(path: path, reason: systemText(code))
    }
  }
}

/// A file that is whole or not there: written under a temporary name in its own folder, forced to the disk, put in its place
/// in one step, and the folder forced to the disk too. Whatever happens before that step, what was there before stays.
public final class SafeFile {
  private let folder: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var isTemporaryThere = true
  private var waiting: [UInt8] = []

  /// Begins a file that will stand in this folder (empty: the current one), readable as `mode` says; by default by this user
  /// alone, for what we write holds people's names.
  public init(folder: String, mode: UInt32 = 0o600) throws(SafeFileFailure) {
    self.folder = folder.isEmpty ? "." : folder
    var path = ""
    var opened: Int32 = -1
    var code = EEXIST
    // A name that is taken is left alone and another one tried.
    for _ in 0..<100 where opened < 0 && code == EEXIST {
      path = "\(self.folder)/.drieluik-\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).tmp"
      opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(mode))
      code = opened < 0 ? errno : 0
    }
    guard opened >= 0 else { throw SafeFileFailure(code: code, path: self.folder) }
    temporaryPath = path
    descriptor = opened
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if isTemporaryThere { unlink(temporaryPath) }
  }

  /// Adds bytes at the end.
  public func write(_ bytes: some Sequence<UInt8>) throws(SafeFileFailure) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= 1 << 16 { try flush() }
  }

  /// Adds text at the end, as UTF-8.
  public func write(_ text: String) throws(SafeFileFailure) {
    try write(text.utf8)
  }

  /// Puts the file in its place under this name (no folder in it). An existing file is replaced where `replacing` says so;
  /// else that is the error `exists`, after which another name may be tried.
  public func publish(as name: String, replacing: Bool) throws(SafeFileFailure) {
    let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    try flush()
    if descriptor >= 0 {
      guard fsync(descriptor) == 0 else { throw SafeFileFailure(code: errno, path: path) }
      let closed = close(descriptor)
      let code = errno
      descriptor = -1
      // Some file systems over a network tell only now that there was no room.
      guard closed == 0 || code == EINTR else { throw SafeFileFailure(code: code, path: path) }
    }
    if replacing {
      guard rename(temporaryPath, path) == 0 else { throw SafeFileFailure(code: errno, path: path) }
    } else {
      try place(at: path)
    }
    isTemporaryThere = false
    try syncFolder(path: path)
  }

  /// Writes a whole file in one go.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String, replacing: Bool, mode: UInt32 = 0o600
  ) throws(SafeFileFailure) {
    let (folder, name) = split(path)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw .cannotCreate(path: path, reason: systemText(EISDIR))
    }
    let file = try SafeFile(folder: folder, mode: mode)
    try file.write(bytes)
    try file.publish(as: name, replacing: replacing)
  }

  /// A path's folder (empty: the current one) and the name in it.
  public static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  private func flush() throws(SafeFileFailure) {
    guard !waiting.isEmpty else { return }
    let code = descriptor < 0 ? EBADF : writeAll(waiting[...], to: descriptor)
    guard code == 0 else { throw SafeFileFailure(code: code, path: folder) }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name where no file has it, in one step.
  private func place(at path: String) throws(SafeFileFailure) {
    if link(temporaryPath, path) == 0 {
      unlink(temporaryPath)
      return
    }
    let code = errno
    // Sticks and some shares know no second name for a file: there the name is taken first, then given to our file.
    guard code == EPERM || code == EOPNOTSUPP || code == ENOSYS || code == EMLINK else {
      throw SafeFileFailure(code: code, path: path)
    }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw SafeFileFailure(code: errno, path: path) }
    close(claim)
    guard rename(temporaryPath, path) == 0 else {
      let code = errno
      unlink(path)
      throw SafeFileFailure(code: code, path: path)
    }
  }

  private func syncFolder(path: String) throws(SafeFileFailure) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written but not read cannot be forced to the disk; the file itself is.
    guard opened >= 0 else { return }
    defer { close(opened) }
    guard fsync(opened) == 0 || errno == EINVAL || errno == EROFS else {
      throw SafeFileFailure(code: errno, path: path)
    }
  }
}
