import GRDB
import WerkendLeren

extension Store {
  /// Makes sure that this version of the responsibilities model is kept, as the newest if it was not there, and gives its row. New
  /// placements begin with the newest.
  @discardableResult
  public func ensureModel(_ model: DutyModel, at moment: Moment) throws(StoreProblem) -> Int64 {
    let text = options.encodeModel(model)
    let find = "SELECT id FROM model WHERE text = ? ORDER BY id DESC LIMIT 1"
    let known = try readOnce { db in
      let newest = try Row.fetchOne(db, sql: "SELECT id, text FROM model ORDER BY id DESC LIMIT 1")
      return newest.flatMap { ($0[1] as String) == text ? $0[0] as Int64 : nil }
    }
    if let known {
      models[known] = model
      return known
    }
    let made: Int64? = try write { db in
      // A version that is there but not the newest is added again, so that the newest is always the last row.
      let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM model")
      if let same = try Int64.fetchOne(db, sql: find, arguments: [text]), same == newest { return same }
      try db.execute(
        sql: "INSERT INTO model (name, text, added) VALUES (?, ?, ?)", arguments: [model.name, text, moment.text])
      return db.lastInsertedRowID
    }
    guard let made else { throw StoreProblem(.unexpected, ["path": path]) }
    models[made] = model
    return made
  }

  /// The model version of that row.
  public func model(_ id: Int64) throws(StoreProblem) -> DutyModel {
    if let known = models[id] { return known }
    return try readOnce { db in try model(id, in: db) }
  }

  /// The newest model version and its row; nil while none was kept.
  public func newestModel() throws(StoreProblem) -> (id: Int64, model: DutyModel)? {
    try readOnce { db in
      guard let id = try newestModelRow(db) else { return nil }
      return (id, try model(id, in: db))
    }
  }

  func newestModelRow(_ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, cachedSQL: "SELECT max(id) FROM model")
  }

  func model(_ id: Int64, in db: Database) throws -> DutyModel {
    if let known = models[id] { return known }
    guard
      let text = try String.fetchOne(db.cachedStatement(sql: "SELECT text FROM model WHERE id = ?"), arguments: [id]),
      let model = options.decodeModel(text)
    else { throw StoreProblem(.unreadableModel, ["path": path, "model": String(id)]) }
    models[id] = model
    return model
  }
}
