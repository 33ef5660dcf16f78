import Testing

/// Arrows between the rooms of the house go downwards only, as `docs/architecture.md` draws them. SwiftPM lets a target
/// import a module that it does not name, if another one has built it; so the imports themselves are read.
@Suite("Arrows between targets")
struct ArrowTests {
  /// What each target under `Sources` may import of ours, and of others.
  static let allowed: [String: (ours: Set<String>, others: Set<String>)] = [
    "CNcurses": ([], []),
    "CEmbedded": ([], []),
    "Canvas": ([], []),
    "Widgets": (["Canvas"], []),
    "WerkendLeren": ([], []),
    "Language": (["CEmbedded", "WerkendLeren"], []),
    "Terminal": (["Canvas", "CNcurses"], []),
    "StateStore": (["WerkendLeren"], ["GRDB"]),
    "Exchange": (["CEmbedded", "Language", "WerkendLeren"], ["Yams"]),
    "Dashboards": (["Canvas", "Language", "WerkendLeren", "Widgets"], []),
    "drieluik": (
      ["Canvas", "Dashboards", "Exchange", "Language", "StateStore", "Terminal", "WerkendLeren", "Widgets"],
      ["ArgumentParser"]
    ),
  ]

  /// Modules of the system. Canvas and WerkendLeren do without Foundation, so that they stay plain and start at once.
  static let ofTheSystem: Set = [
    "Darwin", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Swift", "Synchronization",
  ]
  static let withoutFoundation: Set = ["Canvas", "WerkendLeren", "Widgets"]

  static let sources = Repository.swiftFiles.filter { $0.file.path.hasPrefix("Sources/") }

  @Test("every target under Sources has its place in the house, here and in the manifest")
  func everyRoomIsKnown() throws {
    let manifest = Manifest(try Repository.text("Package.swift"))
    for room in try Repository.rooms() {
      #expect(
        Self.allowed[room] != nil, "\(room) is new: draw it in docs/architecture.md, say here what it may import")
      #expect(manifest.dependencies[room] != nil, "Package.swift does not name \(room)")
    }
  }

  @Test("the manifest draws no arrow that the house does not have", arguments: allowed.keys.sorted())
  func manifestAgrees(target: String) throws {
    let manifest = Manifest(try Repository.text("Package.swift"))
    let named = manifest.dependencies[target, default: []]
    let allowed = try #require(Self.allowed[target])
    let more = named.subtracting(allowed.ours).subtracting(allowed.others).subtracting([
      "GRDB.swift", "swift-argument-parser",
    ])
    #expect(more.isEmpty, "Package.swift lets \(target) depend on \(more.sorted())")
  }

  @Test("each file imports only what its target may")
  func importsFollowTheArrows() throws {
    for (file, text) in Self.sources { try check(text.imports, of: file) }
  }

  private func check(_ found: Set<String>, of file: Repository.File) throws {
    let allowed = try #require(Self.allowed[file.target], "\(file.target) is not in the house")
    let wrong = found.subtracting(allowed.ours).subtracting(allowed.others).subtracting(Self.ofTheSystem)
    #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted())")
    if Self.withoutFoundation.contains(file.target) {
      let foundation = found.intersection(["Foundation", "FoundationEssentials"])
      #expect(foundation.isEmpty, "\(file.path) imports \(foundation.sorted())")
    }
  }

  @Test("only Terminal knows ncurses")
  func onlyTerminalImportsNcurses() {
    let importers = Repository.swiftFiles.filter { $0.text.imports.contains("CNcurses") }.map(\.file.target)
    #expect(Set(importers).subtracting(["Terminal"]).isEmpty)
    #expect(importers.contains("Terminal"), "nobody imports CNcurses: the reading of imports is broken")
  }

  @Test("Widgets speaks of no duty, placement or party")
  func widgetsKnowNoDomain() {
    let domain = ["Placement", "Duty", "Party", "Student", "Employer", "Workplace", "Traject", "Werkgever"]
    for (file, text) in Self.sources where file.target == "Widgets" {
      let code = text.code.joined(separator: "\n")
      for word in domain where code.contains(word) { Issue.record("\(file.path) says \(word)") }
    }
  }

  @Test("imports are read whatever stands around them")
  func readingImports() {
    let source = """
      @testable import Canvas
      public import struct Foundation.URL
      // import Nothing
      let text = "import Nothing"
        import Glibc
      /* import
      import Nothing */
      """
    #expect(SwiftText(source).imports == ["Canvas", "Foundation", "Glibc"])
  }
}
