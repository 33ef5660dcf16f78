/// What the form of the agreement holds.
public struct AgreementContent: Hashable, Sendable {
  /// One of the four sections that the source names.
  public struct Section: Hashable, Sendable {
    /// Whether it stands in the agreement.
    public var included: Bool
    /// A line about it; may be empty.
    public var line: String
    /// Makes a section.
    public init(included: Bool, line: String = "") {
      self.included = included
      self.line = line
    }
  }
  /// What the version is called.
  public var label: String
  /// Its date.
  public var date: Day
  /// Where the document is kept.
  public var kept: String
  /// Form and content of the programme.
  public var content: Section
  /// Manner and frequency of guidance.
  public var guidance: Section
  /// Personal learning programme.
  public var programme: Section
  /// Testing and assessment method.
  public var assessment: Section

  /// Makes the content.
  public init(
    label: String, date: Day, kept: String, content: Section, guidance: Section, programme: Section,
    assessment: Section
  ) {
    self.label = label
    self.date = date
    self.kept = kept
    self.content = content
    self.guidance = guidance
    self.programme = programme
    self.assessment = assessment
  }
}

/// What the form of a person holds.
public struct PersonContent: Hashable, Sendable {
  /// Name; never empty.
  public var name: String
  /// Function.
  public var function: String
  /// Mail.
  public var mail: String
  /// Phone.
  public var phone: String
  /// When they can be reached.
  public var reachable: String
  /// A supervisor's experience in words.
  public var experience: String
  /// What the experience rests on, such as a course.
  public var basis: String
  /// A supervisor's hours for guidance in this placement, in words.
  public var hours: String
  /// Who stands in for a supervisor in this placement.
  public var standIn: String
  /// First day in the role.
  public var from: Day
  /// Last day in the role; nil if not known.
  public var until: Day?

  /// Makes the content.
  public init(
    name: String, function: String = "", mail: String = "", phone: String = "", reachable: String = "",
    experience: String = "", basis: String = "", hours: String = "", standIn: String = "", from: Day, until: Day? = nil
  ) {
    self.name = name
    self.function = function
    self.mail = mail
    self.phone = phone
    self.reachable = reachable
    self.experience = experience
    self.basis = basis
    self.hours = hours
    self.standIn = standIn
    self.from = from
    self.until = until
  }
}

/// What the form of a scan done on paper holds.
public struct PaperScanContent: Hashable, Sendable {
  /// The day of the decision.
  public var date: Day
  /// The decision.
  public var decision: ScanDecision
  /// Last valid day; never more than four years after the date.
  public var validUntil: Day
  /// Who decided.
  public var by: String
  /// Where the paper is kept.
  public var kept: String

  /// Makes the content.
  public init(date: Day, decision: ScanDecision, validUntil: Day, by: String, kept: String) {
    self.date = date
    self.decision = decision
    self.validUntil = validUntil
    self.by = by
    self.kept = kept
  }
}

/// Everything that can be asked of one placement. `decide` says whether it may be done and what it changes.
public enum Command: Hashable, Sendable {
  /// Ticks a task, confirms a continuing duty, or confirms one party's part of a joint duty or declaration. Another party than the
  /// viewer's makes it "namens" and needs a note of how it was told.
  case confirm(duty: DutyID, party: Party, day: Day, note: String)
  /// Takes back a confirmation of an earlier session, with a reason; it stays in the history.
  case withdrawConfirmation(mark: Int64, reason: String)
  /// Sets the due date of an item; nil gives the derived one again.
  case setDueDate(duty: DutyID, day: Day?)
  /// Sets an item to "not applicable".
  case exclude(duty: DutyID, reason: String)
  /// Takes "not applicable" back.
  case include(duty: DutyID)
  /// Writes a note on an item, or on the placement.
  case addNote(duty: DutyID?, text: String)
  /// Records a new version of the agreement.
  case addAgreement(AgreementContent)
  /// Records a new version of the training plan.
  case addPlan(label: String, date: Day, kept: String)
  /// Records the employer and the workplace, or a change of them from a day on; an empty workplace name records the employer alone.
  case setWorkplace(employer: String, workplace: String, address: String, from: Day)
  /// Records who has a role; somebody else than before ends the former assignment the day before.
  case setPerson(role: PersonRole, PersonContent)
  /// Records a scan done on paper for the current workplace.
  case addPaperScan(PaperScanContent)
  /// Withdraws a scan's decision, with a reason.
  case withdrawScan(scan: Int64, reason: String)
  /// Starts the phase `during`. A reason is needed where there is no valid workplace scan.
  case start(day: Day, withoutScanReason: String)
  /// Takes the start back after the first confirmation, with a reason.
  case takeStartBack(reason: String)
  /// Changes the planned start and end dates.
  case setDates(start: Day?, end: Day?)
  /// Sets the rhythm of one continuing duty, or of all, in weeks (1–104); nil gives the model's again.
  case setRhythm(duty: DutyID?, weeks: Int?)
  /// Pauses the placement.
  case pause(from: Day, intendedReturn: Day?, reason: String)
  /// Sets another day for the return from the pause that is open; nil: not known.
  case setIntendedReturn(Day?)
  /// Resumes it; in preparation with a new start date.
  case resume(day: Day, newStart: Day?)
  /// Ends it.
  case end(Ending, day: Day, reason: String, by: Party?)
  /// Takes an ending back, with a reason.
  case reopen(reason: String)
  /// Brings it to another version of the duties; to an older one with a reason.
  case moveModel(to: Int64, reason: String)
  /// Changes the student's name, mail or phone, or the planned dates.
  case edit(PlacementEdit)
  /// Corrects the student number or the programme, with a reason. A number is that of all placements of the student.
  case correctKey(number: String, programme: String, reason: String)
  /// Puts an ended placement away, where no list and no figure has it; the student's name is asked for.
  case archive(name: String)
  /// Takes it out of the archive again.
  case unarchive
  /// Changes what is known of a person, in all placements; with an assignment of this placement its dates, hours and stand-in too.
  case editPerson(Int64, assignment: Int64?, PersonContent)
  /// Gives an employer another name, in all placements.
  case renameEmployer(Int64, name: String)
  /// Changes the name and the address of a workplace, in all placements.
  case editWorkplace(Int64, name: String, address: String)
  /// Records an entry of a party, on an item or on the placement. Another party than the viewer's makes it "namens".
  case addEntry(duty: DutyID?, party: Party, EntryContent)
  /// Corrects an entry, or changes who may read it; what stood there stays in the history.
  case editEntry(entry: Int64, EntryContent)
  /// Closes an entry, with what was done.
  case closeEntry(entry: Int64, outcome: String)
  /// Opens a closed entry again, with a reason.
  case reopenEntry(entry: Int64, reason: String)
}
