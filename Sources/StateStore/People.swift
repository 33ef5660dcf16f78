import GRDB
import WerkendLeren

/// Who was found for `--as MAIL|NAME`.
public enum PersonFinding: Hashable, Sendable {
  /// This viewer.
  case one(Viewer)
  /// Nobody; names that come near, at most ten.
  case none(near: [String])
  /// Several: their names with what tells them apart.
  case ambiguous([String])
}

extension Store {
  /// In how many placements that a viewer may see a person has, had or will have a role.
  public func placementCount(ofPerson person: Int64, as viewer: Viewer) throws(StoreProblem) -> Int {
    var conditions = ["a.person = ?"]
    var values: [any DatabaseValueConvertible] = [person]
    Scope.restrict(to: viewer, &conditions, &values)
    let sql = """
      SELECT count(DISTINCT a.placement) FROM assignment a JOIN summary s ON s.placement = a.placement \
      WHERE \(conditions.joined(separator: " AND "))
      """
    return try readOnce { db in
      try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(values)) ?? 0
    }
  }

  /// The viewer that a mail address or a name means, for a party: for a student their own placements, for an employer's person all at that
  /// employer, for the school all, with the person rows by which placements are theirs. Mail counts before names; a student number too.
  public func findPerson(_ text: String, party: Party) throws(StoreProblem) -> PersonFinding {
    let folded = options.fold(text)
    return try read { db in
      guard !folded.isEmpty else { return .none(near: []) }
      return party == .student
        ? try findStudent(db, folded) : try findPerson(db, folded, party: party)
    }
  }

  private func findStudent(_ db: Database, _ folded: String) throws -> PersonFinding {
    for condition in ["mail_folded = ? AND mail_folded <> ''", "number_folded = ?", "name_folded = ?"] {
      let sql = "SELECT id, name, number FROM student WHERE \(condition) ORDER BY number LIMIT 11"
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [folded])
      if rows.count == 1 {
        return .one(Viewer(party: .student, name: rows[0][1], scope: .student(rows[0][0])))
      }
      if !rows.isEmpty { return .ambiguous(rows.map { "\($0[1] as String) (\($0[2] as String))" }) }
    }
    return .none(near: try near(db, folded, "SELECT DISTINCT name FROM student WHERE"))
  }

  private func findPerson(_ db: Database, _ folded: String, party: Party) throws -> PersonFinding {
    for condition in ["p.mail_folded = ? AND p.mail_folded <> ''", "p.name_folded = ?"] {
      let sql = """
        SELECT p.id, p.name, p.mail, p.employer, coalesce(e.name, ''), p.name_folded, p.mail_folded FROM person p \
        LEFT JOIN employer e ON e.id = p.employer WHERE \(condition) AND p.party = ? ORDER BY p.id LIMIT 1000
        """
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [folded, party.rawValue])
      guard let first = rows.first else { continue }
      let same = rows.allSatisfy { row in
        (row[5] as String) == first[5] as String && (row[3] as Int64?) == first[3] as Int64?
          && (row[6] as String) == first[6] as String
      }
      guard same else {
        var names: [String] = []
        for row in rows {
          let apart = [row[4] as String, row[2] as String].filter { !$0.isEmpty }.joined(separator: ", ")
          let name = apart.isEmpty ? row[1] as String : "\(row[1] as String) (\(apart))"
          if !names.contains(name), names.count < 10 { names.append(name) }
        }
        return .ambiguous(names)
      }
      guard party == .employer else {
        return .one(Viewer(party: .school, name: first[1], scope: .all, persons: rows.map { $0[0] }))
      }
      guard let employer = first[3] as Int64? else { continue }
      return .one(Viewer(party: .employer, name: first[1], scope: .employer(employer)))
    }
    return .none(near: try near(db, folded, "SELECT DISTINCT name FROM person WHERE party = '\(party.rawValue)' AND"))
  }

  /// Names that hold one of the words, or all of its first three letters.
  private func near(_ db: Database, _ folded: String, _ select: String) throws -> [String] {
    let words = folded.split(separator: " ").map(String.init) + [String(folded.prefix(3))]
    let condition = words.map { _ in "name_folded LIKE ? ESCAPE '\\'" }.joined(separator: " OR ")
    return try String.fetchAll(
      db, sql: "\(select) (\(condition)) ORDER BY name_folded LIMIT 10",
      arguments: StatementArguments(words.map { "%" + OverviewSQL.escaped($0) + "%" }))
  }
}
