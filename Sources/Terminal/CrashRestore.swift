import Glibc

/// What a signal handler needs to give the terminal back: prepared beforehand, because a handler may only write and set.
private struct RestorePlan {
  /// Whether the terminal is open: with 0 nothing is to be done.
  var isArmed: Int32 = 0
  /// The bytes that leave the screen as it was found.
  var bytes: UnsafeMutablePointer<UInt8>?
  var count = 0
  /// How the terminal was set before.
  var modes = termios()
  /// Where messages were sent while the screen was open, and the real place; -1 where they were not sent elsewhere.
  var messages: Int32 = -1
  var realErrorOutput: Int32 = -1
}

/// The plan. A pointer that never changes: the handler reads it without locks, and no closure captures anything.
private nonisolated(unsafe) let plan: UnsafeMutablePointer<RestorePlan> = {
  let place = UnsafeMutablePointer<RestorePlan>.allocate(capacity: 1)
  place.initialize(to: RestorePlan())
  return place
}()

/// What was done about each signal before, by its number.
private nonisolated(unsafe) let earlierActions: UnsafeMutablePointer<sigaction> = {
  let place = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
  place.initialize(repeating: sigaction(), count: 65)
  return place
}()

/// Room for copying messages, so that the handler allocates nothing.
private let copySize = 4096
private nonisolated(unsafe) let copyRoom = UnsafeMutablePointer<UInt8>.allocate(capacity: copySize)

/// Gives the terminal back. Async-signal-safe: `write`, `tcsetattr`, `dup2` and `pread` only.
private func restoreNow() {
  guard plan.pointee.isArmed != 0 else { return }
  plan.pointee.isArmed = 0
  writeAll(STDOUT_FILENO, plan.pointee.bytes, plan.pointee.count)
  _ = tcsetattr(STDIN_FILENO, TCSANOW, &plan.pointee.modes)
  guard plan.pointee.realErrorOutput >= 0 else { return }
  _ = dup2(plan.pointee.realErrorOutput, STDERR_FILENO)
  var offset: off_t = 0
  while true {
    let count = pread(plan.pointee.messages, copyRoom, copySize, offset)
    guard count > 0 else { break }
    writeAll(STDERR_FILENO, copyRoom, count)
    offset += off_t(count)
  }
}

private func writeAll(_ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int) {
  var done = 0
  while done < count {
    let written = write(descriptor, bytes.map { $0 + done }, count - done)
    if written > 0 {
      done += written
    } else if errno != EINTR {
      return
    }
  }
}

/// Gives the terminal back when the program dies: by a trap, a bad pointer, a stack overflow, an abort or a quit.
enum CrashRestore {
  /// The last two are what a limit on time or file size sends.
  private static let fatal = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS, SIGQUIT, SIGXCPU, SIGXFSZ]

  /// Installs the handlers. To be called before the terminal is changed, on the thread that paints: it gets a stack
  /// of its own for the handler, because a stack overflow leaves none.
  static func install() {
    _ = copyRoom
    plan.pointee = RestorePlan()
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    var old = stack_t()
    if sigaltstack(&stack, &old) == 0, old.ss_flags & Int32(SS_DISABLE) == 0 {
      // Another stack was there already (the runtime's own, when it prints backtraces); it does as well.
      sigaltstack(&old, nil)
      stack.ss_sp.deallocate()
    }
    for signal in fatal {
      var action = sigaction()
      action.__sigaction_handler.sa_sigaction = { number, information, _ in
        restoreNow()
        // Back to what was done about it before, so that a backtrace is printed below a whole terminal.
        sigaction(number, earlierActions + Int(number), nil)
        // A fault comes again by itself on return; what another program or `raise` sent must be sent again.
        let sent = (information?.pointee.si_code ?? 0) <= 0
        if sent || number == SIGTRAP || number == SIGXCPU || number == SIGXFSZ { raise(number) }
      }
      action.sa_flags = SA_SIGINFO | Int32(SA_ONSTACK) | Int32(SA_NODEFER)
      sigaction(signal, &action, earlierActions + Int(signal))
    }
    atexit { restoreNow() }
  }

  /// Puts back what was done about the signals before.
  static func uninstall() {
    disarm()
    for signal in fatal { sigaction(signal, earlierActions + Int(signal), nil) }
  }

  /// Says what is to be written and set when the program dies from now on.
  static func arm(bytes: [UInt8], modes: termios, messages: Int32, realErrorOutput: Int32) {
    plan.pointee.isArmed = 0
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(repeating: 0, count: max(1, bytes.count))
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    let old = plan.pointee.bytes
    plan.pointee.bytes = copy
    plan.pointee.count = bytes.count
    plan.pointee.modes = modes
    plan.pointee.messages = messages
    plan.pointee.realErrorOutput = realErrorOutput
    plan.pointee.isArmed = 1
    old?.deallocate()
  }

  /// Says that nothing is to be given back.
  static func disarm() { plan.pointee.isArmed = 0 }
}
