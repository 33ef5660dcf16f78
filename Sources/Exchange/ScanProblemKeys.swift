import WerkendLeren

extension YAMLProblem {
  /// What `key` can be in questionnaires and files of answers.
  static let scanKeys: [String] =
    questionnaireKeys.map { "questionnaire.\($0)" }
    + ConditionProblem.Kind.allCases.map { "condition.\($0.rawValue)" }
    + AnswerProblem.Kind.allCases.map { "answer.\($0.rawValue)" } + ["answer.unknown"]

  private static let questionnaireKeys = [
    "actionMissing", "adviceOrder", "answeredWanted", "badBounds", "badID", "badOption", "comparison", "containsWanted",
    "cycle", "dayWanted", "duplicateID", "fewOptions", "laterQuestion", "levelGap", "noQuestion", "noQuestions",
    "notForKind", "notForRule", "notNumber", "notSeveral", "numberWanted", "optionTwice", "ownQuestion", "ruleTwice",
    "ruleUnknown", "tooMany", "unknownQuestion",
  ]
}
