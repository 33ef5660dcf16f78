/// What workplace scans need: versions of the questionnaire, the scans with a row for each answer, and the conditions that come of them.
enum ScanSchema {
  static let migration = """
    CREATE TABLE questionnaire (
      id INTEGER PRIMARY KEY, version TEXT NOT NULL, text TEXT NOT NULL, added TEXT NOT NULL
    ) STRICT;
    CREATE TABLE scan (
      id INTEGER PRIMARY KEY, workplace INTEGER NOT NULL REFERENCES workplace (id),
      questionnaire INTEGER NOT NULL REFERENCES questionnaire (id),
      state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'sent-back', 'decided')), begun_on TEXT NOT NULL,
      begun_by TEXT NOT NULL, begun_party TEXT NOT NULL CHECK (begun_party IN ('student', 'school', 'employer')),
      copied_from INTEGER REFERENCES scan (id), submitted_on TEXT, submitted_by TEXT NOT NULL, sent_back_on TEXT,
      sent_back_note TEXT NOT NULL, is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
      decision INTEGER REFERENCES scan_decision (id)
    ) STRICT;
    CREATE INDEX scan_of_workplace ON scan (workplace);
    CREATE UNIQUE INDEX scan_open ON scan (workplace) WHERE state <> 'decided';
    CREATE INDEX scan_of_decision ON scan (decision) WHERE decision IS NOT NULL;
    CREATE TABLE scan_answer (
      id INTEGER PRIMARY KEY, scan INTEGER NOT NULL REFERENCES scan (id), question TEXT NOT NULL,
      form TEXT NOT NULL, value TEXT NOT NULL, moment TEXT NOT NULL, by_whom TEXT NOT NULL,
      by_party TEXT NOT NULL CHECK (by_party IN ('student', 'school', 'employer'))
    ) STRICT;
    CREATE UNIQUE INDEX scan_answer_question ON scan_answer (scan, question);
    CREATE TABLE scan_own_answer (
      id INTEGER PRIMARY KEY, scan INTEGER NOT NULL REFERENCES scan (id), question TEXT NOT NULL,
      form TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL, by_whom TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX scan_own_answer_question ON scan_own_answer (scan, question);
    CREATE TABLE scan_comment (
      id INTEGER PRIMARY KEY, scan INTEGER NOT NULL REFERENCES scan (id), question TEXT, body TEXT NOT NULL,
      moment TEXT NOT NULL, by_whom TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scan_comment_scan ON scan_comment (scan);
    CREATE TABLE scan_judgement (
      id INTEGER PRIMARY KEY, scan INTEGER NOT NULL UNIQUE REFERENCES scan (id), visited_on TEXT,
      visited_by TEXT NOT NULL, spoken_with TEXT NOT NULL, not_visited_reason TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE scan_condition (
      id INTEGER PRIMARY KEY, workplace INTEGER NOT NULL REFERENCES workplace (id),
      scan INTEGER NOT NULL REFERENCES scan (id), decision INTEGER REFERENCES scan_decision (id), question TEXT,
      body TEXT NOT NULL, owner TEXT NOT NULL CHECK (owner IN ('student', 'school', 'employer')), due TEXT NOT NULL,
      before_start INTEGER NOT NULL CHECK (before_start IN (0, 1)), set_on TEXT NOT NULL, met_on TEXT,
      met_by TEXT NOT NULL, met_party TEXT CHECK (met_party IN ('student', 'school', 'employer')), met_note TEXT NOT NULL,
      accepted_on TEXT, accepted_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scan_condition_scan ON scan_condition (scan);
    CREATE INDEX scan_condition_workplace ON scan_condition (workplace, decision);
    CREATE INDEX change_of_scan ON change (subject, seq) WHERE subject >= 'scan:' AND subject < 'scan;';
    """
}
