import Language
import Testing
import WerkendLeren

@testable import Exchange

/// A scan on paper: what stands on it, for whom, and that it stays text.
@Suite("A workplace scan on paper")
struct ScanPaperTests {
  static let today = Day(number: 20_780)
  static let school = Viewer.school(name: "Noor Bakker")
  static let employer = Viewer(party: .employer, name: "Jan", scope: .employer(2))
  static let student = Viewer(party: .student, name: "Amira", scope: .student(5))

  /// A small questionnaire with every kind that is put in words in its own way; each text is made by `text`.
  static func questionnaire(_ text: (String) -> String = { $0 }) -> Questionnaire {
    func both(_ dutch: String) -> Bilingual { Bilingual(dutch: text(dutch), english: text(dutch)) }
    func levels(_ name: String) -> [Bilingual] { (1...4).map { both("\(name) \($0)") } }
    let options = [
      QuestionOption(id: "pc", text: both("laptop")), QuestionOption(id: "tools", text: both("gereedschap")),
      QuestionOption(id: "other", text: both("anders")),
    ]
    return Questionnaire(
      version: text("2026-11"),
      sections: [
        QuestionSection(
          id: "A", title: both("Uw organisatie"),
          questions: [
            Question(id: "A1", kind: .prose, text: both("Wat doet u?"), required: true),
            Question(id: "A2", kind: .person, text: both("Wie?")),
            Question(id: "A3", kind: .number, text: both("Hoelang?"), maximum: 600, unit: both("minuten per week")),
            Question(id: "A4", kind: .date, text: both("Wanneer?"), required: true),
          ]),
        QuestionSection(
          id: "B", title: both("Het werk"),
          questions: [
            Question(
              id: "B1", kind: .level, text: both("Past het?"), required: true, levels: levels("past"), weight: 2,
              action: both("Kies taken.")),
            Question(
              id: "B2", kind: .level, text: both("Groeit het?"), required: true, levels: levels("groeit"),
              action: both("Beschrijf het.")),
            Question(id: "B3", kind: .several, text: both("Waarmee?"), options: options),
            Question(id: "B4", kind: .text, text: both("Wat nog?"), condition: .contains("B3", "other")),
            Question(
              id: "B5", kind: .yesno, text: both("Betaald?"), required: true, knockout: "no", action: both("Betaal.")),
          ]),
      ],
      advice: [
        AdviceRow(.notYetSuitable, [.knockout, .sectionBelow(33)]),
        AdviceRow(.suitableWithConditions, [.sectionBelow(60)]),
      ])
  }

  /// A decided scan with something of everything; each text of a person is made by `text`.
  static func records(_ text: (String) -> String = { $0 }) -> ScanRecords {
    var scan = Scan(id: 12, workplace: 3, questionnaire: 1, begunOn: today.adding(days: -30), begunBy: text("Jan"))
    scan.state = .decided
    scan.submittedOn = today.adding(days: -20)
    scan.submittedBy = text("Jan van Dijk")
    scan.decision = 40
    var records = ScanRecords(
      scan: scan, workplace: Workplace(id: 3, employer: 2, name: text("Werkplaats"), address: text("Kade 1")))
    let answers: [(QuestionID, Answer)] = [
      ("A1", .text(text("Wij bouwen.") + "\n\n" + text("En repareren."))),
      ("A2", .person(PersonAnswer(name: text("Sanne"), function: text("chef"), mail: text("s@x.nl")))),
      ("A3", .number(120)), ("B1", .level(3)), ("B2", .level(2)), ("B3", .several(["pc", "tools"])),
      ("B4", .text("verborgen")), ("B5", .yesNo(true)),
    ]
    records.answers = answers.enumerated().map { place, entry in
      ScanAnswer(
        id: Int64(place + 50), scan: 12, question: entry.0, form: entry.1.form, value: entry.1.stored, moment: "m",
        by: text("Jan van Dijk"), byParty: place == 2 ? .school : .employer)
    }
    records.ownAnswers = [
      ScanOwnAnswer(
        id: 60, scan: 12, question: "B1", form: .level, value: Answer.level(2).stored, reason: text("Veel lasklussen"),
        by: text("Noor"))
    ]
    records.comments = [
      ScanComment(id: 61, scan: 12, question: "A1", text: text("Mooi bedrijf"), moment: "m", by: text("Noor")),
      ScanComment(id: 62, scan: 12, text: text("Prettig gesprek"), moment: "m", by: text("Noor")),
    ]
    records.judgement = ScanJudgement(
      id: 63, scan: 12, visitedOn: today.adding(days: -3), visitedBy: text("Noor"), spokenWith: text("Jan, Sanne"),
      reason: text("Wij kennen hen"))
    func condition(_ id: Int64, _ due: Int, _ question: QuestionID?) -> ScanCondition {
      ScanCondition(
        id: id, workplace: 3, scan: 12, decision: 40, question: question, text: text("Kies passende taken"),
        due: today.adding(days: due), setOn: today)
    }
    records.conditions = [condition(70, 30, "B1"), condition(71, -2, nil)]
    records.conditions[0].beforeStart = true
    records.conditions[0].metOn = today
    records.conditions[0].metBy = text("Jan")
    records.conditions[0].metNote = text("Plan staat er")
    records.decision = ScanDecisionRecord(
      id: 40, workplace: 3, date: today.adding(days: -1), decision: .suitableWithConditions,
      validUntil: today.adding(years: 2), by: text("Noor Bakker"))
    return records
  }

