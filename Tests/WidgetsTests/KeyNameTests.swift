import Canvas
import Testing

@testable import Widgets

/// Keys as people write them.
@Suite struct KeyNameTests {
  @Test(arguments: [
    ("n", Key.character("n")), ("N", .character("N")), ("ä", .character("ä")), ("a\u{308}", .character("ä")),
    ("ß", .character("ß")), ("й", .character("й")), ("?", .character("?")), ("-", .character("-")),
    ("Space", .character(" ")), ("spatie", .character(" ")), ("Ctrl-R", .control("r")), ("ctrl-_", .control("_")),
    ("Ctrl-Space", .control("@")), ("Alt-n", .alt("n")), ("Alt-N", .alt("N")), ("Alt--", .alt("-")),
    ("F4", .function(4)), ("f12", .function(12)), ("Tab", .tab), ("Shift-Tab", .backTab), ("⇧Tab", .backTab),
    ("Enter", .enter), ("esc", .escape), ("PgUp", .pageUp), ("PageDown", .pageDown), ("home", .home), ("↑", .up),
    ("Up", .up), ("Ctrl-Left", .wordLeft), ("Del", .delete),
  ])
  func aNameGivesItsKey(name: String, key: Key) { #expect(KeyName.key(name) == .success(key)) }

  @Test(arguments: [
    ("Ctrl-I", KeyName.Problem.sameAs("Tab")), ("Ctrl-M", .sameAs("Enter")), ("Ctrl-J", .sameAs("Enter")),
    ("Ctrl-H", .sameAs("Backspace")), ("Ctrl-[", .sameAs("Esc")), ("Shift-n", .sameAs("N")), ("Ctrl-1", .neverSent),
    ("Ctrl-é", .neverSent), ("Ctrl-Tab", .neverSent), ("Shift-F4", .neverSent), ("Alt-Enter", .neverSent),
    ("F25", .neverSent), ("F0", .neverSent), ("", .unknown(near: [])), ("  ", .unknown(near: [])),
    ("Entr", .unknown(near: ["Enter"])), ("Pgup ", .unknown(near: ["PgUp"])), ("\u{7}", .unknown(near: [])),
    ("\u{301}", .unknown(near: [])), ("hello there", .unknown(near: [])), ("f04", .unknown(near: ["F4"])),
  ])
  func whatIsNoKeySaysWhy(name: String, problem: KeyName.Problem) {
    guard case .failure(let found) = KeyName.key(name) else {
      Issue.record("\(name) is a key")
      return
    }
    if case .unknown(let near) = found, case .unknown(let wanted) = problem {
      #expect(near.starts(with: wanted), "\(name): \(near)")
    } else {
      #expect(found == problem, "\(name)")
    }
  }

  @Test func aShownNameIsReadBack() {
    let special: [Key] = [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .wordLeft, .wordRight,
      .home, .end, .pageUp, .pageDown,
    ]
    let letters = "azAZ09?/:;.,-+*'\"éñßäйж中".flatMap { [Key.character($0), .alt($0)] }
    let controls = "abcdefgklnopqrstuvwxyz_]\\^@".map { Key.control($0) }
    for key in special + letters + controls + (1...24).map({ .function($0) }) + [.character(" ")] {
      for space in ["Space", "Spatie"] { #expect(KeyName.key(KeyName.text(key, space: space)) == .success(key)) }
    }
  }

  @Test func nearNamesComeNearestFirst() {
    let names = ["overview", "triptych", "item", "todo", "history"]
    #expect(Nearness.nearest(to: "overveiw", in: names) == ["overview"])
    #expect(Nearness.nearest(to: "items", in: names).first == "item")
    #expect(Nearness.nearest(to: "zzz", in: names).isEmpty)
    #expect(Nearness.nearest(to: "", in: names).isEmpty)
  }
}
