import Exchange
import Glibc
import Language
import WerkendLeren

/// The settings of this user, `$XDG_CONFIG_HOME/drieluik/config.yaml`. They are read only where the file is there, because reading YAML
/// takes longer than a first screen may.
struct SettingsFile {
  /// Where it lies.
  let path: String

  /// The place by the environment.
  init(environment: [String: String]) {
    path = UserFolders.configuration(environment) + "/drieluik/config.yaml"
  }

  private enum Found {
    case nothing
    case settings(Settings)
    case faulty(YAMLProblems)
  }

  /// What the file said when the program started, read once. Without words: the language may stand in it.
  private static let atStart: Found = {
    let path = SettingsFile(environment: programEnvironment).path
    guard let bytes = bytesQuietly(path) else { return .nothing }
    switch Settings.read(bytes: bytes, file: path) {
    case .success(let settings): return .settings(settings)
    case .failure(let problems): return .faulty(problems)
    }
  }()

  /// The language that the settings name, if they can be read.
  static func languageAtStart(_ environment: [String: String]) -> Language? {
    guard case .settings(let settings) = atStart else { return nil }
    return settings.language
  }

  /// The settings; empty ones where there is no file.
  static func read() throws(Failure) -> Settings {
    switch atStart {
    case .nothing: return Settings()
    case .settings(let settings): return settings
    case .faulty(let problems): throw Failure(problems)
    }
  }

  /// Keeps a role and a person; all else in the file stays as it was written.
  func remember(role: Party, person: String?) throws(Failure) {
    var edit = SettingsEdit()
    edit.set(role: role, person: person)
    try keep(edit)
  }

  /// Keeps a change.
  func keep(_ edit: SettingsEdit) throws(Failure) {
    let bytes = try SmallFile.readIfThere(path) ?? []
    let changed: [UInt8]
    switch edit.apply(to: bytes, file: path) {
    case .success(let text): changed = text
    case .failure(let problems): throw Failure(problems)
    }
    UserFolders.make(SafeFile.split(path).folder)
    do throws(SafeFileFailure) {
      try SafeFile.write(changed, to: path, replacing: true)
    } catch {
      throw Failure(error)
    }
  }

  /// The file's bytes; nil where there is none or it cannot be read: then nothing was set.
  private static func bytesQuietly(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: (1 << 20) + 1)
    let got = Glibc.read(descriptor, &bytes, bytes.count)
    return got > 0 ? Array(bytes[0..<got]) : nil
  }
}

/// The folders in which a user's own files lie, as the XDG base directories say.
enum UserFolders {
  /// For settings.
  static func configuration(_ environment: [String: String]) -> String {
    absolute(environment["XDG_CONFIG_HOME"]) ?? home(environment) + "/.config"
  }

  /// For data.
  static func data(_ environment: [String: String]) -> String {
    absolute(environment["XDG_DATA_HOME"]) ?? home(environment) + "/.local/share"
  }

  /// Makes a folder and those above it, for the owner alone; whoever writes into it finds out if that failed.
  static func make(_ folder: String) {
    guard !folder.isEmpty, folder != "/" else { return }
    if mkdir(folder, 0o700) != 0, errno == ENOENT {
      make(SafeFile.split(folder).folder)
      mkdir(folder, 0o700)
    }
  }

  private static func home(_ environment: [String: String]) -> String {
    if let home = absolute(environment["HOME"]) { return home }
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return "/" }
    return String(cString: home)
  }

  /// The specification lets relative paths count as not set.
  private static func absolute(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/") else { return nil }
    return path
  }
}
