import WerkendLeren

/// What the store is handed from above: text folding, the form in which models are kept, and how it opens.
public struct StoreOptions: Sendable {
  /// Makes two spellings of one name equal: without case, accents and superfluous spaces.
  public var fold: @Sendable (String) -> String
  /// A responsibilities model as a text that `decodeModel` reads back.
  public var encodeModel: @Sendable (DutyModel) -> String
  /// Reads that text; nil where it is none.
  public var decodeModel: @Sendable (String) -> DutyModel?
  /// A questionnaire as a text that `decodeQuestionnaire` reads back.
  public var encodeQuestionnaire: @Sendable (Questionnaire) -> String
  /// Reads that text; nil where it is none.
  public var decodeQuestionnaire: @Sendable (String) -> Questionnaire?
  /// Whether a missing folder is made, with mode 0700: for the default place only.
  public var makesFolder: Bool
  /// Whether a missing file is made.
  public var makesFile: Bool
  /// Names this session: undo reaches what was done under it.
  public var session: String
  /// Seconds that a write, or opening, waits for another program's lock.
  public var patience: Double

  /// Makes options. Without a form for questionnaires no scan can be begun.
  public init(
    fold: @escaping @Sendable (String) -> String, encodeModel: @escaping @Sendable (DutyModel) -> String,
    decodeModel: @escaping @Sendable (String) -> DutyModel?,
    encodeQuestionnaire: @escaping @Sendable (Questionnaire) -> String = \.version,
    decodeQuestionnaire: @escaping @Sendable (String) -> Questionnaire? = { _ in nil }, makesFolder: Bool = false,
    makesFile: Bool = true,
    session: String = StoreOptions.newSession(), patience: Double = 5
  ) {
    self.fold = fold
    self.encodeModel = encodeModel
    self.decodeModel = decodeModel
    self.encodeQuestionnaire = encodeQuestionnaire
    self.decodeQuestionnaire = decodeQuestionnaire
    self.makesFolder = makesFolder
    self.makesFile = makesFile
    self.session = session
    self.patience = patience
  }

  /// A name that no other session has.
  public static func newSession() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
  }
}

/// The time of a change, handed in: the store never asks the clock.
public struct Moment: Hashable, Sendable {
  /// Today.
  public var today: Day
  /// Now, as `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  public var text: String

  /// Makes a moment.
  public init(today: Day, text: String) {
    self.today = today
    self.text = text
  }
}
