import Canvas
import Language
import WerkendLeren
import Widgets

/// A placement in words for paper: what its screens say, for everybody's eyes, so without what is "yours" and without keys.
public struct PaperWording {
  /// An item: its sign, and what stands beside it.
  public struct ItemWords: Equatable, Sendable {
    /// The sign of its state.
    public var sign: String
    /// The state in words, with how far it is due.
    public var state: String
    /// A few letters for a narrow column: a date, or what is missing.
    public var short: String
    /// Whether it is overdue.
    public var isLate: Bool
    /// What is on record, who confirmed it and when.
    public var facts: [String]
    /// What was written about it.
    public var notes: [String]
  }

  private let snapshot: PlacementSnapshot
  private let words: Words
  private let today: Day
  private let wording: ItemWording
  private let context: ScreenContext

  /// Takes a placement. Its records are what may be shown; its items may be derived from more.
  public init(snapshot: PlacementSnapshot, words: Words, viewer: Viewer, today: Day) {
    self.snapshot = snapshot
    self.words = words
    self.today = today
    context = ScreenContext(
      words: words, viewer: viewer, today: today, size: Size(columns: 80, rows: 24), theme: .plain, gates: [],
      notice: nil)
    wording = context.wording
  }

  private var records: PlacementRecords { snapshot.records }
  private func day(_ day: Day) -> String { DateWords(words).short(day, today: nil) }

  /// What has to be seen first.
  public var notices: [String] {
    var lines: [String] = []
    if let pause = records.openPause {
      var line = words("triptych.paused", ["day": day(pause.from), "reason": pause.reason])
      if let back = pause.intendedReturn { line += words("triptych.paused.return", ["day": day(back)]) }
      lines.append(line)
    }
    let derivation = snapshot.derivation
    if derivation.stage == .preparation {
      let failing = derivation.failingGates(on: today).map { $0.duty.short(words) }
      if !failing.isEmpty { lines.append(words("triptych.mayNotStart", ["gates": failing.joined(separator: ", ")])) }
    }
    let late = derivation.items.count { $0.isOverdue(on: today) }
    if late > 0 { lines.append(words("triptych.overdue", ["count": String(late)])) }
    if derivation.stage == .during, let end = records.placement.end, end < today {
      lines.append(words("triptych.finish", ["day": day(end)]))
    }
    return lines
  }

  /// Who carries a party's part: role, name, and what is known of how to reach them.
  public func people(of party: Party) -> [(role: String, name: String, lines: [String])] {
    func named(_ role: PersonRole, _ key: String) -> (role: String, name: String, lines: [String]) {
      guard let person = records.holder(of: role, on: today) else {
        return (words[key], words["triptych.noContact"], [])
      }
      let isExperienced = role == .supervisor && !person.experience.isEmpty
      let title = words[isExperienced ? "role.experiencedSupervisor" : key]
      // Who is called what they are is not called so twice.
      let function = title.contains(person.function.lowercased()) ? "" : person.function
      return (title, person.name, [function, person.mail, person.phone, person.reachable].filter { !$0.isEmpty })
    }
    switch party {
    case .student:
      let student = records.student
      return [(student.number, student.name, [student.mail, student.phone].filter { !$0.isEmpty })]
    case .school: return [named(.schoolContact, "role.contact")]
    case .employer:
      guard let employer = records.currentEmployer else { return [("", words["missing.employer"], [])] }
      let place = records.currentWorkplace
      return [
        (
          words["item.employer"], employer.name,
          [place?.name, place?.address].compactMap { $0 }.filter { !$0.isEmpty }
        ), named(.employerContact, "role.contact"), named(.supervisor, "role.supervisor"),
      ]
    }
  }

  /// Done and total of a party in a phase.
  public func progress(of party: Party, in phase: Phase) -> (done: Int, total: Int) {
    PanelContent(party: party, snapshot: snapshot, wording: wording).count(in: phase)
  }

  /// An item. `entries` are those of its duty that stand on this paper.
  public func item(_ item: Item, entries: [Entry]) -> ItemWords {
    let text = ItemText(item: item, snapshot: snapshot, context: context, history: [])
    let state = item.state(on: today, for: nil)
    let value = wording.value(of: item, in: records, viewer: nil)
    let letters = item.duty.isShared && !item.isDone(on: today) ? wording.letters(of: item) + "  " : ""
    return ItemWords(
      sign: state.sign, state: text.stateLine(for: nil), short: letters + value, isLate: state == .overdue,
      facts: text.paperFacts, notes: notes(of: item.duty.id) + entries.map(entry))
  }

  /// The notes of a duty, or of the placement, newest first.
  public func notes(of duty: DutyID?) -> [String] {
    records.notes.filter { $0.duty == duty }.reversed().map { note in
      "\(DateWords(words).moment(note.moment, today: today)) \(note.by): \(note.text)"
    }
  }

  /// An entry on one line.
  public func entry(_ entry: Entry) -> String {
    var text = "\(day(entry.day)) \(entry.kind.name(words))"
    if !entry.people.isEmpty { text += " (\(entry.people))" }
    text += ": \(entry.text)"
    if !entry.outcome.isEmpty { text += " → \(entry.outcome)" }
    if entry.readers != .everyone {
      text += " [" + words("entry.readBy", ["parties": entry.readers.names(words)]) + "]"
    }
    return text
  }

  /// A change: when, what, who, and the reason or note.
  public func change(_ line: ChangeLine) -> (when: String, what: String, who: String, note: String) {
    let wording = HistoryWording(words: words, today: today, model: snapshot.model)
    return (wording.when(line), wording.what(line), wording.who(line), wording.note(line))
  }

  /// The signs with their words, and the gate's.
  public var signs: [(sign: String, word: String)] {
    [ItemState.done, .open, .dueSoon, .overdue, .partial, .notApplicable].map { ($0.sign, $0.word(words)) }
      + [("◆", words["kind.gate"])]
  }
}
