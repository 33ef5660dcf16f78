import Exchange
import Glibc
import Language
import StateStore
import Terminal
import WerkendLeren

/// One call of the program: its options, who acts, the time and the store.
final class Call {
  let common: CommonOptions
  let words: Words
  let clock: Clock
  let settings: Settings
  let identity: Identity
  private var throwAway: ThrowAwayFolder?
  private var opened: Store?

  /// Reads the settings and the environment; opens nothing yet.
  init(_ common: CommonOptions) throws(Failure) {
    self.common = common
    words = programWords
    clock = try Clock(environment: programEnvironment)
    settings = try SettingsFile.read()
    // Who was remembered is a person of the user's own store.
    let remembered = common.demo ? Settings() : settings
    identity = Identity(role: common.role, person: common.person, settings: remembered)
    if common.demo, common.store != nil { throw Failure(64, words("usage.demoAndStore")) }
  }

  /// Where the store lies.
  var place: (path: String, isDefault: Bool) { common.place }

  /// Opens the store and makes it where it is missing; with a model, so that placements can begin.
  func store() throws(Failure) -> Store {
    if let opened { return opened }
    let store = common.demo ? try demoStore() : try open(place.path, makesFolder: place.isDefault)
    opened = store
    return store
  }

  /// The store, or nil where there is none yet: looking makes nothing.
  func storeIfThere() throws(Failure) -> Store? {
    if !common.demo {
      guard !place.path.isEmpty else { throw Failure(64, words("usage.emptyStore")) }
      var status = stat()
      if stat(place.path, &status) != 0, errno == ENOENT { return nil }
    }
    return try store()
  }

  /// The store, or where there is none yet an empty one that is gone after this call.
  func storeOrPassing() throws(Failure) -> (store: Store, isThere: Bool) {
    if let store = try storeIfThere() { return (store, true) }
    return (try passingStore(), false)
  }

  private func passingStore() throws(Failure) -> Store {
    let folder = try ThrowAwayFolder()
    throwAway = folder
    let store = try open(folder.path + "/drieluik.sqlite", makesFolder: false)
    opened = store
    return store
  }

  private func demoStore() throws(Failure) -> Store {
    let folder = try ThrowAwayFolder()
    throwAway = folder
    let path = folder.path + "/drieluik.sqlite"
    // Built under a session of its own, so that undo does not reach it.
    let building = try open(path, makesFolder: false)
    try inWords { () throws(StoreProblem) in
      try DemoData(store: building, today: clock.now().today).fill()
      try building.close()
    }
    return try open(path, makesFolder: false)
  }

  private func open(_ path: String, makesFolder: Bool) throws(Failure) -> Store {
    guard !path.isEmpty else { throw Failure(64, words("usage.emptyStore")) }
    var options = Self.storeOptions
    options.makesFolder = makesFolder
    return try inWords { () throws(StoreProblem) in
      let store = try Store.open(path, options: options)
      guard !store.isReadOnly else { return store }
      if try store.newestModel() == nil { try store.ensureModel(BuiltInModel.load(), at: clock.now()) }
      if try !store.hasQuestionnaire() { try store.ensureQuestionnaire(BuiltInQuestionnaire.load(), at: clock.now()) }
      return store
    }
  }

  /// What every store is handed; with a new session.
  static var storeOptions: StoreOptions {
    StoreOptions(
      fold: TextDoor.folded, encodeModel: ModelPlainForm.encode, decodeModel: ModelPlainForm.decode,
      encodeQuestionnaire: QuestionnairePlainForm.encode, decodeQuestionnaire: QuestionnairePlainForm.decode)
  }

  /// Closes the store, and takes a throw-away one away.
  func leave() {
    try? opened?.close()
    opened = nil
    throwAway?.remove()
    throwAway = nil
  }
}

