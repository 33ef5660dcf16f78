import Exchange
import Glibc
import Language
import Widgets

/// The themes of the program, and those of the user's own in `$XDG_CONFIG_HOME/drieluik/themes`. One of the user's goes before one of the
/// program of the same name.
struct ThemeShelf {
  /// The folder of the user's own.
  let folder: String
  private let words: Words

  /// The shelf by the environment.
  init(environment: [String: String], words: Words) {
    folder = UserFolders.configuration(environment) + "/drieluik/themes"
    self.words = words
  }

  /// The most files of one's own that are looked at.
  private static let limit = 500

  /// The names of the user's own themes, in order.
  var ownNames: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < Self.limit, let entry = readdir(stream) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let name = String(file.dropLast(Self.ending.count))
      guard file.hasSuffix(Self.ending), !name.isEmpty, !name.hasPrefix("."), TextDoor.clean(name, limit: 100) == name,
        isFile(name)
      else { continue }
      names.append(name)
    }
    return names.sorted()
  }

  private static let ending = ".yaml"

  private func path(_ name: String) -> String { "\(folder)/\(name)\(Self.ending)" }

  /// Whether there is such a file: no folder, and nothing that waits for somebody to write into it.
  private func isFile(_ name: String) -> Bool {
    var status = stat()
    return stat(path(name), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// All names with whose they are: the program's first.
  var all: [(name: String, isOwn: Bool)] {
    let own = ownNames
    return ColorScheme.builtInNames.filter { !own.contains($0) }.map { ($0, false) } + own.map { ($0, true) }
  }

  /// The scheme of a name; nil where nobody has one. A faulty file of one's own is a failure.
  func scheme(_ name: String) throws(Failure) -> ColorScheme? {
    guard !name.contains("/"), !name.hasPrefix("."), isFile(name) else { return ColorScheme.builtIn(name) }
    let file = try ThemeShelf.read(path(name))
    return ColorScheme(name: name, variant: file.variant, depth: file.depth, colors: file.colors)
  }

  /// Reads and checks a file.
  static func read(_ path: String) throws(Failure) -> ThemeFile {
    switch ThemeFile.read(bytes: try SmallFile.read(path), file: path) {
    case .success(let file): return file
    case .failure(let problems): throw Failure(problems)
    }
  }

  /// The scheme that was asked for, by the option or else by the settings.
  func chosen(option: String?, settings: Settings) throws(Failure) -> ColorScheme {
    guard let name = option ?? settings.theme?.text else { return try standard() }
    if let found = try scheme(name) { return found }
    let (key, details) = unknown(name)
    if option == nil, let line = settings.theme?.line {
      let file = SettingsFile(environment: programEnvironment).path
      throw Failure(
        YAMLProblems([YAMLProblem(file: file, line: line, field: "theme", key: key, details: details)]))
    }
    throw Failure(64, words(key, details))
  }

  /// The scheme of a name that a command was given.
  func named(_ name: String) throws(Failure) -> ColorScheme {
    guard let found = try scheme(name) else {
      let (key, details) = unknown(name)
      throw Failure(65, words(key, details))
    }
    return found
  }

  private func standard() throws(Failure) -> ColorScheme {
    try scheme(ColorScheme.standard)
      ?? ColorScheme(name: ColorScheme.standard, variant: .any, depth: .none, colors: [])
  }

  /// What is to be said of a name that is none.
  private func unknown(_ name: String) -> (key: String, details: [String: String]) {
    let known = all.map(\.name)
    let near = Nearness.nearest(to: name, in: known)
    return (
      near.isEmpty ? "theme.unknown" : "theme.unknownNear",
      [
        "name": TextDoor.clean(name, limit: 60), "near": near.joined(separator: ", "),
        "known": known.joined(separator: ", "),
      ]
    )
  }
}

extension Theme {
  /// A scheme as a terminal with so many colours shows it.
  init(_ scheme: ColorScheme, terminalColors: Int) {
    let count = min(terminalColors, Int(scheme.depth.rawValue) ?? 0)
    self = count < 8 ? .plain : Theme(base16: scheme.colors.map(\.parts)).reduced(toColors: count)
  }
}
