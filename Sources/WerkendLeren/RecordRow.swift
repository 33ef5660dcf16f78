/// One value of a stored row.
public enum RecordValue: Hashable, Sendable {
  /// Nothing is known.
  case null
  /// A whole number; truth is 0 or 1.
  case integer(Int64)
  /// A text; days stand as `YYYY-MM-DD`, moments as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  case text(String)
}

/// The tables that hold a placement's records. The raw value is the table's name in the store.
public enum RecordTable: String, CaseIterable, Hashable, Sendable {
  /// Students.
  case student
  /// Employers.
  case employer
  /// Workplaces at employers.
  case workplace
  /// Contact persons and supervisors.
  case person
  /// Placements.
  case placement
  /// Which employer and workplace a placement had, from when until when.
  case workplaceLink = "workplace_link"
  /// Which person had which role in a placement, from when until when.
  case assignment
  /// When a placement was paused.
  case pause
  /// Versions of the tripartite agreement.
  case agreement
  /// Versions of the training plan.
  case plan
  /// Decided workplace scans.
  case scanDecision = "scan_decision"
  /// Workplace scans.
  case scan
  /// Answers of scans.
  case scanAnswer = "scan_answer"
  /// The school's own answers.
  case scanOwnAnswer = "scan_own_answer"
  /// The school's comments.
  case scanComment = "scan_comment"
  /// What the school found.
  case scanJudgement = "scan_judgement"
  /// Conditions that the school set.
  case scanCondition = "scan_condition"
  /// Confirmations: who, what, when.
  case mark
  /// Due dates set by hand.
  case dueDate = "due_date"
  /// Items set to "not applicable".
  case exclusion
  /// Notes.
  case note
  /// Rhythms set for one placement.
  case rhythm
  /// Which record met each gate at the start.
  case gateRecord = "gate_record"
  /// When it was brought to another version of the duties.
  case modelMove = "model_move"
  /// Entries: what was said or done, each with its circle of readers.
  case entry
}

/// A row as the store and the `change` table know it.
public struct StoredRow: Hashable, Sendable {
  /// The table.
  public var table: RecordTable
  /// The row's number, unique in the whole store and growing.
  public var id: Int64
  /// The values, in the order of the row type's `columns`.
  public var values: [RecordValue]

  /// Makes a row.
  public init(table: RecordTable, id: Int64, values: [RecordValue]) {
    self.table = table
    self.id = id
    self.values = values
  }
}

/// A typed row that can be written as a `StoredRow` and read back.
public protocol RecordRow: Hashable, Sendable, Identifiable where ID == Int64 {
  /// The table it stands in.
  static var table: RecordTable { get }
  /// Its columns, without `id`.
  static var columns: [String] { get }
  /// The row's number.
  var id: Int64 { get }
  /// Its values in the order of `columns`.
  var values: [RecordValue] { get }
  /// Reads it back; nil where the values do not fit.
  init?(id: Int64, values: [RecordValue])
}

extension RecordRow {
  /// The row as the store knows it.
  public var stored: StoredRow { StoredRow(table: Self.table, id: id, values: values) }
}

/// One row that was added (no before), taken away (no after) or changed.
public struct RecordChange: Hashable, Sendable {
  /// As it was; nil if it was not there.
  public var before: StoredRow?
  /// As it is; nil if it is gone.
  public var after: StoredRow?

  /// Makes a change of one row.
  public init(before: StoredRow?, after: StoredRow?) {
    self.before = before
    self.after = after
  }

  /// The same change the other way round.
  public var inverse: RecordChange { RecordChange(before: after, after: before) }
}

/// Reads values one after the other and remembers whether one did not fit.
struct ValueReader {
  private let values: [RecordValue]
  private var place = 0
  /// Whether every value so far fitted.
  private(set) var fits = true

  init(_ values: [RecordValue]) { self.values = values }

  /// Whether all fitted and none is left.
  var isComplete: Bool { fits && place == values.count }

  private mutating func next() -> RecordValue? {
    guard place < values.count else {
      fits = false
      return nil
    }
    place += 1
    return values[place - 1]
  }

  mutating func optionalText() -> String? {
    switch next() {
    case .text(let text): return text
    case .null: return nil
    default:
      fits = false
      return nil
    }
  }

  mutating func text() -> String {
    if let text = optionalText() { return text }
    fits = false
    return ""
  }

  mutating func optionalInteger() -> Int64? {
    switch next() {
    case .integer(let number): return number
    case .null: return nil
    default:
      fits = false
      return nil
    }
  }

  mutating func integer() -> Int64 {
    if let number = optionalInteger() { return number }
    fits = false
    return 0
  }

  mutating func truth() -> Bool { integer() != 0 }

  mutating func optionalDay() -> Day? {
    guard let text = optionalText() else { return nil }
    if let day = Day(iso: text) { return day }
    fits = false
    return nil
  }

  mutating func day() -> Day {
    if let day = optionalDay() { return day }
    fits = false
    return Day(number: 0)
  }

  mutating func choice<Choice: RawRepresentable>(_ fallback: Choice) -> Choice where Choice.RawValue == String {
    if let found = Choice(rawValue: text()) { return found }
    fits = false
    return fallback
  }

  mutating func optionalChoice<Choice: RawRepresentable>(_ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = optionalText() else { return nil }
    if let found = Choice(rawValue: text) { return found }
    fits = false
    return nil
  }
}

extension RecordValue {
  init(_ text: String?) { self = text.map(RecordValue.text) ?? .null }
  init(_ number: Int64?) { self = number.map(RecordValue.integer) ?? .null }
  init(_ day: Day?) { self = day.map { .text($0.iso) } ?? .null }
  init(_ truth: Bool) { self = .integer(truth ? 1 : 0) }
}
