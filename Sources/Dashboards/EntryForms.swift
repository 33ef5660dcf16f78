import Language
import WerkendLeren
import Widgets

/// The forms of entries.
public enum EntryForm: Equatable, Sendable {
  /// A new entry, which may belong to an item; whether it does unless something else is chosen.
  case new(DutyID?, isOfDuty: Bool)
  /// A correction, or another circle of readers.
  case edit(Entry)
  /// What was done.
  case close(Entry)
  /// Why it is opened again.
  case reopen(Entry)

  /// The end of the key of its title.
  var name: String {
    switch self {
    case .new: "entry"
    case .edit: "entryEdit"
    case .close: "entryClose"
    case .reopen: "entryReopen"
    }
  }

  /// The duty it is about.
  var duty: DutyID? {
    switch self {
    case .new(let duty, _): duty
    case .edit(let entry), .close(let entry), .reopen(let entry): entry.duty
    }
  }

  /// The entry that is there already.
  var entry: Entry? {
    switch self {
    case .new: nil
    case .edit(let entry), .close(let entry), .reopen(let entry): entry
    }
  }

  /// The circles that this party may choose: it reads itself, and the school reads what two share.
  static func circles(of party: Party, hasEmployer: Bool) -> [Circle] {
    let all: [Circle] =
      switch party {
      case .student: [Circle([.student, .school]), .everyone, Circle(.student)]
      case .school: [.everyone, Circle([.student, .school]), Circle([.school, .employer]), Circle(.school)]
      case .employer: [Circle([.school, .employer]), .everyone, Circle(.employer)]
      }
    return hasEmployer ? all : all.filter { !$0.contains(.employer) }
  }
}

extension FormBuilding {
  /// The fields of a form of entries, and what stands in them.
  func entry(_ form: EntryForm) -> ([FormField], [String: String]) {
    switch form {
    case .new(let duty, let isOfDuty): return newEntry(duty.flatMap { snapshot?.model[$0] }, isOfDuty: isOfDuty)
    case .edit(let entry): return edit(entry)
    case .close(let entry):
      return ([information(said(entry)), information(words["form.entryClose.why"]), prose("outcome")], [:])
    case .reopen(let entry):
      let done = words("form.entryReopen.done", ["by": entry.closedBy ?? "", "outcome": entry.outcome])
      return (
        [information(said(entry)), information(done), information(words["form.entryReopen.why"]), prose("reason")], [:]
      )
    }
  }

  /// The words of an entry, above what is asked about it.
  private func said(_ entry: Entry) -> String {
    "\(entry.kind.title(words)), \(dates.short(entry.day, today: today)): \"\(entry.text)\""
  }

  private func newEntry(_ duty: Duty?, isOfDuty: Bool) -> ([FormField], [String: String]) {
    var fields = [information(words["form.entry.why"]), kindField]
    if let duty {
      let name = "\(duty.short(words)) (\(duty.party.inSentence(words)))"
      fields.append(
        FormField(
          id: "about", label: words["field.about"], help: "",
          kind: .choice([
            .init(id: duty.id.text, label: name), .init(id: "whole", label: words["field.about.whole"]),
          ]), required: true, maximumLength: 0))
    }
    if viewer.party == .school {
      let parties = [Party.school, .student, .employer].filter { $0 != .employer || hasEmployer }
      fields.append(
        FormField(
          id: "whose", label: words["field.whose"], help: words["field.whose.help"],
          kind: .choice(parties.map { .init(id: $0.rawValue, label: $0.name(words)) }), required: true,
          maximumLength: 0))
    }
    fields += texts + [followUpField]
    let circles = EntryForm.circles(of: viewer.party, hasEmployer: hasEmployer)
    fields.append(readers(circles))
    var values = ["day": text(today), "whose": viewer.party.rawValue]
    values["about"] = isOfDuty ? duty?.id.text : "whole"
    if viewer.party != .school {
      values["people"] = viewer.name
      // What a student or an employer tells, it tells the school alone, unless it says otherwise.
      values["readers"] = circles.first { $0.contains(.school) && $0.parties.count == 2 }.map { String($0.rawValue) }
    }
    return (fields, values)
  }

