import Language
import WerkendLeren
import Widgets

/// A form of a command for all that is marked.
public struct GroupForm: Equatable, Sendable {
  /// A part of an item that can be chosen for all marked placements.
  struct Choice: Equatable, Sendable {
    var duty: Duty
    var party: Party

    var id: String { "\(duty.id.text) \(party.rawValue)" }
  }

  let action: GroupAction
  let rows: [MarkedRow]
  /// The items from which one is chosen; empty where each marked row is one, or where no item is asked for.
  let choices: [Choice]

  /// The placements, each once, in the order of the marks.
  var placements: [Int64] {
    var seen: Set<Int64> = []
    return rows.map(\.placement).filter { seen.insert($0).inserted }
  }

  /// Whether parts of other parties than this one are confirmed.
  func isForOthers(_ viewer: Party) -> Bool {
    action == .confirm && choices.isEmpty && rows.contains { $0.duty != nil && $0.party != viewer }
  }

  /// The items of models from which one is chosen for all marked placements.
  static func choices(_ action: GroupAction, _ models: [DutyModel], viewer: Party) -> [Choice] {
    guard action.isOfItems else { return [] }
    var seen: Set<DutyID> = []
    let duties = models.flatMap(\.duties).filter { seen.insert($0.id).inserted && $0.mirrors == nil }
    return duties.flatMap { duty -> [Choice] in
      switch action {
      case .confirm where duty.kind == .evidence: []
      case .confirm where duty.isShared: duty.parties.map { Choice(duty: duty, party: $0) }
      case .exclude where duty.kind != .task && duty.kind != .continuing, .exclude where duty.gate: []
      default: [Choice(duty: duty, party: duty.party)]
      }
    }.filter { viewer == .school || $0.party == viewer }
  }
}

extension FormBuilding {
  /// The fields of a form of a group, and what stands in them.
  func group(_ form: GroupForm) -> ([FormField], [String: String]) {
    var fields = [information(words("form.group.why", ["count": String(form.rows.count)]))]
    var values: [String: String] = [:]
    if !form.choices.isEmpty { fields.append(itemField(form.choices)) }
    switch form.action {
    case .confirm:
      fields.append(date("day", side: .past))
      values["day"] = text(today)
      if form.isForOthers(viewer.party) {
        fields += [information(words["form.group.others"]), prose("howTold")]
      } else {
        var remark = prose("remark", required: false)
        if viewer.party == .school, !form.choices.isEmpty { remark.help = words["field.remark.group.help"] }
        fields.append(remark)
      }
    case .due: fields += [information(words["form.dueDate.why"]), date("due", required: false)]
    case .exclude: fields += [information(words["form.exclude.why"]), prose("reason")]
    case .note: fields.append(prose("note"))
    case .contact:
      fields += [
        information(words["form.group.contact"]), line("name", required: true), field("mail", .email),
        field("phone", .phone), date("from"),
      ]
      values["from"] = text(today)
    case .start:
      fields += [information(words["form.start.why"]), date("day", side: .past)]
      var reason = prose("scanReason", required: false)
      reason.help = words["field.scanReason.group.help"]
      fields.append(reason)
      values["day"] = text(today)
    case .pause:
      fields += [date("from", side: .past), date("intendedReturn", required: false, side: .coming), prose("reason")]
      values["from"] = text(today)
    case .complete: return ending(.completed, fields)
    case .endEarly: return ending(.endedEarly, fields)
    case .neverStarted: return ending(.neverStarted, fields)
    case .archive:
      let count = String(form.placements.count)
      fields.append(information(words("form.group.archive", ["count": count])))
      fields.append(line("typedCount", required: true))
    }
    return (fields, values)
  }

  /// The rest of a form that ends placements, below what was said of the group.
  private func ending(_ ending: Ending, _ above: [FormField]) -> ([FormField], [String: String]) {
    let (fields, values) = end(ending, stillOpen: nil)
    return (above + fields, values)
  }

  private func itemField(_ choices: [GroupForm.Choice]) -> FormField {
    let labels = choices.map { choice in
      // Two declarations have one name.
      let owner = choice.duty.kind == .declaration ? " (\(choice.duty.party.letter(words)))" : ""
      return "\(choice.duty.short(words))\(owner) · \(choice.party.inSentence(words))"
    }
    return FormField(
      id: "item", label: words["field.item"], help: words["field.item.help"],
      kind: .search(
        zip(choices, labels).map { .init(id: $0.id, label: $1, folded: TextDoor.folded($1)) }, allowsOther: false),
      required: true, maximumLength: 80)
  }
}

extension FormReading {
  /// What a form of a group asks for.
  mutating func group(_ form: GroupForm) -> GroupRequest {
    let chosen = form.choices.isEmpty ? nil : form.choices.first { $0.id == text("item") }
    switch form.action {
    case .confirm:
      let day = pastDate("day")
      let others = form.isForOthers(viewer.party)
      let note = others ? required("howTold", prose("howTold")) : prose("remark")
      if let chosen, chosen.party != viewer.party, note.isEmpty { refuse("remark", words["error.howTold"]) }
      return form.request(chosen) { duty, party in .confirm(duty: duty, party: party, day: day, note: note) }
    case .due:
      let day = optionalDate("due")
      return form.request(chosen) { duty, _ in .setDueDate(duty: duty, day: day) }
    case .exclude:
      let reason = required("reason", prose("reason"))
      return form.request(chosen) { duty, _ in .exclude(duty: duty, reason: reason) }
    case .note:
      let note = required("note", prose("note"))
      var seen: Set<GroupOrder> = []
      return GroupRequest(
        orders: form.rows.map { row in
          GroupOrder(placement: row.placement, command: .same(.addNote(duty: row.duty, text: note)))
        }.filter { seen.insert($0).inserted })
    case .contact:
      let person = PersonContent(
        name: required("name", text("name")), mail: text("mail"), phone: text("phone"), from: date("from"))
      return form.request(.assignContact(person))
    case .start: return form.request(.same(.start(day: pastDate("day"), withoutScanReason: prose("scanReason"))))
    case .pause: return form.request(.same(course(.pause)))
    case .complete: return form.request(.same(course(.end(.completed))))
    case .endEarly: return form.request(.same(course(.end(.endedEarly))))
    case .neverStarted: return form.request(.same(course(.end(.neverStarted))))
    case .archive:
      let count = String(form.placements.count)
      if required("typedCount", text("typedCount")) != count {
        refuse("typedCount", words("error.typedCount", ["count": count]))
      }
      return form.request(.archive)
    }
  }
}

extension GroupForm {
  /// The same for each marked placement.
  func request(_ command: GroupCommand) -> GroupRequest {
    GroupRequest(orders: placements.map { GroupOrder(placement: $0, command: command) })
  }

  /// A command on the chosen item of each marked placement, or on each marked item; each once.
  func request(_ chosen: Choice?, _ command: (DutyID, Party) -> Command) -> GroupRequest {
    if let chosen { return request(.same(command(chosen.duty.id, chosen.party))) }
    var seen: Set<GroupOrder> = []
    var request = GroupRequest(orders: [])
    for row in rows {
      guard let duty = row.duty else {
        request.skipped += 1
        continue
      }
      let order = GroupOrder(placement: row.placement, command: .same(command(duty, row.party ?? .school)))
      if seen.insert(order).inserted { request.orders.append(order) }
    }
    return request
  }
}
