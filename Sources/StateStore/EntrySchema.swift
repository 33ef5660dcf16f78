/// What the migration "entries" adds.
enum EntrySchema {
  /// Entries, each with its circle of readers; who could read the entry that a change is about; and the views of student and employer.
  static let migration = """
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT,
      kind TEXT NOT NULL CHECK (kind IN (
        'meeting', 'evaluation', 'question', 'problem', 'need', 'plan-adjustment', 'application')),
      on_day TEXT NOT NULL, people TEXT NOT NULL, body TEXT NOT NULL,
      party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer')), by_whom TEXT NOT NULL,
      by_party TEXT NOT NULL CHECK (by_party IN ('student', 'school', 'employer')), moment TEXT NOT NULL,
      readers INTEGER NOT NULL CHECK (readers BETWEEN 1 AND 7),
      -- No reference: an entry that somebody may not read must not stand in the way of what they undo.
      employer INTEGER CHECK ((employer IS NOT NULL) = (readers >= 4)),
      asked_on TEXT, follow_up TEXT, follow_up_set TEXT, closed_on TEXT, closed_by TEXT, outcome TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entry_placement ON entry (placement);
    ALTER TABLE change ADD COLUMN entry INTEGER;
    ALTER TABLE change ADD COLUMN readers INTEGER NOT NULL DEFAULT 7;
    ALTER TABLE change ADD COLUMN employer INTEGER;
    CREATE INDEX change_entry ON change (entry, seq) WHERE entry IS NOT NULL;
    \(views(of: "summary"))
    \(views(of: "archived"))
    """

  /// What student and employer may know of the school's dates: the same as long as there are no entries.
  private static func views(of table: String) -> String {
    """
    ALTER TABLE \(table) ADD COLUMN due_school_student INTEGER NOT NULL DEFAULT \(SummaryRow.none);
    ALTER TABLE \(table) ADD COLUMN due_school_employer INTEGER NOT NULL DEFAULT \(SummaryRow.none);
    ALTER TABLE \(table) ADD COLUMN details_student TEXT;
    ALTER TABLE \(table) ADD COLUMN details_employer TEXT;
    UPDATE \(table) SET due_school_student = due_school, due_school_employer = due_school;
    """
  }
}
