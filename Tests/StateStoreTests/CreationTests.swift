import StateStore
import StateStoreProbe
import Testing
import WerkendLeren

@Suite struct CreationTests {
  private let viewer = Fixture.school
  private let moment = Fixture.moment()

  static func new(_ number: String, programme: String = "HBO-ICT", employer: String = "Werkgever 3") -> NewPlacement {
    var new = NewPlacement(number: number, student: "Amira El Idrissi", programme: programme)
    new.mail = "amira@school.test"
    new.start = Fixture.today.adding(days: 60)
    new.employer = employer
    new.workplace = "Locatie 0"
    for role in PersonRole.allCases {
      new.persons[role] = PersonContent(
        name: "Naam \(role.rawValue)", mail: "\(role.rawValue)@x.test", experience: "9 jaar", from: Fixture.today)
    }
    return new
  }

  private func create(_ store: Store, _ new: NewPlacement) throws -> Int64 {
    let outcome = try store.create(new, as: viewer, at: moment)
    guard case .done(_, let records) = outcome else {
      Issue.record("\(outcome)")
      return 0
    }
    return records.placement.id
  }

  @Test func aNewPlacementIsOneChangeAndCountsEverywhere() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5)
    let last = try store.lastChange()
    let placement = try create(store, Self.new("500"))
    #expect(try store.lastChange() == last + 1)
    #expect(try store.find("500/hbo-ict", as: viewer) == .one(placement))
    #expect(try store.status(today: Fixture.today, as: viewer).total == 6)
    let page = try store.window(
      OverviewQuery(words: ["supervisor"]), as: viewer, offset: 0, limit: 5, today: Fixture.today)
    #expect(page.rows.map(\.id) == [placement])
    let records = try store.records(placement, as: viewer).records
    #expect(
      records.currentEmployer?.id == (try store.records(try store.placement(3), as: viewer)).records.currentEmployer?.id
    )
    let history = try store.history(of: placement, as: viewer, limit: 5)
    #expect(history.map(\.kind) == [.created])
    #expect(history.first?.student == "Amira El Idrissi")
    #expect(try store.verify() == [])
  }

  @Test func undoTakesItAwayButForTheHistoryAndRedoBringsItBack() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5)
    let before = try store.contentText()
    let placement = try create(store, Self.new("500"))
    let after = try store.contentText()
    for _ in 0..<2 {
      guard case .done(let changes, _) = try store.undo(as: viewer, at: moment) else {
        Issue.record("not undone")
        return
      }
      #expect(changes.map(\.kind).allSatisfy { $0 == .created || $0 == .redone })
      #expect(try store.contentText() == before)
      #expect(try store.verify() == [])
      #expect(throws: StoreProblem.self) { try store.records(placement, as: viewer) }
      #expect(try store.change(changes[0].id, as: viewer)?.student == "Amira El Idrissi, HBO-ICT")
      guard case .done = try store.redo(as: viewer, at: moment) else {
        Issue.record("not redone")
        return
      }
      #expect(try store.contentText() == after)
      #expect(try store.verify() == [])
    }
  }

  @Test func aStudentWhoIsKnownGetsBackTheOldNameByUndo() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5)
    let before = try store.contentText()
    let known = Fixture.row(2)
    let placement = try create(store, Self.new(known.number + " ", programme: "Logopedie", employer: "Nieuw BV"))
    let old = try store.placement(2)
    #expect(try store.records(old, as: viewer).records.student.name == "Amira El Idrissi")
    let page = try store.window(OverviewQuery(words: ["amira"]), as: viewer, offset: 0, limit: 5, today: Fixture.today)
    #expect(Set(page.rows.map(\.id)) == [old, placement])
    #expect(try store.verify() == [])
    _ = try store.undo(as: viewer, at: moment)
    #expect(try store.contentText() == before)
  }

  @Test func undoIsRefusedWhereSomebodyBuiltOnIt() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(1)
    let other = try folder.open()
    let placement = try create(store, Self.new("500"))
    _ = try other.perform(.addNote(duty: nil, text: "hello"), on: placement, as: viewer, at: moment)
    guard case .refused(.isReferred, _) = try store.undo(as: viewer, at: moment) else {
      Issue.record("taken back")
      return
    }
    #expect(try store.find("500", as: viewer) == .one(placement))
    #expect(try store.verify() == [])
  }

  @Test func theSameKeyIsRefusedAndWritesNothing() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(3)
    _ = try create(store, Self.new("AB 1"))
    let before = try store.contentText()
    let outcome = try store.create(Self.new(" ab  1", programme: "hbo-ict "), as: viewer, at: moment)
    #expect(outcome == .refused(Refusal(.keyTaken)))
    #expect(try store.contentText() == before)
    let student = Viewer(party: .student, name: "S", scope: .student(1))
    #expect(try store.create(Self.new("9"), as: student, at: moment) == .refused(Refusal(.schoolOnly)))
  }

  @Test func twoWhoMakeTheSameOneGetOneAndRedoDoesNotMakeASecond() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(1)
    let other = try folder.open()
    _ = try create(store, Self.new("500"))
    _ = try store.undo(as: viewer, at: moment)
    let theirs = try create(other, Self.new("500"))
    guard case .refused = try store.redo(as: viewer, at: moment) else {
      Issue.record("made twice")
      return
    }
    #expect(try store.find("500", as: viewer) == .one(theirs))
    #expect(try store.verify() == [])
  }

  @Test func lookingUpFindsWhatIsKnownForTheSchoolAlone() throws {
    let folder = try StoreFolder()
    let store = try folder.filled(5)
    let row = Fixture.row(3)
    let student = try #require(try store.student(number: " \(row.number)", as: viewer))
    #expect(student.student.name == row.student && student.placements.map(\.programme) == [row.programme])
    let employer = try #require(try store.employer(named: "werkgever 3", as: viewer, today: Fixture.today))
    #expect(employer.workplaces.map(\.name) == ["Locatie 0"] && employer.contact?.name == "Contact 3")
    let person = try store.person(named: "docent 3", role: .schoolContact, employer: "", as: viewer)
    #expect(person?.mail == "d3@school.test")
    #expect(try store.person(named: "contact 3", role: .employerContact, employer: "Werkgever 4", as: viewer) == nil)
    #expect(
      try store.person(named: "contact 3", role: .employerContact, employer: "Werkgever 3", as: viewer)?.mail
        == "c3@werk.test")
    #expect(try store.student(number: "1", as: viewer) == nil)
    for scope in [Viewer.Scope.student(student.student.id), .employer(employer.employer.id)] {
      let stranger = Viewer(party: .student, name: "S", scope: scope)
      #expect(try store.student(number: row.number, as: stranger) == nil)
      #expect(try store.employer(named: "werkgever 3", as: stranger, today: Fixture.today) == nil)
      #expect(try store.person(named: "docent 3", role: .schoolContact, employer: "", as: stranger) == nil)
    }
    if case .one(let noor) = try store.findPerson("Docent 3", party: .school) {
      #expect(try store.ownPerson(of: noor)?.name == "Docent 3")
    }
    #expect(try store.ownPerson(of: viewer) == nil)
  }
}
