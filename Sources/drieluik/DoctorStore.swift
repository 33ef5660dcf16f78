import Glibc
import Language
import StateStore

/// What `drieluik doctor` says of the store: where it lies, who may read it, and whether it is whole. Nothing is opened but by SQLite, and nothing
/// is changed.
struct DoctorStore {
  private(set) var findings: [DoctorFinding] = []
  private(set) var exitCode: Int32 = 0
  private let words: Words
  private let path: String

  /// Less free room than this, in bytes, is little.
  private static let littleRoom = 100_000_000
  /// A log of more bytes than this is not worked away as it should be.
  private static let largeLog = 8 << 20

  init(_ common: CommonOptions, words: Words) throws(Failure) {
    self.words = words
    guard !common.demo else {
      let call = try Call(common)
      defer { call.leave() }
      path = try call.store().path
      look(place: "demo")
      return
    }
    let place = common.place
    guard !place.path.isEmpty else { throw Failure(64, words("usage.emptyStore")) }
    path = place.path
    look(place: place.isDefault ? "own" : common.store == nil ? "variable" : "option")
  }

  private mutating func look(place: String) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    if !isThere, errno == ENOENT, place == "own" || folderIsThere {
      add("store.place", .ok, words("doctor.value.place.none", ["path": path]))
      return
    }
    add("store.place", .ok, words("doctor.value.place.\(place)", ["path": path]))
    let log = Store.files(path).first { $0.path.hasSuffix("-wal") }?.bytes ?? 0
    let isOurs = examine()
    guard isThere else { return }
    if isOurs, let file = Store.files(path).first {
      sayLog(log)
      let rights = DoctorRights(words: words)
      findings += [rights.file(file), rights.folder(of: path)]
    }
    space(status)
  }

  private var folderIsThere: Bool {
    var status = stat()
    return stat(DoctorRights.folder(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Looks at the store; false where it is none of ours, so that no advice on its rights is given.
  private mutating func examine() -> Bool {
    do throws(StoreProblem) {
      var options = Call.storeOptions
      options.patience = 2
      let progress = DoctorProgress(words: words)
      let examination = try Store.examine(path, options: options, progress: progress.show)
      progress.clear()
      add("store.opening", .ok, words("doctor.value.opened"))
      say(examination)
      return true
    } catch {
      exitCode = error.exitCode
      add("store.opening", .error, words(error.key, error.parameters))
      return ![.notADatabase, .otherProgram, .isFolder].contains(error.kind)
    }
  }

  private mutating func say(_ examination: StoreExamination) {
    let numbers = ["schema": String(examination.schema), "known": String(examination.known)]
    let isOlder = examination.schema < examination.known
    add("store.version", .ok, words("doctor.value.version.\(isOlder ? "older" : "same")", numbers))
    if !isOlder {
      let bytes = Store.files(path).first?.bytes ?? 0
      let contents = [
        "size": words.size(bytes), "placements": String(examination.placements), "changes": String(examination.changes),
      ]
      add("store.size", .ok, words("doctor.value.contents", contents))
    }
    for check in StoreExamination.Check.allCases {
      guard let found = examination.findings[check] else { continue }
      guard !found.isEmpty else {
        add("store.\(check.rawValue)", .ok, words("doctor.value.\(check.rawValue)"))
        continue
      }
      let advice = words(check == .summaries ? "doctor.advice.report" : "doctor.advice.backup")
      findings.append(
        DoctorFinding(
          id: "store.\(check.rawValue)", state: .error,
          value: words("doctor.value.findings", ["count": String(found.count)]), advice: advice,
          details: Array(found.prefix(10))))
    }
    if !examination.isSound { exitCode = StoreProblem(.damaged).exitCode }
  }

  private mutating func sayLog(_ bytes: Int) {
    guard bytes > 0 else { return add("store.log", .ok, words("doctor.value.log.none")) }
    if bytes <= Self.largeLog {
      add("store.log", .ok, words("doctor.value.log.some", ["size": words.size(bytes)]))
    } else {
      let large = words("doctor.value.log.large", ["size": words.size(bytes)])
      add("store.log", .warning, large, advice: words("doctor.advice.log"))
    }
  }

  private mutating func space(_ status: stat) {
    var disk = statvfs()
    guard statvfs(DoctorRights.folder(path), &disk) == 0 else { return }
    let free = Int(clamping: UInt64(disk.f_bavail).multipliedFullWidth(by: UInt64(disk.f_frsize)).low)
    let isLittle = free < max(Self.littleRoom, Int(status.st_size))
    add(
      "store.space", isLittle ? .warning : .ok, words("doctor.value.space", ["size": words.size(free)]),
      advice: isLittle ? words("doctor.advice.space") : nil)
  }

  private mutating func add(_ id: String, _ state: DoctorFinding.State, _ value: String, advice: String? = nil) {
    findings.append(DoctorFinding(id: id, state: state, value: value, advice: advice))
  }
}

/// Says how far the look at a large store has come, on a terminal and only when it takes long.
private struct DoctorProgress {
  private let words: Words
  private let start = ContinuousClock.now
  private let isSeen = isatty(STDERR_FILENO) == 1

  init(words: Words) { self.words = words }

  func show(_ count: Int) -> Bool {
    if isSeen, isLate { Output.progress(words("doctor.progress", ["count": String(count)])) }
    return true
  }

  func clear() { if isSeen, isLate { Output.progress("") } }

  private var isLate: Bool { ContinuousClock.now - start > .milliseconds(500) }
}

extension Words {
  /// A number of bytes as people read it: "512 bytes", "1,2 MB".
  func size(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(bytes) bytes" }
    var value = bytes / 100
    var units = ["kB", "MB", "GB", "TB"][...]
    while value >= 10_000, units.count > 1 {
      value /= 1000
      units.removeFirst()
    }
    let point = language == .dutch ? "," : "."
    return "\(value / 10)\(point)\(value % 10) \(units.first ?? "")"
  }
}
