import Canvas
import Language
import Testing
import WerkendLeren

@testable import Dashboards

/// The list of a workplace's scans.
@Suite struct ScanFlowTests {
  @Test func theListOfScansBeginsOneAndOpensIt() {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.press(.character("w"))
    #expect(session.said.contains("nog geen werkplekscan"))
    session.press(.enter)
    #expect(session.store.scans.count == 1 && session.said.contains("39 vragen"))
    session.press(.escape)
    #expect(session.cursorLine.contains("wordt ingevuld") && session.cursorLine.contains("▸"))
    session.press(.character("n"))
    #expect(session.said.contains("al een werkplekscan open"))
  }

  @Test func withoutAWorkplaceThereIsNoScan() {
    var session = Session(Fixture.store)
    session.open("Chloe")
    session.press(.character("w"))
    #expect(session.isTriptych && session.said.contains("nog geen werkplek"))
  }

  @Test func aStudentSeesNoScanThatIsNotDecidedAndBeginsNone() {
    var session = Session(Fixture.store)
    session.open("Amira")
    session.press(.character("w"), .enter)
    var store = session.store
    store.viewer = ViewerTests.student
    var other = Session(store)
    other.run(other.app.openPlacement(Fixture.amira))
    other.press(.character("w"))
    #expect(other.said.contains("die u kunt zien"), "\(other.text)")
    other.press(.enter)
    #expect(other.store.scans.count == 1)
  }
}
