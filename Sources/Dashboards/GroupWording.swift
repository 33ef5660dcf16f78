import Language
import WerkendLeren
import Widgets

/// A command for all that is marked, in words.
struct GroupWording {
  private let request: GroupRequest
  private let words: Words
  private let today: Day
  private let model: DutyModel?
  /// Whether it is about several items, so that each is named.
  private let hasSeveralItems: Bool

  init(_ request: GroupRequest, words: Words, today: Day, model: DutyModel?) {
    self.request = request
    self.words = words
    self.today = today
    self.model = model
    hasSeveralItems = Set(request.orders.map(\.command.duty)).count > 1
  }

  /// What is done, such as `Informatie bevestigd`; without the item where there are several.
  var what: String {
    guard let first = request.orders.first else { return "" }
    switch first.command {
    case .archive: return words["change.archived"]
    case .assignContact: return words["group.what.contact"]
    case .same(let command):
      return HistoryWording(words: words, today: today, model: model).what(command, ofDuty: !hasSeveralItems)
    }
  }

  /// The preview: how many, which not and why, and then all that it will be done to.
  func dialog(_ outcome: GroupOutcome, title: String, isChanged: Bool) -> Dialog {
    let done = String(outcome.done.count)
    var lines = isChanged ? [words["group.changed"], ""] : []
    lines.append(
      words(outcome.done.isEmpty ? "group.preview.none" : "group.preview", ["count": done, "what": what]))
    let left = outcome.refused.count + request.skipped
    if left > 0 {
      lines += ["", words("group.refused", ["count": String(left)])]
      if request.skipped > 0 { lines.append("  " + words("group.skipped", ["count": String(request.skipped)])) }
      lines += refusals(outcome)
    }
    var choices: [Dialog.Choice] = [.init(id: "back", label: words["group.back"])]
    if !outcome.done.isEmpty {
      lines += ["", words["group.done"]] + outcome.done.map { "  " + name($0, outcome) }
      choices.append(.init(id: "do", label: words("group.do", ["count": done]), isDestructive: true))
    }
    return Dialog(title: title, lines: lines, choices: choices)
  }

  /// Those that are left alone, each reason once, with those whom it keeps.
  private func refusals(_ outcome: GroupOutcome) -> [String] {
    let wording = RefusalWording(words: words, today: today)
    var order: [String] = []
    var names: [String: [String]] = [:]
    for refused in outcome.refused {
      let reason = wording.text(refused.refusal, model: model)
      if names[reason] == nil { order.append(reason) }
      names[reason, default: []].append(name(refused.place, outcome))
    }
    return order.flatMap { ["  " + $0, "    " + (names[$0] ?? []).joined(separator: ", ")] }
  }

  /// The student, and the item where there are several.
  private func name(_ place: Int, _ outcome: GroupOutcome) -> String {
    guard request.orders.indices.contains(place) else { return "" }
    let order = request.orders[place]
    let student = outcome.students[order.placement] ?? words["group.gone"]
    guard hasSeveralItems, let duty = order.command.duty else { return student }
    return "\(student) (\(model?[duty]?.short(words) ?? duty.text))"
  }
}
