import Dashboards
import Exchange
import Language
import StateStore
import WerkendLeren

/// An import that is asked for on the screens: tried first, then taken in, with the same report as that of the command line.
struct ScreenImport {
  let store: Store
  let viewer: Viewer
  let words: Words
  let clock: Clock

  /// Carries it out. `progress` gets the number of lines so far and says whether to go on.
  func run(_ typed: String, isTrial: Bool, progress: (Int) -> Bool) -> ImportAnswer {
    let path = Self.path(typed)
    do throws(Failure) {
      let work = PlacementImport(words: words, clock: clock, path: path, isDryRun: isTrial, isStrict: false)
      let file = try work.open(.file(path: path))
      let outcome = try work.carryOut(file, into: store, as: viewer, progress: progress)
      var lines = outcome.lines
      if !outcome.complaints.isEmpty { lines += [""] + outcome.complaints }
      if isTrial { lines += ["", words[outcome.changes > 0 ? "import.screen.ask" : "import.screen.nothing"]] }
      return .report(lines, canTake: outcome.changes > 0)
    } catch {
      return error.exitCode == 130 ? .cancelled : .failed(error.lines.joined(separator: " "))
    }
  }

  /// A path as people type or paste it: with `~` for the home, and in quotes as a file manager gives it.
  static func path(_ typed: String) -> String {
    var path = typed
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
      path = String(path.dropFirst().dropLast())
    }
    guard path == "~" || path.hasPrefix("~/"), let home = programEnvironment["HOME"], !home.isEmpty else { return path }
    return home + path.dropFirst()
  }
}
