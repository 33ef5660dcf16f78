/// What is wrong in a YAML file of ours, and where. The words are chosen elsewhere, by `key` and `parameters`.
public struct YAMLProblem: Equatable, Sendable {
  /// The file's name as it was given.
  public let file: String
  /// The physical line, from 1.
  public let line: Int
  /// The field, from the outside in, such as `duties.school.preparation.scan.gate`; empty where the whole file is meant.
  public let field: String
  /// The name of the text that says what is wrong: one of `allKeys`.
  public let key: String
  /// What that text names; what stood in the file is cleaned and cut to 60 characters.
  public let details: [String: String]

  /// Makes a problem.
  public init(file: String, line: Int, field: String, key: String, details: [String: String] = [:]) {
    self.file = file
    self.line = line
    self.field = field
    self.key = key
    self.details = details
  }

  /// All that the text may name: `file`, `line`, `field` and the details.
  public var parameters: [String: String] {
    details.merging(["file": file, "line": String(line), "field": field]) { detail, _ in detail }
  }

  /// The name of the text that says where it is: with or without a field.
  public var placeKey: String { field.isEmpty ? "yaml.place" : "yaml.placeField" }

  /// Every key that `key` can be, so that a test can ask for the text of each.
  public static let allKeys: [String] =
    yamlKeys.map { "yaml.\($0)" } + modelKeys.map { "model.\($0)" } + keyKeys.map { "keys.\($0)" }
    + ["theme.color", "theme.unknown", "theme.unknownNear"]
    + scanKeys

  private static let yamlKeys = [
    "alias", "control", "documents", "duplicateKey", "empty", "emptyField", "missing", "nesting", "notARoot", "notUTF8",
    "syntax", "tooLarge", "tooLong", "unknownKey", "wantsChoice", "wantsList", "wantsMap", "wantsNumber", "wantsText",
    "wantsYesNo",
  ]

  private static let keyKeys = [
    "conflict", "fixed", "isTyping", "needed", "neverSent", "sameAs", "unknownCommand", "unknownCommandNear",
    "unknownKey",
    "unknownKeyNear", "unknownScreen", "unknownScreenNear",
  ]

  private static let modelKeys = [
    "badID", "basedOn", "conditionEmpty", "duplicateID", "gateDuring", "hiddenAndChanged", "hideUnknown",
    "hideWithoutBase", "mirrorsChain", "mirrorsDiffers", "mirrorsHidden", "mirrorsItself", "mirrorsKind",
    "mirrorsMissing", "mirrorsNotJoint", "noDuties", "ownerMissing", "partiesMissing", "partiesNotShared", "partyTwice",
    "recordMissing", "rhythmKind", "tooMany",
  ]
}

/// All problems of one file, in the order of their lines; never empty.
public struct YAMLProblems: Error, Equatable, Sendable {
  /// The problems.
  public let problems: [YAMLProblem]

  /// Puts problems in the order of their lines; those of one line stay as they came.
  public init(_ problems: [YAMLProblem]) {
    self.problems = problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
