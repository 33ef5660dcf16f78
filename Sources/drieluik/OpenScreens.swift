import Canvas
import Dashboards
import Exchange
import Language
import StateStore
import Terminal
import WerkendLeren
import Widgets

/// Opens the screens on a terminal and stays until the person leaves.
/// - Returns: The exit status: 0, or 128 and the signal that asked the program to end; and whether the person left for the examples.
/// - Throws: `TerminalError` where there is no terminal that can show screens; then nothing was changed.
func openScreens(
  _ request: OpenRequest, environment: [String: String]
) throws(TerminalError) -> (code: Int32, wantsDemonstration: Bool) {
  let mouse = request.wantsMouse ?? (environment["SSH_CONNECTION"] == nil)
  let terminal = try Terminal.open(
    TerminalOptions(mouse: mouse, ascii: request.ascii, color: request.color, environment: environment))
  let theme = Theme(request.scheme, terminalColors: terminal.colors)
  var app = App(
    words: request.words, viewer: request.viewer, today: request.clock.now().today, size: terminal.size, theme: theme,
    isPlain: request.plain, hasMouse: mouse, gates: request.model.gates,
    keyMap: request.keyMap, rhythmWeeks: request.rhythmWeeks, themeName: request.scheme.name, colors: terminal.colors)
  let notes = terminal.notes.map { note(of: $0, request.words) } + request.notes
  if let scan = request.scan, let placement = scan.placement {
    app.start(withScan: scan.id, from: placement, model: request.model)
  }
  if !notes.isEmpty { app.show(note: notes.joined(separator: " ")) }
  var loop = SessionLoop(terminal: terminal, app: app, request: request)
  loop.run()
  terminal.close()
  return (terminal.endingSignal.map { 128 + $0 } ?? 0, loop.wantsDemonstration)
}

private func note(of note: TerminalNote, _ words: Words) -> String {
  switch note {
  case .unknownTerminal(let name, let used):
    words("note.unknownTerminal", ["name": TextDoor.clean(name, limit: 40), "used": used])
  case .missingLocale(let name): words("note.missingLocale", ["name": TextDoor.clean(name, limit: 40)])
  }
}
