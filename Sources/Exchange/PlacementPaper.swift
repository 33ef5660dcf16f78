/// One placement on paper: everything already in words, so that a form of writing only has to lay it out. Texts may hold anything.
public struct PlacementPaper: Equatable, Sendable {
  /// A name and its value.
  public struct Fact: Equatable, Sendable {
    /// What it is.
    public var name: String
    /// Its value.
    public var value: String

    /// Makes a fact.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Somebody, with their role and how to reach them.
  public struct Person: Equatable, Sendable {
    /// Their role.
    public var role: String
    /// Their name.
    public var name: String
    /// Function, mail, phone, hours: what is known.
    public var lines: [String]

    /// Makes a person.
    public init(role: String, name: String, lines: [String]) {
      self.role = role
      self.name = name
      self.lines = lines
    }
  }

  /// One duty with its state.
  public struct Duty: Equatable, Sendable {
    /// The sign of its state.
    public var sign: String
    /// The same in words.
    public var state: String
    /// The same in a few letters, for a narrow column.
    public var short: String
    /// Whether it is overdue.
    public var isLate: Bool
    /// Whether it is a gate.
    public var isGate: Bool
    /// Its short name.
    public var name: String
    /// Its words.
    public var text: String
    /// Its records, who confirmed and when, when it is due.
    public var facts: [String]
    /// Notes on it.
    public var notes: [String]

    /// Makes a duty.
    public init(
      sign: String, state: String, short: String, isLate: Bool, isGate: Bool, name: String, text: String,
      facts: [String], notes: [String]
    ) {
      self.sign = sign
      self.state = state
      self.short = short
      self.isLate = isLate
      self.isGate = isGate
      self.name = name
      self.text = text
      self.facts = facts
      self.notes = notes
    }
  }

  /// The duties of a party in a phase.
  public struct Phase: Equatable, Sendable {
    /// Its name.
    public var name: String
    /// How many are done.
    public var done: Int
    /// Of how many that apply.
    public var total: Int
    /// They.
    public var duties: [Duty]

    /// Makes a phase.
    public init(name: String, done: Int, total: Int, duties: [Duty]) {
      self.name = name
      self.done = done
      self.total = total
      self.duties = duties
    }
  }

  /// One of the three.
  public struct Party: Equatable, Sendable {
    /// Its name.
    public var name: String
    /// Its people.
    public var people: [Person]
    /// Its duties by phase.
    public var phases: [Phase]

    /// Makes a party.
    public init(name: String, people: [Person], phases: [Phase]) {
      self.name = name
      self.people = people
      self.phases = phases
    }
  }

  /// A kind of records, such as the versions of the agreement.
  public struct Section: Equatable, Sendable {
    /// A record: a line that names it, and what it holds.
    public struct Record: Equatable, Sendable {
      /// Its name.
      public var title: String
      /// What it holds.
      public var lines: [String]

      /// Makes a record.
      public init(_ title: String, _ lines: [String] = []) {
        self.title = title
        self.lines = lines
      }
    }
    /// What they are.
    public var title: String
    /// They, newest first.
    public var records: [Record]

    /// Makes a section.
    public init(title: String, records: [Record]) {
      self.title = title
      self.records = records
    }
  }

  /// Who did what, when.
  public struct Change: Equatable, Sendable {
    /// When.
    public var when: String
    /// What.
    public var what: String
    /// Who.
    public var who: String
    /// The reason or note.
    public var note: String

    /// Makes a change.
    public init(when: String, what: String, who: String, note: String) {
      self.when = when
      self.what = what
      self.who = who
      self.note = note
    }
  }

  /// Headings and the like.
  public struct Labels: Equatable, Sendable {
    /// What it is, above the student's name.
    public var document: String
    /// Above the duties with their words.
    public var duties: String
    /// Above the notes of a duty.
    public var notes: String
    /// Above the history, and above its columns.
    public var history: String
    /// When.
    public var when: String
    /// What.
    public var what: String
    /// Who.
    public var who: String
    /// Note.
    public var note: String
    /// A gate, in a word.
    public var gate: String

    /// Makes labels.
    public init(
      document: String, duties: String, notes: String, history: String, when: String, what: String, who: String,
      note: String, gate: String
    ) {
      self.document = document
      self.duties = duties
      self.notes = notes
      self.history = history
      self.when = when
      self.what = what
      self.who = who
      self.note = note
      self.gate = gate
    }
  }

  /// The language, `nl` or `en`.
  public var language: String
  /// Headings and the like.
  public var labels: Labels
  /// The student.
  public var title: String
  /// Programme and employer.
  public var subtitle: String
  /// Where it stands: stage, days, version of the duties.
  public var facts: [Fact]
  /// What has to be seen first: a pause, what keeps it from starting, what is late.
  public var notices: [String]
  /// The three, in their order.
  public var parties: [Party]
  /// Records that stand beside the duties.
  public var sections: [Section]
  /// The history, newest first; nil where it was not asked for.
  public var history: [Change]?
  /// Signs and their words.
  public var signs: [Fact]
  /// When and by what it was made.
  public var footer: String

  /// Makes a paper.
  public init(
    language: String, labels: Labels, title: String, subtitle: String, facts: [Fact], notices: [String],
    parties: [Party], sections: [Section], history: [Change]?, signs: [Fact], footer: String
  ) {
    self.language = language
    self.labels = labels
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.notices = notices
    self.parties = parties
    self.sections = sections
    self.history = history
    self.signs = signs
    self.footer = footer
  }
}
