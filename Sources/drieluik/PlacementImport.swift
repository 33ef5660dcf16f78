import Exchange
import Glibc
import Language
import StateStore
import WerkendLeren

/// One import: the file line by line into the store, in one transaction, then what became of it.
///
/// The file is read once to write and, where lines were bad, once more to tell them in the order of the file: what the store refuses is
/// known only at the end, and the bytes of bad lines need not be kept till then.
final class PlacementImport {
  /// What an import did, or would do, in words.
  struct Outcome {
    /// What was done, one fact a line.
    var lines: [String]
    /// The bad lines, and where they went.
    var complaints: [String] = []
    /// How many lines are bad.
    var bad = 0
    /// How many placements are new or changed.
    var changes = 0
    /// Why the bad lines could not be put into a file; nil where they were, or there are none.
    var unwritten: Failure?
  }

  private let words: Words
  private let clock: Clock
  private let path: String
  private let isDryRun: Bool
  private let isStrict: Bool
  /// Lines that are bad by themselves.
  private var badLines = 0
  private var readFailure: CSVFailure?

  /// Takes a file, `-` for standard input.
  init(words: Words, clock: Clock, path: String, isDryRun: Bool, isStrict: Bool) {
    self.words = words
    self.clock = clock
    self.path = path
    self.isDryRun = isDryRun
    self.isStrict = isStrict
  }

  /// Imports, reports, and ends with 65 where lines were bad.
  func run(_ call: Call) throws {
    let file = try open(input)
    // A trial run without a store leaves none behind.
    let store = isDryRun ? try call.storeOrPassing().store : try call.store()
    let viewer = try call.identity.viewer(in: store)
    guard viewer.party == .school else { throw Failure(77, words("refusal.schoolOnly")) }
    // From here on an interruption is looked for between lines, so that it never leaves the report half said.
    Interruption.hold()
    let shown = ProgressLine(words: words, key: "import.progress")
    defer { shown.clear() }
    let outcome = try carryOut(file, into: store, as: viewer) { lines in
      shown.show(lines)
      return !Interruption.isAsked
    }
    shown.clear()
    try Output.write(lines: outcome.lines)
    Output.complain(outcome.complaints)
    if let unwritten = outcome.unwritten { throw unwritten }
    if outcome.bad > 0 { throw Ended(exitCode: 65) }
  }

  private var input: CSVInput { path == "-" ? .standardInput : .file(path: path) }

  /// Takes a file in. `progress` gets the number of lines so far and says whether to go on.
  func carryOut(
    _ file: ImportFile, into store: Store, as viewer: Viewer, progress: (Int) -> Bool
  ) throws(Failure) -> Outcome {
    let result = try take(file, into: store, as: viewer, progress: progress)
    let bad = badLines + result.refused.count
    let wasWritten = !isDryRun && !(isStrict && bad > 0)
    var report = ImportReport(words: words, file: shownName, today: clock.now().today)
    var mended: Result<String, Failure>?
    if bad > 0 {
      let mend = wasWritten ? Result { () throws(Failure) in try mendFile(file, input) } : nil
      mended = try review(file, result, mend, &report, store: store, viewer: viewer)
    }
    var outcome = Outcome(
      lines: report.lines(
        result, bad: bad, unknownColumns: file.header.unknownNames, isDryRun: isDryRun, wasWritten: wasWritten),
      complaints: report.badLines(of: bad, showsAll: mended.map { (try? $0.get()) == nil } ?? false), bad: bad,
      changes: result.new + result.changed)
    switch mended {
    case .success(let path): outcome.complaints.append(words("import.mendFile", ["path": path]))
    case .failure(let failure):
      outcome.unwritten = Failure(failure.exitCode, [words("import.noMendFile")] + failure.lines)
    case nil: break
    }
    return outcome
  }

  private var shownName: String {
    path == "-" ? words("import.standardInput") : TextDoor.clean(SafeFile.split(path).name, limit: 100)
  }

  func open(_ input: CSVInput) throws(Failure) -> ImportFile {
    let text = ImportText(clean: { TextDoor.clean($0) }, fold: TextDoor.folded)
    do {
      return try ImportFile(input, today: clock.now().today, text: text)
    } catch let failure as CSVFailure {
      throw Failure(failure)
    } catch let refusal as ImportRefusal {
      throw Failure(refusal)
    } catch {
      throw Failure(70, "\(error)")
    }
  }

  private func take(
    _ file: ImportFile, into store: Store, as viewer: Viewer, progress: (Int) -> Bool
  ) throws(Failure) -> ImportResult {
    do throws(StoreProblem) {
      return try store.importPlacements(
        file: words("import.origin", ["file": shownName]), as: viewer, at: clock.now(), dryRun: isDryRun,
        next: { () throws -> ImportedPlacement? in try self.nextRow(file) },
        progress: progress,
        mayWrite: { (result: ImportResult) -> Bool in !(self.isStrict && self.badLines + result.refused.count > 0) })
    } catch {
      if let readFailure { throw Failure(readFailure) }
      if error.kind == .cancelled { throw Failure(130, words("import.cancelled")) }
      throw Failure(error)
    }
  }

