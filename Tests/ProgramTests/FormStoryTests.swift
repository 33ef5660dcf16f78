import Language
import TerminalTesting
import Testing

/// Every form in a real terminal: filled in by keys alone, with wrong input at each field first, a resize in the middle, and kill -9.
/// `make test` plays each form at two places, `make test-long` at all.
@Suite struct FormStoryTests {
  /// A form and a place; the number of the form decides which, where not all are played.
  private static func cases(from first: Int) -> [(name: String, place: FormPlace)] {
    FormRows.all.enumerated().flatMap { number, row in
      let places = Environment.isLong ? FormPlace.all : [FormPlace.all[(number + first) % 4]]
      return places.map { (row.name, $0) }
    }
  }

  /// A form has a title: each title is that of a row here, so that no form is without its story.
  @Test func everyFormHasItsRow() {
    let prefix = "form.title."
    let titles = TextTable.shared.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    // The import of the first start is told in the story of the welcome.
    let elsewhere: Set = ["importFile"]
    #expect(Set(titles).subtracting(elsewhere) == Set(FormRows.all.map(\.name)))
    #expect(FormRows.all.count == Set(FormRows.all.map(\.name)).count)
  }

  @Test(arguments: cases(from: 0))
  func aFormIsFilledInByKeysAloneAndWhatWasSavedStays(name: String, place: FormPlace) throws {
    let row = try #require(FormRows.all.first { $0.name == name })
    let driver = try FormDriver(row, place)
    let before = try FormStore.look(driver.world).changes.count
    guard driver.open(), driver.fill(wrongFirst: true), driver.save() else { return }
    driver.kill()
    let look = try FormStore.look(driver.world, from: Int64(before + 1))
    #expect(look.findings.isEmpty, "\(name) at \(place): \(look.findings)")
    #expect(look.changes.count == row.changes, "\(name) at \(place): \(look.changes)\n\(driver.terminal.screenText)")
    let written = String(describing: look.changes)
    for text in row.fields.compactMap(\.kept) where row.changes > 0 {
      #expect(written.contains(text), "\(name) at \(place): \(text) is not on disk")
    }
  }

  @Test(arguments: cases(from: 1))
  func aFormThatIsKilledInTheMiddleLeavesTheStoreAsItWas(name: String, place: FormPlace) throws {
    let row = try #require(FormRows.all.first { $0.name == name })
    let driver = try FormDriver(row, place)
    let before = try FormStore.look(driver.world)
    guard driver.open(), driver.fill(wrongFirst: false, until: (row.fields.count + 1) / 2) else { return }
    driver.kill()
    let look = try FormStore.look(driver.world)
    #expect(look.findings.isEmpty && look.changes == before.changes, "\(name) at \(place): \(look.findings)")
  }
}
