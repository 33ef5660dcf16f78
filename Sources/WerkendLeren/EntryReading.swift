/// Who may read an entry. What is not readable is not there: not in records, not in the history, not in what is counted.
extension Viewer {
  /// Whether an entry with this circle may be read. An employer's person reads what was meant for their own employer alone.
  public func mayRead(_ readers: Circle, of employer: Int64?) -> Bool {
    guard readers.contains(party) else { return false }
    guard party == .employer else { return true }
    guard case .employer(let own) = scope else { return false }
    return employer == own
  }

  /// Whether the entry may be read.
  public func mayRead(_ entry: Entry) -> Bool { mayRead(entry.readers, of: entry.employer) }
}

extension PlacementRecords {
  /// The same records with the entries alone that this viewer may read.
  public func readable(by viewer: Viewer) -> PlacementRecords {
    var result = self
    result.entries.removeAll { !viewer.mayRead($0) }
    return result
  }

  /// The entries that a party's present people may read.
  func entries(readBy party: Party) -> [Entry] {
    entries.filter { entry in
      entry.readers.contains(party)
        && (party != .employer || (entry.employer != nil && entry.employer == currentLink?.employer))
    }
  }

  /// The entries that belong to a duty: those raised on it, and those of the kinds that it lists. Newest first, open ones before closed ones.
  public func entries(of duty: Duty) -> [Entry] {
    Self.listed(entries.filter { $0.duty == duty.id || duty.entryKinds.contains($0.kind) })
  }

  /// Entries as lists show them: those that still ask for something first, then the newest.
  public static func listed(_ entries: [Entry]) -> [Entry] {
    entries.sorted { first, second in
      if first.isWaiting != second.isWaiting { return first.isWaiting }
      return (first.day, first.id) > (second.day, second.id)
    }
  }
}

extension RecordChange {
  /// The change as this viewer may see it: of an entry only the sides that they may read; nil if none is left.
  public func readable(by viewer: Viewer) -> RecordChange? {
    func side(_ row: StoredRow?) -> StoredRow? {
      guard let row, row.table == .entry else { return row }
      return Entry(id: row.id, values: row.values).map(viewer.mayRead) == true ? row : nil
    }
    let readable = RecordChange(before: side(before), after: side(after))
    return readable.before == nil && readable.after == nil ? nil : readable
  }
}

/// The entry that a change is about, and who could read it before or after: by this the history is filtered without reading its rows.
public struct ChangedEntry: Hashable, Sendable {
  /// The entry's row.
  public var entry: Int64
  /// Who could read it before or after the change.
  public var readers: Circle
  /// The employer that could.
  public var employer: Int64?

  /// Finds it among the rows of a change; nil where none is an entry.
  public init?(_ rows: [RecordChange]) {
    let sides = rows.flatMap { [$0.before, $0.after] }.compactMap { row in
      row.flatMap { $0.table == .entry ? Entry(id: $0.id, values: $0.values) : nil }
    }
    guard let first = sides.first else { return nil }
    entry = first.id
    readers = sides.reduce([]) { $0.union($1.readers) }
    employer = sides.compactMap(\.employer).last
  }
}
