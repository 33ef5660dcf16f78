import Exchange
import StateStore

extension Failure {
  /// A store that cannot be opened, read or written.
  init(_ problem: StoreProblem) {
    self.init(problem.exitCode, programWords(problem.key, problem.parameters))
  }

  /// A file that cannot be read as CSV.
  init(_ problem: CSVFailure) {
    let code: Int32 =
      switch problem {
      case .notFound, .isFolder: 66
      case .noPermission: 77
      case .unreadable, .cannotSpool: 74
      case .empty, .notText, .brokenHeader, .tooLarge: 65
      }
    self.init(code, programWords(problem.key, problem.parameters))
  }

  /// A file of ours that could not be written.
  init(_ problem: SafeFileFailure) {
    let code: Int32 =
      switch problem {
      case .noPermission: 77
      case .cannotCreate, .exists: 73
      case .diskFull, .failed: 74
      }
    self.init(code, programWords(problem.key, problem.parameters))
  }

  /// A header with which nothing can be imported.
  init(_ refusal: ImportRefusal) {
    self.init(65, programWords(refusal.key, refusal.parameters))
  }

  /// Everything that is wrong in a YAML file of ours, a line each.
  init(_ problems: YAMLProblems) {
    self.init(65, problems.problems.map(Failure.line))
  }

  /// One problem: where, then what and what to do.
  private static func line(_ problem: YAMLProblem) -> String {
    "\(programWords(problem.placeKey, problem.parameters)): \(programWords(problem.key, problem.parameters))"
  }
}

/// Carries out work on the store, and puts its problems in words.
func inWords<Value>(_ body: () throws(StoreProblem) -> Value) throws(Failure) -> Value {
  do throws(StoreProblem) { return try body() } catch { throw Failure(error) }
}
