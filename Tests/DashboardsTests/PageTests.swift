import Canvas
import Language
import Testing
import WerkendLeren

@testable import Dashboards

@Suite("What is handed out")
struct ExplanationTests {
  /// The source's introduction as it stands in the seed, with its broken lines.
  private static let source = """
    Werkend leren, ook bekend als duaal leren of werkplekleren, is een onderwijsvorm

    waarbij student-werknemers zowel op de werkplek als op de school leren en

    ervaring opdoen. Het belang van duidelijke rollen en verantwoordelijkheden binnen

    duaal opleiden is meervoudig.

    Het biedt student-werknemers helderheid over wat er van hen wordt verwacht tijdens

    het duale opleidingsprogramma, waardoor ze zich beter kunnen concentreren op

    hun leerdoelen en professionele ontwikkeling. Een goed gedefinieerde rolverdeling

    zorgt voor een soepele samenwerking tussen de student-werknemer, de hogeschool

    en de werkgever/bedrijf. Dit omvat duidelijke communicatiekanalen, regelmatige

    feedbackmechanismen en een gedeeld begrip van de doelstellingen van het duale

    opleidingsprogramma.

    Daarnaast stelt het elke partij in staat om hun rol effectief te vervullen, wat de

    verantwoordelijkheid van alle betrokken partijen waarborgt. Hierdoor kunnen alle

    betrokken partijen zich concentreren op het maximaliseren van de ontwikkeling en

    leereffecten voor de student-werknemer.

    Rollen en de verantwoordelijkheden bij een opleiding werkend leren van

    student-werknemer, hogeschool en werkgever/bedrijf.
    """

  private let model = BuiltInModel.load()

  private func text(_ explanation: Explanation) -> String {
    explanation.lines(columns: 100_000).filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test("the introduction is the source's, word for word")
  func introduction() {
    let words = Self.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text(Explanation(words: Words(.dutch), model: model)).contains(words))
  }

  @Test(
    "each duty stands there once, in the source's words, between introduction and closing", arguments: Language.allCases
  )
  func duties(language: Language) {
    let explanation = Explanation(words: Words(language), model: model)
    let items = explanation.blocks.compactMap { if case .item(let text) = $0 { text } else { nil } }
    #expect(
      items
        == Party.allCases.flatMap { party in
          Phase.allCases.flatMap { phase in
            model.duties.filter { $0.party == party && $0.phase == phase }.map { $0.full(Words(language)) }
          }
        })
    #expect(items.count == 25)
    #expect(explanation.blocks.last == .paragraph(BuiltInModel.closing(language)))
  }

  @Test("for one party its own duties, and what it does together with others")
  func oneParty() {
    func items(_ party: Party) -> [String] {
      Explanation(words: Words(.dutch), model: model, party: party).blocks
        .compactMap { if case .item(let text) = $0 { text } else { nil } }
    }
    #expect(items(.student).count == 7)
    #expect(items(.student).last?.hasSuffix("(hogeschool)") == true)
    #expect(items(.employer).count == 14, "its part of the plan stands among its own")
    #expect(items(.school).count == 9)
  }

  @Test("no line is wider than asked for", arguments: [20, 60, 80, 131])
  func width(columns: Int) {
    for line in Explanation(words: Words(.dutch), model: model).lines(columns: columns) {
      #expect(TextWidth.columns(of: line) <= columns, "\(line)")
    }
  }

  @Test("from a placement Space ticks the information off, once, and from elsewhere it says how")
  func tick() {
    var session = Session(Fixture.store)
    session.run(session.app.run("uitleg"))
    #expect(session.said.contains("Kies :uitleg in een traject"))
    session.press(.escape)
    session.open("Bram")
    session.go(to: "school.preparation.information")
    session.press(.enter, .character("i"))
    session.type("opnieuw")
    session.press(.tab, .enter)
    session.press(.escape)
    session.run(session.app.run("uitleg"))
    #expect(session.said.contains("Spatie tekent \"Informatie\" af"))
    session.press(.character(" "))
    #expect(session.noticeLine.contains("Informatie bevestigd"))
    #expect(session.said.contains("✓ \"Informatie\" is afgetekend op 23 nov 2026 door Noor Bakker."))
    let before = session.store.changes.count
    session.press(.character(" "))
    #expect(session.store.changes.count == before)
    session.press(.escape)
    #expect(session.isTriptych)
  }

  @Test("others read it and are not asked to tick")
  func others() {
    var session = Session(Fixture.store)
    session.store.viewer = Viewer(party: .student, name: "Bram de Wit", scope: .all)
    session.app.viewer = session.store.viewer
    session.open("Bram")
    session.run(session.app.run("uitleg"))
    #expect(!session.text.contains("Spatie"))
  }
}

