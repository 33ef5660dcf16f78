import Glibc
import Language
import WerkendLeren

/// The question at which each person was last in a workplace scan: a small file of this user's own, so that opening the scan again goes on there,
/// also after the program was killed. It is no part of the store: nothing is lost with it but the place.
struct ScanPlaces {
  /// So many places are remembered, the newest last.
  private static let most = 100
  private static let name = "/scan-places"

  /// Nil where nothing is remembered, as in the demonstration.
  private let folder: String?
  private let store: String

  /// Of a store's scans. With an empty environment nothing is remembered.
  init(environment: [String: String], store: String) {
    folder = environment.isEmpty ? nil : UserFolders.data(environment) + "/drieluik"
    self.store = store
  }

  private func key(_ scan: Int64, _ viewer: Viewer) -> String {
    "\(scan)\t\(viewer.party.rawValue)\t\(TextDoor.clean(viewer.name))\t\(TextDoor.clean(store))"
  }

  private var lines: [Substring] {
    guard let folder, let bytes = try? SmallFile.readIfThere(folder + Self.name) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// Where a person was; nil where that is not known.
  func place(in scan: Int64, of viewer: Viewer) -> QuestionID? {
    let beginning = key(scan, viewer) + "\t"
    return lines.last { $0.hasPrefix(beginning) }.map { QuestionID(String($0.dropFirst(beginning.count))) }
  }

  /// Remembers where a person is. Where the file cannot be written, the place is not remembered.
  func keep(_ question: QuestionID, in scan: Int64, of viewer: Viewer) {
    guard let folder else { return }
    let beginning = key(scan, viewer) + "\t"
    let others = lines.filter { !$0.hasPrefix(beginning) }.suffix(Self.most - 1)
    let text = (others.map(String.init) + [beginning + question.text]).joined(separator: "\n") + "\n"
    UserFolders.make(folder)
    write(text, to: folder + Self.name)
  }

  /// Puts a file in the place of the other in one step, so that it is whole also after the program was killed. It is not forced to the disk:
  /// that would cost more than the place is worth at each question.
  private func write(_ text: String, to path: String) {
    let temporary = path + ".\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWhole = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    guard close(descriptor) == 0, isWhole, rename(temporary, path) == 0 else {
      unlink(temporary)
      return
    }
  }
}
