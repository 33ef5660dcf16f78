import Canvas
import Testing

@testable import Widgets

@Suite struct ThemeTests {
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

  /// With a palette that is the user's own, only attributes carry text.
  @Test(arguments: [16, 8, 0])
  func withFewColoursTextHasTheTerminalsOwn(count: Int) {
    let theme = Theme(base16: Array(repeating: (10, 20, 30), count: 16)).reduced(toColors: count)
    for (name, style) in theme.roles where !Theme.decoration.contains(name) {
      #expect(style.foreground == .standard && style.background == .standard && !style.dim, "\(name)")
    }
    #expect(theme.warning.bold && theme.selected.reverse && theme.field.underline)
    #expect((theme.bar.foreground == .standard) == (count == 0))
    #expect(Theme.plain.reduced(toColors: count) == .plain)
  }

  @Test func withManyColoursAThemeIsWhatItIs() {
    let theme = Theme(base16: Array(repeating: (10, 20, 30), count: 16))
    #expect(theme.reduced(toColors: 256) == theme)
  }
}
