import Exchange
import Language
import StateStore
import WerkendLeren

/// One export: placements page by page, so that any number of them takes the memory of a page.
struct PlacementExport {
  let call: Call
  /// The one placement asked for, as it was typed.
  let placement: String?
  let stages: Set<Stage>?
  let programme: String?
  let withArchived: Bool

  /// Writes the columns of an import, a line a placement.
  func writeCSV(to options: OutputOptions, withByteOrderMark: Bool) throws {
    let sink = try OutputSink(options, call: call)
    let csv = PlacementCSV(call.words.language)
    if withByteOrderMark { try sink.writeByteOrderMark() }
    try sink.write(csv.header)
    let today = call.clock.now().today
    let count = try forEachPage { _, _, page in
      try sink.write(page.map { csv.line(ImportedPlacement($0.records, model: $0.model, today: today)) }.joined())
    }
    try finish(sink, count: count)
  }

  /// Writes everything as one JSON object (`docs/export-json.md`), a line a placement.
  func writeJSON(to options: OutputOptions, withHistory: Bool) throws {
    let sink = try OutputSink(options, call: call)
    let today = call.clock.now().today
    var models: [Int64: DutyModel] = [:]
    var isFirst = true
    try sink.write("{\n\"version\": 1,\n\"today\": \(JSONValue.quoted(today.iso)),\n\"placements\": [")
    let count = try forEachPage { store, viewer, page in
      var text = ""
      for view in page {
        models[view.records.placement.model] = view.model
        // Marks that were given on earlier words name the version that has them.
        for row in view.records.marks.compactMap(\.model) + view.records.modelMoves.map(\.from) where models[row] == nil
        {
          models[row] = try inWords { () throws(StoreProblem) in try store.model(row) }
        }
        var changes: [ChangeRow]?
        if withHistory {
          changes = try inWords { () throws(StoreProblem) in try wholeHistory(of: view, store, viewer) }
        }
        let json = PlacementJSON(records: view.records, model: view.model, viewer: viewer, today: today)
        text += (isFirst ? "\n" : ",\n") + json.value(changes: changes).onOneLine
        isFirst = false
      }
      try sink.write(text)
    }
    let listed = models.sorted { $0.key < $1.key }.map { PlacementJSON.model($0.value, id: $0.key).onOneLine }
    try sink.write("\n],\n\"models\": [" + listed.map { "\n" + $0 }.joined(separator: ",") + "\n]\n}\n")
    try finish(sink, count: count)
  }

  /// Goes through the pages; gives how many placements there were.
  private func forEachPage(_ body: (Store, Viewer, [PlacementView]) throws -> Void) throws -> Int {
    let (store, isThere) = try call.storeOrPassing()
    if !isThere { Output.complain([call.words("status.noStore", ["path": call.place.path])]) }
    let viewer = try call.identity.viewer(in: store)
    var selection = PlacementSelection(
      stages: stages, programme: programme.map { TextDoor.clean($0, limit: 500) },
      archivedToo: withArchived)
    if let placement { selection.placement = try call.placement(placement, in: store, as: viewer) }
    var count = 0
    var start: String?
    repeat {
      let page = try inWords { () throws(StoreProblem) in try store.placements(selection, as: viewer, from: start) }
      try body(store, viewer, page.placements)
      count += page.placements.count
      start = page.next
    } while start != nil
    return count
  }

  /// Every change of a placement that the viewer may see, oldest first.
  private func wholeHistory(
    of view: PlacementView, _ store: Store, _ viewer: Viewer
  ) throws(StoreProblem) -> [ChangeRow] {
    var changes: [ChangeRow] = []
    while true {
      let page = try store.history(of: view.records.placement.id, as: viewer, offset: changes.count, limit: 500)
      changes += page
      if page.count < 500 { break }
    }
    return changes.reversed().filter { view.records.isShown($0.moment, to: viewer) }
  }

  private func finish(_ sink: OutputSink, count: Int) throws {
    try sink.finish()
    if let path = sink.path {
      try Output.write(lines: [call.words("export.written", ["path": path, "count": String(count)])])
    }
  }
}
