import Dashboards
import Exchange
import Glibc
import Language
import Terminal
import WerkendLeren

/// A text in the person's own editor: `VISUAL`, else `EDITOR`. Never over SSH: most editors can start a shell, and a session that was given this
/// program alone would have more through it. No shell reads the variable; its words are separated by spaces.
struct OwnEditor {
  let environment: [String: String]
  let words: Words

  /// Lets the person change a text. It stands in a folder that is theirs alone and gone afterwards, with whatever the editor leaves beside it.
  func edit(_ text: String, in terminal: Terminal) -> Message {
    let isRemote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
    if isRemote { return refuse("editor.remote") }
    let command = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
      .map { $0.split(separator: " ").map(String.init) }.first { !$0.isEmpty }
    guard let command else { return refuse("editor.none") }
    do throws(Failure) {
      let folder = try ThrowAwayFolder()
      defer { folder.remove() }
      let path = folder.path + "/" + words["editor.file"] + ".txt"
      do throws(SafeFileFailure) {
        try SafeFile.write(text.utf8, to: path, replacing: false)
      } catch {
        return .textEdited(nil, problem: words(error.key, error.parameters))
      }
      // The path begins with a slash, so that no editor takes it for an option.
      switch terminal.lend(to: command + [path], environment: environment) {
      case .exited(0): break
      case .exited(let status): return refuse("editor.failed", ["name": command[0], "status": String(status)])
      case .signalled(let signal): return refuse("editor.failed", ["name": command[0], "status": String(128 + signal)])
      case .notStarted(let code):
        return refuse("editor.notStarted", ["name": command[0], "reason": String(cString: strerror(code))])
      case .ended, nil: return refuse("editor.failed", ["name": command[0], "status": "–"])
      }
      var changed = String(decoding: try SmallFile.read(path), as: UTF8.self)
      // Editors end the last line.
      if changed.hasSuffix("\n"), !text.hasSuffix("\n") { changed.removeLast() }
      return .textEdited(changed, problem: "")
    } catch {
      return .textEdited(nil, problem: error.text)
    }
  }

  private func refuse(_ key: String, _ details: [String: String] = [:]) -> Message {
    .textEdited(nil, problem: words(key, details.mapValues { TextDoor.clean($0, limit: 200) }))
  }
}
