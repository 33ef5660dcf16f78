import Exchange
import Glibc
import Language
import StateStore
import WerkendLeren

/// Who acts: by the options, else by what `:wie` remembered, else the owner of the store. Source: `rules.md`, "Who acts".
struct Identity: Equatable {
  /// The party; nil: none was named, which is the school.
  let role: Party?
  /// A mail address or a name; nil: none was named.
  let person: String?

  /// Puts options over settings. A remembered person belongs to the remembered role only.
  init(role: Party?, person: String?, settings: Settings) {
    let remembered = settings.role ?? .school
    self.role = role ?? settings.role
    if let person {
      self.person = TextDoor.clean(person, limit: 200)
    } else {
      self.person = role.map { $0 == remembered } ?? true ? settings.person : nil
    }
  }

  /// The party that acts.
  var party: Party { role ?? .school }

  /// The viewer in a store.
  func viewer(in store: Store) throws(Failure) -> Viewer {
    guard let person else {
      guard party == .school else {
        throw Failure(64, programWords("who.needsAs", ["role": party.rawValue]))
      }
      return .school(name: Identity.loginName())
    }
    guard !person.isEmpty else { throw Failure(64, programWords("who.emptyAs")) }
    switch try inWords({ () throws(StoreProblem) in try store.findPerson(person, party: party) }) {
    case .one(let viewer): return viewer
    case .none(let near): return try unknown(person, near: near)
    case .ambiguous(let names):
      throw Failure(65, [programWords("who.ambiguous", ["name": person])] + names.map { "  \($0)" })
    }
  }

  /// Somebody of the school need not be a contact person anywhere yet; others must be known.
  private func unknown(_ person: String, near: [String]) throws(Failure) -> Viewer {
    guard party != .school else { return Viewer(party: .school, name: person, scope: .all, persons: []) }
    let values = ["name": person, "party": programWords("party.\(party.rawValue).small")]
    guard !near.isEmpty else { throw Failure(65, programWords("who.unknown", values)) }
    throw Failure(65, [programWords("who.unknownNear", values)] + near.map { "  \($0)" })
  }

  /// The name of the account's owner, else the login name.
  static func loginName() -> String {
    guard let entry = getpwuid(getuid()) else { return "drieluik" }
    func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    // By custom the name stands before the first comma, and an ampersand in it is the login name.
    let full = text(entry.pointee.pw_gecos).split(separator: ",", omittingEmptySubsequences: false).first ?? ""
    let name = TextDoor.clean(String(full), limit: 100)
    if !name.isEmpty, !name.contains("&") { return name }
    let login = TextDoor.clean(text(entry.pointee.pw_name), limit: 100)
    return login.isEmpty ? "drieluik" : login
  }
}
