import Canvas
import Language
import WerkendLeren
import Widgets

/// A version of the duties, with its row in the store.
public struct KeptModel: Equatable, Sendable {
  /// Its row.
  public var row: Int64
  /// The duties.
  public var model: DutyModel

  /// Makes it.
  public init(row: Int64, model: DutyModel) {
    self.row = row
    self.model = model
  }
}

/// A page of text: what is handed out, whom to turn to, what another version of the duties changes.
struct PageScreen: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// The source's introduction, everybody's duties, and its closing paragraph.
    case explanation
    /// People as lines to copy.
    case contacts
    /// What changes on the way to the newest version of the duties.
    case modelMove
  }
  let kind: Kind
  /// The placement it is about; nil where it is about all.
  let placement: Int64?
  var snapshot: PlacementSnapshot?
  /// The newest version of the duties, once it was read.
  var newest: KeptModel?
  var text = ScrollText("")

  init(_ kind: Kind, placement: Int64?, snapshot: PlacementSnapshot?) {
    self.kind = kind
    self.placement = placement
    self.snapshot = snapshot
  }

  /// What has to be read for it.
  var effects: [Effect] {
    switch kind {
    case .explanation: placement.map { [.loadPlacement($0)] } ?? [.loadNewestModel]
    case .contacts: placement.map { [.loadPlacement($0)] } ?? []
    case .modelMove: (placement.map { [.loadPlacement($0)] } ?? []) + [.loadNewestModel]
    }
  }

  /// Where the text stands. Lines to copy begin in the first column, with nothing else on them.
  static func rect(_ kind: Kind, _ size: Size) -> Rect {
    kind == .contacts
      ? Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 4)
      : Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4)
  }

  /// The text, wrapped where it is set in.
  func lines(_ context: ScreenContext) -> [String] {
    let words = context.words
    switch kind {
    case .explanation:
      guard let model = snapshot?.model ?? newest?.model else { return [] }
      let explanation = Explanation(words: words, model: model)
      return tickLines(context) + explanation.lines(columns: Self.rect(kind, context.size).columns)
    case .contacts:
      guard let snapshot else { return [] }
      return ContactLines.of(snapshot.records, words: words, today: context.today)
    case .modelMove:
      guard let snapshot, let newest else { return [] }
      let wording = ModelMoveWording(words: words, from: snapshot.model, to: newest.model, target: newest.row)
      let title = words("move.title", ["from": snapshot.model.name, "to": newest.model.name])
      let lines = [title, ""] + wording.lines(for: snapshot.records) + ["", words["move.promise"]]
      return lines.flatMap { Self.wrapped($0, to: Self.rect(kind, context.size).columns) }
    }
  }

  /// A line in rows that are all set in as far as its first one.
  private static func wrapped(_ line: String, to columns: Int) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    return TextWidth.wrapped(String(line.dropFirst(indent.count)), to: max(10, columns - indent.count)).map {
      indent + $0
    }
  }

  /// The item that the explanation fulfils, where it is the school's to tick.
  func information(_ viewer: Viewer) -> Item? {
    guard kind == .explanation, viewer.party == .school else { return nil }
    return snapshot?.derivation[DutyID("school.preparation.information")]
  }

  /// Whether Space ticks it off now.
  func canTick(_ viewer: Viewer, on today: Day) -> Bool {
    information(viewer).map { $0.canAct(.school, on: today) && !$0.isDone(on: today) } ?? false
  }

  /// Where the school ticks off that it was handed out.
  private func tickLines(_ context: ScreenContext) -> [String] {
    guard context.viewer.party == .school else { return [] }
    guard snapshot != nil else { return [context.words["explain.openPlacement"], ""] }
    guard let item = information(context.viewer), item.applies else { return [] }
    let duty = item.duty.short(context.words)
    guard let mark = item.lastMark else { return [context.words("explain.tick", ["duty": duty]), ""] }
    let day = context.wording.dates.short(mark.day, today: nil)
    return [context.words("explain.ticked", ["duty": duty, "day": day, "name": mark.by]), ""]
  }

  /// The text with its place, ready to be drawn or moved.
  func filled(_ context: ScreenContext) -> ScrollText {
    var text = text
    text.setText(lines(context).joined(separator: "\n"))
    return text
  }

  func draw(into canvas: inout Canvas, context: ScreenContext) {
    canvas.drawHorizontalLine(at: Point(column: 0, row: 1), length: canvas.size.columns, style: context.theme.border)
    filled(context).draw(
      into: &canvas, in: Self.rect(kind, canvas.size), theme: context.theme, position: context.position)
  }
}