  /// The next good row; bad ones are counted.
  private func nextRow(_ file: ImportFile) throws -> ImportedPlacement? {
    do throws(CSVFailure) {
      while let line = try file.next() {
        if let row = line.row { return ImportedPlacement(row) }
        badLines += 1
      }
      return nil
    } catch {
      readFailure = error
      throw error
    }
  }

  // MARK: - Bad lines

  private func mendFile(_ file: ImportFile, _ input: CSVInput) throws(Failure) -> ImportMendFile {
    do {
      return try ImportMendFile(of: file, input: input)
    } catch {
      throw Self.failure(error)
    }
  }

  /// Goes through the file again and tells each bad line, to the report and to the file to mend.
  private func review(
    _ file: ImportFile, _ result: ImportResult, _ mend: Result<ImportMendFile, Failure>?,
    _ report: inout ImportReport, store: Store, viewer: Viewer
  ) throws(Failure) -> Result<String, Failure>? {
    let refused = Dictionary(result.refused.map { ($0.line, $0.refusal) }, uniquingKeysWith: { first, _ in first })
    var mend = mend
    var place = 0
    file.rewind()
    while let line = try next(file) {
      var message: String?
      if line.row == nil {
        message = report.add(line.problems)
        addKey(of: line, file, to: &report)
      } else {
        if let refusal = refused[place] { message = report.add(refusal, line: line.record.line, header: file.header) }
        place += 1
      }
      guard let message, case .success(let mendFile) = mend else { continue }
      do { try mendFile.add(line.record, message: message) } catch { mend = .failure(Self.failure(error)) }
    }
    try forget(&report, result, store: store, viewer: viewer)
    switch mend {
    case .failure(let failure): return .failure(failure)
    case nil: return nil
    case .success(let mendFile):
      do throws(SafeFileFailure) { return .success(try mendFile.publish()) } catch { return .failure(Failure(error)) }
    }
  }

  private func next(_ file: ImportFile) throws(Failure) -> ImportLine? {
    do throws(CSVFailure) { return try file.next() } catch { throw Failure(error) }
  }

  /// A placement whose line is bad is in the file all the same.
  private func addKey(of line: ImportLine, _ file: ImportFile, to report: inout ImportReport) {
    func text(_ column: ImportColumn) -> String? {
      guard let place = file.header.columns.firstIndex(of: column), place < line.record.cellCount else { return nil }
      return TextDoor.clean(line.record.text(at: place))
    }
    if let number = text(.studentNumber), let programme = text(.programme) {
      report.badKeys.insert(TextDoor.folded(number) + "/" + TextDoor.folded(programme))
    }
  }

  private func forget(
    _ report: inout ImportReport, _ result: ImportResult, store: Store, viewer: Viewer
  ) throws(Failure) {
    let badKeys = report.badKeys
    let keys = result.missingKeys.filter { !badKeys.contains(TextDoor.folded($0)) }
    report.missingKeys = keys
    report.missingCount = keys.count
    // Only the first thousand keys are known by name; of the others the store is asked.
    guard result.missing > result.missingKeys.count else { return }
    report.missingCount = result.missing
    for key in badKeys {
      let found = try inWords { () throws(StoreProblem) in try store.find(key, as: viewer) }
      if case .one = found { report.missingCount = max(keys.count, report.missingCount - 1) }
    }
  }

  private static func failure(_ error: any Error) -> Failure {
    if let failure = error as? SafeFileFailure { return Failure(failure) }
    if let failure = error as? CSVFailure { return Failure(failure) }
    return Failure(70, "\(error)")
  }
}

extension ImportedPlacement {
  /// What a line of the file says, for the store.
  init(_ row: ImportRow) {
    self.init(number: row.studentNumber, student: row.student, programme: row.programme)
    studentMail = row.studentMail
    studentPhone = row.studentPhone
    employer = row.employer
    workplace = row.workplace
    workplaceAddress = row.workplaceAddress
    start = row.startDate
    end = row.endDate
    schoolContact = Person(name: row.schoolContact, mail: row.schoolContactMail)
    employerContact = Person(
      name: row.employerContact, mail: row.employerContactMail, phone: row.employerContactPhone)
    supervisor = Person(name: row.workSupervisor, mail: row.workSupervisorMail)
    startedOn = row.startedOn
    agreementSignedOn = row.agreementSignedOn
    scanOn = row.scan?.day
    scanDecision = row.scan?.decision
  }
}
