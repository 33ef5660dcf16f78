import Canvas
import Language
import WerkendLeren
import Widgets

/// The application as a value: what is on screen, and what happens when something happens. `update` and `view` are pure; what they ask of
/// the world comes back as `Effect` values.
public struct App: Equatable, Sendable {
  /// One screen above another; the last is seen.
  enum Screen: Equatable, Sendable {
    case overview(OverviewScreen)
    case mine(MineScreen)
    case agenda(AgendaScreen)
    case triptych(TriptychScreen)
    case item(ItemScreen)
    case history(HistoryScreen)
    case people(PeopleScreen)
    case report(ImportScreen)
    case employers(EmployersScreen)
    case register(RegisterScreen)
    case entries(EntriesScreen)
    case entry(EntryScreen)
    case scans(ScansScreen)
    case wizard(WizardScreen)
    case judgement(JudgementScreen)
    case question(QuestionScreen)
    case conditions(ConditionsScreen)
    case outcome(OutcomeScreen)
    case compare(CompareScreen)
    case help(ScrollText)
    case form(FormScreen)
    case page(PageScreen)
  }

  /// What stands above the screens and takes the keys first.
  enum Overlay: Equatable, Sendable {
    case dialog(Dialog, DialogPurpose)
    /// A list to choose from by typing, and all its entries.
    case palette(PaletteList, [PaletteEntry])
    case themes(ThemeSwitch)
    /// What can be done with the course of the placement.
    case course(CourseMenu)
    /// What can be done with all that is marked.
    case group(CourseMenu)
    /// A day for a field of the form below.
    case calendar(CalendarBox)
    /// What is wrong in the form below.
    case errors(JumpList)
  }

  /// What a dialog decides.
  enum DialogPurpose: Equatable, Sendable {
    case undo(redo: Bool)
    case leaveForm
    /// The store could not write what a form asked for.
    case storeFailed(Effect)
    case conflict(PerformRequest)
    case judgeConflict(ScanStepRequest)
    case beginScan(placement: Int64)
    case openExisting(Int64)
    case whoIsThat(PersonContent)
    case moveModel(Int64)
    case group(GroupRequest, GroupOutcome)
    /// Leaving a scan with something that is not saved.
    case leaveWizard
    /// Two people answered one question of a scan.
    case scanConflict(ScanStepRequest)
  }

  /// The language and its texts.
  public internal(set) var words: Words
  /// Who looks.
  public internal(set) var viewer: Viewer
  /// Today.
  public internal(set) var today: Day
  /// The terminal's size.
  public internal(set) var size: Size
  /// How it looks.
  public internal(set) var theme: Theme
  /// The theme's name.
  public internal(set) var themeName: String
  /// How many colours the terminal shows.
  public let colors: Int
  /// Whether frames and bars are left out, for screen readers and braille.
  public let isPlain: Bool
  /// Whether the mouse belongs to the program.
  public internal(set) var hasMouse: Bool
  /// The gates of the newest model.
  public let gates: [Duty]
  /// The keys.
  public let keyMap: KeyMap
  /// After how many weeks continuing duties come due again in what this user makes, by their settings; nil: as the model says.
  public let rhythmWeeks: Int?

  var screens: [Screen]
  var overlay: Overlay?
  var notice: Notice?
  /// A form that waits for its placement to be read.
  var awaited: AwaitedForm?

  /// Starts on the overview, or for a student with what is theirs to do.
  public init(
    words: Words, viewer: Viewer, today: Day, size: Size, theme: Theme, isPlain: Bool, hasMouse: Bool, gates: [Duty],
    keyMap: KeyMap = .standard, rhythmWeeks: Int? = nil, themeName: String = ColorScheme.standard,
    colors: Int = 256
  ) {
    self.words = words
    self.viewer = viewer
    self.today = today
    self.size = size
    self.theme = theme
    self.isPlain = isPlain
    self.hasMouse = hasMouse
    self.gates = gates
    self.keyMap = keyMap
    self.rhythmWeeks = rhythmWeeks
    self.themeName = themeName
    self.colors = colors
    screens = App.firstScreens(for: viewer)
    resizeLists()
  }

  /// The overview, and above it for a student or an employer what is theirs to do.
  static func firstScreens(for viewer: Viewer) -> [Screen] {
    viewer.party == .school ? [.overview(OverviewScreen())] : [.overview(OverviewScreen()), .mine(MineScreen())]
  }

  /// What has to be read before the first paint.
  public var firstEffects: [Effect] { reload }

  /// Shows a note, such as that another terminal was assumed.
  public mutating func show(note: String) { notice = Notice(text: note, kind: .note) }

  var context: ScreenContext {
    ScreenContext(
      words: words, viewer: viewer, today: today, size: size, theme: theme, gates: gates, notice: notice)
  }

  var wording: ItemWording { context.wording }

  var top: Screen {
    get { screens.last ?? .overview(OverviewScreen()) }
    set { if !screens.isEmpty { screens[screens.count - 1] = newValue } }
  }

  /// The smallest size in which every function works.
  public static let smallest = Size(columns: 60, rows: 18)

