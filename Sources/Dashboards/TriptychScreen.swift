import Canvas
import WerkendLeren
import Widgets

/// The triptych: one placement, a panel for each party.
struct TriptychScreen: Equatable, Sendable {
  var placement: Int64
  var snapshot: PlacementSnapshot?
  /// The panel with the focus.
  var party: Party
  /// The selected item of each panel, from 0.
  var selection = PerParty(all: 0)
  /// The condition on which it is to stand, until the placement is read.
  var wanted: Int64?
  /// The first line seen of each panel.
  var top = PerParty(all: 0)

  init(placement: Int64, party: Party) {
    self.placement = placement
    self.party = party
  }

  /// From this width the panels stand side by side.
  static let widthForThree = 100

  static func isWide(_ size: Size) -> Bool { size.columns >= widthForThree }

  /// The lines of a party's panel; side by side the phases begin on one line in all three, and each person's mail and phone stand on
  /// lines of their own, where the height allows it.
  func lines(_ party: Party, size: Size, wording: ItemWording) -> [PanelLine] {
    guard let snapshot, let content = content(party, wording: wording) else { return [] }
    let alone = content.lines(people: 2)
    guard Self.isWide(size) else { return alone }
    var rows: [Phase: Int] = [:]
    for phase in Phase.allCases {
      rows[phase] = Party.allCases.map { snapshot.derivation.items(of: $0, in: phase).count }.max()
    }
    let height = TriptychView.panelHeight(size)
    let tall = Party.allCases.compactMap { self.content($0, wording: wording)?.peopleRows }.max() ?? 2
    for people in [max(2, tall), 2] {
      let fits = Party.allCases.allSatisfy { other in
        PanelContent(party: other, snapshot: snapshot, wording: wording).lines(people: people, rows: rows).count
          <= height
      }
      if fits { return content.lines(people: people, rows: rows) }
    }
    return alone
  }

  func content(_ party: Party, wording: ItemWording) -> PanelContent? {
    snapshot.map { PanelContent(party: party, snapshot: $0, wording: wording) }
  }

  /// The selected item of the panel with the focus.
  func selectedItem(wording: ItemWording) -> Item? {
    guard let items = content(party, wording: wording)?.items else { return nil }
    let number = selection[party]
    return items.indices.contains(number) ? items[number] : nil
  }

  /// What the selected line of the panel with the focus asks, if it is an entry's.
  func selectedHandling(wording: ItemWording) -> Handling? {
    guard let content = content(party, wording: wording) else { return nil }
    let number = selection[party] - content.items.count
    let handlings = content.handlings
    return handlings.indices.contains(number) ? handlings[number] : nil
  }

  /// The condition on the selected line of the panel with the focus.
  func selectedCondition(wording: ItemWording) -> ConditionItem? {
    guard let content = content(party, wording: wording) else { return nil }
    let number = selection[party] - content.items.count - content.handlings.count
    let conditions = content.conditions
    return conditions.indices.contains(number) ? conditions[number] : nil
  }

  /// Stands on the item of that duty.
  mutating func select(_ duty: DutyID, wording: ItemWording) {
    for candidate in [party] + Party.allCases {
      guard let items = content(candidate, wording: wording)?.items,
        let number = items.firstIndex(where: { $0.duty.id == duty })
      else { continue }
      party = candidate
      selection[candidate] = number
      return
    }
  }

  /// Stands on a condition.
  private mutating func select(condition: Int64, wording: ItemWording) {
    for candidate in [party] + Party.allCases {
      guard let content = content(candidate, wording: wording),
        let number = content.conditions.firstIndex(where: { $0.id == condition })
      else { continue }
      party = candidate
      selection[candidate] = content.items.count + content.handlings.count + number
      return
    }
  }

  /// Moves the selection of the panel with the focus.
  mutating func move(by step: Int, wording: ItemWording) {
    guard let count = content(party, wording: wording)?.count, count > 0 else { return }
    selection[party] = min(max(0, selection[party] + step), count - 1)
  }

  /// Goes to the next panel, round and round.
  mutating func turn(by step: Int) {
    let all = Party.allCases
    party = all[(party.index + step + all.count) % all.count]
  }

  /// Keeps selections inside after the records have changed, and the selected lines in view.
  mutating func settle(size: Size, wording: ItemWording) {
    guard snapshot != nil else { return }
    if let condition = wanted { select(condition: condition, wording: wording) }
    wanted = nil
    for party in Party.allCases {
      guard let content = content(party, wording: wording) else { continue }
      let count = content.count
      selection[party] = min(max(0, selection[party]), max(0, count - 1))
      let lines = lines(party, size: size, wording: wording)
      let height = TriptychView.panelHeight(size)
      guard let line = lines.firstIndex(where: { $0.isItem(selection[party]) }) else { continue }
      // The first item brings the persons above it into view too.
      let first = selection[party] == 0 ? 0 : max(0, line - 1)
      if first < top[party] { top[party] = first }
      if line >= top[party] + height { top[party] = line - height + 1 }
      top[party] = max(0, min(top[party], lines.count - height))
    }
  }
}

extension PanelLine {
  /// The number of a line that can be selected.
  var number: Int? {
    switch self {
    case .item(_, let number), .handling(_, let number), .condition(_, let number): number
    case .blank, .person, .heading: nil
    }
  }

  func isItem(_ number: Int) -> Bool { self.number == number }
}
