import Foundation
import Testing
import Yams

/// The data files and sources that the tests of the texts read.
enum TextFiles {
  /// The top folder of the repository; symbolic links are followed, so that the tests may be built from elsewhere.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// A text as it stands in its YAML file.
  struct Entry: Equatable {
    var file: String
    var dutch: String
    var english: String
  }

  /// Every text of the YAML files by its key, read with a whole YAML parser.
  static func entries() throws -> [String: Entry] {
    let folder = root.appendingPathComponent("Sources/CEmbedded/data/texts")
    var found: [String: Entry] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".yaml")
    {
      let source = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      guard let mapping = try Yams.compose(yaml: source)?.mapping else { continue }
      for (key, value) in mapping {
        let key = try #require(key.string)
        let languages = try #require(value.mapping, "\(name), \(key): not {nl: …, en: …}")
        #expect(Set(languages.keys.compactMap(\.string)) == ["nl", "en"], "\(name), \(key)")
        #expect(found[key] == nil, "\(key) stands in \(name) and in \(found[key]?.file ?? "")")
        found[key] = Entry(
          file: name, dutch: languages["nl"]?.scalar?.string ?? "", english: languages["en"]?.scalar?.string ?? "")
      }
    }
    return found
  }

  /// The literals of all Swift sources below `Sources`, with the file they stand in.
  static func literals() throws -> [(file: String, literal: SwiftLiteral)] {
    let folder = root.appendingPathComponent("Sources")
    var found: [(String, SwiftLiteral)] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() where path.hasSuffix(".swift")
    {
      let source = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      found += SwiftLiteral.all(in: source).map { (path, $0) }
    }
    return found
  }
}
