import Language
import WerkendLeren

/// A change of some settings in the file's own text: other settings, comments and the order of lines stay as the user wrote them.
public struct SettingsEdit: Sendable {
  /// What becomes of a setting: its new value as it stands in the file, or nil to take it away.
  private var changes: [(field: String, value: String?)] = []

  /// Changes nothing yet.
  public init() {}

  /// Who looks.
  public mutating func set(role: Party, person: String?) {
    changes.append(("role", role.rawValue))
    changes.append(("as", person.map(Settings.quoted)))
  }

  /// The colour scheme.
  public mutating func set(theme: String) {
    let isPlain = theme.utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
    }
    let isWord = theme.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
    changes.append(("theme", isPlain && isWord && theme.count > 3 ? theme : Settings.quoted(theme)))
  }

  /// The file with the changes in it; problems where the file itself is faulty, then nothing is to be written.
  ///
  /// Should a file be written in so unusual a way that its text cannot be changed with certainty, such as all in one `{…}`, the
  /// settings are kept and its comments are not.
  public func apply(to bytes: [UInt8], file: String) -> Result<[UInt8], YAMLProblems> {
    var current = bytes
    for (field, value) in changes {
      let settings: Settings
      switch Settings.read(bytes: current, file: file) {
      case .success(let read): settings = read
      case .failure(let problems): return .failure(problems)
      }
      let wanted = SettingsEdit.changed(settings, field, value, file: file)
      let found = candidates(current, field, value, file: file).first { candidate in
        (try? Settings.read(bytes: candidate, file: file).get())?.text == wanted.text
      }
      current = found ?? Array(wanted.text.utf8)
    }
    return .success(current)
  }

  /// The settings as they are to be, by reading the value as the file would.
  private static func changed(_ settings: Settings, _ field: String, _ value: String?, file: String) -> Settings {
    var settings = settings
    let line = Array("\(field): \(value ?? "")\n".utf8)
    let alone = (try? Settings.read(bytes: line, file: file).get()) ?? Settings()
    switch field {
    case "role": settings.role = alone.role
    case "as": settings.person = alone.person
    default: settings.theme = alone.theme
    }
    return settings
  }

  /// Texts that may be the file with the change, the gentlest first. Each is tried by reading it.
  private func candidates(_ bytes: [UInt8], _ field: String, _ value: String?, file: String) -> [[UInt8]] {
    let newline: [UInt8] = bytes.firstRange(of: [0x0D, 0x0A]) == nil ? [0x0A] : [0x0D, 0x0A]
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var result: [[UInt8]] = []
    if let place = lines.firstIndex(where: { SettingsEdit.begins($0, field) }) {
      if let value {
        lines[place] = SettingsEdit.replaced(lines[place], field, value)
      } else {
        lines.remove(at: place)
      }
      result.append(Array(lines.joined(separator: [0x0A])))
      // A value that went on in the lines below it goes with them.
      var longer = lines
      let next = value == nil ? place : place + 1
      while next < longer.count, longer[next].first == 0x20 || longer[next].first == 0x09 { longer.remove(at: next) }
      result.append(Array(longer.joined(separator: [0x0A])))
    }
    guard let value else { return result + [bytes] }
    let gap = bytes.isEmpty || bytes.last == 0x0A ? [] : newline
    return result + [bytes + gap + Array("\(field): \(value)".utf8) + newline]
  }

  private static func begins(_ line: [UInt8], _ field: String) -> Bool {
    let rest = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line[3...] : line[...]
    guard rest.starts(with: field.utf8) else { return false }
    return rest.dropFirst(field.utf8.count).first { $0 != 0x20 } == UInt8(ascii: ":")
  }

  /// The line with another value; what stands behind the old one, such as a comment, stays.
  private static func replaced(_ line: [UInt8], _ field: String, _ value: String) -> [UInt8] {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return line }
    let rest = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    var end = rest.startIndex
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      end += 1
      let escape = quote == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : quote
      while end < rest.endIndex, rest[end] != quote || (quote == escape && rest[(end + 1)...].first == quote) {
        end += rest[end] == escape ? 2 : 1
      }
      end = min(end + 1, rest.endIndex)
    } else {
      while end < rest.endIndex, rest[end] != 0x0D, !(rest[end] == UInt8(ascii: "#") && isSpace(line, before: end)) {
        end += 1
      }
      while end > rest.startIndex, rest[end - 1] == 0x20 || rest[end - 1] == 0x09 { end -= 1 }
    }
    let gap: [UInt8] = end < line.endIndex && line[end] == UInt8(ascii: "#") ? [0x20] : []
    return line[...colon] + [0x20] + Array(value.utf8) + gap + line[end...]
  }

  private static func isSpace(_ line: [UInt8], before place: Int) -> Bool {
    place > 0 && (line[place - 1] == 0x20 || line[place - 1] == 0x09)
  }
}
