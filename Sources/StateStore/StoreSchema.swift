import GRDB

/// The tables, and how a store comes from one version of them to the next.
enum StoreSchema {
  /// The version that this program writes.
  static let version = 6
  /// The form of what is derived and kept beside the records. Where a store has an older one, everything is derived anew when it is opened.
  static let derivedForm = 2
  /// "Drlk": by it a file is known as ours.
  static let applicationID: Int32 = 0x4472_6C6B

  /// Throws unless the file is new or ours, and not of a newer version. Looks only, so that another program's file stays as it is; in one
  /// transaction, because somebody else may be making the tables at this moment.
  static func check(_ db: Database, path: String) throws {
    try db.execute(sql: "BEGIN DEFERRED")
    defer { try? db.execute(sql: "ROLLBACK") }
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application != applicationID {
      // The migrator's own table stands for a moment before the first migration does.
      let others = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
      let foreign = try Int.fetchOne(db, sql: others) ?? 0
      if application != 0 || foreign > 0 { throw StoreProblem(.otherProgram, ["path": path]) }
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if found > version {
      throw StoreProblem(.newerSchema, ["path": path, "schema": String(found), "known": String(version)])
    }
  }

  /// Each migration is frozen once it was released; a new one follows.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: records)
      try db.execute(sql: course)
      try db.execute(sql: around)
      try db.execute(sql: summaries)
      try db.execute(sql: tallies)
      try db.execute(sql: "PRAGMA application_id=\(applicationID); PRAGMA user_version=1")
    }
    migrator.registerMigration("model moves") { db in
      try db.execute(sql: modelMoves)
      try db.execute(sql: "PRAGMA user_version=2")
    }
    migrator.registerMigration("people") { db in
      try db.execute(sql: PeopleSchema.migration)
      try db.execute(sql: "PRAGMA user_version=3")
    }
    migrator.registerMigration("entries") { db in
      try db.execute(sql: EntrySchema.migration)
      try db.execute(sql: "PRAGMA user_version=4")
    }
    migrator.registerMigration("agenda") { db in
      try db.execute(sql: AgendaRows.migration)
      try db.execute(sql: "PRAGMA user_version=5")
    }
    migrator.registerMigration("scans") { db in
      try db.execute(sql: ScanSchema.migration)
      try db.execute(sql: "PRAGMA user_version=6")
    }
    return migrator
  }

  /// When a placement was brought to another version of the duties, and on which text a mark was given where that is another now.
  private static let modelMoves = """
    ALTER TABLE mark ADD COLUMN model INTEGER REFERENCES model (id);
    CREATE TABLE model_move (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id),
      from_model INTEGER NOT NULL REFERENCES model (id), to_model INTEGER NOT NULL REFERENCES model (id),
      on_day TEXT NOT NULL, by_whom TEXT NOT NULL, reason TEXT NOT NULL, added TEXT NOT NULL, dropped TEXT NOT NULL,
      reworded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX model_move_placement ON model_move (placement);
    """

  /// Students, employers, workplaces, persons, and who had which in a placement.
  private static let records = """
    CREATE TABLE student (
      id INTEGER PRIMARY KEY, number TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL, phone TEXT NOT NULL,
      number_folded TEXT NOT NULL UNIQUE, name_folded TEXT NOT NULL, mail_folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX student_name ON student (name_folded);
    CREATE INDEX student_mail ON student (mail_folded) WHERE mail_folded <> '';
    CREATE TABLE employer (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX employer_name ON employer (name_folded);
    CREATE TABLE workplace (
      id INTEGER PRIMARY KEY, employer INTEGER NOT NULL REFERENCES employer (id), name TEXT NOT NULL,
      address TEXT NOT NULL, name_folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX workplace_name ON workplace (employer, name_folded);
    CREATE TABLE person (
      id INTEGER PRIMARY KEY, party TEXT NOT NULL CHECK (party IN ('school', 'employer')),
      employer INTEGER REFERENCES employer (id), name TEXT NOT NULL, function TEXT NOT NULL, mail TEXT NOT NULL,
      phone TEXT NOT NULL, reachable TEXT NOT NULL, experience TEXT NOT NULL, name_folded TEXT NOT NULL,
      mail_folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX person_name ON person (name_folded, employer);
    CREATE INDEX person_mail ON person (mail_folded, employer) WHERE mail_folded <> '';
    CREATE INDEX person_employer ON person (employer) WHERE employer IS NOT NULL;
    CREATE TABLE model (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL, added TEXT NOT NULL
    ) STRICT;
    CREATE TABLE placement (
      id INTEGER PRIMARY KEY, student INTEGER NOT NULL REFERENCES student (id), programme TEXT NOT NULL,
      start_day TEXT, end_day TEXT, model INTEGER NOT NULL REFERENCES model (id), started_on TEXT, imported_on TEXT,
      start_reason TEXT NOT NULL, ending TEXT CHECK (ending IN ('completed', 'ended-early', 'never-started')),
      ended_on TEXT, end_reason TEXT NOT NULL, ended_by TEXT CHECK (ended_by IN ('student', 'school', 'employer')),
      key_folded TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX placement_student ON placement (student);
    CREATE TABLE workplace_link (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id),
      employer INTEGER NOT NULL REFERENCES employer (id), workplace INTEGER REFERENCES workplace (id),
      from_day TEXT NOT NULL, until_day TEXT
    ) STRICT;
    CREATE INDEX link_placement ON workplace_link (placement);
    CREATE INDEX link_employer ON workplace_link (employer);
    CREATE INDEX link_workplace ON workplace_link (workplace) WHERE workplace IS NOT NULL;
    CREATE TABLE assignment (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id),
      person INTEGER NOT NULL REFERENCES person (id),
      role TEXT NOT NULL CHECK (role IN ('school-contact', 'employer-contact', 'supervisor')), from_day TEXT NOT NULL,
      until_day TEXT
    ) STRICT;
    CREATE INDEX assignment_placement ON assignment (placement);
    CREATE INDEX assignment_person ON assignment (person, role, placement);
    """

  /// What happened in a placement.
  private static let course = """
    CREATE TABLE pause (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), from_day TEXT NOT NULL,
      intended_return TEXT, until_day TEXT, reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX pause_placement ON pause (placement);
    CREATE TABLE agreement (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), label TEXT NOT NULL,
      on_date TEXT NOT NULL, added_on TEXT NOT NULL, kept TEXT NOT NULL,
      has_content INTEGER NOT NULL CHECK (has_content IN (0, 1)), content_line TEXT NOT NULL,
      has_guidance INTEGER NOT NULL CHECK (has_guidance IN (0, 1)), guidance_line TEXT NOT NULL,
      has_programme INTEGER NOT NULL CHECK (has_programme IN (0, 1)), programme_line TEXT NOT NULL,
      has_assessment INTEGER NOT NULL CHECK (has_assessment IN (0, 1)), assessment_line TEXT NOT NULL
    ) STRICT;
    CREATE INDEX agreement_placement ON agreement (placement);
    CREATE TABLE plan (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), label TEXT NOT NULL,
      on_date TEXT NOT NULL, added_on TEXT NOT NULL, kept TEXT NOT NULL
    ) STRICT;
    CREATE INDEX plan_placement ON plan (placement);
    CREATE TABLE scan_decision (
      id INTEGER PRIMARY KEY, workplace INTEGER NOT NULL REFERENCES workplace (id), on_date TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('suitable', 'suitable_with_conditions', 'not_yet_suitable')),
      valid_until TEXT NOT NULL, by_whom TEXT NOT NULL, kept TEXT NOT NULL, withdrawn_on TEXT,
      withdrawn_reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scan_workplace ON scan_decision (workplace);
    CREATE TABLE mark (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
      party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer')), on_day TEXT NOT NULL,
      moment TEXT NOT NULL, by_whom TEXT NOT NULL,
      by_party TEXT NOT NULL CHECK (by_party IN ('student', 'school', 'employer')), note TEXT NOT NULL,
      version INTEGER, employer INTEGER REFERENCES employer (id), withdrawn_on TEXT, withdrawn_reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX mark_placement ON mark (placement);
    CREATE INDEX mark_version ON mark (version) WHERE version IS NOT NULL;
    CREATE INDEX mark_employer ON mark (employer) WHERE employer IS NOT NULL;
    CREATE TABLE due_date (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
      due TEXT NOT NULL, set_on TEXT NOT NULL
    ) STRICT;
    CREATE INDEX due_date_placement ON due_date (placement);
    CREATE TABLE exclusion (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
      reason TEXT NOT NULL, on_day TEXT NOT NULL, by_whom TEXT NOT NULL
    ) STRICT;
    CREATE INDEX exclusion_placement ON exclusion (placement);
    CREATE TABLE note (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT, body TEXT NOT NULL,
      moment TEXT NOT NULL, by_whom TEXT NOT NULL,
      party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer'))
    ) STRICT;
    CREATE INDEX note_placement ON note (placement);
    CREATE TABLE rhythm (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT,
      days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 730)
    ) STRICT;
    CREATE INDEX rhythm_placement ON rhythm (placement);
    CREATE TABLE gate_record (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
      record_table TEXT NOT NULL, record INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX gate_record_placement ON gate_record (placement);
    CREATE INDEX gate_record_record ON gate_record (record);
    """

  /// The history, which only grows, and the next free row number.
  private static let around = """
    CREATE TABLE change (
      seq INTEGER PRIMARY KEY, moment TEXT NOT NULL, session TEXT NOT NULL, actor TEXT NOT NULL,
      party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer')), on_behalf TEXT,
      placement INTEGER NOT NULL, subject TEXT, duty TEXT, kind TEXT NOT NULL, note TEXT NOT NULL, rows TEXT NOT NULL,
      undoes INTEGER REFERENCES change (seq), batch INTEGER
    ) STRICT;
    CREATE INDEX change_placement ON change (placement, seq);
    CREATE INDEX change_session ON change (session, seq);
    CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;
    CREATE INDEX change_batch ON change (batch) WHERE batch IS NOT NULL;
    CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN
      SELECT RAISE(ABORT, 'the history only grows');
    END;
    CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change BEGIN
      SELECT RAISE(ABORT, 'the history only grows');
    END;
    CREATE TABLE sequence (id INTEGER PRIMARY KEY CHECK (id = 1), next INTEGER NOT NULL) STRICT;
    INSERT INTO sequence VALUES (1, 1);
    """

  /// What lists sort, filter and count by. Days are numbers; `SummaryRow.none` stands for no day, so that it sorts last.
  private static let summaries = """
    CREATE TABLE summary (
      placement INTEGER PRIMARY KEY REFERENCES placement (id), stage INTEGER NOT NULL, phase INTEGER NOT NULL,
      start_day INTEGER NOT NULL, started_on INTEGER, frozen_on INTEGER, urgency INTEGER NOT NULL,
      urgency_student INTEGER NOT NULL, urgency_school INTEGER NOT NULL, urgency_employer INTEGER NOT NULL,
      due_student INTEGER NOT NULL, due_school INTEGER NOT NULL, due_employer INTEGER NOT NULL,
      due_any INTEGER NOT NULL, student_id INTEGER NOT NULL, employer_id INTEGER, student TEXT NOT NULL,
      employer TEXT NOT NULL, programme TEXT NOT NULL, key TEXT NOT NULL, name_folded TEXT NOT NULL,
      searched TEXT NOT NULL, details TEXT NOT NULL
    ) STRICT;
    CREATE INDEX summary_order ON summary (
      urgency, start_day, name_folded, key, stage, due_any, due_student, due_school, due_employer, student_id,
      employer_id, searched);
    CREATE INDEX summary_school ON summary (urgency_school, start_day, name_folded, key, stage);
    CREATE INDEX summary_of_student ON summary (student_id, urgency_student, start_day, name_folded, key);
    CREATE INDEX summary_of_employer ON summary (employer_id, urgency_employer, start_day, name_folded, key);
    CREATE INDEX summary_due_any ON summary (due_any);
    CREATE INDEX summary_due_student ON summary (due_student);
    CREATE INDEX summary_due_school ON summary (due_school);
    CREATE INDEX summary_due_employer ON summary (due_employer);
    CREATE INDEX summary_stage ON summary (stage, start_day);
    CREATE TABLE failing_gate (
      placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL, from_day INTEGER NOT NULL,
      PRIMARY KEY (placement, duty)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX failing_gate_duty ON failing_gate (duty, from_day);
    CREATE INDEX failing_gate_later ON failing_gate (from_day, duty) WHERE from_day > \(SummaryRow.already);
    """

  /// How many placements are in each stage and how many gates fail already, counted as they change: so the figures below the overview cost the
  /// same at any size.
  private static let tallies = """
    CREATE TABLE tally (
      kind TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER stage_comes AFTER INSERT ON summary BEGIN
      INSERT INTO tally VALUES ('stage', NEW.stage, 1) ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER stage_goes AFTER DELETE ON summary BEGIN
      UPDATE tally SET count = count - 1 WHERE kind = 'stage' AND name = CAST(OLD.stage AS TEXT);
    END;
    CREATE TRIGGER stage_turns AFTER UPDATE OF stage ON summary WHEN OLD.stage <> NEW.stage BEGIN
      UPDATE tally SET count = count - 1 WHERE kind = 'stage' AND name = CAST(OLD.stage AS TEXT);
      INSERT INTO tally VALUES ('stage', NEW.stage, 1) ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER gate_comes AFTER INSERT ON failing_gate WHEN NEW.from_day = \(SummaryRow.already) BEGIN
      INSERT INTO tally VALUES ('gate', NEW.duty, 1) ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER gate_goes AFTER DELETE ON failing_gate WHEN OLD.from_day = \(SummaryRow.already) BEGIN
      UPDATE tally SET count = count - 1 WHERE kind = 'gate' AND name = OLD.duty;
    END;
    """
}
