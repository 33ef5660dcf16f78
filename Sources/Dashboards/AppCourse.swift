import Canvas
import Language
import WerkendLeren
import Widgets

/// The course of a placement: `l`, its list, and each of its commands by name.
extension App {
  /// What can be done with the course of the open placement, and with the rhythm of the item that the keys are about.
  var courseEntries: [CourseMenu.Entry] {
    guard let snapshot else { return [] }
    var entries = CourseAction.allCases.map { action in
      entry(
        action.id, name: action.name(words), what: action.explanation(words),
        refusal: courseRefusal(action, snapshot))
    }
    if let item = rhythmItem, let place = entries.firstIndex(where: { $0.id == CourseAction.rhythm.id }) {
      entries.insert(
        entry(
          "ritme-punt", name: words("course.rhythmOfDuty", ["duty": item.duty.short(words)]),
          what: words["course.rhythmOfDuty.what"], refusal: rhythmRefusal(item)), at: place + 1)
    }
    return entries
  }

  private func entry(_ id: String, name: String, what: String, refusal: Refusal?) -> CourseMenu.Entry {
    let reason = refusal.map { RefusalWording(words: words, today: today).text($0, model: snapshot?.model) }
    return CourseMenu.Entry(id: id, name: name, explanation: reason ?? what, isPossible: reason == nil)
  }

  /// The same for the palette, but for the start, which has a key of its own.
  var coursePaletteEntries: [PaletteEntry] {
    courseEntries.compactMap { entry in
      guard entry.id != CourseAction.start.id else { return nil }
      let reason = entry.isPossible ? nil : entry.explanation
      guard let action = CourseAction(id: entry.id) else {
        return PaletteEntry(id: entry.id, label: entry.name, reason: reason)
      }
      return paletteEntry(entry.id, text: "course.\(action.rawValue)", reason: reason)
    }
  }

  /// The continuing item that the keys are about.
  private var rhythmItem: Item? { currentItem.flatMap { $0.duty.kind == .continuing ? $0 : nil } }

  /// Why something of the course cannot be done now, whatever would be filled in; nil where it can.
  private func courseRefusal(_ action: CourseAction, _ snapshot: PlacementSnapshot) -> Refusal? {
    let refusal = refusal(action.trial(snapshot.records, today: today))
    return refusal?.kind == .nothingChanges ? nil : refusal
  }

  private func rhythmRefusal(_ item: Item) -> Refusal? {
    let refusal = refusal(.setRhythm(duty: item.duty.id, weeks: nil))
    return refusal?.kind == .nothingChanges ? nil : refusal
  }

  /// Carries out a command of the course; nil where it is none.
  mutating func runCourse(_ command: String, _ snapshot: PlacementSnapshot) -> [Effect]? {
    if command == "verloop" {
      var menu = CourseMenu()
      menu.settle(size, count: courseEntries.count)
      overlay = .course(menu)
      return []
    }
    if command == "ritme-punt", let item = rhythmItem {
      if let refusal = rhythmRefusal(item) { refuse(refusal) } else { open(.course(.rhythm(item.duty.id))) }
      return []
    }
    guard let action = CourseAction(id: command) else { return nil }
    if action == .start { return start(snapshot) }
    // In an opened item its own rhythm is meant.
    if action == .rhythm, case .item = top, rhythmItem != nil { return runCourse("ritme-punt", snapshot) }
    if let refusal = courseRefusal(action, snapshot) {
      refuse(refusal)
    } else if let form = action.form {
      open(form)
    }
    return []
  }

  /// Takes an event in a list of what can be done, which stands above the screen as `above` says.
  mutating func take(
    _ event: Event, _ menu: CourseMenu, _ entries: [CourseMenu.Entry], above: (CourseMenu) -> Overlay
  ) -> [Effect] {
    var menu = menu
    let outcome = menu.handle(event, entries, size: size)
    overlay = above(menu)
    switch outcome {
    case .unchanged: return []
    case .closed: overlay = nil
    case .chosen(let id):
      // What cannot be done says why below the list, which stays.
      guard entries.first(where: { $0.id == id })?.isPossible == true else { return [] }
      overlay = nil
      return run(id)
    }
    return []
  }
}
