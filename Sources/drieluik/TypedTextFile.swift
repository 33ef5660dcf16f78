import Dashboards
import Exchange
import Glibc
import Language
import WerkendLeren

/// Keeps what was typed in a form that the store could not save: in a file of this user alone, beside their other data, else beside their
/// settings, else in the current folder.
enum TypedTextFile {
  /// Writes the text into the first folder that takes it, under a name that no file has.
  static func keep(_ text: String, on day: Day, words: Words) -> Message {
    var failure: SafeFileFailure?
    for folder in folders(programEnvironment) {
      UserFolders.make(folder)
      switch write(text, into: folder, name: "\(words["form.failed.name"])-\(day.iso)") {
      case .success(let path): return .typedKept(path, problem: "")
      case .failure(let problem): failure = failure ?? problem
      }
    }
    return .typedKept(nil, problem: failure.map { words($0.key, $0.parameters) } ?? "")
  }

  /// The store's usual folder comes first; a full or missing disk there need not be one for the others.
  static func folders(_ environment: [String: String]) -> [String] {
    let here = currentFolder()
    return [UserFolders.data(environment) + "/drieluik", UserFolders.configuration(environment) + "/drieluik"]
      + (here.map { [$0] } ?? [])
  }

  private static func currentFolder() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func write(_ text: String, into folder: String, name: String) -> Result<String, SafeFileFailure> {
    for number in 1...99 {
      let path = "\(folder)/\(name)\(number == 1 ? "" : "-\(number)").txt"
      do throws(SafeFileFailure) {
        try SafeFile.write(text.utf8, to: path, replacing: false)
        return .success(path)
      } catch {
        guard case .exists = error else { return .failure(error) }
      }
    }
    return .failure(.exists(path: "\(folder)/\(name).txt"))
  }
}
