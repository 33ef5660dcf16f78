import Glibc

/// Where the bytes of a CSV file come from.
public enum CSVInput: Equatable, Sendable {
  /// A file by its path; a named pipe too.
  case file(path: String)
  /// What comes in through standard input.
  case standardInput
  /// Bytes in memory.
  case bytes([UInt8])

  /// How messages name it: the path, or `-`.
  public var name: String {
    if case .file(let path) = self { path } else { "-" }
  }
}

/// The bytes of a CSV file, to be read from any place, and what all of them together say about its encoding. What comes
/// through a pipe is first kept in a nameless temporary file, so that memory stays small.
final class CSVSource {
  private enum Storage {
    case bytes([UInt8])
    case descriptor(Int32, base: off_t, owned: Bool)
  }

  /// The most that is taken from a pipe, in bytes.
  static let largestSpool = 1 << 30
  private static let surveyBlock = 1 << 18

  let name: String
  private(set) var encoding = CSVEncoding.utf8
  /// Whether some bytes of a UTF-8 file are not UTF-8.
  private(set) var hasFlaws = false
  /// 3 where the file begins with a byte order mark, else 0.
  private(set) var contentStart = 0
  private let storage: Storage

  init(_ input: CSVInput, largestSpool: Int = CSVSource.largestSpool) throws(CSVFailure) {
    name = input.name
    switch input {
    case .bytes(let bytes): storage = .bytes(bytes)
    case .standardInput:
      storage = try Self.open(STDIN_FILENO, owned: false, name: input.name, largestSpool: largestSpool)
    case .file(let path):
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw Self.failure(path: path, code: errno) }
      storage = try Self.open(descriptor, owned: true, name: path, largestSpool: largestSpool)
    }
    try survey()
  }

  deinit {
    if case .descriptor(let descriptor, _, true) = storage { close(descriptor) }
  }

  /// Up to `count` bytes from `offset`; none at the end.
  func read(at offset: Int, count: Int) throws(CSVFailure) -> [UInt8] {
    switch storage {
    case .bytes(let bytes):
      guard offset < bytes.count else { return [] }
      return Array(bytes[offset..<min(bytes.count, offset + count)])
    case .descriptor(let descriptor, let base, _):
      var code: Int32 = 0
      let block = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        var got = 0
        repeat {
          got = pread(descriptor, buffer.baseAddress, count, base + off_t(offset))
        } while got < 0 && errno == EINTR
        if got < 0 { code = errno }
        filled = max(0, got)
      }
      guard code == 0 else { throw Self.failure(path: name, code: code) }
      return block
    }
  }

  private func survey() throws(CSVFailure) {
    var survey = CSVEncodingSurvey()
    var offset = 0
    while true {
      let block = try read(at: offset, count: Self.surveyBlock)
      if block.isEmpty { break }
      block.withUnsafeBufferPointer { survey.add($0) }
      offset += block.count
    }
    survey.finish()
    guard survey.isText else { throw .notText(path: name) }
    encoding = survey.encoding
    hasFlaws = survey.flaws > 0
    contentStart = survey.hasByteOrderMark ? 3 : 0
  }

  /// A regular file is read where it stands; anything else cannot be read twice and is kept in a temporary file.
  private static func open(
    _ descriptor: Int32, owned: Bool, name: String, largestSpool: Int
  ) throws(CSVFailure) -> Storage {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      if owned { close(descriptor) }
      throw failure(path: name, code: code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let base = max(0, lseek(descriptor, 0, SEEK_CUR))
      return .descriptor(descriptor, base: base, owned: owned)
    case S_IFDIR:
      if owned { close(descriptor) }
      throw .isFolder(path: name)
    default:
      defer { if owned { close(descriptor) } }
      return .descriptor(try spool(descriptor, name: name, limit: largestSpool), base: 0, owned: true)
    }
  }

  private static func spool(_ descriptor: Int32, name: String, limit: Int) throws(CSVFailure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(folder.isEmpty ? "/tmp" : folder)/drieluik-import-XXXXXX".utf8CString)
    let spool = mkstemp(&template)
    guard spool >= 0 else { throw .cannotSpool(reason: systemText(errno)) }
    _ = fcntl(spool, F_SETFD, FD_CLOEXEC)
    // Without a name nobody else can open it, and it is gone with this process however that ends.
    unlink(template)
    do throws(CSVFailure) {
      try copy(from: descriptor, to: spool, name: name, limit: limit)
      return spool
    } catch {
      close(spool)
      throw error
    }
  }

  private static func copy(from descriptor: Int32, to spool: Int32, name: String, limit: Int) throws(CSVFailure) {
    var total = 0
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(descriptor, &block, block.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path: name, code: errno) }
      if got == 0 { return }
      total += got
      guard total <= limit else { throw .tooLarge(limit: limit) }
      let code = writeAll(block[0..<got], to: spool)
      guard code == 0 else { throw .cannotSpool(reason: systemText(code)) }
    }
  }

  private static func failure(path: String, code: Int32) -> CSVFailure {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM: .noPermission(path: path)
    case EISDIR: .isFolder(path: path)
    default: .unreadable(path: path, reason: systemText(code))
    }
  }
}

/// The system's own text for an error number.
func systemText(_ code: Int32) -> String {
  var text = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Writes all of the bytes; 0, or the error number that stopped it.
func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let wrote = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if wrote < 0, errno == EINTR { continue }
      if wrote <= 0 { return wrote < 0 ? errno : EIO }
      done += wrote
    }
    return 0
  }
}
