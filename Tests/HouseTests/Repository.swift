import Foundation
import Testing

/// The repository that these tests stand in, read from disk.
enum Repository {
  /// Its top folder; symbolic links are followed, so that the tests may be built from elsewhere.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// A file with its path from the top folder.
  struct File: CustomTestStringConvertible, Sendable {
    let path: String

    var testDescription: String { path }
    var url: URL { Repository.root.appendingPathComponent(path) }
    var name: String { url.lastPathComponent }
    /// The first folder below `Sources` or `Tests`: the target.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    func bytes() throws -> Data { try Data(contentsOf: url) }
    func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }
  }

  /// Whether the path, from the top folder, is there.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The text of a file by its path.
  static func text(_ path: String) throws -> String { try File(path: path).text() }

  /// The files below a folder, sorted, without what is hidden; with one of the endings where some are given.
  static func files(in folder: String, endings: Set<String> = []) -> [File] {
    let top = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(
      at: top, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    var files: [File] = []
    while let url = found?.nextObject() as? URL {
      let isFile = (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
      if isFile, endings.isEmpty || endings.contains(url.pathExtension) {
        files.append(File(path: folder + url.path.dropFirst(top.path.count)))
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// Every Swift file of the sources and of the tests, read and told apart once.
  static let swiftFiles: [(file: File, text: SwiftText)] =
    (files(in: "Sources", endings: ["swift"]) + files(in: "Tests", endings: ["swift"])).compactMap { file in
      (try? file.text()).map { (file, SwiftText($0)) }
    }

  /// The targets under `Sources`.
  static func rooms() throws -> [String] {
    let sources = root.appendingPathComponent("Sources")
    return try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { !$0.hasPrefix(".") }.sorted()
  }
}
