import CNcurses
import Canvas
import Glibc

/// The terminal that the program was started in: a screen to paint canvases on, and events from the keyboard and mouse.
///
/// One may be open at a time, on one thread. Nothing is ever asked of the terminal (no queries): answers would come too
/// late over a slow line and would be taken for typing.
public final class Terminal {
  /// What the user should know about how the terminal was opened; the caller finds the words.
  public let notes: [TerminalNote]
  /// Whether everything is drawn in ASCII.
  public let isASCII: Bool
  /// How many colours there are: 0, 8, 16 or 256.
  public var colors: Int { painter.colors }
  /// Columns and rows now.
  public private(set) var size: Size
  /// The signal that ended the program, for its exit status; nil where the terminal went away by itself or nothing ended.
  public private(set) var endingSignal: Int32?

  private let screen: OpaquePointer
  private let signals: SignalPipe
  private var painter: Painter
  private var input: TerminalInput
  private var errorOutput: ErrorOutput
  private let restoring: RestoringBytes
  private var mouse: Bool
  private var isOpen = true
  private var isGone = false
  private var hasEnded = false
  private var waitingEvents: [Event] = []

  /// Opens the terminal on standard input and output: alternate screen, raw keys, bracketed paste.
  ///
  /// Before anything is changed, handlers are installed that give the terminal back should the program die. Messages
  /// on standard error are kept while the screen is open and shown after it is closed.
  /// - Parameter options: Mouse, characters, colours, and the environment to look at.
  /// - Returns: The open terminal; `close()` gives it back.
  /// - Throws: `notATerminal` or `cannotShowScreens`; then nothing was changed.
  public static func open(_ options: TerminalOptions) throws(TerminalError) -> Terminal {
    let name = options.environment["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { throw .notATerminal }
    let description = try TerminalDescription.load(name)
    let locale = LocaleChoice.apply(environment: options.environment)
    let palette = Palette.choose(
      mode: options.color, colors: Int(cn_number_capability("colors")), noColor: options.environment["NO_COLOR"])
    let keys = KeySequence.ofLoadedDescription()
    let restoring = RestoringBytes(modes: modes)
    cn_unload_description()
    guard let signals = SignalPipe() else { throw .cannotShowScreens(name: name) }

    CrashRestore.install()
    signals.install()
    var errorOutput = ErrorOutput()
    errorOutput.divert()
    restoring.arm(mouse: options.mouse, errorOutput: errorOutput)
    guard let screen = startNcurses(description.name) else {
      CrashRestore.uninstall()
      signals.uninstall()
      errorOutput.restore()
      throw .cannotShowScreens(name: name)
    }
    signals.install()
    let escapeDelay = (options.environment["SSH_CONNECTION"] ?? "").isEmpty ? 25 : 50
    return Terminal(
      screen: screen, signals: signals, painter: Painter(palette: palette, ascii: options.ascii || locale.ascii),
      input: TerminalInput(decoder: InputDecoder(terminalKeys: keys), escapeDelay: escapeDelay),
      errorOutput: errorOutput, restoring: restoring, mouse: options.mouse, isASCII: options.ascii || locale.ascii,
      notes: [description.note, locale.note].compactMap { $0 })
  }

  private init(
    screen: OpaquePointer, signals: SignalPipe, painter: Painter, input: TerminalInput, errorOutput: ErrorOutput,
    restoring: RestoringBytes, mouse: Bool, isASCII: Bool, notes: [TerminalNote]
  ) {
    self.screen = screen
    self.signals = signals
    self.painter = painter
    self.input = input
    self.errorOutput = errorOutput
    self.restoring = restoring
    self.mouse = mouse
    self.isASCII = isASCII
    self.notes = notes
    let window = cn_standard_window()
    size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    RestoringBytes.write(RestoringBytes.opening(mouse: mouse))
  }

  deinit {
    close()
  }

  /// Shows a canvas; only what differs from the one before is sent. The hardware cursor stands at the canvas's cursor,
  /// or at the top left where it has none; it is never hidden.
  public func paint(_ canvas: Canvas) {
    guard isOpen, !isGone else { return }
    painter.paint(canvas)
  }

  /// Forgets what is on the screen, so that the next canvas is painted wholly.
  public func repaint() {
    guard isOpen, !isGone else { return }
    painter.forget()
  }

  /// Waits for events and gives all that are there.
  ///
  /// Once the terminal is gone, or the program was asked to end, every call gives `.ended` at once.
  /// - Parameter timeoutMilliseconds: How long to wait; nil for as long as it takes, 0 not at all.
  /// - Returns: The events in the order in which they came; empty when the time is over.
  public func nextEvents(timeoutMilliseconds: Int?) -> [Event] {
    let end = timeoutMilliseconds.map { Clock.milliseconds + max(0, $0) }
    while true {
      if !waitingEvents.isEmpty {
        defer { waitingEvents = [] }
        return waitingEvents
      }
      if hasEnded || !isOpen { return [.ended] }
      let until = [end, input.deadline].compactMap { $0 }.min()
      let readiness = Readiness.wait(input: STDIN_FILENO, signals: signals.readEnd, until: until)
      if readiness.signals { handle(signals.drain()) }
      if readiness.input || readiness.gone {
        let (events, endOfInput) = input.read()
        waitingEvents += events
        if endOfInput || readiness.gone { terminalIsGone() }
      }
      waitingEvents += input.finishIfLate()
      if waitingEvents.isEmpty, let end, Clock.milliseconds >= end { return [] }
    }
  }

  /// Gives the terminal to the shell and stops the program as Ctrl-Z does; comes back when the program goes on. The next
  /// events then begin with `.resumed`. Nothing happens where whoever started the program does not want it stopped.
  public func suspend() {
    guard isOpen, !isGone, !signals.startedIgnoring(SIGTSTP) else { return }
    leaveScreen()
    CrashRestore.disarm()
    errorOutput.restore()
    // The whole process group, so that a `make` or `sudo` around the program stops too. A group without a shell to
    // wake it again is not stopped by the system: then the screen simply comes back.
    signals.withDefaultAction(SIGTSTP) { _ = kill(0, SIGTSTP) }
    enterScreenAgain()
    handle(signals.drain().filter { $0 != SIGCONT && $0 != SIGTSTP })
  }

  /// Gives the terminal to another program, such as an editor, and takes it back when that has ended. Ctrl-Z stops both. The next events then
  /// begin with `.resumed`.
  /// - Returns: How it ended; nil where there is no terminal to give.
  public func lend(to words: [String], environment: [String: String]) -> LentEnding? {
    guard isOpen, !isGone else { return nil }
    leaveScreen()
    CrashRestore.disarm()
    errorOutput.restore()
    var ending = LentEnding.ended
    var received: [Int32] = []
    signals.withDefaultAction(SIGTSTP) {
      switch LentProgram.start(words, environment: environment) {
      case .success(let program): (ending, received) = waitForLent(program, signals: signals)
      case .failure(let failure): ending = .notStarted(failure.code)
      }
    }
    enterScreenAgain()
    // An interrupt was meant for the other program.
    handle((received + signals.drain()).filter { [SIGHUP, SIGTERM, SIGWINCH].contains($0) })
    return ending
  }

  /// Asks the terminal for button presses and the wheel, or lets its own selection work again.
  public func setMouse(_ on: Bool) {
    guard isOpen, on != mouse else { return }
    mouse = on
    restoring.arm(mouse: on, errorOutput: errorOutput)
    if !isGone { RestoringBytes.write(RestoringBytes.mouse(on)) }
  }

  /// Rings the bell, or flashes where the terminal has none.
  public func ringBell() {
    guard isOpen, !isGone else { return }
    beep()
  }

  /// Gives the terminal back as it was found; a second call does nothing. Does not wait for a terminal that is gone.
  public func close() {
    guard isOpen else { return }
    if isGone || !Readiness.canWrite(STDOUT_FILENO, milliseconds: 300) {
      restoring.restoreModes()
    } else {
      leaveScreen()
      delscreen(screen)
    }
    isOpen = false
    CrashRestore.uninstall()
    // A program that ends is not to be killed by the second of two signals while it saves what it has.
    if !hasEnded { signals.uninstall() }
    errorOutput.restore(discarding: isGone)
  }

  private func handle(_ received: [Int32]) {
    if let ending = received.first(where: { [SIGTERM, SIGHUP, SIGINT].contains($0) }) {
      endingSignal = endingSignal ?? ending
      end()
      return
    }
    if received.contains(SIGTSTP) {
      suspend()
    } else if received.contains(SIGCONT) {
      // Stopped by something that cannot be caught: whoever had the terminal meanwhile left it in their own state.
      leaveScreen()
      enterScreenAgain()
    }
    if received.contains(SIGWINCH) { takeSize() }
  }

  private func end() {
    guard !hasEnded else { return }
    hasEnded = true
    waitingEvents.append(.ended)
  }

  private func terminalIsGone() {
    isGone = true
    CrashRestore.disarm()
    end()
  }

  private func takeSize() {
    guard let found = Readiness.screenSize(STDOUT_FILENO) else { return }
    // Smaller and back again before we looked: the size is the same, but the terminal has lost what did not fit.
    if found != size { resize_term(Int32(found.rows), Int32(found.columns)) }
    size = found
    painter.forget()
    // Only the last of several sizes counts.
    waitingEvents.removeAll { if case .resize = $0 { true } else { false } }
    waitingEvents.append(.resize(found))
    restoring.arm(mouse: mouse, errorOutput: errorOutput)
  }

  private func leaveScreen() {
    RestoringBytes.write(RestoringBytes.closing(mouse: mouse))
    endwin()
    restoring.restoreModes()
  }

  private func enterScreenAgain() {
    // In the background this stops the program again until the shell brings it to the front.
    reset_prog_mode()
    errorOutput.divert()
    restoring.arm(mouse: mouse, errorOutput: errorOutput)
    painter.forget()
    RestoringBytes.write(RestoringBytes.opening(mouse: mouse))
    waitingEvents.append(.resumed)
    takeSize()
  }

  /// Opens ncurses on standard input and output and sets the modes; nil where it cannot.
  private static func startNcurses(_ name: String) -> OpaquePointer? {
    // The window's own size counts, not what LINES and COLUMNS in the environment once were.
    use_env(false)
    // One that is too large is not for ncurses to see: it would take the memory at once.
    let size = Readiness.screenSize(STDOUT_FILENO)
    let isTooLarge = size != Readiness.windowSize(STDOUT_FILENO)
    use_tioctl(!isTooLarge)
    guard let output = fdopen(STDOUT_FILENO, "w"), let input = fdopen(STDIN_FILENO, "r") else { return nil }
    var letters = Array(name.utf8CString)
    guard let screen = newterm(&letters, output, input) else { return nil }
    if isTooLarge, let size { resize_term(Int32(size.rows), Int32(size.columns)) }
    raw()
    noecho()
    nonl()
    // Painting is not cut short when a key waits, and no line is moved by a terminal's own scrolling of lines.
    typeahead(-1)
    let window = cn_standard_window()
    idlok(window, false)
    leaveok(window, false)
    scrollok(window, false)
    curs_set(1)
    return screen
  }
}
