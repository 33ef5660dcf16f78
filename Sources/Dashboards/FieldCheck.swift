import Language
import WerkendLeren
import Widgets

/// What is wrong with one answer of a form, by the kind of its field, in words. It is the same when a field is left and before saving, and
/// needs no screen.
struct FieldCheck {
  let words: Words
  let today: Day

  /// What is wrong; nil where nothing is.
  func error(_ field: FormField, _ value: String) -> String? {
    let text = TextDoor.clean(value)
    if text.isEmpty { return field.required ? required(field) : nil }
    switch field.kind {
    case .date: return day(field, text) == nil ? words("error.date", ["text": text]) : nil
    case .number(let bounds):
      if FieldCheck.number(text, bounds) != nil { return nil }
      return words("error.number", ["lowest": String(bounds.lowest), "highest": String(bounds.highest)])
    case .email: return FieldCheck.isMail(text) ? nil : words["error.mail"]
    case .phone: return FieldCheck.isPhone(text) ? nil : words["error.phone"]
    case .search(let choices, let allowsOther):
      return allowsOther || choices.contains { $0.id == value } ? nil : words("error.notInList", ["text": text])
    case .line, .url, .prose, .choice, .several, .yesNo, .tick, .information: return nil
    }
  }

  private func required(_ field: FormField) -> String {
    switch field.kind {
    case .choice, .several, .yesNo, .search(_, allowsOther: false): words["error.choose"]
    default: words["error.required"]
    }
  }

  /// The day that a text means in a field.
  func day(_ field: FormField, _ text: String) -> Day? {
    let nearest: DayText.Nearest =
      switch field.dateSide {
      case .either: .either
      case .coming: .coming
      case .past: .past
      }
    return DayText.parse(TextDoor.clean(text, limit: 40), today: today, nearest: nearest)
  }

  /// The whole number that a text says, within its bounds.
  static func number(_ text: String, _ bounds: FormField.NumberBounds) -> Int? {
    guard let number = Int(text), number >= bounds.lowest, number <= bounds.highest else { return nil }
    return number
  }

  /// Whether a text has the form of a mail address: a name, one `@`, and a host with a dot in it.
  static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty else { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && !labels.contains(where: \.isEmpty)
      && !text.contains { $0.isWhitespace || ",;<>()\"".contains($0) }
  }

  /// Whether a text has the form of a phone number: digits, at least three, with spaces and `+ - ( )` between them.
  static func isPhone(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isNumber || " +-()".contains($0)) } && text.count(where: \.isNumber) >= 3
  }
}
