import Canvas
import WerkendLeren
import Widgets

/// An opened item: its text and its history; from 100 columns beside the checklist of its party.
struct ItemScreen: Equatable, Sendable {
  var placement: Int64
  var party: Party
  var duty: DutyID
  var snapshot: PlacementSnapshot?
  var history: [ChangeLine] = []
  var text = ScrollText("")
  /// The first line seen of the checklist.
  var top = 0

  init(placement: Int64, party: Party, duty: DutyID, snapshot: PlacementSnapshot?) {
    self.placement = placement
    self.party = party
    self.duty = duty
    self.snapshot = snapshot
  }

  var item: Item? { snapshot?.derivation[duty] }

  func items(wording: ItemWording) -> [Item] {
    snapshot.map { PanelContent(party: party, snapshot: $0, wording: wording).items } ?? []
  }

  /// Goes to the next item of the checklist, or back; stays at the ends.
  mutating func step(_ by: Int, wording: ItemWording) {
    let items = items(wording: wording)
    guard let place = items.firstIndex(where: { $0.duty.id == duty }) else { return }
    let next = min(max(0, place + by), items.count - 1)
    guard next != place else { return }
    duty = items[next].duty.id
    history = []
    text = ScrollText("")
  }

  /// Keeps the selected line of the checklist in view.
  mutating func settle(height: Int, wording: ItemWording) {
    guard let snapshot else { return }
    let lines = PanelContent(party: party, snapshot: snapshot, wording: wording).lines(people: 0)
    guard let line = lines.firstIndex(where: { $0.isDuty(duty) }) else { return }
    if line <= 2 { top = 0 }
    if line < top { top = line }
    if line >= top + height { top = line - height + 1 }
    top = max(0, min(top, lines.count - height))
  }
}

extension PanelLine {
  func isDuty(_ id: DutyID) -> Bool {
    if case .item(let item, _) = self { return item.duty.id == id }
    return false
  }
}
