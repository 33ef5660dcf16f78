import Canvas

/// The keys of fields that are answered by choosing.
extension Form {
  /// A list of answers.
  mutating func handle(_ event: Event, choices: [FormField.Choice], id: String) -> Outcome {
    guard !choices.isEmpty else { return moveByArrow(event) }
    if let outcome = moveHighlight(event, among: choices.count) { return outcome }
    switch event {
    case .key(.left), .key(.right):
      // From no answer both keys take the one under the cursor.
      if picked[id] != "" {
        highlight = max(0, min(highlight + (event == .key(.left) ? -1 : 1), choices.count - 1))
      }
      return pick(choices[highlight].id, for: id)
    case .key(.character(" ")): return pick(choices[highlight].id, for: id)
    case .key(.character(let typed)):
      guard let number = choices.firstIndex(where: { $0.key == typed }) else { return .unchanged }
      highlight = number
      didMoveHighlight = true
      return pick(choices[number].id, for: id)
    default: return .unchanged
    }
  }

  /// A list of which several can be chosen: Space ticks, right ticks and left takes the tick away.
  mutating func handle(_ event: Event, several choices: [FormField.Choice], id: String) -> Outcome {
    guard !choices.isEmpty else { return moveByArrow(event) }
    if let outcome = moveHighlight(event, among: choices.count) { return outcome }
    switch event {
    case .key(.left): return tick(highlight, of: choices, id: id, on: false)
    case .key(.right): return tick(highlight, of: choices, id: id, on: true)
    case .key(.character(" ")): return tick(highlight, of: choices, id: id)
    default: return .unchanged
    }
  }

  /// Up and down go from answer to answer, and at the ends to the fields around; nil: it is another key.
  private mutating func moveHighlight(_ event: Event, among count: Int) -> Outcome? {
    switch event {
    case .key(.up) where highlight > 0: highlight -= 1
    case .key(.down) where highlight < count - 1: highlight += 1
    case .key(.up): return moveUp()
    case .key(.down): return move(1)
    default: return nil
    }
    didMoveHighlight = true
    return .unchanged
  }

  /// Ticks an answer or takes its tick away; nil: whichever it is not. One that excludes the others takes their ticks away,
  /// and theirs take away its.
  mutating func tick(_ number: Int, of choices: [FormField.Choice], id: String, on: Bool? = nil) -> Outcome {
    let choice = choices[number]
    var chosen = Set((picked[id] ?? "").split(separator: ",").map(String.init))
    let isChosen = chosen.contains(choice.id)
    guard isChosen != (on ?? !isChosen) else { return .unchanged }
    if isChosen {
      chosen.remove(choice.id)
    } else {
      let others = choices.filter { $0.excludesOthers || choice.excludesOthers }
      chosen.subtract(others.map(\.id))
      chosen.insert(choice.id)
    }
    picked[id] = choices.map(\.id).filter(chosen.contains).joined(separator: ",")
    return .changed
  }

  /// Yes or no: the arrows and Space choose, the first letters too, and Backspace takes the answer away.
  mutating func handleYesNo(_ event: Event, _ id: String, yes: String, no: String) -> Outcome {
    switch event {
    case .key(.left): return pick("true", for: id)
    case .key(.right): return pick(picked[id] == "" ? "true" : "false", for: id)
    case .key(.character(" ")): return pick(picked[id] == "true" ? "false" : "true", for: id)
    case .key(.backspace), .key(.delete): return pick("", for: id)
    case .key(.character(let letter)):
      let typed = letter.lowercased()
      if yes.first?.lowercased() == typed { return pick("true", for: id) }
      if no.first?.lowercased() == typed { return pick("false", for: id) }
      return .unchanged
    default: return moveByArrow(event)
    }
  }

  // MARK: - Searching

  /// Whether one of the choices is offered below the focused field.
  public var showsSuggestions: Bool { suggestions != nil }

  /// Opens the whole list below a field that searches.
  public mutating func showAllSuggestions() {
    guard let field = focusedField, case .search(let choices, let allowsOther) = field.kind, !choices.isEmpty else {
      return
    }
    suggestions = Suggestions(Array(choices.indices), takesFirst: !allowsOther)
    if let number = choices.firstIndex(where: { $0.id == picked[field.id] }) { suggestions?.select(number) }
  }

  /// What a key does in a field that searches; nil where it does what it does in every line.
  mutating func handleSearch(
    _ event: Event, _ field: FormField, _ choices: [FormField.Choice], allowsOther: Bool, fold: (String) -> String
  ) -> Outcome? {
    if var list = suggestions {
      let page = max(1, Suggestions.mostRows - 1)
      switch event {
      case .key(.down): _ = list.move(1)
      case .key(.pageDown): _ = list.move(page)
      case .key(.pageUp) where list.isInList: _ = list.move(-page)
      case .key(.up) where list.isInList:
        if list.selected == 0 { list.leaveList(takesFirst: !allowsOther) } else { _ = list.move(-1) }
      case .key(.escape):
        suggestions = nil
        return .unchanged
      case .key(.enter), .key(.tab):
        guard let place = list.selected else { return nil }
        let outcome = take(suggestion: place, of: field)
        if event == .key(.enter) {
          let entered = enter()
          return entered == .submitted ? .submitted : outcome
        }
        _ = move(1)
        return outcome
      default: return typeToSearch(event, field, choices, allowsOther: allowsOther, fold: fold)
      }
      suggestions = list
      return .unchanged
    }
    return typeToSearch(event, field, choices, allowsOther: allowsOther, fold: fold)
  }

  /// Typing takes the choice away and offers what fits.
  private mutating func typeToSearch(
    _ event: Event, _ field: FormField, _ choices: [FormField.Choice], allowsOther: Bool, fold: (String) -> String
  ) -> Outcome? {
    let before = value(of: field)
    switch lines[field.id]?.handle(event) ?? .unhandled {
    case .unhandled: return nil
    case .unchanged, .moved: return .unchanged
    case .changed: break
    }
    picked[field.id] = ""
    let text = fold(lines[field.id]?.text ?? "")
    let found = text.isEmpty ? [] : Suggestions.fitting(text, in: choices)
    suggestions = found.isEmpty ? nil : Suggestions(found, takesFirst: !allowsOther, rows: suggestions?.rows ?? 0)
    return before == value(of: field) ? .unchanged : .changed
  }

  /// Takes what was offered at a place of the list.
  mutating func take(suggestion place: Int, of field: FormField) -> Outcome {
    guard case .search(let choices, _) = field.kind, let list = suggestions, list.found.indices.contains(place) else {
      return .unchanged
    }
    let before = value(of: field)
    let choice = choices[list.found[place]]
    set(choice.id, for: field.id)
    return before == choice.id ? .unchanged : .changed
  }

  /// A field was left: a text that is the name of a choice but for case and accents counts as that choice.
  /// - Returns: Whether the value is another.
  mutating func settle(_ field: FormField, fold: (String) -> String) -> Bool {
    guard case .search(let choices, _) = field.kind, picked[field.id] == "", let text = lines[field.id]?.text else {
      return false
    }
    let folded = fold(text)
    guard !folded.isEmpty, let choice = choices.first(where: { $0.folded == folded }) else { return false }
    let before = value(of: field)
    set(choice.id, for: field.id)
    return before != choice.id
  }
}
