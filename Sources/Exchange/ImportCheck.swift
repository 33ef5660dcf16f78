import WerkendLeren

/// Reads the cells of one line and gathers all that is wrong with it.
struct ImportCheck {
  /// The most characters (Unicode scalars) that a cell may hold.
  static let cellLimit = 200

  let record: CSVRecord
  let header: ImportHeader
  let today: Day
  let text: ImportText
  private(set) var problems: [ImportProblem] = []

  init(record: CSVRecord, header: ImportHeader, today: Day, text: ImportText) {
    self.record = record
    self.header = header
    self.today = today
    self.text = text
  }

  /// The row, where the line is good by itself; its problems stand in `problems`.
  mutating func row(keys: inout ImportKeys) -> ImportRow? {
    for problem in record.problems {
      let name = header.names.indices.contains(problem.cell - 1) ? header.names[problem.cell - 1] : ""
      add(.csv(problem.kind, line: problem.line), name: name.isEmpty ? nil : name)
    }
    if problems.isEmpty, record.cellCount != header.columns.count {
      add(.cellCount(found: record.cellCount, expected: header.columns.count), name: nil)
    }
    guard problems.isEmpty else {
      // The cells after the fault may stand in the wrong columns: only the key is looked at, where it stands before it.
      let sound = record.problems.map { $0.cell - 1 }.min() ?? record.cellCount
      if let number = place(.studentNumber), let programme = place(.programme), max(number, programme) < sound {
        noteKey(cleaned(number), cleaned(programme), keys: &keys)
      }
      return nil
    }
    let row = readRow()
    noteKey(row.studentNumber, row.programme, keys: &keys)
    return problems.isEmpty ? row : nil
  }

  private mutating func noteKey(_ studentNumber: String, _ programme: String, keys: inout ImportKeys) {
    guard !studentNumber.isEmpty, !programme.isEmpty else { return }
    if let earlier = keys.add(studentNumber: studentNumber, programme: programme, line: record.line) {
      add(.repeatedKey(firstLine: earlier), column: .studentNumber)
    }
  }

  private mutating func readRow() -> ImportRow {
    var row = ImportRow(
      line: record.line, studentNumber: required(.studentNumber), student: required(.student),
      programme: required(.programme))
    row.studentMail = mail(.studentMail)
    row.studentPhone = value(.studentPhone)
    row.employer = value(.employer)
    row.workplace = value(.workplace)
    row.workplaceAddress = value(.workplaceAddress)
    row.startDate = day(.startDate)
    row.endDate = day(.endDate)
    row.schoolContact = value(.schoolContact)
    row.schoolContactMail = mail(.schoolContactMail)
    row.employerContact = value(.employerContact)
    row.employerContactMail = mail(.employerContactMail)
    row.employerContactPhone = value(.employerContactPhone)
    row.workSupervisor = value(.workSupervisor)
    row.workSupervisorMail = mail(.workSupervisorMail)
    row.startedOn = pastDay(.startedOn)
    row.agreementSignedOn = pastDay(.agreementSignedOn)
    if row.workplace != nil { row.scan = scan() }
    if let end = row.endDate {
      // The later of the planned and the real start, where there is one.
      let start = max(row.startDate ?? end, row.startedOn ?? end)
      if end < start { add(.endBeforeStart(end: end.iso, start: start.iso), column: .endDate) }
    }
    return row
  }

  private mutating func scan() -> ImportRow.Scan? {
    guard let word = value(.scanDecision) else { return nil }
    let decision = Self.decision(of: word, text: text)
    if decision == nil { add(.unknownDecision(Self.cut(word)), column: .scanDecision) }
    guard let place = place(.scanOn), !cleaned(place).isEmpty else {
      add(.decisionWithoutDay, column: self.place(.scanOn) == nil ? .scanDecision : .scanOn)
      return nil
    }
    guard let day = pastDay(.scanOn), let decision else { return nil }
    return ImportRow.Scan(decision: decision, day: day)
  }

