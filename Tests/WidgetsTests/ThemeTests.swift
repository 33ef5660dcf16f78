import Canvas
import Foundation
import Testing

@testable import Widgets

@Suite struct ThemeTests {
  /// The colours of a base16 file, read line by line; nil when some are missing.
  private func scheme(_ file: URL) throws -> [(UInt8, UInt8, UInt8)]? {
    let text = try String(contentsOf: file, encoding: .utf8)
    let colors = (0..<16).compactMap { index -> (UInt8, UInt8, UInt8)? in
      let name = "base0" + String(index, radix: 16, uppercase: true) + ":"
      guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
        let value = UInt32(line.dropFirst(name.count).filter(\.isHexDigit).prefix(6), radix: 16)
      else { return nil }
      return (UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
    return colors.count == 16 ? colors : nil
  }

  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Themes")

  private static var files: [URL] {
    let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return all.filter { $0.pathExtension == "yaml" }
  }

  /// Accessibility: 4.5 : 1 for text, whatever the terminal's background.
  @Test(.enabled(if: !files.isEmpty, "Themes is not beside the tests"))
  func everyRoleOfEverySchemeCanBeReadOnWhiteAndOnBlack() throws {
    for file in Self.files {
      let colors = try #require(try scheme(file), "\(file.lastPathComponent)")
      for (name, style) in Theme(base16: colors).roles {
        #expect(style.background == .standard)
        guard case .rgb(let red, let green, let blue) = style.foreground else { continue }
        for ground in [(UInt8(255), UInt8(255), UInt8(255)), (0, 0, 0)] {
          let ratio = Theme.contrastRatio((red, green, blue), ground)
          #expect(ratio >= 4.5, "\(file.lastPathComponent): \(name) has \(ratio) on \(ground)")
        }
      }
    }
  }

  @Test func contrastIsThatOfWcag() {
    #expect(abs(Theme.contrastRatio((255, 255, 255), (0, 0, 0)) - 21) < 0.001)
    #expect(abs(Theme.contrastRatio((0x76, 0x76, 0x76), (255, 255, 255)) - 4.54) < 0.01)
    #expect(Theme.contrastRatio((9, 9, 9), (9, 9, 9)) == 1)
  }

  @Test func bodyTextHasTheTerminalsOwnColours() {
    let theme = Theme(base16: Array(repeating: (10, 20, 30), count: 16))
    #expect(theme.text == .plain)
    #expect(theme.selected == Style(reverse: true))
    #expect(Theme(base16: []) == .plain)
    for (_, style) in Theme.plain.roles { #expect(style.foreground == .standard && style.background == .standard) }
  }

  /// No pair of roles is told apart by red against green; what warns is bold as well.
  @Test func warningsAreHeavierAndDoneIsNotGreen() {
    let colors = (0..<16).map { (UInt8($0), UInt8(0), UInt8(0)) }
    let theme = Theme(base16: colors)
    #expect(theme.warning.bold && theme.error.bold && theme.attention.bold)
    #expect(!theme.done.bold)
    for (_, style) in theme.roles { #expect(style.foreground != .rgb(0x0B, 0, 0)) }
  }
}
