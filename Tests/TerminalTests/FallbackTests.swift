import Canvas
import Glibc
import Testing

@testable import Terminal

@Suite struct PaletteTests {
  @Test func noColorCountsWhenNotEmptyAndOnlyByDefault() {
    func chosen(_ mode: ColorMode, _ noColor: String?) -> Palette {
      Palette.choose(mode: mode, colors: 256, noColor: noColor)
    }
    #expect(chosen(.automatic, nil) == .full)
    #expect(chosen(.automatic, "") == .full)
    #expect(chosen(.automatic, "1") == .none)
    #expect(chosen(.always, "1") == .full)
    #expect(chosen(.limited(16), "1") == .sixteen)
    #expect(chosen(.never, nil) == .none)
  }

  @Test(arguments: [(-1, Palette.none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .full)])
  func theTerminalDecidesHowManyThereAre(colors: Int, palette: Palette) {
    #expect(Palette.choose(mode: .automatic, colors: colors, noColor: nil) == palette)
    #expect(Palette.choose(mode: .limited(256), colors: colors, noColor: nil) == palette)
  }

  @Test func aLimitHoldsOnATerminalWithMore() {
    #expect(Palette.choose(mode: .limited(8), colors: 256, noColor: nil) == .eight)
    #expect(Palette.choose(mode: .limited(16), colors: 256, noColor: nil) == .sixteen)
  }

  @Test func theNearestColourIsTaken() {
    #expect(Palette.full.number(of: .rgb(255, 0, 0)) == 196)
    #expect(Palette.full.number(of: .rgb(0, 0, 0)) == 16)
    #expect(Palette.full.number(of: .rgb(255, 255, 255)) == 231)
    #expect(Palette.full.number(of: .rgb(128, 128, 128)) == 244)
    #expect(Palette.sixteen.number(of: .rgb(250, 5, 5)) == 9)
    #expect(Palette.eight.number(of: .rgb(200, 10, 10)) == 1)
  }

  @Test func theTerminalsOwnColoursStay() {
    for palette in [Palette.none, .eight, .sixteen, .full] {
      #expect(palette.number(of: .standard) == -1)
    }
    #expect(Palette.none.number(of: .rgb(1, 2, 3)) == -1)
    #expect(Palette.eight.number(of: .palette(9)) == 1)
    #expect(Palette.eight.number(of: .palette(8)) == -1)
    #expect(Palette.full.number(of: .palette(12)) == 12)
  }
}

@Suite struct LocaleChoiceTests {
  private func choose(_ environment: [String: String]) -> LocaleChoice {
    let installed = ["C.UTF-8": "UTF-8", "nl_NL.UTF-8": "UTF-8", "nl_NL": "ISO-8859-1"]
    return LocaleChoice.choose(environment: environment) { installed[$0] }
  }

  @Test func nothingSetMeansUTF8() {
    #expect(choose([:]) == LocaleChoice(name: "C.UTF-8", ascii: false, note: nil))
    #expect(choose(["LC_ALL": "", "LANG": ""]) == LocaleChoice(name: "C.UTF-8", ascii: false, note: nil))
  }

  @Test func theFirstThatIsSetCounts() {
    #expect(choose(["LC_ALL": "C", "LANG": "nl_NL.UTF-8"]).ascii)
    #expect(choose(["LC_CTYPE": "nl_NL.UTF-8", "LANG": "C"]).name == "nl_NL.UTF-8")
    #expect(choose(["LANG": "POSIX"]).ascii)
  }

  @Test func aLocaleWithoutUTF8MeansASCII() {
    #expect(choose(["LANG": "nl_NL"]) == LocaleChoice(name: "nl_NL", ascii: true, note: nil))
  }

  @Test func aLocaleThatIsNotInstalledFallsBackWithANote() {
    #expect(
      choose(["LC_ALL": "xx_XX"]) == LocaleChoice(name: "C.UTF-8", ascii: false, note: .missingLocale(name: "xx_XX")))
    #expect(choose(["LANG": "de_DE.utf8"]).name == "C.UTF-8")
    #expect(
      choose(["LANG": "de_DE.ISO-8859-1"])
        == LocaleChoice(name: "C", ascii: true, note: .missingLocale(name: "de_DE.ISO-8859-1")))
  }
}

/// One after another and in a locale of their own, because the C library's table of widths depends on it.
@Suite(.serialized) struct CellTextTests {
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  private func shown(_ text: String, _ width: Int) -> String {
    let (scalars, padded) = CellText.shown(text, width: width)
    return scalars.map { String($0.value, radix: 16) }.joined(separator: " ") + (padded ? " +" : "")
  }

  @Test func charactersKeepTheirMarks() {
    #expect(shown("a", 1) == "61")
    #expect(shown("é", 1) == "e9")
    #expect(shown("e\u{301}", 1) == "65 301")
    #expect(shown("漢", 2) == "6f22")
    #expect(shown("e" + String(repeating: "\u{301}", count: 9), 1) == "65 301 301 301 301")
  }

  @Test func joinedEmojiBecomeTheirFirstPart() {
    #expect(shown("👩‍🚀", 2) == "1f469")
    #expect(shown("👍🏽", 2) == "1f44d")
  }

  @Test func whatTheLibraryCountsOtherwiseNeverShiftsColumns() {
    #expect(shown("❤️", 2) == "2764 +")
    #expect(shown("漢", 1) == "3f")
    #expect(shown("\u{301}", 1) == "3f")
    #expect(shown("\u{10FFFF}", 2) == "3f +")
    #expect(shown("", 1) == "20")
  }
}
