import Language
import WerkendLeren

/// A word that does something where an answer is asked for. Both languages are understood whatever the language of the talk is.
enum TalkOrder: Equatable {
  /// Explains the question.
  case help
  /// To the question before.
  case back
  /// To the next open question.
  case next
  /// How far each section is.
  case list
  /// To a question or section.
  case go(String)
  /// Says the whole answer.
  case show
  /// Takes the answer away.
  case clear
  /// Adds to a text of several lines.
  case more
  /// What the answers come to.
  case outcome
  /// Hands in.
  case submit
  /// Leaves.
  case stop

  private static let names: [String: TalkOrder] = [
    "?": .help, "help": .help, "hulp": .help, "terug": .back, "vorige": .back, "back": .back, "previous": .back,
    "verder": .next, "volgende": .next, "next": .next, "lijst": .list, "overzicht": .list, "list": .list,
    "toon": .show, "show": .show, "wis": .clear, "clear": .clear, "erbij": .more, "more": .more,
    "uitkomst": .outcome, "outcome": .outcome, "inleveren": .submit, "submit": .submit, "stop": .stop, "quit": .stop,
  ]

  /// Reads a line; nil where it is an answer. A line that begins with a space is always one. Where a text is asked for, the words count in small letters
  /// only, so that a firm called "Next" can be answered; where options are, an option of that name comes first.
  init?(_ line: String, at question: Question?) {
    guard line.first?.isWhitespace != true else { return nil }
    var text = TextDoor.clean(line, limit: 100)
    let isText = question.map { $0.kind.textLimit != nil || $0.kind == .person } ?? false
    if !isText { text = TextDoor.folded(text) }
    if let question, !question.options.isEmpty, AnswerText.option(text, of: question) != nil { return nil }
    if let order = Self.names[text] {
      self = order
      return
    }
    for start in ["naar ", "go to ", "go "] where text.hasPrefix(start) {
      let name = text.dropFirst(start.count)
      // "Go to the workplace and …" is an answer.
      guard !isText || (name.count <= 4 && !name.contains(" ")) else { return nil }
      self = .go(String(name))
      return
    }
    return nil
  }
}

/// The options or levels of a question under the labels by which they are chosen: numbers, or letters where an option reads as a number itself.
struct TalkChoices {
  private let question: Question
  private let labels: [String]

  init(_ question: Question) {
    self.question = question
    let texts = question.options.flatMap { [$0.id, $0.text.dutch, $0.text.english] }
    let isNumbered = !texts.contains { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    labels = question.options.indices.map { place in
      isNumbered || place >= 26 ? String(place + 1) : String(UnicodeScalar(UInt8(0x61 + place)))
    }
  }

  /// A line for each.
  func lines(_ words: Words) -> [String] {
    if question.kind == .level {
      return question.levels.enumerated().map { "  \($0 + 1). \($1.text(words.language))" }
    }
    return zip(labels, question.options).map { "  \($0). \($1.text.text(words.language))" }
  }

  /// The answer that a text gives: options by their labels too.
  func answer(_ text: String, today: Day) -> Result<Answer, AnswerProblem> {
    switch question.kind {
    case .one:
      if let id = chosen(text) { return AnswerText.read(id, for: question, today: today) }
    case .several where AnswerText.option(text, of: question) == nil:
      let tokens = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
      let ids = tokens.compactMap(chosen)
      if ids.count == tokens.count, !ids.isEmpty { return AnswerText.several(ids, of: question) }
      // A label among names.
      let parts = text.split(separator: ",").map { part in chosen(String(part)) ?? String(part) }
      return AnswerText.several(parts, of: question)
    default: break
    }
    return AnswerText.read(text, for: question, today: today)
  }

  private func chosen(_ text: String) -> String? {
    var label = TextDoor.folded(text)
    if label.hasSuffix(".") { label.removeLast() }
    return labels.firstIndex(of: label).map { question.options[$0].id }
  }
}
