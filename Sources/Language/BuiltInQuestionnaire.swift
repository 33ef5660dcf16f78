import CEmbedded
import WerkendLeren

/// The workplace scan's questionnaire that travels in the binary. Its data is `Sources/CEmbedded/data/questionnaire.yaml`; a test proves both
/// equal.
public enum BuiltInQuestionnaire {
  /// Reads the questionnaire. Without any file; about a millisecond in a release build.
  public static func load() -> Questionnaire {
    var length = 0
    guard let bytes = drieluik_embedded_questionnaire(&length), length > 0 else { return none }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    // A test reads it; a binary without it is a broken build, which then asks nothing instead of ending.
    return QuestionnairePlainForm.decode(text) ?? none
  }

  private static let none = Questionnaire(version: "", sections: [], advice: [])
}

extension Bilingual {
  /// The text in a language.
  public func text(_ language: Language) -> String { language == .dutch ? dutch : english }
}
