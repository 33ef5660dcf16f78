import Glibc
import TerminalTesting
import Testing
import WerkendLeren

/// A long text in the person's own editor: in a file of theirs alone that is gone afterwards, and never over SSH.
@Suite struct OwnEditorTests {
  /// A scan at A5, a text of several lines, with this script as the editor.
  private func driver(_ script: String?, _ environment: [String: String] = [:]) throws -> WizardDriver? {
    let world = try FormStore.world("nl")
    if let script {
      let path = try world.write("#!/bin/sh\n" + script + "\n", to: "editor.sh")
      chmod(path, 0o700)
      world.environment["EDITOR"] = path + " -x"
    }
    world.environment.merge(environment) { $1 }
    let driver = try WizardDriver("nl", world: world)
    guard driver.begin() else { return nil }
    driver.press(.tab, .tab, .tab, .tab)
    guard driver.isAt("A5") else { return nil }
    driver.type("Wij maken")
    guard driver.expect("not typed", { $0.screenText.contains("Wij maken") }) else { return nil }
    return driver
  }

  /// The folders that are left behind in the place for what is temporary.
  private func left(_ driver: WizardDriver) -> [String] {
    var names: [String] = []
    guard let folder = opendir(driver.world.folder) else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("drieluik-") { names.append(name) }
    }
    return names
  }

  private func content(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  @Test func theTextComesBackAndTheFileIsForOneUserAndGone() throws {
    let script = #"[ "$1" = -x ] && stat -c '%a' "$2" "${2%/*}" > "$HOME/modes"; printf ' machines\nen meer\n' >> "$2""#
    guard let driver = try driver(script) else { return }
    driver.press(.function(7))
    guard
      driver.expect(
        "not changed", { $0.screenText.contains("Wij maken machines") && $0.screenText.contains("en meer") })
    else { return }
    #expect(content(driver.world.folder + "/modes") == "600\n700\n")
    #expect(left(driver).isEmpty)
    driver.press(.tab)
    guard driver.expect("not saved", { $0.row(0).contains("bewaard") }) else { return }
    driver.terminal.send(.control("c"))
    guard driver.expect("not closed", { $0.row(0).contains("Werkplekscans") }) else { return }
    driver.terminal.send("q")
    #expect(driver.terminal.waitForExit() == .exited(0))
    #expect(try driver.onDisk().records?.sheet["A5"] == .text("Wij maken machines\nen meer"))
  }

  @Test(arguments: [
    ("exit 3", "eindigde met fout 3"), ("kill -9 $$", "eindigde met fout 137"),
  ])
  func anEditorThatFailsLeavesTheTextAsItWas(script: String, said: String) throws {
    guard let driver = try driver("echo weg > \"$2\"\n" + script) else { return }
    driver.press(.function(7))
    driver.expect("not told") { driver.said($0).contains(said) && $0.screenText.contains("Wij maken") }
    #expect(left(driver).isEmpty)
  }

  @Test(arguments: [
    (["EDITOR": "/nergens/editor"], "kon niet beginnen"), ([:], "geen editor gekozen"),
    (["EDITOR": "/bin/true", "SSH_CONNECTION": "::1 1 ::1 2"], "geen eigen editor"),
  ])
  func whereThereIsNoEditorThatIsSaid(environment: [String: String], said: String) throws {
    guard let driver = try driver(nil, environment) else { return }
    driver.press(.function(7))
    driver.expect("not told") { driver.said($0).contains(said) && $0.screenText.contains("Wij maken") }
  }

  @Test func aLineThatDropsWhileTheEditorIsOpenLeavesNothingBehind() throws {
    guard let driver = try driver("echo open > \"$HOME/open\"\nexec sleep 300") else { return }
    driver.press(.function(7))
    driver.expect("not open") { _ in !self.content(driver.world.folder + "/open").isEmpty }
    driver.terminal.hangUp()
    #expect(driver.terminal.waitForExit() != nil)
    #expect(left(driver).isEmpty)
  }
}
