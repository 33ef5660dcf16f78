import Canvas
import Language
import WerkendLeren
import Widgets

/// Employers, workplaces and students: their list, their screens, and the forms of their data.
extension App {
  /// Commands about them from anywhere; nil where it is none.
  mutating func runRegisters(_ command: String) -> [Effect]? {
    switch command {
    case "werkgevers": return openEmployers()
    case "werkgever": return registers.employer.map { open(.employer($0)) } ?? lacks("register.noEmployer")
    case "werkplek": return registers.workplace.map { open(.workplace($0)) } ?? lacks("register.noWorkplace")
    case "student": return registers.student.map { open(.student($0)) } ?? []
    default: return nil
    }
  }

  /// The employer, the workplace and the student of what is on screen.
  private var registers: (employer: Int64?, workplace: Int64?, student: Int64?) {
    if case .register(let screen) = top { return (screen.employerOfWorkplace?.id, nil, nil) }
    guard let records = snapshot?.records else { return (nil, nil, nil) }
    return (records.currentLink?.employer, records.currentLink?.workplace, records.student.id)
  }

  private mutating func lacks(_ key: String) -> [Effect] {
    notice = Notice(text: words(key), kind: .refused)
    return []
  }

  /// What the palette offers of them, beside the keys.
  var registerEntries: [PaletteEntry] {
    var entries: [PaletteEntry] = []
    let there = registers
    if snapshot != nil || there.employer != nil {
      let reason = there.employer == nil ? words["register.noEmployer"] : nil
      entries.append(paletteEntry("werkgever", text: "palette.employer", reason: reason))
    }
    if snapshot != nil {
      let reason = there.workplace == nil ? words["register.noWorkplace"] : nil
      entries.append(paletteEntry("werkplek", text: "palette.workplace", reason: reason))
      entries.append(paletteEntry("student", text: "palette.student"))
    }
    return entries + [paletteEntry("werkgevers", text: "key.employers.help")]
  }

  // MARK: - Opening

  private mutating func openEmployers() -> [Effect] {
    if let place = screens.firstIndex(where: { if case .employers = $0 { true } else { false } }) {
      screens.removeLast(screens.count - place - 1)
      return reload
    }
    var screen = EmployersScreen()
    screen.list.setHeight(EmployersScreen.listRect(size).rows)
    screens.append(.employers(screen))
    return [screen.window]
  }

  /// Opens the screen of an employer, a workplace or a student; where it is open below, one goes back to it.
  mutating func open(_ subject: RegisterSubject) -> [Effect] {
    let place = screens.firstIndex { screen in
      if case .register(let register) = screen { register.subject == subject } else { false }
    }
    if let place {
      screens.removeLast(screens.count - place - 1)
      return reload
    }
    var screen = RegisterScreen(subject)
    screen.resize(size)
    screens.append(.register(screen))
    return [screen.window]
  }

  /// Opens a placement; where it is open below, one goes back to it.
  private mutating func openListed(_ placement: Int64) -> [Effect] {
    let place = screens.firstIndex { screen in
      if case .triptych(let triptych) = screen { triptych.placement == placement } else { false }
    }
    guard let place else { return openPlacement(placement) }
    screens.removeLast(screens.count - place - 1)
    return reload
  }

  // MARK: - The list of employers

  mutating func run(_ command: String, employers screen: EmployersScreen) -> [Effect] {
    var screen = screen
    switch command {
    case "open": return screen.selected.map { open(.employer($0.id)) } ?? []
    case "search": screen.isSearching = true
    case "list": screen.isSearching = false
    case "clear":
      screen.isSearching = false
      screen.search = TextField(maximumLength: 80)
      screen.find("")
      top = .employers(screen)
      return [screen.window]
    default: return []
    }
    top = .employers(screen)
    return []
  }

