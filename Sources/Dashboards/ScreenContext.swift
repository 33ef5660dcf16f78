import Canvas
import Language
import WerkendLeren
import Widgets

/// What every screen is drawn with.
struct ScreenContext {
  let words: Words
  let viewer: Viewer
  let today: Day
  let size: Size
  let theme: Theme
  /// The gates of the newest model, for the overview's filter.
  let gates: [Duty]
  /// The line that stays until the next key, if there is one.
  let notice: Notice?

  var wording: ItemWording { ItemWording(words: words, today: today) }

  /// `1–17 van 47` for lists and texts that scroll.
  func position(_ first: Int, _ last: Int, _ count: Int) -> String {
    words("list.position", ["first": String(first), "last": String(last), "count": String(count)])
  }
}

/// One line that says what happened; it stays in its place until the next key.
struct Notice: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// Something was done.
    case done
    /// Something was refused or went wrong.
    case refused
    /// Something to know.
    case note
  }
  var text: String
  var kind: Kind
}
