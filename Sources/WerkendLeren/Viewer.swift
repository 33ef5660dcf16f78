/// Who looks and acts: a party, a person, and the placements they may see. Source: `rules.md`, "Who acts".
public struct Viewer: Hashable, Sendable {
  /// Which placements a viewer may see.
  public enum Scope: Hashable, Sendable {
    /// The school's: all.
    case all
    /// One student's own.
    case student(Int64)
    /// Those whose current employer is this one.
    case employer(Int64)
  }
  /// The party for which this viewer acts.
  public var party: Party
  /// The name that is recorded and shown.
  public var name: String
  /// What may be seen.
  public var scope: Scope
  /// For the school: the person rows that are the viewer; "mine" are the placements whose current contact person is one of them. Nil: every
  /// placement is theirs.
  public var persons: [Int64]?

  /// Makes a viewer.
  public init(party: Party, name: String, scope: Scope, persons: [Int64]? = nil) {
    self.party = party
    self.name = name
    self.scope = scope
    self.persons = persons
  }

  /// The owner of a local store, who is the school and sees all.
  public static func school(name: String) -> Viewer { Viewer(party: .school, name: name, scope: .all) }

  /// Whether these records may be shown to this viewer.
  public func maySee(_ records: PlacementRecords) -> Bool {
    switch scope {
    case .all: true
    case .student(let id): records.student.id == id
    case .employer(let id): records.currentLink?.employer == id
    }
  }
}
