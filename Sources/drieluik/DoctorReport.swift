import Exchange
import Language

/// One thing that `drieluik doctor` looked at.
struct DoctorFinding: Equatable {
  /// How it is.
  enum State: String {
    case ok, warning, error
  }

  /// Its stable name, for programs; `doctor.ID` is the name in words.
  let id: String
  let state: State
  /// What was found, in words.
  let value: String
  /// What to do about it.
  var advice: String?
  /// What exactly was found, a line each.
  var details: [String] = []
}

/// What `drieluik doctor` found, as plain lines and as JSON.
struct DoctorReport {
  private(set) var findings: [DoctorFinding] = []
  /// That of a store that is not whole; 0 otherwise, also with warnings.
  private(set) var exitCode: Int32 = 0
  private let words: Words

  /// Looks at everything. Faulty settings are a finding, not a reason to stop.
  init(_ common: CommonOptions) throws(Failure) {
    words = programWords
    let store = try DoctorStore(common, words: words)
    findings = store.findings
    exitCode = store.exitCode
    findings += DoctorSurroundings(words: words).findings
  }

  // MARK: - Plain lines

  /// A line for each finding, what to do and details indented below it, and the result at the end.
  var lines: [String] {
    findings.flatMap(lines) + [result]
  }

  private func lines(_ finding: DoctorFinding) -> [String] {
    var lines = [line("doctor.\(finding.id)", finding.state, finding.value)]
    lines += finding.details.map { words("doctor.detail", ["text": $0]) }
    if let advice = finding.advice { lines.append(words("doctor.advice", ["text": advice])) }
    return lines
  }

  private func line(_ name: String, _ state: DoctorFinding.State, _ value: String) -> String {
    words("doctor.line", ["name": words(name), "state": words("doctor.state.\(state.rawValue)"), "value": value])
  }

  private func count(_ state: DoctorFinding.State) -> Int { findings.filter { $0.state == state }.count }

  private var worst: DoctorFinding.State {
    if count(.error) > 0 { return .error }
    return count(.warning) > 0 ? .warning : .ok
  }

  private var result: String {
    if worst == .ok { return line("doctor.result", .ok, words("doctor.result.sound")) }
    let counts = ["errors": String(count(.error)), "warnings": String(count(.warning))]
    return line("doctor.result", worst, words("doctor.result.some", counts))
  }

  // MARK: - JSON

  /// The same as one JSON object.
  var json: String {
    JSONValue.object([
      ("version", .number(1)), ("result", .text(worst.rawValue)), ("exitCode", .number(Int(exitCode))),
      ("findings", .list(findings.map(json))),
    ]).written + "\n"
  }

  private func json(_ finding: DoctorFinding) -> JSONValue {
    .object([
      ("id", .text(finding.id)), ("state", .text(finding.state.rawValue)),
      ("name", .text(words("doctor.\(finding.id)"))), ("value", .text(finding.value)),
      ("advice", finding.advice.map(JSONValue.text) ?? .null), ("details", .list(finding.details.map(JSONValue.text))),
    ])
  }
}
