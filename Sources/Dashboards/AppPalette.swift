import Language
import WerkendLeren
import Widgets

extension App {
  /// An entry for a command that has no key: found by its text in both languages and by its id.
  /// - Parameters:
  ///   - id: What is run, and what may be typed for it.
  ///   - text: The key of its text.
  ///   - reason: Why it cannot be done now; nil when it can. It is shown grey, and choosing it tells the reason.
  func paletteEntry(_ id: String, text: String, reason: String? = nil) -> PaletteEntry {
    PaletteEntry(id: id, label: words[text], words: otherWords[text], reason: reason)
  }

  /// The texts in the language that is not shown.
  private var otherWords: Words { Words(words.language == .dutch ? .english : .dutch) }

  /// The commands of this screen's keys.
  var keyEntries: [PaletteEntry] {
    let screen = keyScreen
    let others = keyMap.table(screen, otherWords)
    return keyMap.table(screen, words).bindings.compactMap { binding in
      guard binding.isListed, !binding.command.hasPrefix("field."),
        !["move", "scroll", "palette", "party", "next", "previous", "toggle"].contains(binding.command)
      else { return nil }
      let other = others.binding(for: binding.command)
      return PaletteEntry(
        id: binding.command, label: binding.help.isEmpty ? binding.label : binding.help, keys: binding.keyName,
        words: [binding.label, other?.help, other?.label].compactMap { $0 }.joined(separator: " "),
        reason: reason(against: binding.command))
    }
  }

  /// Entries that hold every word of the query: those with that very id first, then those that begin with it.
  static func matching(_ entries: [PaletteEntry], _ query: String) -> [PaletteEntry] {
    let folded = TextDoor.folded(query)
    let wanted = folded.split(separator: " ")
    if wanted.isEmpty { return entries }
    let found = entries.filter { entry in
      let text = TextDoor.folded([entry.label, entry.words, entry.id].joined(separator: " "))
      return wanted.allSatisfy { text.contains($0) }
    }
    func rank(_ entry: PaletteEntry) -> Int {
      if TextDoor.folded(entry.id) == folded { return 0 }
      return TextDoor.folded(entry.label).hasPrefix(folded) ? 1 : 2
    }
    return found.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// Why a command of a key cannot be done on this screen now; nil when it can, or when doing it says more.
  private func reason(against command: String) -> String? {
    if viewer.party != .school, Keys.ofSchool.contains(command) {
      return RefusalWording(words: words, today: today).text(Refusal(.schoolOnly), model: nil)
    }
    guard let snapshot else { return nil }
    let refusal: Refusal?
    switch (command, currentItem) {
    case ("start", _):
      refusal = self.refusal(.start(day: today, withoutScanReason: "?"))
      // The list of what is missing says more.
      if refusal?.kind == .gatesFail { return nil }
    case ("due", let item?): refusal = self.refusal(.setDueDate(duty: item.duty.id, day: today.adding(days: 40_000)))
    case ("exclude", let item?) where item.exclusion == nil:
      refusal = self.refusal(.exclude(duty: item.duty.id, reason: "?"))
    case ("withdraw", let item?):
      return item.lastMark == nil ? words["notice.nothingToWithdraw"] : nil
    case ("melding", _), ("afhandelen", _), ("melding-wijzigen", _), ("melding-heropenen", _):
      refusal = entryRefusal(command)
    default: return nil
    }
    return refusal.map { RefusalWording(words: words, today: today).text($0, model: snapshot.model) }
  }
}
