import Dashboards
import Exchange
import Language
import StateStore
import WerkendLeren

/// What an import did, in words.
struct ImportReport {
  /// As many bad lines are told on screen; the file to mend has all of them.
  static let shownLines = 50
  /// As many placements that are no longer in the file are named.
  static let shownKeys = 20

  private let words: Words
  private let file: String
  private let today: Day
  private var bad: [String] = []
  /// The keys, folded, of lines that are bad by themselves.
  var badKeys: Set<String> = []
  /// The placements in the store that are no longer in the file; not all of them where they are many.
  var missingKeys: [String]?
  /// How many they are.
  var missingCount = 0

  /// Begins a report on a file, by the name that is shown.
  init(words: Words, file: String, today: Day) {
    self.words = words
    self.file = file
    self.today = today
  }

  // MARK: - Bad lines

  /// Takes a line that is bad by itself; gives the message for the file to mend.
  mutating func add(_ problems: [ImportProblem]) -> String {
    for problem in problems { bad.append(place(problem.line, problem.columnName) + what(problem)) }
    return problems.map { problem in
      problem.columnName.map { "\($0): " }.map { $0 + what(problem) } ?? what(problem)
    }.joined(separator: "; ")
  }

  /// Takes a line that the store refuses; gives the message for the file to mend.
  mutating func add(_ refusal: Refusal, line: Int, header: ImportHeader) -> String {
    let (column, text) = reason(refusal)
    let name = column.map(header.name(of:))
    bad.append(place(line, name) + text)
    return name.map { "\($0): \(text)" } ?? text
  }

  private func reason(_ refusal: Refusal) -> (ImportColumn?, String) {
    let dates = DateWords(words)
    switch refusal.kind {
    case .noEmployer: return (.employer, words("import.noEmployer"))
    case .ended: return (nil, words("import.ended"))
    case .endBeforeStart:
      return (.endDate, words("import.endBeforeKnownStart", ["start": refusal.day.map(dates.full) ?? ""]))
    default: return (nil, RefusalWording(words: words, today: today).text(refusal, model: nil))
    }
  }

  private func place(_ line: Int, _ column: String?) -> String {
    guard let column else { return words("import.line", ["line": String(line)]) + ": " }
    return words("import.lineColumn", ["line": String(line), "column": column]) + ": "
  }

  private func what(_ problem: ImportProblem) -> String {
    var values = problem.parameters
    let dates = DateWords(words)
    for key in ["day", "today", "start", "end"] {
      if let text = values[key], let day = Day(iso: text) { values[key] = dates.full(day) }
    }
    let text = words(problem.key, values)
    guard let shownAt = values["atLine"], shownAt != values["line"] else { return text }
    return words("import.shownAt", ["what": text, "line": shownAt])
  }

  /// The bad lines for the screen: the first of them, or all where no file holds them.
  func badLines(of count: Int, showsAll: Bool) -> [String] {
    guard !showsAll, bad.count > Self.shownLines else { return bad }
    return bad.prefix(Self.shownLines) + [words("import.more", ["count": String(bad.count - Self.shownLines)])]
  }

  // MARK: - What was done

  /// What was done, or would be, one fact a line.
  func lines(
    _ result: ImportResult, bad count: Int, unknownColumns: [String], isDryRun: Bool, wasWritten: Bool
  ) -> [String] {
    var lines: [String] = []
    if isDryRun {
      lines.append(words("import.dryRun", ["file": file]))
    } else if !wasWritten {
      lines.append(words("import.nothingWritten", ["file": file]))
    } else {
      lines.append(words("import.done", ["file": file]))
    }
    if isDryRun || wasWritten {
      lines.append(words("import.new", ["count": String(result.new)]))
      lines.append(words("import.changed", ["count": String(result.changed)]))
      lines.append(words("import.unchanged", ["count": String(result.unchanged)]))
    }
    lines.append(words("import.bad", ["count": String(count)]))
    if !unknownColumns.isEmpty {
      lines.append(words("import.unknownColumns", ["names": unknownColumns.joined(separator: ", ")]))
    }
    let keys = missingKeys ?? result.missingKeys
    let missing = missingKeys == nil ? result.missing : missingCount
    if missing > 0 {
      lines.append(words("import.missing", ["count": String(missing)]))
      lines += keys.prefix(Self.shownKeys).map { "  \($0)" }
      if missing > Self.shownKeys {
        lines.append(words("import.more", ["count": String(missing - min(keys.count, Self.shownKeys))]))
      }
    }
    return lines
  }
}
