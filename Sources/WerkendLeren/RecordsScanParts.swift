/// The answer to one question of a scan, with who gave it last.
public struct ScanAnswer: RecordRow {
  /// The table.
  public static let table = RecordTable.scanAnswer
  /// The columns, in the order of the values.
  public static let columns = [
    "scan", "question", "form", "value", "moment", "by_whom", "by_party",
  ]
  /// The row's number.
  public let id: Int64
  /// The scan's row.
  public var scan: Int64
  /// The question.
  public var question: QuestionID
  /// How the value is to be read.
  public var form: AnswerForm
  /// The answer as text.
  public var value: String
  /// When it was given, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var moment: String
  /// Who gave it.
  public var by: String
  /// The party of who gave it; the school gives it namens employer.
  public var byParty: Party

  /// Makes a row.
  public init(
    id: Int64, scan: Int64, question: QuestionID, form: AnswerForm, value: String, moment: String, by: String = "",
    byParty: Party = .employer
  ) {
    self.id = id
    self.scan = scan
    self.question = question
    self.form = form
    self.value = value
    self.moment = moment
    self.by = by
    self.byParty = byParty
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(scan),
      RecordValue(question.text),
      RecordValue(form.rawValue),
      RecordValue(value),
      RecordValue(moment),
      RecordValue(by),
      RecordValue(byParty.rawValue),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    scan = reader.integer()
    question = QuestionID(reader.text())
    form = reader.choice(AnswerForm.text)
    value = reader.text()
    moment = reader.text()
    by = reader.text()
    byParty = reader.choice(Party.school)
    guard reader.isComplete else { return nil }
  }
}

/// The school's own level, or its own yes or no on a knock-out, with the reason; the employer's answer stays beside it.
public struct ScanOwnAnswer: RecordRow {
  /// The table.
  public static let table = RecordTable.scanOwnAnswer
  /// The columns, in the order of the values.
  public static let columns = [
    "scan", "question", "form", "value", "reason", "by_whom",
  ]
  /// The row's number.
  public let id: Int64
  /// The scan's row.
  public var scan: Int64
  /// The question.
  public var question: QuestionID
  /// How the value is to be read.
  public var form: AnswerForm
  /// The answer as text.
  public var value: String
  /// Why it differs from the employer's.
  public var reason: String
  /// Who gave it.
  public var by: String

  /// Makes a row.
  public init(
    id: Int64, scan: Int64, question: QuestionID, form: AnswerForm, value: String, reason: String, by: String = ""
  ) {
    self.id = id
    self.scan = scan
    self.question = question
    self.form = form
    self.value = value
    self.reason = reason
    self.by = by
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(scan),
      RecordValue(question.text),
      RecordValue(form.rawValue),
      RecordValue(value),
      RecordValue(reason),
      RecordValue(by),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    scan = reader.integer()
    question = QuestionID(reader.text())
    form = reader.choice(AnswerForm.text)
    value = reader.text()
    reason = reader.text()
    by = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// The school's comment on an answer, or on the whole scan.
public struct ScanComment: RecordRow {
  /// The table.
  public static let table = RecordTable.scanComment
  /// The columns, in the order of the values.
  public static let columns = [
    "scan", "question", "body", "moment", "by_whom",
  ]
  /// The row's number.
  public let id: Int64
  /// The scan's row.
  public var scan: Int64
  /// The question; nil: the whole.
  public var question: QuestionID?
  /// The comment.
  public var text: String
  /// When it was written.
  public var moment: String
  /// Who wrote it.
  public var by: String

  /// Makes a row.
  public init(id: Int64, scan: Int64, question: QuestionID? = nil, text: String, moment: String, by: String = "") {
    self.id = id
    self.scan = scan
    self.question = question
    self.text = text
    self.moment = moment
    self.by = by
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(scan),
      RecordValue(question?.text),
      RecordValue(text),
      RecordValue(moment),
      RecordValue(by),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    scan = reader.integer()
    question = reader.optionalText().map { QuestionID($0) }
    text = reader.text()
    moment = reader.text()
    by = reader.text()
    guard reader.isComplete else { return nil }
  }
}

/// A condition that the school set in a scan: one record, met once for all placements at the workplace. It counts once its scan is decided.
public struct ScanCondition: RecordRow {
  /// The table.
  public static let table = RecordTable.scanCondition
  /// The columns, in the order of the values.
  public static let columns = [
    "workplace", "scan", "decision", "question", "body", "owner", "due", "before_start", "set_on", "met_on", "met_by",
    "met_party", "met_note", "accepted_on", "accepted_by",
  ]
  /// The row's number.
  public let id: Int64
  /// The workplace's row.
  public var workplace: Int64
  /// The scan's row.
  public var scan: Int64
  /// The row of the decision with which it began to count; nil before.
  public var decision: Int64?
  /// The weak point that it came from.
  public var question: QuestionID?
  /// What has to be done.
  public var text: String
  /// Who has to do it.
  public var owner: Party
  /// The day by which it has to be met.
  public var due: Day
  /// Whether it has to be met and accepted before the start: gate 14 does not hold until then.
  public var beforeStart: Bool
  /// The day it was set.
  public var setOn: Day
  /// The day its owner said that it is met.
  public var metOn: Day?
  /// Who said so.
  public var metBy: String
  /// The party of who said so.
  public var metParty: Party?
  /// What was said.
  public var metNote: String
  /// The day the school accepted it.
  public var acceptedOn: Day?
  /// Who accepted it.
  public var acceptedBy: String

  /// Makes a row.
  public init(
    id: Int64, workplace: Int64, scan: Int64, decision: Int64? = nil, question: QuestionID? = nil, text: String,
    owner: Party = .employer, due: Day, beforeStart: Bool = false, setOn: Day, metOn: Day? = nil, metBy: String = "",
    metParty: Party? = nil, metNote: String = "", acceptedOn: Day? = nil, acceptedBy: String = ""
  ) {
    self.id = id
    self.workplace = workplace
    self.scan = scan
    self.decision = decision
    self.question = question
    self.text = text
    self.owner = owner
    self.due = due
    self.beforeStart = beforeStart
    self.setOn = setOn
    self.metOn = metOn
    self.metBy = metBy
    self.metParty = metParty
    self.metNote = metNote
    self.acceptedOn = acceptedOn
    self.acceptedBy = acceptedBy
  }

  /// Its values in the order of `columns`.
  public var values: [RecordValue] {
    [
      RecordValue(workplace),
      RecordValue(scan),
      RecordValue(decision),
      RecordValue(question?.text),
      RecordValue(text),
      RecordValue(owner.rawValue),
      RecordValue(due),
      RecordValue(beforeStart),
      RecordValue(setOn),
      RecordValue(metOn),
      RecordValue(metBy),
      RecordValue(metParty?.rawValue),
      RecordValue(metNote),
      RecordValue(acceptedOn),
      RecordValue(acceptedBy),
    ]
  }

  /// Reads it back; nil where the values do not fit.
  public init?(id: Int64, values: [RecordValue]) {
    var reader = ValueReader(values)
    self.id = id
    workplace = reader.integer()
    scan = reader.integer()
    decision = reader.optionalInteger()
    question = reader.optionalText().map { QuestionID($0) }
    text = reader.text()
    owner = reader.choice(Party.school)
    due = reader.day()
    beforeStart = reader.truth()
    setOn = reader.day()
    metOn = reader.optionalDay()
    metBy = reader.text()
    metParty = reader.optionalChoice(Party.self)
    metNote = reader.text()
    acceptedOn = reader.optionalDay()
    acceptedBy = reader.text()
    guard reader.isComplete else { return nil }
  }
}
