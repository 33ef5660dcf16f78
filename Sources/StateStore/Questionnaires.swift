import GRDB
import WerkendLeren

extension Store {
  /// Makes sure that this version of the questionnaire is kept, as the newest if it was not there, and gives its row. New scans begin with the
  /// newest.
  @discardableResult
  public func ensureQuestionnaire(_ questionnaire: Questionnaire, at moment: Moment) throws(StoreProblem) -> Int64 {
    let text = options.encodeQuestionnaire(questionnaire)
    let known = try readOnce { db in try keptQuestionnaire(db, text) }
    if let known { return known }
    let made: Int64? = try write { db in
      if let known = try keptQuestionnaire(db, text) { return known }
      try db.execute(
        sql: "INSERT INTO questionnaire (version, text, added) VALUES (?, ?, ?)",
        arguments: [questionnaire.version, text, moment.text])
      return db.lastInsertedRowID
    }
    guard let made else { throw StoreProblem(.unexpected, ["path": path]) }
    return made
  }

  /// Whether a version of the questionnaire was kept: what is asked at every start, without reading one.
  public func hasQuestionnaire() throws(StoreProblem) -> Bool {
    try readOnce { db in try Int64.fetchOne(db, cachedSQL: "SELECT max(id) FROM questionnaire") != nil }
  }

  /// The newest version of the questionnaire and its row; nil while none was kept.
  public func newestQuestionnaire() throws(StoreProblem) -> (id: Int64, questionnaire: Questionnaire)? {
    try readOnce { db in
      guard let id = try Int64.fetchOne(db, cachedSQL: "SELECT max(id) FROM questionnaire") else { return nil }
      return (id, try questionnaire(id, in: db))
    }
  }

  /// The row of the newest version if that is this text: one that is there but not the newest is added again.
  private func keptQuestionnaire(_ db: Database, _ text: String) throws -> Int64? {
    let newest = try Row.fetchOne(db, sql: "SELECT id, text FROM questionnaire ORDER BY id DESC LIMIT 1")
    return newest.flatMap { ($0[1] as String) == text ? $0[0] as Int64 : nil }
  }

  func questionnaire(_ id: Int64, in db: Database) throws -> Questionnaire {
    if let known = questionnaires[id] { return known }
    let sql = "SELECT text FROM questionnaire WHERE id = ?"
    guard let text = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [id]),
      let questionnaire = options.decodeQuestionnaire(text)
    else { throw StoreProblem(.damaged, ["path": path, "detail": "questionnaire \(id)"]) }
    questionnaires[id] = questionnaire
    return questionnaire
  }
}