  var isTooSmall: Bool { size.columns < App.smallest.columns || size.rows < App.smallest.rows }

  /// Gives every list of every screen its height, and keeps what is selected in view.
  mutating func resizeLists() {
    for index in screens.indices {
      switch screens[index] {
      case .overview(var screen):
        screen.list.setHeight(OverviewView.listRect(size).rows)
        screens[index] = .overview(screen)
      case .mine(var screen):
        screen.list.setHeight(MineScreen.listRect(size).rows)
        screens[index] = .mine(screen)
      case .agenda(var screen):
        screen.resize(size, today: today)
        screens[index] = .agenda(screen)
      case .triptych(var screen):
        screen.settle(size: size, wording: wording)
        screens[index] = .triptych(screen)
      case .item(var screen):
        screen.settle(height: ItemView.listRect(size).rows, wording: wording)
        screens[index] = .item(screen)
      case .history(var screen):
        screen.list.setHeight(HistoryScreen.listRect(size).rows)
        screens[index] = .history(screen)
      case .people(var screen):
        screen.list.setHeight(PeopleScreen.listRect(size).rows)
        screens[index] = .people(screen)
      case .entries(var screen):
        screen.list.setHeight(EntriesScreen.listRect(size).rows)
        screens[index] = .entries(screen)
      case .scans(var screen):
        screen.list.setHeight(ScansScreen.listRect(size).rows)
        screens[index] = .scans(screen)
      case .employers(var screen):
        screen.list.setHeight(EmployersScreen.listRect(size).rows)
        screens[index] = .employers(screen)
      case .register(var screen):
        screen.resize(size)
        screens[index] = .register(screen)
      case .wizard(var screen):
        screen.settle(context)
        screens[index] = .wizard(screen)
      case .judgement, .conditions, .compare: resizeJudgement(index)
      case .question, .outcome, .entry, .report, .help, .form, .page: break
      }
    }
  }

  /// The keys of the screen that is seen.
  var keys: BindingTable {
    if case .calendar = overlay { return Keys.calendar(words) }
    let table = withMarks(keyMap.table(keyScreen, words))
    if case .form(let screen) = top { return Keys.fitting(table, screen.form, words) }
    if case .wizard(let screen) = top { return Keys.fitting(table, screen, words) }
    return viewer.party == .school ? fitting(table) : Keys.withoutSchools(fitting(table))
  }

  var keyScreen: KeyScreen {
    switch top {
    case .overview(let screen):
      switch screen.focus {
      case .list: isWelcome ? .welcome : .overview
      case .search: .search
      case .filter: .filters
      }
    case .mine: .todo
    case .agenda: .agenda
    case .triptych: .triptych
    case .item: .item
    case .history: .history
    case .people: .people
    case .report(let screen): screen.canTake ? .report : .reading
    case .employers(let screen): screen.isSearching ? .employerSearch : .employers
    case .register: .register
    case .entries: .entries
    case .entry: .entry
    case .scans: .scans
    case .wizard: .wizard
    case .judgement: .judgement
    case .question: .question
    case .conditions: .conditions
    case .outcome: .outcome
    case .compare: .compare
    case .help: .reading
    case .form: .form
    case .page(let page):
      switch page.kind {
      case .explanation: page.canTick(viewer, on: today) ? .explanation : .reading
      case .contacts: .reading
      case .modelMove: .move
      }
    }
  }

  /// Reads again what the seen screen and those below it show.
  var reload: [Effect] {
    var effects: [Effect] = []
    for screen in screens {
      switch screen {
      case .overview(let overview): effects += [overview.window, .loadCounts]
      case .mine: effects.append(.loadMine(limit: MineScreen.limit))
      case .agenda(let agenda): effects.append(agenda.window(counted: true))
      case .triptych(let triptych): effects.append(.loadPlacement(triptych.placement))
      case .item(let item): effects += [.loadPlacement(item.placement), itemHistory(item)]
      case .history(let history): effects.append(history.window)
      case .page(let page): effects += page.effects
      case .employers(let employers): effects.append(employers.window)
      case .register(let register): effects.append(register.window)
      case .entries(let entries): effects.append(.loadPlacement(entries.placement))
      case .entry(let entry): effects += [.loadPlacement(entry.placement), entryHistory(entry)]
      case .scans(let scans): effects.append(scans.effect)
      case .wizard(let wizard): effects.append(wizard.effect)
      case .judgement(let judged): effects.append(judged.effect)
      case .question(let question): effects.append(.scan(.load(question.scan)))
      case .conditions(let conditions): effects.append(.scan(.load(conditions.scan)))
      case .outcome(let outcome): effects.append(.scan(.load(outcome.scan)))
      case .compare(let compare): effects += compare.scans.map { .scan(.load($0)) }
      case .people, .report, .help, .form: break
      }
    }
    return effects.enumerated().filter { place, effect in
      !effects[..<place].contains(effect)
    }.map(\.element)
  }

  func itemHistory(_ item: ItemScreen) -> Effect {
    .loadHistory(placement: item.placement, duty: item.duty, offset: 0, limit: 20)
  }
}
