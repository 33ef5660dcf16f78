import Canvas
import Language
import Widgets

/// The keys of every screen, as data: the bottom line, the help page, the palette and the dispatch come from these tables, with the
/// user's own keys in place of those here (`KeyMap`). A key that a user may change stands in `keys`; where that is empty, as in forms,
/// the line only says what lists and fields do by themselves.
enum Keys {
  /// Keys that work on every screen, but for letters while a text is typed.
  static func everywhere(_ words: Words) -> [Binding] {
    [
      Binding(
        command: "undo", keys: [.character("u"), .control("_"), .function(4)], keyName: "u", label: words["key.undo"],
        help: words["key.undo.help"], priority: 3),
      Binding(
        command: "redo", keys: [.control("r"), .function(5)], keyName: "Ctrl-R", label: words["key.redo"],
        help: words["key.redo.help"]),
      Binding(
        command: "palette", keys: [.character(":"), .function(10)], keyName: ":", label: words["key.palette"],
        help: words["key.palette.help"], priority: 2),
      Binding(
        command: "help", keys: [.character("?"), .function(1)], keyName: "?", label: words["key.help"],
        help: words["key.help.help"], priority: 8),
      Binding(
        command: "mouse", keys: [.function(8)], keyName: "F8", label: words["key.mouse"],
        help: words["key.mouse.help"]),
      Binding(
        command: "suspend", keys: [.control("z")], keyName: "Ctrl-Z", label: words["key.suspend"],
        help: words["key.suspend.help"]),
      Binding(
        command: "repaint", keys: [.control("l")], keyName: "Ctrl-L", label: words["key.repaint"],
        help: words["key.repaint.help"]),
    ]
  }

  /// What is the same on every screen that has it.
  static func common(_ words: Words) -> [Binding] {
    everywhere(words) + [back(words), quit(words, priority: nil)] + move(words)
  }

  private static func back(_ words: Words) -> Binding {
    Binding(
      command: "back", keys: [.escape, .backspace], keyName: "Esc", label: words["key.back"],
      help: words["key.back.help"], priority: 9)
  }

  private static func quit(_ words: Words, priority: Int?) -> Binding {
    Binding(
      command: "quit", keys: [.character("q"), .control("c")], keyName: "q", label: words["key.quit"],
      help: words["key.quit.help"], priority: priority)
  }

  /// The steps of a list: one line of the help for all, each with keys of its own.
  private static func move(_ words: Words, priority: Int? = nil) -> [Binding] {
    [
      Binding(
        command: "move", keys: [], keyName: "↑↓", label: words["key.move"], help: words["key.move.help"],
        priority: priority)
    ] + steps(words)
  }

  private static func steps(_ words: Words) -> [Binding] {
    steps.map { command, key in
      Binding(command: command, keys: [key], keyName: "", label: words["key.\(command)"], isListed: false)
    }
  }

  /// The steps and the key that each stands for: what lists and texts understand.
  private static let steps: [(command: String, key: Key)] = [
    ("up", .up), ("down", .down), ("pageUp", .pageUp), ("pageDown", .pageDown), ("first", .home), ("last", .end),
  ]

  /// The key that a step stands for, whatever key gave it; nil for other commands.
  static func step(_ command: String) -> Key? { steps.first { $0.command == command }?.key }

  /// Commands that only the school may give: others are told so, and do not find them on the bottom line.
  static let ofSchool: Set<String> = ["nieuw"]

  /// The keys of a screen for others than the school.
  static func withoutSchools(_ table: BindingTable) -> BindingTable {
    BindingTable(
      table.bindings.map { binding in
        var binding = binding
        if ofSchool.contains(binding.command) { binding.priority = nil }
        return binding
      })
  }

