import ArgumentParser
import Canvas
import Dashboards
import Glibc
import Language
import StateStore
import WerkendLeren

extension ScanCommand {
  /// `drieluik scan fill ID`.
  struct Fill: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "fill", abstract: helpText("help.scan.fill"), discussion: helpText("help.scan.fill.more"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: help("help.scan.open", "ID|PLACEMENT")) var scan: String
    @Flag(help: help("help.scan.accessible")) var accessible = false

    func run() throws {
      let call = try Call(common)
      defer { call.leave() }
      let store = try call.store()
      let viewer = try call.identity.viewer(in: store)
      let found = try call.scan(scan, open: true, in: store, as: viewer)
      let placement = try inWords { () throws(StoreProblem) -> Int64? in
        if let placement = found.placement { return placement }
        return try store.placement(ofScan: found.id, as: viewer)
      }
      let named = NamedScan(id: found.id, placement: placement)
      guard !accessible, Self.hasScreen else { return try call.talk(about: named, in: store, as: viewer) }
      try call.openScreens(noMouse: false, ascii: false, plain: false, color: nil, theme: nil, scan: named)
    }

    /// Whether the screens can be shown, and nobody asked for plain lines throughout.
    private static var hasScreen: Bool {
      guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { return false }
      return programEnvironment["TERM"] != "dumb" && !(programEnvironment["ACCESSIBLE"].map(Call.isOn) ?? false)
    }
  }
}

extension Call {
  /// The scan as questions and answers on standard input and output.
  func talk(about scan: NamedScan, in store: Store, as viewer: Viewer) throws {
    let newest = try inWords { () throws(StoreProblem) in try store.newestModel()?.model }
    let lines = try TypedLines()
    let places = ScanPlaces(environment: common.demo ? [:] : programEnvironment, store: store.path)
    let door = TalkDoorway(call: self, store: store, viewer: viewer, scan: scan, lines: lines, places: places)
    var talk = try ScanTalk(
      door, words: words, today: clock.now().today, model: newest ?? BuiltInModel.load())
    let ending: TalkEnding
    do {
      ending = try talk.run()
    } catch let closed as OutputClosed {
      // Whose terminal is gone hears nothing of it; what they gave is saved.
      if let signal = lines.signal { throw Ended(exitCode: 128 + signal) }
      throw closed
    }
    if let signal = lines.signal { throw Ended(exitCode: 128 + signal) }
    if ending == .closed { throw Ended(exitCode: 65) }
  }
}

/// The talk's way to the store, to standard input and to standard output.
struct TalkDoorway: ScanTalkDoor {
  typealias Trouble = any Error

  let call: Call
  let store: Store
  let viewer: Viewer
  let scan: NamedScan
  let lines: TypedLines
  let places: ScanPlaces

  func place() -> QuestionID? { places.place(in: scan.id, of: viewer) }

  func keep(place: QuestionID) { places.keep(place, in: scan.id, of: viewer) }

  func load() throws -> TalkScan {
    let view = try inWords { () throws(StoreProblem) in try store.scan(scan.id, as: viewer) }
    return TalkScan(records: view.records, questionnaire: view.questionnaire, seen: view.lastChange)
  }

  func perform(_ step: ScanStep, seen: Int64) -> TalkResult {
    let moment = call.clock.now()
    do throws(StoreProblem) {
      switch try store.perform(step, onScan: scan.id, from: scan.placement, as: viewer, at: moment, seen: seen) {
      case .done: return .saved(moment: moment.text)
      case .refused(let refusal): return .refused(refusal)
      case .conflict(let conflict): return .conflict(by: conflict.change.actor)
      }
    } catch {
      return .failed(call.words(error.key, error.parameters))
    }
  }

  func keep(_ text: String) -> String {
    guard
      case .typedKept(let path, let problem) = TypedTextFile.keep(text, on: call.clock.now().today, words: call.words)
    else { return "" }
    return path.map { call.words("talk.file", ["path": $0]) } ?? call.words("talk.noFile", ["reason": problem])
  }

  func outcome(_ records: ScanRecords, _ questionnaire: Questionnaire) -> [String] {
    OutcomeReport(words: call.words, questionnaire: questionnaire).lines(records.outcome(questionnaire))
  }

  func read(_ prompt: String) throws -> String? {
    // At a terminal the answer is typed behind the prompt; elsewhere each stands on a line of its own.
    if !prompt.isEmpty {
      if lines.isTerminal {
        try Output.write(Output.oneLine(prompt))
      } else {
        try Output.write(lines: [TextDoor.clean(prompt)])
      }
    }
    let line = lines.next()
    if line == nil, lines.isTerminal { try Output.write("\n") }
    return line
  }

  func say(_ lines: [String]) throws {
    let whole = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    // A terminal would break lines within words.
    guard let columns = Output.terminalColumns else { return try Output.write(lines: whole) }
    try Output.write(lines: whole.flatMap { TextWidth.wrapped(Output.oneLine($0), to: columns) })
  }
}

/// The end of the pipe that the signal handler writes to; -1 while nobody listens.
///
/// A pointer that is filled before the handler is installed: the handler must neither allocate nor wait.
private nonisolated(unsafe) let wakingEnd: UnsafeMutablePointer<Int32> = {
  let place = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  place.initialize(to: -1)
  return place
}()

/// The lines of standard input, as they come. A signal that ends programs ends the input, so that what was typed last can still be saved.
final class TypedLines {
  /// Whether a person types at a terminal.
  let isTerminal = isatty(STDIN_FILENO) != 0
  /// The signal that ended it.
  private(set) var signal: Int32?
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private let wakingRead: Int32
  /// The most bytes of a line; what follows begins another one. A text of 20,000 characters fits in one many times.
  private static let longest = 1 << 20

  init() throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(69, programWords("file.unreadable", ["path": "-", "reason": String(cString: strerror(errno))]))
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wakingRead = ends[0]
    wakingEnd.pointee = ends[1]
    // Whoever started the program from a thread of theirs may have left them blocked.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&wanted, number)
      var before = sigaction()
      sigaction(number, nil, &before)
      // What whoever started the program has set to be ignored stays so.
      guard unsafeBitCast(before.__sigaction_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else {
        continue
      }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(wakingEnd.pointee, &byte, 1)
        errno = before
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  /// The next line without its end; nil at the end of the input.
  func next() -> String? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) { return take(end, andSkip: 1) }
      if rest.count >= Self.longest { return take(Self.longest, andSkip: 0) }
      if isAtEnd { return rest.isEmpty ? nil : take(rest.count, andSkip: 0) }
      fill()
    }
  }

  private func take(_ count: Int, andSkip skipped: Int) -> String {
    var bytes = rest.prefix(count)
    rest.removeFirst(count + skipped)
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func fill() {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakingRead, events: Int16(POLLIN), revents: 0),
    ]
    if poll(&waiting, 2, -1) < 0, errno != EINTR {
      isAtEnd = true
      return
    }
    var byte: UInt8 = 0
    if waiting[1].revents != 0, Glibc.read(wakingRead, &byte, 1) == 1 {
      signal = Int32(byte)
      isAtEnd = true
      return
    }
    guard waiting[0].revents != 0 else { return }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let got = Glibc.read(STDIN_FILENO, &block, block.count)
    if got < 0, errno == EINTR || errno == EAGAIN { return }
    if got <= 0 {
      isAtEnd = true
    } else {
      rest += block[0..<got]
    }
  }
}