@Suite("Contacts")
struct ContactTests {
  @Test("every name, address and number stands alone on its line, from the first column")
  func lines() {
    var session = Session(Fixture.store, size: Size(columns: 80, rows: 30))
    session.open("Amira")
    session.press(.character("c"))
    let rows = (0..<30).map { row in
      let line = session.line(row)
      return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }
    for text in ["Noor Bakker", "Jan van Dijk", "jan@vandijk.example", "di, do", "Sanne Mol", "06-12345678"] {
      #expect(rows.contains(text), "\(text)\n\(session.text)")
    }
  }

  @Test("the overview shows those of the selected placement, and Enter's placement is not opened")
  func overview() {
    var session = Session(Fixture.store)
    session.press(.down, .character("c"))
    #expect(session.text.contains("Daan Visser"))
    session.press(.escape)
    #expect(session.line(0).contains("Overzicht"))
  }

  @Test("the mouse is the terminal's there, and comes back on every way out")
  func mouse() {
    for leave in [Event.key(.escape), .key(.backspace), .key(.character("q"))] {
      var session = Session(Fixture.store)
      session.press(.character("c"))
      #expect(session.store.asked.last { if case .setMouse = $0 { true } else { false } } == .setMouse(false))
      session.press(.function(8))
      #expect(session.noticeLine.contains("muis"))
      session.send(leave)
      if !session.hasQuit {
        #expect(session.store.asked.last { if case .setMouse = $0 { true } else { false } } == .setMouse(true))
      }
    }
  }

  @Test("a mouse that was given up stays given up")
  func mouseOff() {
    var session = Session(Fixture.store)
    session.press(.function(8), .character("c"), .escape)
    #expect(session.store.asked.last { if case .setMouse = $0 { true } else { false } } == .setMouse(false))
    #expect(!session.app.hasMouse)
  }

  @Test("nothing stays of a placement that is gone")
  func gone() {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.press(.character("c"))
    session.run(session.app.update(.placementLoaded(nil)))
    #expect(!session.text.contains("Jan van Dijk") || session.line(0).contains("Overzicht"))
    #expect(session.app.holdsMouse)
  }
}

@Suite("Moving one placement to the newest version of the duties")
struct ModelPageTests {
  private func session(_ student: String = "Amira") -> Session {
    var session = Session(Fixture.store)
    session.store.newest = Scene.laterModel
    session.open(student)
    session.run(session.app.run("model"))
    return session
  }

  @Test("shows what changes, asks, and moves on a yes only")
  func asks() {
    var session = session()
    #expect(session.said.contains("Van versie 2026-11 naar 2027-01"))
    session.press(.enter)
    #expect(session.said.contains("Amira El Idrissi naar versie 2027-01 brengen?"))
    session.press(.enter)
    #expect(session.store[Fixture.amira]?.placement.model == 1, "the same key twice does nothing")
    session.press(.enter, .right, .enter)
    #expect(session.store[Fixture.amira]?.placement.model == 2)
    #expect(session.isTriptych && session.noticeLine.contains("naar andere versie gebracht"))
    #expect(session.item("school.preparation.laptop") != nil)
    session.go(to: "student.preparation.orientation")
    session.press(.enter)
    #expect(session.said.contains("op de eerdere tekst"))
  }

  @Test("where there is no newer version it says so; where it has ended, why not")
  func needless() {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.run(session.app.run("model"))
    #expect(session.isTriptych && session.noticeLine.contains("nieuwste versie"))
    let ended = self.session("Fenna")
    #expect(ended.isTriptych && ended.said.contains("! Dit traject is afgesloten"))
  }

  @Test("only the school is offered it")
  func school() {
    var session = Session(Fixture.store)
    session.open("Amira")
    #expect(session.app.paletteEntries.contains { $0.id == "model" })
    session.app.viewer = Viewer(party: .student, name: "Amira", scope: .all)
    #expect(!session.app.paletteEntries.contains { $0.id == "model" })
    session.run(session.app.run("model"))
    #expect(session.isTriptych)
  }
}
