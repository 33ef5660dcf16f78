import Testing

/// Calls that somebody made to confuse.
@Suite struct EnemyCallTests {
  private static let file = "studentnummer,student,opleiding\n1,Ann,CAR\n2,,CAR\n"

  @Test(arguments: [":memory:", "file:store?mode=memory", "file::memory:", "-store"])
  func aNameThatSQLiteTakesForMoreIsStillAFile(_ name: String) throws {
    let place = try CommandPlace()
    let list = try place.write("list.csv", Self.file)
    #expect(try place.run(["import", list, "--store=\(name)"]).code == 65)
    #expect(place.has(name))
    #expect(try place.run(["status", "--store=\(name)"]).lines.first?.hasSuffix(": 1") == true)
  }

  @Test(arguments: [">&-", "2>&-", ">&- 2>&-"])
  func whatIsSaidToAClosedStreamEndsInNoFile(_ closed: String) throws {
    let place = try CommandPlace()
    try place.write("list.csv", Self.file)
    let mended = "studentnummer,student,opleiding,fout\n2,,CAR,student: mag niet leeg zijn\n"
    _ = try place.shell("cat list.csv | \"$DRIELUIK\" import - --store one.sqlite \(closed)")
    #expect(place.text("import.mend.csv") == mended)
    _ = try place.shell("\"$DRIELUIK\" import list.csv --store two.sqlite \(closed)")
    #expect(place.text("list.mend.csv") == mended)
    for name in ["one", "two"] {
      #expect(try place.run(["status", "--store", "\(name).sqlite"]).lines.first?.hasSuffix(": 1") == true)
    }
  }

  @Test func readingOrWritingAClosedStreamIsStillAFailure() throws {
    let place = try CommandPlace()
    try place.write("list.csv", Self.file)
    #expect(try place.shell("\"$DRIELUIK\" status >&-").code == 74)
    #expect(try place.shell("\"$DRIELUIK\" import - <&-").code == 74)
    // The copy of what came through the pipe used to take the place of standard output, and the report ended up in it.
    #expect(try place.shell("cat list.csv | \"$DRIELUIK\" import - >&-").code == 74)
  }
}
