/// The columns that an import knows, by the names of their headers in Dutch and in English.
public enum ImportColumn: Int, CaseIterable, Hashable, Sendable {
  case studentNumber, student, studentMail, studentPhone, programme
  case employer, workplace, workplaceAddress, startDate, endDate
  case schoolContact, schoolContactMail
  case employerContact, employerContactMail, employerContactPhone
  case workSupervisor, workSupervisorMail
  case startedOn, agreementSignedOn, scanOn, scanDecision
  /// The column that a mend file adds, with what was wrong. It is known, so that nobody has to take it out, and not read.
  case mendMessage

  /// The columns without which a file is refused; their cells may not be empty.
  public static let required: [ImportColumn] = [.studentNumber, .student, .programme]

  /// The header in Dutch, in small letters.
  public var dutchName: String { names.dutch }

  /// The header in English, in small letters.
  public var englishName: String { names.english }

  private var names: (dutch: String, english: String) {
    switch self {
    case .studentNumber: ("studentnummer", "student number")
    case .student: ("student", "student")
    case .studentMail: ("mail student", "student mail")
    case .studentPhone: ("telefoon student", "student phone")
    case .programme: ("opleiding", "programme")
    case .employer: ("werkgever", "employer")
    case .workplace: ("werkplek", "workplace")
    case .workplaceAddress: ("adres werkplek", "workplace address")
    case .startDate: ("startdatum", "start date")
    case .endDate: ("einddatum", "end date")
    case .schoolContact: ("contactpersoon school", "school contact")
    case .schoolContactMail: ("mail contactpersoon school", "school contact mail")
    case .employerContact: ("contactpersoon werkgever", "employer contact")
    case .employerContactMail: ("mail contactpersoon werkgever", "employer contact mail")
    case .employerContactPhone: ("telefoon contactpersoon werkgever", "employer contact phone")
    case .workSupervisor: ("werkbegeleider", "work supervisor")
    case .workSupervisorMail: ("mail werkbegeleider", "work supervisor mail")
    case .startedOn: ("gestart op", "started on")
    case .agreementSignedOn: ("overeenkomst getekend op", "agreement signed on")
    case .scanOn: ("scan op", "scan on")
    case .scanDecision: ("scan besluit", "scan decision")
    case .mendMessage: ("fout", "fout")
    }
  }
}
