/// The responsibilities model: the duties in the order in which they stand on every screen. A placement keeps the version it began
/// with.
public struct DutyModel: Hashable, Sendable {
  /// Days between confirmations where a duty names none: 8 weeks (`rules.md`).
  public static let ordinaryRhythmDays = 56

  /// What the version is called, such as `2026-11`; shown, never compared.
  public var name: String
  /// The duties, in model order; ids are unique.
  public let duties: [Duty]
  private let places: [DutyID: Int]

  /// Makes a model. Where an id stands twice, the first place counts; the loader refuses such a file beforehand.
  public init(name: String, duties: [Duty]) {
    self.name = name
    self.duties = duties
    places = Dictionary(duties.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The duty of that id.
  public subscript(id: DutyID) -> Duty? { places[id].map { duties[$0] } }

  /// The place of a duty in model order, from 0.
  public func place(of id: DutyID) -> Int? { places[id] }

  /// The first duty that stands on one of these records and leads its pair, under which the history names a change of it.
  func duty(on records: RecordKind...) -> DutyID? {
    duties.first { $0.mirrors == nil && $0.record.map(records.contains) ?? false }?.id
  }

  /// The gates, in model order.
  public var gates: [Duty] { duties.filter(\.gate) }

  /// The duty that leads a mirrored pair: 8 for 15, itself for all others.
  public func leader(of duty: Duty) -> Duty {
    guard let leading = duty.mirrors, let found = self[leading] else { return duty }
    return found
  }

  /// The duties that mirror this one.
  public func mirrors(of id: DutyID) -> [Duty] { duties.filter { $0.mirrors == id } }
}
