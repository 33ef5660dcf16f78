/// What placements and people need beyond the first tables: more about persons, an archive, and lists of employers.
enum PeopleSchema {
  static let migration = """
    ALTER TABLE person ADD COLUMN basis TEXT NOT NULL DEFAULT '';
    ALTER TABLE assignment ADD COLUMN hours TEXT NOT NULL DEFAULT '';
    ALTER TABLE assignment ADD COLUMN stand_in TEXT NOT NULL DEFAULT '';
    ALTER TABLE placement ADD COLUMN archived_on TEXT;
    CREATE INDEX summary_employer_stage ON summary (employer_id, stage);
    \(archive)
    """

  /// What is archived has its summary here and not in `summary`, so that no list and no figure has to leave it out. The columns are the same.
  private static let archive = """
    CREATE TABLE archived (
      placement INTEGER PRIMARY KEY REFERENCES placement (id), stage INTEGER NOT NULL, phase INTEGER NOT NULL,
      start_day INTEGER NOT NULL, started_on INTEGER, frozen_on INTEGER, urgency INTEGER NOT NULL,
      urgency_student INTEGER NOT NULL, urgency_school INTEGER NOT NULL, urgency_employer INTEGER NOT NULL,
      due_student INTEGER NOT NULL, due_school INTEGER NOT NULL, due_employer INTEGER NOT NULL,
      due_any INTEGER NOT NULL, student_id INTEGER NOT NULL, employer_id INTEGER, student TEXT NOT NULL,
      employer TEXT NOT NULL, programme TEXT NOT NULL, key TEXT NOT NULL, name_folded TEXT NOT NULL,
      searched TEXT NOT NULL, details TEXT NOT NULL
    ) STRICT;
    CREATE INDEX archived_order ON archived (
      urgency, start_day, name_folded, key, stage, due_any, due_student, due_school, due_employer, student_id,
      employer_id, searched);
    """
}
