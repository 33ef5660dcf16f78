import Glibc

/// A folder for the owner alone that is gone when the program ends.
final class ThrowAwayFolder {
  /// Where it is.
  let path: String
  private var isThere = true

  /// Makes it: in `TMPDIR`, else in memory where the system has such a place, else in `/tmp`.
  init() throws(Failure) {
    var places = ["/dev/shm", "/tmp"]
    if let folder = programEnvironment["TMPDIR"], !folder.isEmpty { places.insert(folder, at: 0) }
    for place in places {
      var template = Array("\(place)/drieluik-XXXXXX".utf8CString)
      let made = template.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
      }
      if let made {
        path = made
        return
      }
    }
    throw Failure(73, programWords("file.noTemporary", ["reason": String(cString: strerror(errno))]))
  }

  deinit { remove() }

  /// Takes it away with the files in it.
  func remove() {
    guard isThere else { return }
    isThere = false
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
