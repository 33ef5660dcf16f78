import Foundation
import Glibc
import TerminalTesting
import Testing

/// What `make install` puts beside the program: manual pages, and completions that real shells take.
@Suite struct ShareTests {
  private static let files = [
    "man/man1/drieluik.1", "man/nl/man1/drieluik.1", "bash-completion/completions/drieluik",
    "zsh/site-functions/_drieluik", "fish/vendor_completions.d/drieluik.fish",
  ]

  /// Installs them below the folder of a place.
  private func install(_ place: CommandPlace, _ more: String = "") throws -> CommandOutcome {
    try place.shell(
      "make -s -C '\(ManualTests.repository.path)' install-share PROGRAM=$DRIELUIK PREFIX=/usr DESTDIR=\"$PWD/root\" \(more)"
    )
  }

  @Test(.enabled(if: ManualTests.program("make") != nil, "there is no make"))
  func installingPutsFiveFilesAndUninstallingTakesThoseAlone() throws {
    let place = try CommandPlace()
    let outcome = try install(place)
    #expect(outcome.code == 0, "\(outcome)")
    let share = "root/usr/share/"
    for file in Self.files { #expect((place.text(share + file) ?? "").count > 1000, "\(file)") }
    #expect(place.text(share + Self.files[0])?.contains(".SH NAME") ?? false)
    #expect(place.text(share + Self.files[1])?.contains(".SH NAAM") ?? false)
    try place.write(share + "man/man1/other.1", "x")
    try place.write("root/usr/bin/drieluik", "x")
    try place.write("root/usr/bin/other", "x")
    #expect(try install(place).code == 0, "a second time")
    let away = try place.shell(
      "make -s -C '\(ManualTests.repository.path)' uninstall PREFIX=/usr DESTDIR=\"$PWD/root\"")
    #expect(away.code == 0, "\(away)")
    for file in Self.files { #expect(!place.has(share + file), "\(file)") }
    #expect(
      !place.has("root/usr/bin/drieluik") && place.has("root/usr/bin/other") && place.has(share + "man/man1/other.1"))
  }

  @Test(.enabled(if: ManualTests.program("make") != nil, "there is no make"))
  func completionsExplainInTheLanguageThatIsAskedFor() throws {
    let place = try CommandPlace()
    for (language, words) in [("nl", "Hoe het ervoor staat"), ("en", "How things stand")] {
      #expect(try install(place, "COMPLETION_LANGUAGE=\(language)").code == 0)
      #expect(place.text("root/usr/share/" + Self.files[4])?.contains(words) ?? false, "\(language)")
    }
  }

  @Test func aProgramThatFailsLeavesWhatIsThere() throws {
    let place = try CommandPlace()
    try place.write("share/man/man1/drieluik.1", "before")
    let outcome = try place.shell("'\(ManualTests.repository.path)/scripts/share' install /bin/false share")
    #expect(outcome.code != 0 && place.text("share/man/man1/drieluik.1") == "before", "\(outcome)")
  }

  /// A shell in a terminal, with the program on its path and its completions read.
  private func shell(_ name: String, _ arguments: [String], _ lines: [String]) throws -> (CommandPlace, PseudoTerminal)
  {
    let place = try CommandPlace()
    let program = try builtProgram(named: "drieluik")
    let made = try place.shell(
      "mkdir bin && ln -s '\(program)' bin/drieluik && '\(ManualTests.repository.path)/scripts/share' install bin/drieluik share"
    )
    #expect(made.code == 0, "\(made)")
    let environment = [
      "HOME": place.folder, "PATH": "\(place.folder)/bin:/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8",
      "PS1": "> ", "XDG_DATA_HOME": place.folder + "/data", "XDG_CONFIG_HOME": place.folder + "/config",
    ]
    let terminal = try PseudoTerminal(
      program: try #require(ManualTests.program(name)), arguments: arguments, environment: environment, rows: 24,
      columns: 100)
    for line in lines { terminal.send(line.replacingOccurrences(of: "FOLDER", with: place.folder) + "\r") }
    return (place, terminal)
  }

  /// What is completed, and what must then stand on the line.
  private static let completions = [
    ("drieluik st", "drieluik status"), ("drieluik model ch", "drieluik model check"),
    ("drieluik --lang", "drieluik --language"), ("drieluik status --role emp", "drieluik status --role employer"),
    ("drieluik doctor --scr", "drieluik doctor --screen"), ("drieluik --theme mono", "drieluik --theme monochrome"),
    ("drieluik theme show blue-yellow-l", "drieluik theme show blue-yellow-light"),
  ]

  /// Starts a shell and has it complete each line. It is typed into only once its prompt stands: before that the terminal itself echoes, and
  /// the shell no longer knows where on the line it is.
  private func completes(_ name: String, _ arguments: [String], _ lines: [String]) throws {
    let (place, terminal) = try shell(name, arguments, lines)
    defer { withExtendedLifetime(place) {} }
    let isAsked = terminal.wait { terminal in
      terminal.screenText.contains("ready") && terminal.cursor.column == 2 && !terminal.isCooked
        && terminal.row(terminal.cursor.row).trimmingCharacters(in: .whitespaces) == ">"
    }
    #expect(isAsked, "\(terminal.screenText)")
    for (typed, completed) in Self.completions {
      terminal.send("\u{15}\(typed)\t")
      #expect(terminal.waitForText("> \(completed)"), "\(typed): \(terminal.screenText)")
    }
    terminal.send("\u{15}exit\r")
    _ = terminal.waitForExit()
  }

  @Test(.enabled(if: ManualTests.program("bash") != nil, "there is no bash"))
  func bashCompletes() throws {
    try completes(
      "bash", ["--norc", "--noprofile", "-i"],
      [
        "bind 'set enable-bracketed-paste off'; PS1='> '",
        "source FOLDER/share/bash-completion/completions/drieluik; echo re''ady",
      ])
  }

  @Test(.enabled(if: ManualTests.program("zsh") != nil, "there is no zsh"))
  func zshCompletes() throws {
    try completes(
      "zsh", ["-f", "-i"],
      [
        "PS1='> '; unsetopt prompt_sp; fpath=(FOLDER/share/zsh/site-functions $fpath); autoload -U compinit; compinit -u -D; echo re''ady"
      ])
  }

  @Test(.enabled(if: ManualTests.program("fish") != nil, "there is no fish"))
  func fishCompletes() throws {
    try completes(
      "fish", ["--no-config", "-i"],
      [
        "function fish_prompt; echo -n '> '; end; function fish_greeting; end; set -g fish_autosuggestion_enabled 0",
        "source FOLDER/share/fish/vendor_completions.d/drieluik.fish; echo re''ady",
      ])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func theScriptIsOneThatTheShellReads(shell: String) throws {
    guard ManualTests.program(shell) != nil else { return }
    let place = try CommandPlace()
    let outcome = try place.shell("$DRIELUIK --generate-completion-script \(shell) >c && \(shell) -n c")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
  }
}
