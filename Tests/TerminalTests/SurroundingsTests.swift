import Canvas
import Foundation
import Testing

@testable import Terminal

/// What is found around the program without opening a screen.
@Suite struct TerminalSurroundingsTests {
  @Test func aDescriptionIsFoundWhereTheUserKeepsItFirst() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/terminfo-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (part, name) in [("x", "xterm"), ("71", "quaint")] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(part)/\(name)", contents: Data([1])))
    }
    #expect(Surroundings.descriptionFile("xterm", ["TERMINFO": folder]) == "\(folder)/x/xterm")
    #expect(Surroundings.descriptionFile("xterm", ["TERMINFO_DIRS": "/none:\(folder)"]) == "\(folder)/x/xterm")
    // Some systems sort by the number of the first letter.
    #expect(Surroundings.descriptionFile("quaint", ["TERMINFO": folder]) == "\(folder)/71/quaint")
    for name in ["", "../x/xterm", "no-such-terminal"] {
      #expect(Surroundings.descriptionFile(name, ["TERMINFO": folder]) == nil)
    }
  }

  @Test func theSystemCountsOurSignsAsWeDo() {
    let found = Surroundings.look(
      TerminalOptions(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]), signs: "✓●○◷!◐–◆▸━╌─│╭é")
    #expect(found.signsOfOtherWidth.isEmpty, "\(found.signsOfOtherWidth)")
    #expect(found.description == .known && found.colors == 256 && !found.isASCII && found.isLocaleInstalled)
    #expect(found.localeVariable == "LC_ALL" && found.ncurses.hasPrefix("ncurses 6"), "\(found.ncurses)")
  }
}