  /// Keys, clicks and pastes while something is searched.
  mutating func takeInSearch(_ event: Event, _ screen: EmployersScreen) -> [Effect] {
    var screen = screen
    if case .mouse = event {
      screen.isSearching = false
      top = .employers(screen)
      return move(event)
    }
    if case .key(let key) = event {
      if let command = keys.command(for: key) { return run(command, employers: screen) }
      if let command = commandInText(key, of: .employers) { return run(command) }
    }
    guard screen.search.handle(event) == .changed else {
      top = .employers(screen)
      return []
    }
    screen.find(TextDoor.clean(screen.search.text))
    top = .employers(screen)
    return [screen.window]
  }

  mutating func take(_ text: String, _ page: EmployersPage) -> [Effect] {
    for index in screens.indices {
      guard case .employers(var screen) = screens[index], screen.text == text else { continue }
      screen.take(page)
      screens[index] = .employers(screen)
      if !screen.isWindowRead { return [screen.window] }
    }
    return []
  }

  mutating func moveEmployers(_ event: Event, _ screen: EmployersScreen) -> [Effect] {
    var screen = screen
    if case .mouse(let mouse) = event, mouse.action == .press,
      EmployersScreen.searchRect(context).contains(mouse.place)
    {
      return run("search", employers: screen)
    }
    let outcome = screen.list.handle(event, in: EmployersScreen.listRect(size))
    top = .employers(screen)
    if case .activated = outcome { return run("open") }
    return screen.isWindowRead ? [] : [screen.window]
  }

  // MARK: - An employer, a workplace, a student

  mutating func run(_ command: String, register screen: RegisterScreen) -> [Effect] {
    switch (command, screen.selected) {
    case ("open", .workplace(let workplace, _)): return open(.workplace(workplace.id))
    case ("open", .placement(let placement)): return openListed(placement.id)
    case ("open", .person(let entry)): return begin(.people(.person(entry.person)), under: entry.anchor)
    case ("bewerken", _):
      switch screen.page?.head {
      case .employer(let employer): return begin(.people(.employer(employer)), under: screen.page?.anchor)
      case .workplace(let workplace, _): return begin(.people(.workplace(workplace)), under: screen.page?.anchor)
      case .student(let student): return begin(.people(.student(student)), under: screen.page?.anchor)
      case nil: return []
      }
    default: return []
    }
  }

  /// Opens a form about what placements share once the one is read under which the history keeps the change.
  private mutating func begin(_ form: FormKind, under placement: Int64?) -> [Effect] {
    guard let placement else { return lacks("register.noPlacement") }
    awaited = AwaitedForm(placement: placement, kind: form)
    return [.loadPlacement(placement)]
  }

  mutating func take(_ subject: RegisterSubject, _ page: RegisterPage?) -> [Effect] {
    guard let page else {
      screens.removeAll { if case .register(let screen) = $0 { screen.subject == subject } else { false } }
      notice = Notice(text: words["register.gone"], kind: .refused)
      return []
    }
    for index in screens.indices {
      guard case .register(var screen) = screens[index], screen.subject == subject else { continue }
      screen.take(page)
      screens[index] = .register(screen)
      if !screen.isWindowRead { return [screen.window] }
    }
    return []
  }

  mutating func moveRegister(_ event: Event, _ screen: RegisterScreen) -> [Effect] {
    var screen = screen
    let outcome = screen.handle(event, in: screen.listRect(size))
    top = .register(screen)
    if case .activated = outcome { return run("open") }
    return screen.page == nil || screen.isWindowRead ? [] : [screen.window]
  }

  /// Whether a change is about what the register on screen shows, so that undo need not ask.
  func isShown(_ change: ChangeLine) -> Bool {
    guard case .register(let screen) = top else { return false }
    let shared = change.rows.compactMap { $0.after ?? $0.before }
    return shared.contains { row in
      switch (row.table, screen.page?.head) {
      case (.employer, .employer(let employer)): row.id == employer.id
      case (.workplace, .workplace(let workplace, _)): row.id == workplace.id
      case (.student, .student(let student)): row.id == student.id
      case (.person, _):
        screen.page?.lines.contains { if case .person(let entry) = $0 { entry.id == row.id } else { false } } ?? false
      default: false
      }
    }
  }
}
