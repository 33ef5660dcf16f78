import WerkendLeren

/// What the history of a placement tells of workplace scans: to the school everything, to the others decisions and conditions. What lies between
/// employer and school is told on the scan itself.
enum ScanPrivacy {
  /// Leaves out the changes `c` that are not for a viewer.
  static func restrict(to viewer: Viewer, _ conditions: inout [String]) {
    guard viewer.party != .school else { return }
    conditions.append("(c.subject IS NULL OR c.subject < 'scan:' OR c.subject >= 'scan;')")
  }

  /// The rows of a change that are for a viewer.
  static func rows(_ rows: [RecordChange], for viewer: Viewer) -> [RecordChange] {
    guard viewer.party != .school else { return rows }
    let hidden: Set<RecordTable> = [.scan, .scanAnswer, .scanOwnAnswer, .scanComment, .scanJudgement]
    return rows.filter { !($0.table.map(hidden.contains) ?? false) }
  }
}
