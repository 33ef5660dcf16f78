import Glibc
import Language
import StateStore

/// Who may read a file or change a folder, from what the system lists; nothing is opened.
struct DoctorRights {
  let words: Words

  /// The folder in which a path's last name stands.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether others than the owner may read a file. A folder above that they may not pass keeps them out.
  func file(_ file: StoreFile) -> DoctorFinding {
    let rights = Self.octal(file.rights)
    let command = "chmod 600 \(Self.shellWord(file.path))"
    let advice = words("doctor.advice.command", ["command": command])
    func finding(_ state: DoctorFinding.State, _ key: String, _ values: [String: String] = [:], _ advice: String? = nil)
      -> DoctorFinding
    {
      let value = words("doctor.value.rights.\(key)", values.merging(["rights": rights]) { $1 })
      return DoctorFinding(id: "rights.file", state: state, value: value, advice: advice)
    }
    if file.rights & 0o044 != 0 {
      let passes = Self.passing(file.path)
      if file.rights & 0o004 != 0, passes.others { return finding(.warning, "all", [:], advice) }
      if file.rights & 0o040 != 0, passes.group {
        return finding(.warning, "group", ["group": Self.groupName(file.path)], advice)
      }
    }
    if access(file.path, W_OK) != 0 { return finding(.warning, "readOnly", [:], words("doctor.advice.readOnly")) }
    if file.owner != getuid() { return finding(.ok, "owner", ["owner": Self.userName(file.owner)]) }
    return finding(.ok, file.rights & 0o044 != 0 ? "shut" : "own")
  }

  /// Whether others may change the settings. There is nothing secret in them, so that reading does no harm.
  func settings(_ file: StoreFile) -> DoctorFinding {
    let passes = Self.passing(file.path)
    let others = file.rights & 0o002 != 0 && passes.others || file.rights & 0o020 != 0 && passes.group
    let command = "chmod go-w \(Self.shellWord(file.path))"
    return DoctorFinding(
      id: "rights.settings", state: others ? .warning : .ok,
      value: words("doctor.value.settings.\(others ? "others" : "own")", ["rights": Self.octal(file.rights)]),
      advice: others ? words("doctor.advice.command", ["command": command]) : nil)
  }

  /// Whether others may put another file in the place of one.
  func folder(of path: String) -> DoctorFinding {
    let folder = Self.folder(path)
    var status = stat()
    let mode = stat(folder, &status) == 0 ? UInt32(status.st_mode & 0o7777) : 0
    let values = ["rights": Self.octal(mode)]
    func finding(_ state: DoctorFinding.State, _ key: String, _ advice: String? = nil) -> DoctorFinding {
      DoctorFinding(
        id: "rights.folder", state: state, value: words("doctor.value.folder.\(key)", values), advice: advice)
    }
    guard access(folder, W_OK) == 0 else { return finding(.warning, "readOnly", words("doctor.advice.readOnly")) }
    let passes = Self.passing(folder)
    // With the sticky bit everybody may take away only what is their own.
    let others = mode & 0o1000 == 0 && (mode & 0o002 != 0 && passes.others || mode & 0o020 != 0 && passes.group)
    guard others else { return finding(.ok, "own") }
    let command = "chmod go-w \(Self.shellWord(folder))"
    return finding(.warning, "others", words("doctor.advice.command", ["command": command]))
  }

  /// Whether the group, and everybody, may pass all folders above a path.
  private static func passing(_ path: String) -> (group: Bool, others: Bool) {
    var result = (group: true, others: true)
    var folder = Self.folder(path)
    while true {
      var status = stat()
      guard stat(folder, &status) == 0 else { return (false, false) }
      if status.st_mode & 0o011 == 0 { result.group = false }
      if status.st_mode & 0o001 == 0 { result.others = false }
      if folder == "/" { return result }
      if folder == "." {
        guard let here = getcwd(nil, 0) else { return (false, false) }
        defer { free(here) }
        folder = String(cString: here)
        if folder == "/" { return result }
      }
      folder = Self.folder(folder)
    }
  }

  private static func octal(_ rights: UInt32) -> String {
    let digits = String(rights, radix: 8)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  private static func userName(_ number: UInt32) -> String {
    getpwuid(number).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? String(number)
  }

  private static func groupName(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "?" }
    return getgrgid(status.st_gid).flatMap { $0.pointee.gr_name }.map { String(cString: $0) } ?? String(status.st_gid)
  }

  /// A path as the shell takes it for one word.
  private static func shellWord(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
        || "/._-+:@".utf8.contains(byte)
    }
    if isPlain, !path.hasPrefix("-") { return path }
    return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
