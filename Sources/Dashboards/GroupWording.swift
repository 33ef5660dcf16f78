import Language
import WerkendLeren
import Widgets

/// Commands for all that is marked, in words.
struct GroupWording {
  let words: Words
  let today: Day
  let model: DutyModel?

  /// What is done, such as `Informatie bevestigd`; without the item where there are several.
  func what(_ request: GroupRequest) -> String {
    let wording = HistoryWording(words: words, today: today, model: model)
    guard let first = request.orders.first else { return "" }
    switch first.command {
    case .archive: return words["change.archived"]
    case .assignContact: return words["group.what.contact"]
    case .same(let command):
      let duties = Set(request.orders.map(\.command.duty))
      return duties.count == 1 ? wording.what(command) : wording.what(command, ofDuty: false)
    }
  }

  /// The preview: how many, which not and why, and then all that it will be done to.
  func dialog(_ request: GroupRequest, _ outcome: GroupOutcome, title: String, isChanged: Bool) -> Dialog {
    var lines = isChanged ? [words["group.changed"], ""] : []
    lines.append(words("group.preview", ["count": String(outcome.done.count), "what": what(request)]))
    let left = outcome.refused.count + request.skipped
    if left > 0 {
      lines += ["", words("group.refused", ["count": String(left)])]
      if request.skipped > 0 { lines.append("  " + words("group.skipped", ["count": String(request.skipped)])) }
      lines += refusals(request, outcome)
    }
    if !outcome.done.isEmpty { lines += ["", words["group.done"]] + names(request, outcome).map { "  " + $0 } }
    var choices: [Dialog.Choice] = [.init(id: "back", label: words["group.back"])]
    if !outcome.done.isEmpty {
      choices.append(
        .init(
          id: "do", label: words("group.do", ["count": String(outcome.done.count)]), isDestructive: true))
    }
    return Dialog(title: title, lines: lines, choices: choices)
  }

  /// Those that are left alone, each reason once, with those whom it keeps.
  private func refusals(_ request: GroupRequest, _ outcome: GroupOutcome) -> [String] {
    let wording = RefusalWording(words: words, today: today)
    var order: [String] = []
    var students: [String: [String]] = [:]
    for refused in outcome.refused {
      let reason = wording.text(refused.refusal, model: model)
      if students[reason] == nil { order.append(reason) }
      students[reason, default: []].append(name(request, refused.place, outcome))
    }
    return order.flatMap { ["  " + $0, "    " + (students[$0] ?? []).joined(separator: ", ")] }
  }

  private func names(_ request: GroupRequest, _ outcome: GroupOutcome) -> [String] {
    outcome.done.map { name(request, $0, outcome) }
  }

  /// The student, and the item where there are several.
  private func name(_ request: GroupRequest, _ place: Int, _ outcome: GroupOutcome) -> String {
    guard request.orders.indices.contains(place) else { return "" }
    let order = request.orders[place]
    let student = outcome.students[order.placement] ?? words["group.gone"]
    guard Set(request.orders.map(\.command.duty)).count > 1, let duty = order.command.duty else { return student }
    return "\(student) (\(model?[duty]?.short(words) ?? duty.text))"
  }
}
