/// A key as a person knows it, whatever bytes the terminal sent.
public enum Key: Equatable, Hashable, Sendable {
  /// A character that was typed: one grapheme cluster, never a control character.
  case character(Character)
  /// Control with a small letter a–z, or with one of `_`, `]`, `\`, `^`, `@`. Tab, Enter and Escape have their own cases.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  /// Enter or Return.
  case enter
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Escape by itself.
  case escape
  /// Backspace, deletes to the left.
  case backspace
  /// Delete, deletes to the right.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Control (or Alt) and arrow left: a word to the left.
  case wordLeft
  /// Control (or Alt) and arrow right: a word to the right.
  case wordRight
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, 1–24.
  case function(Int)
}

/// What a mouse button did, with the cell it did it on.
public struct MouseEvent: Equatable, Hashable, Sendable {
  /// The action.
  public enum Action: Equatable, Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The left button was released.
    case release
    /// The wheel went up one notch.
    case wheelUp
    /// The wheel went down one notch.
    case wheelDown
  }
  /// What was done.
  public var action: Action
  /// The cell it was done on.
  public var place: Point
  /// Whether this press is the second of two that belong together.
  public var isDouble: Bool

  /// Makes a mouse event.
  public init(action: Action, place: Point, isDouble: Bool = false) {
    self.action = action
    self.place = place
    self.isDouble = isDouble
  }
}

/// What the terminal tells the program.
public enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted; line breaks are `\n`, a tab is a space, other control characters are left out.
  case paste(String)
  /// A mouse button or the wheel.
  case mouse(MouseEvent)
  /// The terminal has a new size.
  case resize(Size)
  /// The program was stopped and goes on: all must be painted again.
  case resumed
  /// The terminal is gone, or the program was asked to end (SIGTERM, SIGHUP): leave at once.
  case ended
}