  private func edit(_ entry: Entry) -> ([FormField], [String: String]) {
    let isOwn = viewer.party == entry.party || viewer.party == entry.byParty
    var circles = EntryForm.circles(of: viewer.party, hasEmployer: hasEmployer || entry.readers.contains(.employer))
      .filter { $0.contains(entry.party) && $0.contains(entry.byParty) }
    if viewer.party != entry.party { circles = circles.filter { $0.isSubset(of: entry.readers) } }
    if !circles.contains(entry.readers) { circles.insert(entry.readers, at: 0) }
    let fields =
      isOwn
      ? [information(words["form.entryEdit.why"]), kindField] + texts
      : [information(said(entry)), information(words["form.entryEdit.whyOther"])]
    return (
      fields + [followUpField, readers(circles)],
      [
        "kind": entry.kind.rawValue, "day": text(entry.day), "people": entry.people, "text": entry.text,
        "followUp": entry.followUp.map(text) ?? "", "readers": String(entry.readers.rawValue),
      ]
    )
  }

  private var hasEmployer: Bool { snapshot?.records.currentLink != nil }

  private var kindField: FormField {
    FormField(
      id: "kind", label: words["field.kind"], help: "",
      kind: .choice(EntryKind.allCases.map { .init(id: $0.rawValue, label: $0.name(words)) }), required: true,
      maximumLength: 0)
  }

  private var texts: [FormField] {
    [date("day", side: .past), line("people", help: words["field.people.help"]), prose("text")]
  }

  private var followUpField: FormField {
    var field = date("followUp", required: false, side: .coming)
    field.help = words["field.followUp.help"]
    return field
  }

  private func readers(_ circles: [Circle]) -> FormField {
    FormField(
      id: "readers", label: words["field.readers"], help: words["field.readers.help"],
      kind: .choice(circles.map { .init(id: String($0.rawValue), label: $0.sentence(words)) }), required: true,
      maximumLength: 0)
  }
}

extension FormReading {
  /// What a form of entries asks for.
  mutating func entry(_ form: EntryForm) -> Command {
    switch form {
    case .new(let duty, _):
      let duty = duty != nil && required("about", text("about")) == duty?.text ? duty : nil
      let party = viewer.party == .school ? Party(rawValue: required("whose", text("whose"))) ?? .school : viewer.party
      return .addEntry(duty: duty, party: party, entryContent(of: party, by: viewer.party, before: nil))
    case .edit(let entry):
      return .editEntry(entry: entry.id, entryContent(of: entry.party, by: entry.byParty, before: entry))
    case .close(let entry): return .closeEntry(entry: entry.id, outcome: required("outcome", prose("outcome")))
    case .reopen(let entry): return .reopenEntry(entry: entry.id, reason: required("reason", prose("reason")))
    }
  }

  private mutating func entryContent(of party: Party, by writer: Party, before: Entry?) -> EntryContent {
    let readers = Circle(rawValue: Int64(required("readers", text("readers"))) ?? 0)
    var content: EntryContent
    if let before, viewer.party != before.party, viewer.party != before.byParty {
      content = EntryContent(
        kind: before.kind, day: before.day, people: before.people, text: before.text, readers: readers)
    } else {
      let kind = EntryKind(rawValue: required("kind", text("kind")))
      content = EntryContent(
        kind: kind ?? .meeting, day: pastDate("day"), people: text("people"), text: required("text", prose("text")),
        readers: readers)
    }
    content.followUp = optionalDate("followUp")
    if let day = content.followUp, day < content.day { refuse("followUp", words["error.followUp"]) }
    if !readers.isEmpty {
      if content.kind.asksForHandling, !readers.contains(.school) {
        refuse("readers", words["error.readers.school"])
      } else if let missing = [party, writer].first(where: { !readers.contains($0) }) {
        refuse("readers", words("error.readers.party", ["party": missing.inSentence(words)]))
      }
    }
    return content
  }
}
