import Canvas
import Language
import WerkendLeren
import Widgets

/// The agenda: opening it, its filters, its steps from week to week.
extension App {
  /// Opens the agenda; from the overview with its "mine".
  mutating func openAgenda() -> [Effect] {
    var filter = AgendaFilter(party: viewer.party == .school ? nil : viewer.party)
    if case .overview(let overview) = top { filter.mine = overview.filter.mine }
    var agenda = AgendaScreen(filter: filter)
    agenda.resize(size, today: today)
    screens.append(.agenda(agenda))
    return [agenda.window(counted: true)]
  }

  mutating func run(_ command: String, agenda screen: AgendaScreen) -> [Effect] {
    var screen = screen
    switch command {
    case "open":
      guard let entry = screen.selected else { return [] }
      return openLine(
        of: entry.placement, entry: entry.line.entry, condition: entry.line.condition, duty: screen.duty(entry),
        party: party(of: entry))
    case "placement": return screen.selected.map { openPlacement($0.placement) } ?? []
    case "agenda.party":
      let all: [Party?] = [nil] + Party.allCases.map { $0 }
      let place = all.firstIndex(of: screen.filter.party) ?? 0
      screen.filter.party = all[(place + 1) % all.count]
    case "agenda.mine": screen.filter.mine.toggle()
    case "agenda.next": return screen.nextDay(today: today).map { [.findAgenda(screen.filter, $0)] } ?? []
    case "agenda.previous":
      return screen.previousDay(today: today).map { [.findAgenda(screen.filter, $0)] } ?? move(.key(.home))
    default: return []
    }
    screen.restart()
    top = .agenda(screen)
    return [screen.window(counted: true)]
  }

  /// In whose panel an entry's item is opened.
  private func party(of entry: AgendaEntry) -> Party {
    entry.line.parties.contains(viewer.party) ? viewer.party : entry.line.parties.first ?? viewer.party
  }

  mutating func take(_ filter: AgendaFilter, _ page: AgendaPage) -> [Effect] {
    for index in screens.indices {
      guard case .agenda(var screen) = screens[index], screen.filter == filter else { continue }
      screen.take(page, today: today)
      screens[index] = .agenda(screen)
      // Where less came than was there before, the agenda has become shorter and is counted again.
      if !screen.isWindowRead { return [screen.window(counted: page.total == nil)] }
    }
    return []
  }

  /// Goes to the entry of that number, or to the last one.
  mutating func goTo(_ number: Int, _ filter: AgendaFilter) -> [Effect] {
    guard case .agenda(var screen) = top, screen.filter == filter else { return [] }
    screen.list.selectFirst(number)
    screen.settle(today: today)
    top = .agenda(screen)
    return screen.isWindowRead ? [] : [screen.window(counted: false)]
  }

  mutating func moveAgenda(_ event: Event, _ screen: AgendaScreen) -> [Effect] {
    var screen = screen
    let view = AgendaView(screen: screen, context: context)
    if case .mouse(let mouse) = event, mouse.action == .press {
      if let command = view.filter(at: mouse.place) { return run(command, agenda: screen) }
      guard let number = view.entry(at: mouse.place) else { return [] }
      let isAgain = number == screen.list.selected
      screen.list.select(number)
      top = .agenda(screen)
      return isAgain ? run("open") : []
    }
    let outcome = screen.list.handle(event, in: AgendaScreen.listRect(size))
    screen.settle(today: today)
    top = .agenda(screen)
    if case .activated = outcome { return run("open") }
    return screen.isWindowRead ? [] : [screen.window(counted: false)]
  }
}
