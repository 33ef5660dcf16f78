import Canvas
import Language
import Testing
import WerkendLeren

@testable import Dashboards

/// The outcome of a scan in words and bars.
@Suite struct OutcomeTextTests {
  private func text(
    _ changed: [QuestionID: Answer?] = [:], language: Language = .dutch, columns: Int = 78, isJudged: Bool = false
  ) throws -> OutcomeText {
    var store = Fixture.store
    if isJudged { store.judgeScan() } else { store.fillInScan("2026-11-12", changed, handsIn: false) }
    let records = try #require(store.scans.last)
    return OutcomeText(
      VersionedScan(records: records, questionnaire: store.questionnaire), words: Words(language),
      today: Fixture.today, columns: columns)
  }

  @Test(arguments: [20, 30, 45, 58, 78, 118])
  func everyLineFitsItsWidthAndEachBarHasItsFigureAndWordBesideIt(columns: Int) throws {
    for language in Language.allCases {
      let text = try text(language: language, columns: columns, isJudged: true)
      for line in text.lines { #expect(TextWidth.columns(of: line) <= max(20, columns), "\(line)") }
      guard columns >= 58 else { continue }
      let words = Words(language)
      let bars = text.picture.filter { $0.contains("█") }
      #expect(bars.count == 7, "six sections, one of them twice: \(text.picture)")
      let standings = ScanDecision.allCases.map { words("scan.standing.\($0.adviceName)") }
      for bar in bars { #expect(standings.contains { bar.hasSuffix("  " + $0) } && bar.contains(#/ \d+  /#), "\(bar)") }
    }
  }

  @Test func nothingIsSaidInBraillePatternsAndThePlainModeKeepsTheFigures() throws {
    let lines = try text(isJudged: true).lines
    #expect(!lines.joined().unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
    let bar = try #require(lines.first { $0.contains("█") })
    var canvas = Canvas(size: Size(columns: 80, rows: 1))
    canvas.write(bar, at: Point(column: 0, row: 0), style: .plain)
    #expect(canvas.withoutDecoration().text.contains("58  kan beter"), "\(canvas.withoutDecoration().text)")
    #expect(canvas.asciiFallback().text.contains("####"))
  }

  @Test func whileQuestionsAreOpenTheAdviceIsProvisionalOrNotThereAndSaysWhatIsMissing() throws {
    let provisional = try text(["A5": nil, "H3": nil]).lines.joined(separator: "\n")
    #expect(provisional.contains("Voorlopig advies: geschikt onder voorwaarden"))
    #expect(provisional.contains("Nog te beantwoorden: 2") && provisional.contains("○ H3"))
    let none = try text(["B2": nil, "F3": .yesNo(false)]).lines.joined(separator: "\n")
    #expect(none.contains("Advies: nog niet te geven") && none.contains("! F3"), "a knock-out holds already")
  }

  @Test func eachRuleNamesItsQuestionsAndEachWeakPointItsProposal() throws {
    let text = try text(isJudged: true)
    let said = text.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(said.contains("het antwoord op C7: C7 Is er een vervanger als de werkbegeleider afwezig is? Nee"))
    #expect(said.contains("2, als de student-werknemer erom vraagt (hogeschool: 1, niet)"))
    #expect(said.contains("Voorstel: Wijs een vervanger aan"))
  }

  @Test func aSectionWithoutALevelThatCountsHasNoScore() throws {
    let text = try text(["E3": .several(["none"])])
    #expect(text.picture.contains { $0.hasPrefix("E  ") && $0.contains("–  geen score") }, "\(text.picture)")
  }
}
