import Dashboards
import Exchange
import Glibc
import Language
import StateStore
import Terminal

/// What `drieluik doctor` says of what is around the store: locale, terminal, colours, settings, versions.
struct DoctorSurroundings {
  private(set) var findings: [DoctorFinding] = []
  private let words: Words
  private let environment = programEnvironment

  /// Every sign that the screens draw beside letters.
  static let signs = "✓●○◷!◐–◆▸━╌─│╭╮╰╯…·’›←→↑↓⇧"

  init(words: Words) {
    self.words = words
    var settings = Settings()
    var problems: [String] = []
    do throws(Failure) { settings = try SettingsFile.read() } catch { problems = error.lines }
    // What a file that can be read may still ask for in vain: keys that clash, a theme that is not there.
    do throws(Failure) { _ = try settings.keyMap(words) } catch { problems += error.lines }
    let themes = ThemeShelf(environment: environment, words: words)
    do throws(Failure) { _ = try themes.chosen(option: nil, settings: settings) } catch { problems += error.lines }
    let color = (settings.color ?? .auto).mode
    let found = Surroundings.look(TerminalOptions(color: color, environment: environment), signs: Self.signs)
    locale(found)
    terminal(found)
    colors(found, settings)
    mouse(settings)
    self.settings(problems)
    ownThemes(themes)
    pdf()
    versions(found)
  }

  // MARK: - Locale

  private mutating func locale(_ found: Surroundings) {
    add("locale.language", .ok, words("doctor.value.language.\(words.language.rawValue)"))
    let name = TextDoor.clean(found.locale, limit: 60)
    let values = ["locale": name, "variable": found.localeVariable ?? "", "used": found.usedLocale]
    if found.localeVariable == nil {
      add("locale.characters", .ok, words("doctor.value.locale.unset", values))
    } else if !found.isLocaleInstalled {
      add(
        "locale.characters", .warning, words("doctor.value.locale.missing", values),
        words("doctor.advice.locale", values))
    } else if found.isASCII {
      add(
        "locale.characters", .warning, words("doctor.value.locale.ascii", values), words("doctor.advice.utf8", values))
    } else {
      add("locale.characters", .ok, words("doctor.value.locale.fine", values))
    }
    if found.isASCII {
      add("locale.widths", .ok, words("doctor.value.widths.ascii"))
    } else if found.signsOfOtherWidth.isEmpty {
      add("locale.widths", .ok, words("doctor.value.widths.fine"))
    } else {
      let signs = found.signsOfOtherWidth.map(String.init).joined(separator: " ")
      add(
        "locale.widths", .warning, words("doctor.value.widths.other", ["signs": signs]), words("doctor.advice.widths"))
    }
  }

  // MARK: - Terminal

  private mutating func terminal(_ found: Surroundings) {
    let name = TextDoor.clean(found.terminal, limit: 60)
    switch found.description {
    case .known:
      let key = found.descriptionFile == nil ? "knownInside" : "known"
      let values = ["name": name, "file": found.descriptionFile ?? ""]
      add("terminal.name", .ok, words("doctor.value.terminal.\(key)", values))
    case .replaced(let used):
      add(
        "terminal.name", .warning, words("doctor.value.terminal.replaced", ["name": name, "used": used]),
        words("doctor.advice.terminal"))
    case .cannotShowScreens:
      let value =
        name.isEmpty
        ? words("doctor.value.terminal.unset") : words("doctor.value.terminal.none", ["name": name])
      add("terminal.name", .warning, value, words("doctor.advice.screens"))
    }
    guard found.isTerminal else { return add("terminal.window", .ok, words("doctor.value.window.none")) }
    guard let size = found.size else { return add("terminal.window", .warning, words("doctor.value.window.unknown")) }
    let values = ["columns": String(size.columns), "rows": String(size.rows)]
    if size.columns < App.smallest.columns || size.rows < App.smallest.rows {
      add("terminal.window", .warning, words("doctor.value.window.small", values), words("doctor.advice.window"))
    } else {
      add("terminal.window", .ok, words("doctor.value.window.fine", values))
    }
  }