  /// A decision by its Dutch word, its English one or its id; case, accents and spaces make no difference.
  static func decision(of word: String, text: ImportText) -> ScanDecision? {
    let folded = word.utf8.allSatisfy { $0 < 0x80 } ? word.lowercased() : text.fold(word)
    switch String(folded.filter { !$0.isWhitespace && $0 != "_" }) {
    case "geschikt", "suitable": return .suitable
    case "geschiktondervoorwaarden", "suitablewithconditions": return .suitableWithConditions
    case "nognietgeschikt", "notyetsuitable": return .notYetSuitable
    default: return nil
    }
  }

  // MARK: Cells

  private mutating func required(_ column: ImportColumn) -> String {
    guard let value = value(column) else {
      // A text that was too long has had its problem already.
      if let place = place(column), cleaned(place).isEmpty { add(.empty, column: column) }
      return ""
    }
    return value
  }

  private mutating func value(_ column: ImportColumn) -> String? {
    guard let place = place(column) else { return nil }
    let value = cleaned(place)
    if value.isEmpty { return nil }
    if value.utf8.count > Self.cellLimit, value.unicodeScalars.count > Self.cellLimit {
      add(.tooLong(limit: Self.cellLimit), column: column)
      return nil
    }
    return value
  }

  private mutating func mail(_ column: ImportColumn) -> String? {
    guard let value = value(column) else { return nil }
    let bytes = value.utf8
    let isMail =
      bytes.contains(0x40) && bytes.first != 0x40 && bytes.last != 0x40 && !Self.hasWhitespace(value)
    if !isMail { add(.notMail(Self.cut(value)), column: column) }
    return isMail ? value : nil
  }

  private mutating func day(_ column: ImportColumn) -> Day? {
    guard let value = value(column) else { return nil }
    switch ImportDate.read(value) {
    case .day(let day): return day
    case .notADate: add(.notDate(Self.cut(value)), column: column)
    case .outOfRange:
      let years = ImportDate.years
      add(.dateOutOfRange(Self.cut(value), first: years.lowerBound, last: years.upperBound), column: column)
    }
    return nil
  }

  private mutating func pastDay(_ column: ImportColumn) -> Day? {
    guard let day = day(column) else { return nil }
    if day > today { add(.afterToday(day: day.iso, today: today.iso), column: column) }
    return day
  }

  private func place(_ column: ImportColumn) -> Int? { header.places[column.rawValue] }

  /// By bytes where they suffice: Unicode's properties cost a hundred times as much.
  static func hasWhitespace(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x20 || (0x09...0x0D).contains($0) }
      || (text.utf8.contains { $0 >= 0x80 } && text.unicodeScalars.contains { $0.properties.isWhitespace })
  }

  /// The cell as one line of clean text, without outer spaces and without the `'` that an export puts before formulas.
  private func cleaned(_ place: Int) -> String {
    if record.isPlainASCII(place) {
      var bytes = record.cellBytes(place)
      if bytes.first == 0x27 { return Self.trimmed(CSVCell.unguarded(String(decoding: bytes, as: UTF8.self))) }
      while bytes.first == 0x20 { bytes.removeFirst() }
      while bytes.last == 0x20 { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
    return Self.trimmed(text.clean(Self.oneLine(CSVCell.unguarded(record.text(at: place)))))
  }

  /// Each run of white space that holds a line break or a tab becomes one space.
  static func oneLine(_ text: String) -> String {
    // Every white space that breaks a line is below 0x20, or U+0085, U+2028, U+2029.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var result = String.UnicodeScalarView()
    var space = String.UnicodeScalarView()
    var isBreak = false
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
    for scalar in text.unicodeScalars {
      if scalar == " " || isControl(scalar) {
        space.append(scalar)
        isBreak = isBreak || isControl(scalar)
        continue
      }
      if isBreak { result.append(" ") } else { result.append(contentsOf: space) }
      space.removeAll()
      isBreak = false
      result.append(scalar)
    }
    return String(result)
  }

  private static func trimmed(_ text: String) -> String {
    guard hasWhitespace(text) else { return text }
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<end])
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
  }

  private mutating func add(_ kind: ImportProblem.Kind, column: ImportColumn) {
    add(kind, name: header.name(of: column))
  }

  private mutating func add(_ kind: ImportProblem.Kind, name: String?) {
    problems.append(ImportProblem(line: record.line, columnName: name, kind: kind))
  }
}