  static func paper(
    _ records: ScanRecords = records(), for viewer: Viewer = school, _ language: Language = .dutch,
    _ text: (String) -> String = { $0 }
  ) -> ScanPaper {
    ScanPaper(
      records.seen(by: viewer) ?? records, of: questionnaire(text), employer: text("Van Dijk"), viewer: viewer,
      words: Words(language), today: today)
  }

  @Test("as Markdown, word for word")
  func golden() {
    let expected = #"""
      # Werkplekscan Werkplaats

      Van Dijk, Kade 1

      | Werkplekscan 12 |  |
      | --- | --- |
      | Stand | beoordeeld |
      | Begonnen | 24 oktober 2026, Jan |
      | Ingeleverd | 3 november 2026, Jan van Dijk |
      | Antwoorden van | Jan van Dijk, Jan van Dijk (hogeschool, namens de werkgever) |
      | Versie van de vragenlijst | 2026-11 |

      ## Besluit

      **geschikt onder voorwaarden**

      - Besloten: 22 november 2026, Noor Bakker
      - Geldig tot en met: 23 november 2028
      - Advies: geschikt onder voorwaarden; het besluit volgt het advies
      - Reden: Wij kennen hen

      ## Voorwaarden

      | Nr. | Voorwaarde | Wie | Uiterlijk | Stand |
      | --- | --- | --- | --- | --- |
      | 1 | Kies passende taken (vóór de start) (bij vraag B1) | Werkgever | 23 december 2026 | vervuld op 23 november 2026 (Jan); de hogeschool moet nog akkoord gaan: Plan staat er |
      | 2 | Kies passende taken | Werkgever | 21 november 2026 | te laat |

      ## Uitslag

      **Advies bij de antwoorden van de werkgever: geschikt onder voorwaarden (voorlopig)**

      - een onderdeel scoort lager dan 60 (B1, B2)
      - Nog te beantwoorden: 1 (A4)

      **Advies met het oordeel van de hogeschool: geschikt onder voorwaarden (voorlopig)**

      - een onderdeel scoort lager dan 60 (B1, B2)
      - Nog te beantwoorden: 1 (A4)

      | Onderdeel | Score | Score van de werkgever | 0 – 100 | In woorden |
      | --- | --- | --- | --- | --- |
      | B. Het werk | 33 | 56 | ███████░░░░░░░░░░░░░ | kan beter |

      ### Voorstellen aan de werkgever

      | Vraag | Voorstel | Hogeschool |
      | --- | --- | --- |
      | B1 Past het? | Kies taken. | voorwaarde 1 |
      | B2 Groeit het? | Beschrijf het. | geen voorwaarde |

      ## Oordeel van de hogeschool

      - Bezocht: 20 november 2026, Noor
      - Gesproken met: Jan, Sanne

      Prettig gesprek (Noor)

      ## Vragen en antwoorden

      ### A. Uw organisatie

      - **A1 Wat doet u?**\
        Wij bouwen.\
        En repareren.
        - Opmerking van de hogeschool: Mooi bedrijf (Noor)
      - **A2 Wie?**\
        Sanne, chef, s@x.nl
      - **A3 Hoelang?**\
        120 minuten per week
      - **A4 Wanneer?** (verplicht)\
        nog niet beantwoord

      ### B. Het werk — 33 van 100, kan beter

      - **B1 Past het?** (aandachtspunt)\
        ■■■□ niveau 3 van 4: past 3
        - Oordeel van de hogeschool: ■■□□ niveau 2 van 4: past 2\
          Veel lasklussen (Noor)
      - **B2 Groeit het?** (aandachtspunt)\
        ■■□□ niveau 2 van 4: groeit 2
      - **B3 Waarmee?**\
        laptop, gereedschap
      - **B5 Betaald?**\
        ja

      - 1 vraag staat hier niet, omdat die hier niet geldt: B4.
      - Eerder gegeven antwoorden daarop tellen niet mee en staan er ook niet: B4.

      ## Handtekeningen

      | Voor | Naam | Datum | Handtekening |
      | --- | --- | --- | --- |
      | Werkgever, die de vragen naar waarheid heeft beantwoord | Jan van Dijk | 3 november 2026 | vastgelegd in Drieluik |
      | Hogeschool, die heeft besloten | Noor Bakker | 22 november 2026 | vastgelegd in Drieluik |

      Gemaakt met Drieluik op 23 november 2026. Werkplekscan 12, vragenlijst 2026-11.

      """#
    #expect(Self.paper().markdown == expected)
  }

  @Test("in English with the words of the program in English")
  func english() {
    let text = Self.paper(for: Self.school, .english).markdown
    for line in [
      "## Decision", "**suitable with conditions**", "- Advice: suitable with conditions; the decision follows it",
      "| B. Het werk | 33 | 56 | ███████░░░░░░░░░░░░░ | could be better |", "  120 minuten per week",
      "  ■■■□ level 3 of 4: past 3",
    ] { #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)\n\(text)") }
  }

  @Test("the HTML has the same in elements that say what they are, and a drawing that says what it shows")
  func html() throws {
    let html = Self.paper().html
    let page = try Page(html)
    #expect(page.texts["h1"] == ["Werkplaats"])
    #expect(page.texts["h2"]?.first == "Besluit" && page.counts["article"] == 8)
    #expect(page.counts["svg"] == 1 && page.texts["title"]?.count == 2)
    #expect(page.texts["desc"] == ["Staven van 0 tot 100. B. Het werk: 33, kan beter."])
    #expect(html.contains("role=\"img\" aria-labelledby=\"scores-title scores-text\""))
    for text in [
      "Wij bouwen.", "En repareren.", "120 minuten per week", "niveau 3 van 4: past 3", "niveau 2 van 4: past 2",
      "Veel lasklussen (Noor)", "laptop, gereedschap", "Sanne, chef, s@x.nl", "Mooi bedrijf (Noor)", "voorwaarde 1",
      "nog niet beantwoord", "Plan staat er", "te laat",
    ] { #expect(page.text.contains(text), "\(text)") }
    #expect(!page.text.contains("verborgen") && page.text.contains("tellen niet mee en staan er ook niet: B4."))
  }

  @Test("the HTML needs nothing else: no scripts, no links, no pictures from elsewhere")
  func selfContained() throws {
    let html = Self.paper().html
    let page = try Page(html)
    #expect(
      page.elements.isDisjoint(with: ["script", "link", "img", "iframe", "object", "a", "form", "base", "image"]))
    #expect(!page.attributes.contains { $0.hasPrefix("on") || $0 == "src" || $0.hasSuffix("href") })
    #expect(!html.contains("@import") && !html.contains("http://") && !html.contains("https://"))
    #expect(html.components("url(").allSatisfy { $0.hasPrefix("#hatch)") })
    #expect(html.contains("default-src 'none'") && html.contains("@page { size: A4;"))
    #expect(html.contains("@top-left { content: \"Werkplekscan Werkplaats · Van Dijk\\2c  Kade 1"))
  }

  @Test("whatever people and questionnaires say stays text", arguments: hostilePaperTexts)
  func hostile(text: String) throws {
    let plain = try Page(Self.paper().html)
    let paper = Self.paper(Self.records { "\($0) \(text)" }, for: Self.school, .dutch) { "\($0) \(text)" }
    let page = try Page(paper.html)
    // A text of several lines has more paragraphs, no other elements.
    #expect(page.elements == plain.elements && page.attributes == plain.attributes)
    if !text.contains("\n") { #expect(page.counts == plain.counts) }
    for element in ["svg", "style", "script", "article", "table", "h2"] {
      #expect(page.counts[element] == plain.counts[element], "\(element)")
    }
    #expect(page.texts["style"]?.first?.contains("<") == false)
    // In Markdown no line begins anything that is not ours, and no cell of a table falls apart.
    func shape(_ paper: ScanPaper) -> [String] {
      paper.markdown.split(separator: "\n").map { String($0.prefix { "#>|- ".contains($0) }) }
    }
    if !text.contains("\n") { #expect(shape(paper) == shape(Self.paper())) }
    for line in paper.markdown.split(separator: "\n") {
      let signs = unescapedMarkdown(line)
      #expect(!signs.dropFirst(2).contains { "`<>[]~$&".contains($0) }, "\(line)")
      if line.hasPrefix("| ") { #expect([3, 4, 5, 6].contains(signs.count { $0 == "|" }), "\(line)") }
    }
  }

  @Test("the student reads the decision and its conditions, and the answers only where the school shares them")
  func student() throws {
    var records = Self.records()
    let closed = Self.paper(records, for: Self.student)
    for text in [closed.markdown, try Page(closed.html).text] {
      #expect(text.contains("geschikt onder voorwaarden") && text.contains("Kies passende taken"))
      for hidden in [
        "Wij bouwen", "Veel lasklussen", "Mooi bedrijf", "Prettig gesprek", "Wij kennen hen", "Sanne", "niveau",
        "Uitslag", "Past het", "bij vraag", "Ingeleverd",
      ] { #expect(!text.contains(hidden), "\(hidden)") }
      #expect(text.contains("De antwoorden van de werkgever staan hier niet"))
    }
    records.scan.isShared = true
    let shared = Self.paper(records, for: Self.student).markdown
    #expect(shared.contains("Wij bouwen") && shared.contains("Past het") && !shared.contains("Veel lasklussen"))
    #expect(!shared.contains("Mooi bedrijf") && !shared.contains("met het oordeel van de hogeschool"))
  }

  @Test("before the decision the employer's paper has none of what the school finds, and lines to sign")
  func undecided() throws {
    var records = Self.records()
    records.scan.state = .submitted
    records.scan.decision = nil
    records.decision = nil
    for place in records.conditions.indices {
      records.conditions[place].decision = nil
      records.conditions[place].metOn = nil
      records.conditions[place].metNote = ""
    }
    let own = Self.paper(records, for: Self.employer).markdown
    #expect(own.contains("> Ingeleverd. De hogeschool moet nog beslissen.") && !own.contains("## Besluit"))
    for hidden in ["Veel lasklussen", "Mooi bedrijf", "Prettig gesprek", "## Voorwaarden", "Bezocht"] {
      #expect(!own.contains(hidden), "\(hidden)")
    }
    let line = #"\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_"#
    #expect(own.contains("| Hogeschool, die heeft besloten | \(line) | \(line) | \(line) |"))
    let school = Self.paper(records).markdown
    #expect(school.contains("Veel lasklussen") && school.contains("| 21 november 2026 | nog niet besloten |"))
    // What the school handed in for the employer, the employer has yet to sign.
    let signs = "| Werkgever, die de vragen naar waarheid heeft beantwoord | "
    #expect(school.contains(signs + "Jan van Dijk |"))
    for place in records.answers.indices { records.answers[place].byParty = .school }
    #expect(Self.paper(records).markdown.contains(signs + "\(line) | \(line) | \(line) |"))
    records.scan.state = .draft
    records.scan.submittedOn = nil
    records.answers = []
    let empty = Self.paper(records, for: Self.employer)
    #expect(empty.markdown.contains("Advies bij de antwoorden van de werkgever: nog niet te geven"))
    _ = try Page(empty.html)
  }

  @Test("withdrawn and expired is said at the head")
  func standing() {
    var records = Self.records()
    records.decision?.withdrawnOn = Self.today
    records.decision?.withdrawnReason = "verbouwing"
    #expect(Self.paper(records).markdown.contains("> Het besluit is op 23 november 2026 ingetrokken: verbouwing"))
    #expect(Self.paper(records).markdown.contains("**geschikt onder voorwaarden (ingetrokken)**"))
    records.decision?.withdrawnOn = nil
    records.decision?.validUntil = Self.today.adding(days: -1)
    #expect(Self.paper(records).markdown.contains("> Deze scan is verlopen."))
  }

  @Test("the whole questionnaire, empty or answered, in both languages", arguments: Language.allCases)
  func builtIn(language: Language) throws {
    let questionnaire = BuiltInQuestionnaire.load()
    var records = Self.records()
    records.answers = []
    let paper = ScanPaper(
      records, of: questionnaire, employer: "Van Dijk", viewer: Self.school, words: Words(language), today: Self.today)
    let page = try Page(paper.html)
    #expect(page.counts["article"] == SheetReading(AnswerSheet(), of: questionnaire).shownCount)
    #expect(!paper.markdown.contains("[scan") && !page.text.contains("[scan"))
  }

  @Test(
    "text in a style is text",
    arguments: [
      ("Hal 3", "Hal 3"), ("a\"b", "a\\22 b"), ("\\", "\\5c "), ("</style>", "\\3c \\2f style\\3e "), ("é", "é"),
      ("a\nb", "a\\a b"), ("\0x", "x"), ("&", "\\26 "),
    ])
  func style(text: String, escaped: String) {
    #expect(CSSText.escaped(text) == escaped)
  }

  @Test("a bar of text", arguments: [(0, 0), (2, 0), (3, 1), (33, 7), (67, 13), (98, 20), (100, 20), (200, 20)])
  func bar(score: Int, full: Int) {
    let bar = ScorePicture.bar(score)
    #expect(bar.count == ScorePicture.cells && bar.prefix { $0 == "█" }.count == full)
  }
}

extension String {
  /// What stands after each place where a text occurs.
  fileprivate func components(_ text: String) -> [Substring] { split(separator: text).dropFirst().map { $0 } }
}
