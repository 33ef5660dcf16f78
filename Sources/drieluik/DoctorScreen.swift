import Dashboards
import Exchange
import Language
import Terminal
import Widgets

/// `drieluik doctor --screen`: shows the test picture until the person leaves; where no terminal can show it, the same as lines of text.
struct DoctorScreen {
  private let words = programWords
  private let environment = programEnvironment

  func run() throws {
    // Settings with mistakes are for the report to name: the picture shows without them.
    var settings = Settings()
    do throws(Failure) { settings = try SettingsFile.read() } catch {}
    let mouse = settings.mouse ?? (environment["SSH_CONNECTION"] == nil)
    let options = TerminalOptions(
      mouse: mouse, ascii: settings.ascii ?? false, color: (settings.color ?? .auto).mode, environment: environment)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal.open(options)
    } catch {
      Output.complain([words["test.plain"]])
      let isASCII = Surroundings.look(options, signs: "").isASCII || options.ascii
      return try Output.write(lines: ScreenTest.lines(words: words, isASCII: isASCII))
    }
    let theme = Theme(scheme(settings), terminalColors: terminal.colors)
    let test = ScreenTest(
      words: words, theme: theme, size: terminal.size, terminal: TextDoor.clean(environment["TERM"] ?? "", limit: 24),
      colors: terminal.colors, isASCII: terminal.isASCII, hasMouse: mouse)
    show(test, on: terminal)
    terminal.close()
    if let signal = terminal.endingSignal { throw Ended(exitCode: 128 + signal) }
  }

  /// The theme of the settings; the program's own where that cannot be read.
  private func scheme(_ settings: Settings) -> ColorScheme {
    let shelf = ThemeShelf(environment: environment, words: words)
    for wanted in [settings, Settings()] {
      if let scheme = try? shelf.chosen(option: nil, settings: wanted) { return scheme }
    }
    return ColorScheme(name: ColorScheme.standard, variant: .any, depth: .none, colors: [])
  }

  private func show(_ test: ScreenTest, on terminal: Terminal) {
    var test = test
    while true {
      terminal.paint(test.view())
      for effect in terminal.nextEvents(timeoutMilliseconds: nil).flatMap({ test.update($0) }) {
        switch effect {
        case .quit: return
        case .repaint: terminal.repaint()
        case .suspend: terminal.suspend()
        case .setMouse(let on): terminal.setMouse(on)
        default: break
        }
      }
    }
  }
}