  /// The overview.
  static func overview(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"], help: words["key.open.help"],
          priority: 9),
        Binding(
          command: "search", keys: [.character("/")], keyName: "/", label: words["key.search"],
          help: words["key.search.help"], priority: 7),
        Binding(
          command: "filters", keys: [.tab, .backTab], keyName: "Tab", label: words["key.filters"],
          help: words["key.filters.help"], priority: 6),
        Binding(
          command: "nieuw", keys: [.character("n")], keyName: "n", label: words["key.new"], help: words["key.new.help"],
          priority: 6),
        Binding(
          command: "mine", keys: [.character("t")], keyName: "t", label: words["key.todo"],
          help: words["key.todo.help"], priority: 5),
        contact(words),
        Binding(
          command: "agenda", keys: [.character("a")], keyName: "a", label: words["key.agenda"],
          help: words["key.agenda.help"], priority: 3),
        employers(fromOverview: words),
        Binding(
          command: "filter.stages", keys: [.character("f")], keyName: "f", label: words["key.filter.stages"],
          help: words["key.filter.stages.help"]),
        Binding(
          command: "filter.mine", keys: [.character("m")], keyName: "m", label: words["key.filter.mine"],
          help: words["key.filter.mine.help"]),
        Binding(
          command: "filter.overdue", keys: [.character("l")], keyName: "l", label: words["key.filter.overdue"],
          help: words["key.filter.overdue.help"]),
        Binding(
          command: "filter.gate", keys: [.character("g")], keyName: "g", label: words["key.filter.gate"],
          help: words["key.filter.gate.help"]),
        Binding(
          command: "clear", keys: [.escape], keyName: "Esc", label: words["key.clear"], help: words["key.clear.help"]),
      ] + marks(words) + move(words) + everywhere(words) + [quit(words, priority: 9)])
  }

  /// The search field of the overview, in which letters are text.
  static func search(_ words: Words) -> BindingTable {
    BindingTable([
      Binding(
        command: "list", keys: [.enter, .down, .backTab], keyName: "Enter", label: words["key.toList"],
        help: words["key.toList.help"], priority: 9),
      Binding(
        command: "filters", keys: [.tab], keyName: "Tab", label: words["key.filters"], help: words["key.filters.help"],
        priority: 7),
      Binding(
        command: "clear", keys: [.escape], keyName: "Esc", label: words["key.clearSearch"],
        help: words["key.clearSearch.help"], priority: 8),
    ])
  }

  /// The filters of the overview.
  static func filters(_ words: Words) -> BindingTable {
    BindingTable([
      Binding(
        command: "change", keys: [.character(" "), .enter], keyName: words["key.space"], label: words["key.change"],
        help: words["key.change.help"], priority: 8),
      Binding(
        command: "next", keys: [.tab, .right], keyName: "Tab", label: words["key.nextFilter"],
        help: words["key.nextFilter.help"], priority: 7),
      Binding(
        command: "previous", keys: [.backTab, .left], keyName: "⇧Tab", label: words["key.previousFilter"],
        help: words["key.previousFilter.help"]),
      Binding(
        command: "list", keys: [.escape, .down, .up], keyName: "Esc", label: words["key.toList"],
        help: words["key.toList.help"], priority: 9),
    ])
  }

  /// The triptych.
  static func triptych(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "party", keys: [], keyName: "←→", label: words["key.party"], help: words["key.party.help"],
          priority: 8),
        Binding(
          command: "next", keys: [.right, .tab], keyName: "→", label: words["key.nextParty"], isListed: false),
        Binding(
          command: "previous", keys: [.left, .backTab], keyName: "←", label: words["key.previousParty"], isListed: false
        ),
      ] + move(words, priority: 4) + [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"], help: words["key.openItem.help"],
          priority: 9)
      ] + itemKeys(words) + [
        Binding(
          command: "start", keys: [.character("b")], keyName: "b", label: words["key.start"],
          help: words["key.start.help"], priority: 3),
        course(words), newEntry(words), entryList(words), scans(words),
        Binding(
          command: "mensen", keys: [.character("p")], keyName: "p", label: words["key.people"],
          help: words["key.people.help"], priority: 3),
        Binding(
          command: "bewerken", keys: [.character("e")], keyName: "e", label: words["key.edit"],
          help: words["key.edit.help"], priority: 2),
      ] + everywhere(words) + [back(words), quit(words, priority: nil)])
  }

  /// The people of a placement.
  static func people(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.change"],
          help: words["key.person.help"], priority: 9),
        Binding(
          command: "opvolger", keys: [.character("o")], keyName: "o", label: words["key.successor"],
          help: words["key.successor.help"], priority: 7),
      ] + move(words) + everywhere(words) + [back(words), quit(words, priority: nil)])
  }

  /// An opened item.
  static func item(_ words: Words) -> BindingTable {
    BindingTable(
      itemKeys(words) + [
        Binding(
          command: "record", keys: [.enter, .character("e")], keyName: "Enter", label: words["key.record"],
          help: words["key.record.help"], priority: 7),
        Binding(
          command: "confirmOn", keys: [.character("o")], keyName: "o", label: words["key.confirmOn"],
          help: words["key.confirmOn.help"]),
        Binding(
          command: "withdraw", keys: [.character("i")], keyName: "i", label: words["key.withdraw"],
          help: words["key.withdraw.help"]),
        Binding(
          command: "next", keys: [.tab, .right], keyName: "Tab", label: words["key.nextItem"],
          help: words["key.nextItem.help"]),
        Binding(
          command: "previous", keys: [.backTab, .left], keyName: "⇧Tab", label: words["key.previousItem"],
          help: words["key.previousItem.help"]),
        course(words), newEntry(words), entryList(words), scans(words),
      ] + move(words) + everywhere(words) + [back(words), quit(words, priority: nil)])
  }

  private static func course(_ words: Words) -> Binding {
    Binding(
      command: "verloop", keys: [.character("l")], keyName: "l", label: words["key.course"],
      help: words["key.course.help"], priority: 2)
  }

  private static func itemKeys(_ words: Words) -> [Binding] {
    [
      Binding(
        command: "confirm", keys: [.character(" ")], keyName: words["key.space"], label: words["key.confirm"],
        help: words["key.confirm.help"], priority: 8),
      Binding(
        command: "note", keys: [.character("n")], keyName: "n", label: words["key.note"], help: words["key.note.help"],
        priority: 5),
      Binding(
        command: "due", keys: [.character("d")], keyName: "d", label: words["key.due"], help: words["key.due.help"],
        priority: 5),
      Binding(
        command: "exclude", keys: [.character("x")], keyName: "x", label: words["key.exclude"],
        help: words["key.exclude.help"], priority: 4),
      Binding(
        command: "history", keys: [.character("h")], keyName: "h", label: words["key.history"],
        help: words["key.history.help"], priority: 5),
      contact(words),
    ]
  }

  /// What is mine to do.
  static func mine(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"], help: words["key.openItem.help"],
          priority: 9),
        Binding(
          command: "placement", keys: [.character("p")], keyName: "p", label: words["key.placement"],
          help: words["key.placement.help"], priority: 6),
        Binding(
          command: "overview", keys: [.character("t")], keyName: "t", label: words["key.overview"],
          help: words["key.overview.help"], priority: 5), newEntry(words),
      ] + marks(words) + move(words) + everywhere(words) + [back(words), quit(words, priority: 8)])
  }

  /// The agenda.
  static func agenda(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.open"], help: words["key.openItem.help"],
          priority: 9),
        Binding(
          command: "placement", keys: [.character("p")], keyName: "p", label: words["key.placement"],
          help: words["key.placement.help"], priority: 6),
        Binding(
          command: "agenda.previous", keys: [.left, .backTab], keyName: "←", label: words["key.previousWeek"],
          help: words["key.previousWeek.help"]),
        Binding(
          command: "agenda.next", keys: [.right, .tab], keyName: "→", label: words["key.nextWeek"],
          help: words["key.nextWeek.help"], priority: 7),
        Binding(
          command: "agenda.party", keys: [.character("f")], keyName: "f", label: words["key.party"],
          help: words["key.agendaParty.help"], priority: 5),
        Binding(
          command: "agenda.mine", keys: [.character("m")], keyName: "m", label: words["key.filter.mine"],
          help: words["key.filter.mine.help"], priority: 4),
      ] + marks(words) + move(words) + everywhere(words) + [back(words), quit(words, priority: nil)])
  }

  /// The history.
  static func history(_ words: Words) -> BindingTable {
    BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.detail"],
          help: words["key.detail.help"], priority: 8)
      ] + move(words) + everywhere(words) + [back(words), quit(words, priority: nil)])
  }

  /// Texts to read, such as this table itself.
  static func reading(_ words: Words) -> BindingTable { page([], words) }

  /// The explanation, where the school can tick off that it was given.
  static func explanation(_ words: Words) -> BindingTable {
    page(
      [
        Binding(
          command: "tick", keys: [.character(" ")], keyName: words["key.space"], label: words["key.tickInformation"],
          help: words["key.tickInformation.help"], priority: 8)
      ], words)
  }

  /// The choices of the beginning.
  static func welcome(_ words: Words) -> BindingTable {
    func choice(_ command: String, _ key: Character, _ name: String) -> Binding {
      Binding(
        command: command, keys: [.character(key)], keyName: String(key), label: words("key.welcome.\(name)"),
        help: words("welcome.\(command)"), priority: 7)
    }
    return BindingTable(
      [
        Binding(
          command: "open", keys: [.enter], keyName: "Enter", label: words["key.move"], help: words["key.welcome.help"],
          priority: 9), choice("importeren", "i", "import"), choice("nieuw", "n", "new"),
        choice("voorbeelden", "d", "demo"),
      ] + move(words) + everywhere(words).map(offTheLine) + [quit(words, priority: 9)])
  }

  /// The same, but not on the bottom line, except for the help.
  private static func offTheLine(_ binding: Binding) -> Binding {
    var binding = binding
    if binding.command != "help" { binding.priority = nil }
    return binding
  }

  /// What an import would do.
  static func report(_ words: Words) -> BindingTable {
    page(
      [
        Binding(
          command: "take", keys: [.enter], keyName: "Enter", label: words["key.take"], help: words["key.take.help"],
          priority: 8)
      ], words)
  }

  /// What the newest version of the duties changes for a placement.
  static func modelMove(_ words: Words) -> BindingTable {
    page(
      [
        Binding(
          command: "bring", keys: [.enter], keyName: "Enter", label: words["key.bring"], help: words["key.bring.help"],
          priority: 8)
      ], words)
  }

  private static func page(_ own: [Binding], _ words: Words) -> BindingTable {
    BindingTable(
      own + [
        Binding(
          command: "scroll", keys: [], keyName: "↑↓", label: words["key.scroll"], help: words["key.scroll.help"],
          priority: 5)
      ] + steps(words) + [back(words), quit(words, priority: nil)])
  }

  /// Whom to turn to, on lists and placements.
  private static func contact(_ words: Words) -> Binding {
    Binding(
      command: "contact", keys: [.character("c")], keyName: "c", label: words["key.contact"],
      help: words["key.contact.help"], priority: 1)
  }
}
