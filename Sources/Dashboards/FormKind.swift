import WerkendLeren

/// The forms of the program.
public enum FormKind: Equatable, Sendable {
  /// How it was told, when confirming for another party.
  case onBehalf(duty: DutyID, party: Party)
  /// Confirming on another day than today.
  case confirmOn(duty: DutyID, party: Party)
  /// A note on an item.
  case note(DutyID)
  /// The due date of an item.
  case dueDate(DutyID)
  /// Why an item does not apply.
  case exclude(DutyID)
  /// Why a confirmation is withdrawn.
  case withdraw(mark: Int64, duty: DutyID)
  /// A version of the agreement.
  case agreement
  /// A version of the training plan.
  case plan
  /// Employer and workplace.
  case workplace
  /// Who has a role.
  case person(PersonRole)
  /// A scan done on paper.
  case scan
  /// Why a scan's decision is withdrawn.
  case withdrawScan(Int64)
  /// The start of the programme.
  case start
  /// Why the start is taken back.
  case takeStartBack
  /// Why an ending is taken back.
  case reopen
  /// A form of the course.
  case course(CourseForm)
  /// A form of entries.
  case entry(EntryForm)
  /// A form about a scan.
  case judge(ScanForm)
  /// Who looks.
  case viewer
  /// About people, and what a placement or several are called.
  case people(PeopleForm)
  /// A form for all that is marked.
  case group(GroupForm)
  /// A new placement; the person as whom one looks is its contact person, unless another is named.
  case create(contact: Person?)

  /// The form that makes the record of an evidence or joint item; nil where there is none.
  static func record(of item: Item) -> FormKind? {
    switch item.duty.record {
    case .workplace, .suitableWorkplace: .workplace
    case .agreement: .agreement
    case .plan: .plan
    case .scan: .scan
    case .schoolContact: .person(.schoolContact)
    case .employerContact: .person(.employerContact)
    case .supervisor, .experiencedSupervisor: .person(.supervisor)
    case nil: nil
    }
  }

  /// The end of the key of its title.
  var name: String {
    switch self {
    case .onBehalf: "onBehalf"
    case .confirmOn: "confirmOn"
    case .note: "note"
    case .dueDate: "dueDate"
    case .exclude: "exclude"
    case .withdraw: "withdraw"
    case .agreement: "agreement"
    case .plan: "plan"
    case .workplace: "workplace"
    case .person(.schoolContact): "schoolContact"
    case .person(.employerContact): "employerContact"
    case .person(.supervisor): "supervisor"
    case .scan: "scan"
    case .withdrawScan: "withdrawScan"
    case .start: "start"
    case .takeStartBack: "takeStartBack"
    case .reopen: "reopen"
    case .course(let form): form.name
    case .entry(let form): form.name
    case .judge(let form): form.name
    case .viewer: "viewer"
    case .people(let form): form.name
    case .group(let form): "group.\(form.action.rawValue)"
    case .create: "create"
    }
  }

  /// Whether it is about the placement that is open.
  var isOfPlacement: Bool {
    switch self {
    case .viewer, .create, .group, .people(.importFile): false
    default: true
    }
  }

  /// The duty it is about.
  var duty: DutyID? {
    switch self {
    case .onBehalf(let duty, _), .confirmOn(let duty, _), .note(let duty), .dueDate(let duty), .exclude(let duty),
      .withdraw(_, let duty):
      duty
    case .course(let form): form.duty
    case .entry(let form): form.duty
    default: nil
    }
  }
}
