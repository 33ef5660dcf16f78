import WerkendLeren

/// The part of a summary that no index needs, as a short text: numbers with commas, one line for each of its lists.
enum SummaryText {
  /// Writes it.
  static func encode(_ summary: Summary) -> String {
    var lines = [String]()
    let urgencies =
      [summary.urgency, summary.urgencyOf.student, summary.urgencyOf.school, summary.urgencyOf.employer]
    lines.append(urgencies.map { $0.map(encode) ?? "" }.joined(separator: "|"))
    lines.append(summary.open.map(encode).joined(separator: " "))
    lines.append(Party.allCases.map { encode(summary.preparation[$0]) }.joined(separator: "|"))
    lines.append(Party.allCases.map { encode(summary.during[$0]) }.joined(separator: "|"))
    for gate in summary.failingGates {
      lines.append((gate.from.map { String($0.number) } ?? "") + " " + gate.duty.text)
    }
    return lines.joined(separator: "\n")
  }

  private static func encode(_ urgency: Urgency) -> String {
    "\(urgency.day.number),\(urgency.reason.rawValue)," + encode(urgency.item)
  }

  private static func encode(_ item: OpenItem) -> String {
    let flags = (item.gate ? 1 : 0) + (item.partial ? 2 : 0) + (item.actable ? 4 : 0) + (item.settled ? 8 : 0)
    let duty = item.duty.map(String.init) ?? ""
    let due = item.due.map { String($0.number) } ?? ""
    let entry = item.entry.map { ",\($0.id),\(EntryKind.allCases.firstIndex(of: $0.kind) ?? 0)" } ?? ""
    let condition = item.condition.map { ",\($0)" } ?? ""
    // Three more numbers, of which the first counts: what is due again before it lapses.
    let again = item.again.map { ",\($0.number),," } ?? ""
    return "\(duty),\(item.party.index),\(due),\(flags)\(entry)\(condition)\(again)"
  }

  private static func encode(_ progress: Progress) -> String {
    ([progress.done, progress.total] + progress.lapses.map(\.number)).map(String.init).joined(separator: ",")
  }

  /// What the text holds, put into a summary whose other parts stand in columns; nil where it does not fit.
  static func decode(
    _ text: String, stage: Stage, phase: Phase, start: Day?, startedOn: Day?, frozenOn: Day?, due: PerParty<Day?>
  ) -> Summary? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4 else { return nil }
    let urgencies = lines[0].split(separator: "|", omittingEmptySubsequences: false)
    let preparation = lines[2].split(separator: "|", omittingEmptySubsequences: false).compactMap(progress)
    let during = lines[3].split(separator: "|", omittingEmptySubsequences: false).compactMap(progress)
    guard urgencies.count == 4, preparation.count == 3, during.count == 3 else { return nil }
    var read: [Urgency?] = []
    for part in urgencies {
      if part.isEmpty {
        read.append(nil)
      } else {
        guard let urgency = urgency(part) else { return nil }
        read.append(urgency)
      }
    }
    var open: [OpenItem] = []
    for part in lines[1].split(separator: " ") {
      guard let item = item(numbers(part)[...]) else { return nil }
      open.append(item)
    }
    var gates: [FailingGate] = []
    for line in lines[4...] {
      guard let space = line.firstIndex(of: " ") else { return nil }
      gates.append(
        FailingGate(
          duty: DutyID(String(line[line.index(after: space)...])),
          from: Int(line[..<space]).map { Day(number: $0) }))
    }
    var summary = blank
    summary.stage = stage
    summary.phase = phase
    summary.start = start
    summary.startedOn = startedOn
    summary.frozenOn = frozenOn
    summary.urgency = read[0]
    summary.urgencyOf = PerParty(student: read[1], school: read[2], employer: read[3])
    summary.dueOf = due
    summary.open = open
    summary.preparation = PerParty(student: preparation[0], school: preparation[1], employer: preparation[2])
    summary.during = PerParty(student: during[0], school: during[1], employer: during[2])
    summary.failingGates = gates
    return summary
  }

  /// The whole numbers between commas; nil for an empty place.
  private static func numbers(_ text: Substring) -> [Int?] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
  }

  private static func urgency(_ text: Substring) -> Urgency? {
    let numbers = numbers(text)
    guard numbers.count >= 6, let day = numbers[0], let code = numbers[1],
      let reason = Urgency.Reason(rawValue: Int64(code)), let item = item(numbers[2...])
    else { return nil }
    return Urgency(day: Day(number: day), reason: reason, item: item)
  }

  private static func item(_ numbers: ArraySlice<Int?>) -> OpenItem? {
    let values = Array(numbers)
    guard (4...7).contains(values.count), let party = values[1], let flags = values[3],
      Party.allCases.indices.contains(party)
    else { return nil }
    var entry: OpenEntry?
    if values.count == 6 {
      guard let id = values[4], let kind = values[5], EntryKind.allCases.indices.contains(kind) else { return nil }
      entry = OpenEntry(id: Int64(id), kind: EntryKind.allCases[kind])
    }
    var condition: Int64?
    if values.count == 5 {
      guard let id = values[4] else { return nil }
      condition = Int64(id)
    }
    var again: Day?
    if values.count == 7 {
      guard let number = values[4] else { return nil }
      again = Day(number: number)
    }
    return OpenItem(
      duty: values[0], party: Party.allCases[party], due: values[2].map { Day(number: $0) }, gate: flags & 1 != 0,
      partial: flags & 2 != 0, actable: flags & 4 != 0, settled: flags & 8 != 0, again: again,
      entry: entry, condition: condition)
  }

  private static func progress(_ text: Substring) -> Progress? {
    let numbers = numbers(text).compactMap { $0 }
    guard numbers.count >= 2 else { return nil }
    return Progress(done: numbers[0], total: numbers[1], lapses: numbers.dropFirst(2).map { Day(number: $0) })
  }

  /// The summary of a placement without duties, to fill in.
  private static let blank = Summary(
    PlacementRecords(placement: Placement(id: 0, student: 0, model: 0), student: Student(id: 0)),
    model: DutyModel(name: "", duties: []))
}
