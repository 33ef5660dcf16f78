import Canvas
import Language
import WerkendLeren
import Widgets

/// Pages of text: the explanation, contacts, and moving to the newest version of the duties.
extension App {
  /// Opens a page of that name; nil where it is none.
  mutating func openPage(_ command: String) -> [Effect]? {
    let kind: PageScreen.Kind
    var placement = snapshot?.id
    switch command {
    case "uitleg": kind = .explanation
    case "contact":
      kind = .contacts
      if case .overview(let overview) = top { placement = overview.selectedRow?.id }
      if placement == nil { return [] }
      if hasMouse { notice = Notice(text: words["contacts.mouse"], kind: .note) }
    case "model":
      guard let snapshot else { return nil }
      kind = .modelMove
      if let refusal = refusal(.moveModel(to: 0, reason: "?")), refusal.kind != .noSuchRecord {
        refuse(refusal)
        return []
      }
      placement = snapshot.id
    default: return nil
    }
    let page = PageScreen(kind, placement: placement, snapshot: snapshot?.id == placement ? snapshot : nil)
    screens.append(.page(page))
    return page.effects
  }

  /// What the palette offers of these, beside the keys.
  var pageEntries: [PaletteEntry] {
    var entries = [paletteEntry("uitleg", text: "palette.explanation")]
    if let snapshot, viewer.party == .school {
      let refusal = refusal(.moveModel(to: 0, reason: "?")).flatMap { $0.kind == .noSuchRecord ? nil : $0 }
      let reason = refusal.map { RefusalWording(words: words, today: today).text($0, model: snapshot.model) }
      entries.append(paletteEntry("model", text: "palette.model", reason: reason))
    }
    return entries
  }

  /// What a key does on a page.
  mutating func run(_ command: String, page: PageScreen) -> [Effect] {
    switch command {
    case "tick":
      guard let item = page.information(viewer), let snapshot = page.snapshot else { return [] }
      return confirm(item, snapshot)
    case "bring":
      guard page.snapshot?.records.placement.model != page.newest?.row, let newest = page.newest else { return [] }
      overlay = .dialog(
        Dialog(
          title: words["move.ask.title"],
          lines: [words("move.ask", ["student": student(of: page), "name": newest.model.name])],
          choices: [
            .init(id: "no", label: words["dialog.no"]),
            .init(id: "yes", label: words["dialog.yes"], isDestructive: true),
          ]), .moveModel(newest.row))
      return []
    default: return []
    }
  }

  private func student(of page: PageScreen) -> String { page.snapshot?.records.student.name ?? "" }

  /// The question was answered with yes.
  func bring(to row: Int64) -> [Effect] {
    guard case .page(let page) = top, let snapshot = page.snapshot else { return [] }
    let command = Command.moveModel(to: row, reason: "")
    return [.perform(PerformRequest(placement: snapshot.id, command: command, seen: snapshot.seen))]
  }

  /// The newest version of the duties was read.
  mutating func take(_ newest: KeptModel) {
    for index in screens.indices {
      guard case .page(var page) = screens[index] else { continue }
      page.newest = newest
      screens[index] = .page(page)
    }
    closeNeedlessMove()
  }

  /// A page that asks for a move where there is none to make goes again, and says so.
  mutating func closeNeedlessMove() {
    guard case .page(let page) = top, page.kind == .modelMove, let newest = page.newest, let snapshot = page.snapshot,
      snapshot.records.placement.model == newest.row
    else { return }
    screens.removeLast()
    overlay = nil
    if notice == nil { notice = Notice(text: words("move.newest", ["name": newest.model.name]), kind: .note) }
  }

  /// Whether the mouse is the program's now: lines to copy are selected with the terminal's own.
  var holdsMouse: Bool { hasMouse && !isCopying }

  var isCopying: Bool { if case .page(let page) = top { page.kind == .contacts } else { false } }
}
