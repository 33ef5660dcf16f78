import WerkendLeren

/// What one good line of an import says. Nil means that the file has no such column or that the cell is empty: what the store
/// holds then stays as it is.
public struct ImportRow: Equatable, Sendable {
  /// A decision on the scan of the row's workplace.
  public struct Scan: Equatable, Sendable {
    /// What was decided.
    public var decision: ScanDecision
    /// The day of the decision; never after today.
    public var day: Day

    /// Takes both.
    public init(decision: ScanDecision, day: Day) {
      self.decision = decision
      self.day = day
    }
  }

  /// The physical line where the record starts, from 1.
  public var line: Int
  /// The student's number at the school; with the programme the placement's key.
  public var studentNumber: String
  /// The student's name.
  public var student: String
  /// The programme.
  public var programme: String
  /// The student's mail address.
  public var studentMail: String?
  /// The student's phone.
  public var studentPhone: String?
  /// The employer's name.
  public var employer: String?
  /// The workplace's name.
  public var workplace: String?
  /// The workplace's address.
  public var workplaceAddress: String?
  /// The planned first day.
  public var startDate: Day?
  /// The planned last day; never before the start.
  public var endDate: Day?
  /// The name of the school's contact person.
  public var schoolContact: String?
  /// The mail address of the school's contact person.
  public var schoolContactMail: String?
  /// The name of the employer's contact person.
  public var employerContact: String?
  /// The mail address of the employer's contact person.
  public var employerContactMail: String?
  /// The phone of the employer's contact person.
  public var employerContactPhone: String?
  /// The name of the work supervisor.
  public var workSupervisor: String?
  /// The work supervisor's mail address.
  public var workSupervisorMail: String?
  /// The day on which a running placement started; never after today.
  public var startedOn: Day?
  /// The day on which the agreement was signed; never after today.
  public var agreementSignedOn: Day?
  /// The decision on the workplace's scan. A day without a decision, or a scan on a row without a workplace, is not taken.
  public var scan: Scan?

  /// A row with nothing but its key and the student's name.
  public init(line: Int, studentNumber: String, student: String, programme: String) {
    self.line = line
    self.studentNumber = studentNumber
    self.student = student
    self.programme = programme
  }
}
