import Language
import WerkendLeren

/// What can be done with all that is marked.
enum GroupAction: String, CaseIterable, Sendable {
  case confirm
  case due
  case exclude
  case note
  case contact
  case start
  case pause
  case complete
  case endEarly
  case neverStarted
  case archive

  /// What is typed for it after `:`.
  var id: String {
    switch self {
    case .confirm: "groep-bevestigen"
    case .due: "groep-datum"
    case .exclude: "groep-nvt"
    case .note: "groep-notitie"
    case .contact: "groep-contactpersoon"
    case .start: "groep-start"
    case .pause: "groep-pauzeren"
    case .complete: "groep-afronden"
    case .endEarly: "groep-stoppen"
    case .neverStarted: "groep-nooit-begonnen"
    case .archive: "groep-archiveren"
    }
  }

  /// The action of what was typed.
  init?(id: String) {
    guard let found = GroupAction.allCases.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// Whether it is about items, so that a row that is none is left out.
  var isOfItems: Bool { self == .confirm || self == .due || self == .exclude }

  /// Whether others than the school can give it.
  var isForAll: Bool { self == .confirm || self == .exclude || self == .note }

  /// Its name, such as "Bevestigen".
  func name(_ words: Words) -> String { words("group.\(rawValue)") }

  /// What it does, in a sentence.
  func explanation(_ words: Words) -> String { words("group.\(rawValue).what") }
}

/// One thing that is asked of one of the marked placements.
public struct GroupOrder: Hashable, Sendable {
  /// The placement.
  public var placement: Int64
  /// What is asked of it.
  public var command: GroupCommand

  /// Makes it.
  public init(placement: Int64, command: GroupCommand) {
    self.placement = placement
    self.command = command
  }
}

/// A command for all that is marked, on its way to the store.
public struct GroupRequest: Equatable, Sendable {
  /// What is asked, in the order of the marks.
  public var orders: [GroupOrder]
  /// Marked rows that the command is not about.
  public var skipped = 0
}

/// What a command for several placements would do, or did.
public struct GroupOutcome: Equatable, Sendable {
  /// One that it leaves alone.
  public struct Refused: Equatable, Sendable {
    /// Its place among the orders.
    public var place: Int
    /// Why.
    public var refusal: Refusal

    /// Makes it.
    public init(place: Int, refusal: Refusal) {
      self.place = place
      self.refusal = refusal
    }
  }
  /// The places of the orders that are done.
  public var done: [Int]
  /// Those that are left alone.
  public var refused: [Refused]
  /// The students, by placement.
  public var students: [Int64: String]

  /// Makes it.
  public init(done: [Int], refused: [Refused], students: [Int64: String]) {
    self.done = done
    self.refused = refused
    self.students = students
  }
}

/// What the store says to a command for several placements.
public enum GroupAnswer: Equatable, Sendable {
  /// What it would do.
  case tried(GroupOutcome)
  /// It is on disk.
  case saved(GroupOutcome)
  /// Nothing was done: it would do something else now than was shown.
  case changed(GroupOutcome)
  /// Nothing was done: it was broken off.
  case stopped
  /// The store could not write; the words say why. Nothing was changed.
  case failed(String)
}
