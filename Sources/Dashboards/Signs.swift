import Canvas
import Language
import WerkendLeren
import Widgets

extension ItemState {
  /// The sign of the state. A word stands beside it wherever there is room; ASCII signs come from `Canvas.asciiFallback`.
  public var sign: String {
    switch self {
    case .notApplicable: "–"
    case .overdue: "!"
    case .partial: "◐"
    case .done: "✓"
    case .dueSoon: "◷"
    case .open: "○"
    case .yours: "●"
    }
  }

  /// The state in one word or two.
  public func word(_ words: Words) -> String {
    switch self {
    case .notApplicable: words["state.notApplicable"]
    case .overdue: words["state.overdue"]
    case .partial: words["state.partial"]
    case .done: words["state.done"]
    case .dueSoon: words["state.dueSoon"]
    case .open: words["state.open"]
    case .yours: words["state.yours"]
    }
  }

  /// How the sign looks; the sign itself says the same without colour.
  func style(_ theme: Theme) -> Style {
    switch self {
    case .overdue: theme.warning
    case .yours: theme.attention
    case .done: theme.done
    case .partial, .dueSoon: theme.accent
    case .notApplicable: theme.faint
    case .open: theme.text
    }
  }
}

extension Party {
  /// The party's name, as on the panels.
  public func name(_ words: Words) -> String {
    switch self {
    case .student: words["party.student"]
    case .school: words["party.school"]
    case .employer: words["party.employer"]
    }
  }

  /// The party's name within a sentence.
  public func inSentence(_ words: Words) -> String {
    switch self {
    case .student: words["party.student.small"]
    case .school: words["party.school.small"]
    case .employer: words["party.employer.small"]
    }
  }

  /// The party's letter, such as S, H and W.
  public func letter(_ words: Words) -> String {
    switch self {
    case .student: words["party.student.letter"]
    case .school: words["party.school.letter"]
    case .employer: words["party.employer.letter"]
    }
  }
}

extension Phase {
  /// The phase's name.
  public func name(_ words: Words) -> String {
    self == .preparation ? words["phase.preparation"] : words["phase.during"]
  }
}

extension Stage {
  /// Where a placement stands, in a few words.
  public func name(_ words: Words) -> String {
    switch self {
    case .preparation: words["stage.preparation"]
    case .during: words["stage.during"]
    case .paused: words["stage.paused"]
    case .completed: words["stage.completed"]
    case .ended: words["stage.ended"]
    case .neverStarted: words["stage.neverStarted"]
    }
  }
}

extension Duty {
  /// The short name in the language of the screen.
  public func short(_ words: Words) -> String { words.language == .english ? shortEnglish : shortDutch }

  /// The full text in the language of the screen.
  public func full(_ words: Words) -> String { words.language == .english ? english : dutch }

  /// Where the text comes from.
  public func source(_ words: Words) -> String { words.language == .english ? sourceEnglish : sourceDutch }
}