  private mutating func colors(_ found: Surroundings, _ settings: Settings) {
    let key: String
    if found.colors > 0 {
      let more = ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased() ?? "")
      key = more ? "trueColor" : "some"
    } else if settings.color == .never {
      key = "never"
    } else if found.terminalColors >= 8 {
      key = "noColor"
    } else {
      key = "none"
    }
    let values = ["count": String(found.colors), "all": String(found.terminalColors)]
    add("terminal.colors", .ok, words("doctor.value.colors.\(key)", values))
  }

  private mutating func mouse(_ settings: Settings) {
    let isOverSSH = environment["SSH_CONNECTION"] != nil
    let key = settings.mouse.map { $0 ? "on" : "off" } ?? (isOverSSH ? "ssh" : "on")
    add("terminal.mouse", .ok, words("doctor.value.mouse.\(key)"))
  }

  // MARK: - Settings

  private mutating func settings(_ problems: [String]) {
    let path = SettingsFile(environment: environment).path
    let file = Store.files(path).first
    guard file != nil || !problems.isEmpty else {
      return add("settings.file", .ok, words("doctor.value.settings.none", ["path": path]))
    }
    if problems.isEmpty {
      add("settings.file", .ok, words("doctor.value.settings.fine", ["path": path]))
    } else {
      let value = words("doctor.value.settings.faulty", ["path": path, "count": String(problems.count)])
      findings.append(
        DoctorFinding(
          id: "settings.file", state: .error, value: value, advice: words("doctor.advice.settings"), details: problems))
    }
    if let file { findings.append(DoctorRights(words: words).settings(file)) }
  }

  private mutating func ownThemes(_ themes: ThemeShelf) {
    let names = themes.ownNames
    guard !names.isEmpty else {
      return add("settings.themes", .ok, words("doctor.value.themes.none", ["path": themes.folder]))
    }
    var problems: [String] = []
    var faulty = 0
    for name in names {
      do throws(Failure) {
        _ = try themes.named(name)
      } catch {
        faulty += 1
        problems += error.lines
      }
    }
    if faulty == 0 {
      return add("settings.themes", .ok, words("doctor.value.themes.fine", ["count": String(names.count)]))
    }
    let counts = ["count": String(names.count), "faulty": String(faulty)]
    findings.append(
      DoctorFinding(
        id: "settings.themes", state: .warning, value: words("doctor.value.themes.faulty", counts),
        advice: words("doctor.advice.themes"), details: Array(problems.prefix(10))))
  }

  // MARK: - PDF

  /// That it cannot be made is no fault: all else works without.
  private mutating func pdf() {
    guard let program = PDFProgram(environment) else {
      return add("pdf.program", .ok, words("doctor.value.pdf.none"))
    }
    add("pdf.program", .ok, words("doctor.value.pdf.there", ["path": TextDoor.clean(program.path, limit: 200)]))
  }

  // MARK: - Versions

  private mutating func versions(_ found: Surroundings) {
    add("versions.program", .ok, programVersion)
    add("versions.sqlite", .ok, Store.sqliteVersion)
    let ncurses = found.ncurses.split(separator: " ").last.map(String.init) ?? found.ncurses
    add("versions.ncurses", .ok, words("doctor.value.ncurses", ["version": ncurses]))
    var system = utsname()
    guard uname(&system) == 0 else { return }
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    add("versions.system", .ok, "\(text(system.sysname)) \(text(system.release)) \(text(system.machine))")
  }

  private mutating func add(_ id: String, _ state: DoctorFinding.State, _ value: String, _ advice: String? = nil) {
    findings.append(DoctorFinding(id: id, state: state, value: value, advice: advice))
  }
}