extension CommonOptions {
  /// Where the store lies: `--store`, `DRIELUIK_STORE`, or the user's own place.
  var place: (path: String, isDefault: Bool) {
    if let store { return (store, false) }
    if let path = programEnvironment["DRIELUIK_STORE"], !path.isEmpty { return (path, false) }
    return (UserFolders.data(programEnvironment) + "/drieluik/drieluik.sqlite", true)
  }
}

extension Call {
  /// Opens the screens; where no terminal can show them, writes the same facts as plain lines.
  func openScreens(
    noMouse: Bool, ascii: Bool, plain: Bool, color: Settings.Color?, theme: String?, scan: NamedScan? = nil
  ) throws {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { return try plainLines() }
    let keyMap = try settings.keyMap(words)
    let themes = ThemeShelf(environment: programEnvironment, words: words)
    let scheme = try themes.chosen(option: theme, settings: settings)
    let store = try store()
    let viewer = try identity.viewer(in: store)
    let newest = try inWords { () throws(StoreProblem) in try store.newestModel() }
    var notes: [String] = []
    if common.demo { notes.append(words("demo.note")) }
    if store.isReadOnly { notes.append(words("store.readOnly.note", ["path": store.path])) }
    let environment = programEnvironment
    let wantsPlain = ["DRIELUIK_PLAIN", "ACCESSIBLE"].contains { environment[$0].map(Call.isOn) ?? false }
    let request = OpenRequest(
      store: store, viewer: viewer, words: words, clock: clock, model: newest?.model ?? BuiltInModel.load(),
      wantsMouse: noMouse ? false : settings.mouse, ascii: ascii || settings.ascii ?? false,
      plain: plain || wantsPlain || settings.plain ?? false, color: (color ?? settings.color ?? .auto).mode,
      keyMap: keyMap, rhythmWeeks: settings.rhythm, themes: themes, scheme: scheme,
      places: ScanPlaces(environment: common.demo ? [:] : environment, store: store.path), scan: scan, notes: notes,
      remember: { [self] role, name in remember(role, name, in: store) })
    let ending: (code: Int32, wantsDemonstration: Bool)
    do throws(TerminalError) {
      ending = try drieluik.openScreens(request, environment: environment)
    } catch {
      if case .cannotShowScreens(let name) = error {
        Output.complain([words("terminal.cannotShowScreens", ["name": TextDoor.clean(name, limit: 40)])])
      }
      if let scan { return try talk(about: scan, in: store, as: viewer) }
      return try plainLines()
    }
    if ending.code != 0 { throw Ended(exitCode: ending.code) }
    guard ending.wantsDemonstration else { return }
    leave()
    var options = common
    options.demo = true
    options.store = nil
    let demonstration = try Call(options)
    defer { demonstration.leave() }
    try demonstration.openScreens(noMouse: noMouse, ascii: ascii, plain: plain, color: color, theme: theme)
  }

  private func plainLines() throws {
    try Output.write(lines: StatusReport(self).lines())
  }

  private func remember(_ role: Party, _ name: String, in store: Store) -> Result<Viewer, Failure> {
    do throws(Failure) {
      let person = TextDoor.clean(name, limit: 200)
      let identity = Identity(role: role, person: person.isEmpty ? nil : person, settings: Settings())
      let viewer = try identity.viewer(in: store)
      // A person of the demonstration is nobody afterwards.
      if !common.demo {
        try SettingsFile(environment: programEnvironment).remember(role: role, person: identity.person)
      }
      return .success(viewer)
    } catch {
      return .failure(error)
    }
  }

  /// A variable that asks for something: set, and neither empty nor a no.
  static func isOn(_ value: String) -> Bool {
    !["", "0", "no", "false", "nee"].contains(value.lowercased())
  }
}

extension Settings.Color {
  /// The same for the terminal.
  var mode: ColorMode {
    switch self {
    case .auto: .automatic
    case .always: .always
    case .never: .never
    case .eight: .limited(8)
    case .sixteen: .limited(16)
    case .many: .limited(256)
    }
  }
}
