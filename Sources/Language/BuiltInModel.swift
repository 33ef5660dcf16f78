import CEmbedded
import WerkendLeren

/// The responsibilities model that travels in the binary: the 25 duties of the source text. Its data is
/// `Sources/CEmbedded/data/model.yaml`; a test proves both equal.
public enum BuiltInModel {
  /// Reads the model. Without any file; well under a millisecond in a release build.
  public static func load() -> DutyModel {
    // A test reads it; a binary without its model is a broken build, which then shows no duties instead of ending.
    ModelPlainForm.decode(parts.model) ?? DutyModel(name: "", duties: [])
  }

  /// The source's closing paragraph in a language.
  public static func closing(_ language: Language) -> String {
    let parts = parts
    return language == .dutch ? parts.closingDutch : parts.closingEnglish
  }

  /// The embedded text: two lines with the closing paragraph, then the plain form of the model.
  private static var parts: (closingDutch: String, closingEnglish: String, model: String) {
    var length = 0
    guard let bytes = drieluik_embedded_model(&length), length > 0 else { return ("", "", "") }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    let lines = text.utf8.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3 else { return ("", "", "") }
    return (closing(lines[0], "closing_nl"), closing(lines[1], "closing_en"), String(Substring(lines[2])))
  }

  private static func closing(_ line: Substring.UTF8View, _ name: String) -> String {
    guard let (found, value) = ModelPlainForm.field(line), found == name else { return "" }
    return value
  }
}
