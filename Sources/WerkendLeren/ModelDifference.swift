/// What one version of the duties adds, drops, rewords and changes otherwise against another.
public struct ModelDifference: Hashable, Sendable {
  /// Duties of the new version that the old one has not, in the order of the new one.
  public let added: [Duty]
  /// Duties of the old version that the new one has not, in the order of the old one.
  public let dropped: [Duty]
  /// Duties that both have in other words, before and after.
  public let reworded: [Change]
  /// Duties that both have in the same words, but with another short name, kind, rhythm or the like.
  public let changed: [Change]

  /// A duty before and after.
  public struct Change: Hashable, Sendable {
    /// As the old version has it.
    public let before: Duty
    /// As the new version has it.
    public let after: Duty

    /// Whether those who confirmed it are asked again: where each party confirms a part, the words are what it confirmed.
    public var asksAgain: Bool { after.isShared }
  }

  /// Compares two versions.
  public init(from old: DutyModel, to new: DutyModel) {
    added = new.duties.filter { old[$0.id] == nil }
    dropped = old.duties.filter { new[$0.id] == nil }
    let both = new.duties.compactMap { after in old[after.id].map { Change(before: $0, after: after) } }
    reworded = both.filter { $0.before.dutch != $0.after.dutch }
    changed = both.filter { $0.before.dutch == $0.after.dutch && $0.before != $0.after }
  }

  /// Whether both versions are the same but for their names.
  public var isEmpty: Bool { added.isEmpty && dropped.isEmpty && reworded.isEmpty && changed.isEmpty }
}

extension DutyModel {
  /// The words that a party confirms at a duty: the Dutch ones, which count; of a mirrored pair those that stand under its own name too. Nil
  /// where this version has no such duty.
  func wording(of id: DutyID, for party: Party) -> [String]? {
    guard let duty = self[id] else { return nil }
    return [duty.dutch] + mirrors(of: id).filter { $0.party == party }.map(\.dutch)
  }
}
