import Glibc

/// Which file a path names: the same device and number, the same file. It is looked up without opening, since closing a second descriptor would drop
/// SQLite's locks.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64

  /// Looks the path up; nil where there is no file.
  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = UInt64(found.st_dev)
    number = UInt64(found.st_ino)
  }
}
