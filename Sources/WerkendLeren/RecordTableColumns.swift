extension RecordTable {
  /// The columns of the table's rows, without `id`: those of the row's type.
  public var columns: [String] {
    switch self {
    case .student: Student.columns
    case .employer: Employer.columns
    case .workplace: Workplace.columns
    case .person: Person.columns
    case .placement: Placement.columns
    case .workplaceLink: WorkplaceLink.columns
    case .assignment: Assignment.columns
    case .pause: Pause.columns
    case .agreement: AgreementVersion.columns
    case .plan: PlanVersion.columns
    case .scanDecision: ScanDecisionRecord.columns
    case .scan: Scan.columns
    case .scanAnswer: ScanAnswer.columns
    case .scanOwnAnswer: ScanOwnAnswer.columns
    case .scanComment: ScanComment.columns
    case .scanJudgement: ScanJudgement.columns
    case .scanCondition: ScanCondition.columns
    case .mark: Mark.columns
    case .dueDate: DueDateRecord.columns
    case .exclusion: Exclusion.columns
    case .note: Note.columns
    case .rhythm: Rhythm.columns
    case .gateRecord: GateRecord.columns
    case .modelMove: ModelMove.columns
    case .entry: Entry.columns
    }
  }
}
