import GRDB
import WerkendLeren

/// What became of a command that was asked of several placements at once.
public struct GroupPerformed: Hashable, Sendable {
  /// One that was left alone, by its place among what was asked, and why.
  public struct Refused: Hashable, Sendable {
    /// Its place, from 0.
    public var place: Int
    /// Why.
    public var refusal: Refusal

    /// Makes it.
    public init(place: Int, refusal: Refusal) {
      self.place = place
      self.refusal = refusal
    }
  }
  /// What all these changes have in common, for one undo; nil where nothing was written.
  public var batch: Int64?
  /// The places of those that were done, or would be.
  public var done: [Int]
  /// Those that were left alone.
  public var refused: [Refused]
  /// The students of the placements that the viewer may see.
  public var students: [Int64: String]

  /// Makes it.
  public init(batch: Int64? = nil, done: [Int], refused: [Refused], students: [Int64: String] = [:]) {
    self.batch = batch
    self.done = done
    self.refused = refused
    self.students = students
  }

  /// Whether the same would be done.
  public func isLike(_ other: GroupPerformed) -> Bool { done == other.done && refused == other.refused }
}

/// How a command for several placements ended.
public enum GroupEnding: Hashable, Sendable {
  /// It is written as one batch; or nothing could be done, or it was only tried.
  case done(GroupPerformed)
  /// Nothing was written: it would now do something else than was agreed to.
  case differs(GroupPerformed)
  /// Nothing was written: it was broken off.
  case stopped
}

extension Store {
  /// Carries out what is asked of several placements in one transaction, as one batch that one undo takes back. Those that are refused are
  /// left out and named.
  /// - Parameters:
  ///   - isTrial: Nothing is written: the preview.
  ///   - agreed: What the preview said; where it would now be something else, nothing is written.
  ///   - progress: Called with the number so far; says whether to go on.
  public func performGroup(
    _ orders: [(placement: Int64, command: GroupCommand)], as viewer: Viewer, at moment: Moment, isTrial: Bool = false,
    agreed: GroupPerformed? = nil, progress: (Int) -> Bool = { _ in true }
  ) throws(StoreProblem) -> GroupEnding {
    var ending = GroupEnding.stopped
    _ = try write { db -> Bool? in
      let access = RecordAccess(db: db, fold: options.fold)
      let batch = try (Int64.fetchOne(db, cachedSQL: "SELECT max(seq) FROM change") ?? 0) + 1
      var result = GroupPerformed(batch: nil, done: [], refused: [], students: [:])
      for (place, order) in orders.enumerated() {
        if place > 0, place % 20 == 0, !progress(place) { return nil }
        if let refusal = try carryOut(db, order, access, as: viewer, at: moment, batch: batch, &result.students) {
          result.refused.append(.init(place: place, refusal: refusal))
        } else {
          result.done.append(place)
        }
      }
      if let agreed, !result.isLike(agreed) {
        ending = .differs(result)
        return nil
      }
      let isWritten = !isTrial && !result.done.isEmpty
      if isWritten { result.batch = batch }
      ending = .done(result)
      return isWritten ? true : nil
    }
    return ending
  }

  /// Carries out one of them; gives why not.
  private func carryOut(
    _ db: Database, _ order: (placement: Int64, command: GroupCommand), _ access: RecordAccess, as viewer: Viewer,
    at moment: Moment, batch: Int64, _ students: inout [Int64: String]
  ) throws -> Refusal? {
    guard let records = try access.load([order.placement])[order.placement], viewer.maySee(records) else {
      return Refusal(.notYours)
    }
    students[order.placement] = records.student.name
    switch order.command.command(for: records, today: moment.today, fold: options.fold) {
    case .failure(let refusal): return refusal
    case .success(let command):
      let outcome = try carryOut(
        db, command, on: order.placement, as: viewer, at: moment, seen: nil, batch: batch, known: records)
      if case .refused(let refusal) = outcome { return refusal }
      return nil
    }
  }
}
