import Language
import WerkendLeren

/// Saving in the talk about a scan: persons, two people at once, a store that cannot write, and handing in.
extension ScanTalk {
  /// What became of an answer.
  enum Saved {
    /// It is on disk.
    case saved
    /// It is not; the question is to be asked again.
    case again
    /// The talk goes on elsewhere.
    case turn(Turn)
  }

  /// Saves an answer, or takes it away, and says so.
  mutating func save(_ answer: Answer?, at question: Question) throws(Door.Trouble) -> Saved {
    while true {
      switch door.perform(.answer([question.id: answer]), seen: scan.seen) {
      case .saved(let moment):
        scan = try door.load()
        try door.say([saved(answer, at: question, moment: moment)])
        return .saved
      case .refused(let refusal) where refusal.kind == .nothingChanges:
        try door.say([words["talk.kept"]])
        return .saved
      case .refused(let refusal):
        try door.say([RefusalWording(words: words, today: today).text(refusal, model: model), words["talk.notSaved"]])
        if let answer, case .text(let text) = answer { try door.say([door.keep(text)]) }
        return refusal.kind == .scanState ? .turn(.end(.closed)) : .again
      case .conflict(let other):
        scan = try door.load()
        if scan.records.sheet[question.id] == answer {
          try door.say([words["talk.kept"]])
          return .saved
        }
        let theirs = scan.records.sheet[question.id].map { words.spoken($0, to: question) } ?? words["talk.nothing"]
        let yours = answer.map { words.spoken($0, to: question) } ?? words["talk.nothing"]
        try door.say([
          words("talk.conflict", ["by": other]), words("talk.conflict.theirs", ["answer": theirs]),
          words("talk.conflict.yours", ["answer": yours]),
        ])
        guard let choice = try door.read(words["talk.conflict.prompt"]) else { return .turn(.end(.left)) }
        if choice.filter({ !$0.isWhitespace }) != "1" {
          try door.say([words["talk.kept"]])
          return .turn(next(after: question.id))
        }
      case .failed(let reason):
        try door.say([reason, words["talk.failed"]])
        let line = try door.read(words["talk.failed.prompt"])
        switch line.flatMap({ TalkOrder($0, at: nil) }) {
        case .stop?:
          if let answer { try door.say([door.keep(words.spoken(answer, to: question))]) }
          return .turn(.end(.left))
        default:
          guard line != nil else {
            if let answer { try door.say([door.keep(words.spoken(answer, to: question))]) }
            return .turn(.end(.left))
          }
        }
      }
    }
  }

  private func saved(_ answer: Answer?, at question: Question, moment: String) -> String {
    let clock = moment.dropFirst(11).prefix(5).split(separator: ":").map(String.init)
    var values = ["hour": clock.first ?? "", "minute": clock.last ?? ""]
    guard let answer else { return words("talk.cleared", values) }
    switch answer {
    case .text: return words("talk.saved", values)
    default:
      values["answer"] = words.spoken(answer, to: question)
      return words("talk.saved.answer", values)
    }
  }

  // MARK: - Persons

  /// The parts of a person, in the order in which they are asked.
  private static var parts: [(name: String, path: WritableKeyPath<PersonAnswer, String>)] {
    [("name", \.name), ("function", \.function), ("mail", \.mail), ("phone", \.phone)]
  }

  /// Asks for a person part by part, each of which is saved.
  mutating func askPerson(_ question: Question) throws(Door.Trouble) -> Turn {
    var place = 0
    while place < Self.parts.count {
      let (name, path) = Self.parts[place]
      var person = PersonAnswer(name: "")
      if case .person(let known)? = scan.records.sheet[question.id] { person = known }
      let now = person[keyPath: path]
      let label = words("talk.person.\(name)")
      try door.say([
        now.isEmpty ? words("talk.part.none", ["part": label]) : words("talk.part.now", ["part": label, "answer": now])
      ])
      guard let line = try door.read(words("talk.part.prompt", ["part": label])) else { return .end(.left) }
      switch TalkOrder(line, at: question) {
      case .back? where place > 0:
        place -= 1
        continue
      case .clear? where place > 0:
        person[keyPath: path] = ""
      case .clear?:
        if case .turn(let turn) = try save(nil, at: question) { return turn }
        return next(after: question.id)
      case let order?:
        if let turn = try follow(order, at: question) { return turn }
        continue
      case nil:
        if line.allSatisfy(\.isWhitespace) {
          try door.say([words[now.isEmpty ? "talk.skipped" : "talk.kept"]])
          // Without a name there is nobody to tell more about.
          if place == 0, now.isEmpty { return next(after: question.id) }
          place += 1
          continue
        }
        person[keyPath: path] = AnswerText.clean(line, for: .text)
      }
      if let problem = question.problem(with: .person(person)) {
        try door.say([words.problem(problem, at: question), words["talk.notSaved"]])
        continue
      }
      switch try save(.person(person), at: question) {
      case .saved: place += 1
      case .again: continue
      case .turn(let turn): return turn
      }
    }
    return next(after: question.id)
  }

  // MARK: - Handing in

  /// The list of what stands in the way, or the question whether to hand in.
  mutating func finish() throws(Door.Trouble) -> Turn {
    scan = try door.load()
    let problems = reading.problems
    guard problems.isEmpty else { return try list(problems) }
    try door.say(
      ["", words["talk.complete"]] + door.outcome(scan.records, scan.questionnaire) + [words["talk.submit"]])
    while true {
      guard let line = try door.read(words["talk.submit.prompt"]) else { return .end(.left) }
      if let order = TalkOrder(line, at: nil) {
        if let turn = try wander(order) { return turn }
        continue
      }
      switch AnswerText.yesNo(line) {
      case true?: return try submit()
      case false?:
        try door.say([words["talk.notSubmitted"]])
        return .end(.left)
      case nil: try door.say([words["talk.yesOrNo"]])
      }
    }
  }

  private mutating func list(_ problems: [QuestionProblem]) throws(Door.Trouble) -> Turn {
    let lines = problems.enumerated().map { number, problem in
      let question = scan.questionnaire[problem.question]
      return words(
        problem.problem.kind == .missing ? "talk.problem.missing" : "talk.problem",
        [
          "number": String(number + 1), "question": problem.question.text,
          "text": question?.text.text(words.language) ?? "",
          "problem": question.map { words.problem(problem.problem, at: $0) } ?? "",
        ])
    }
    try door.say(["", words("talk.problems", ["count": String(problems.count)])] + lines)
    while true {
      guard let line = try door.read(words["talk.problems.prompt"]) else { return .end(.left) }
      if let order = TalkOrder(line, at: nil) {
        if let turn = try wander(order) { return turn }
        continue
      }
      let text = line.filter { !$0.isWhitespace }
      if text.isEmpty { return .to(problems[0].question) }
      if let number = Int(text), problems.indices.contains(number - 1) { return .to(problems[number - 1].question) }
      if let problem = problems.first(where: { TextDoor.folded($0.question.text) == TextDoor.folded(text) }) {
        return .to(problem.question)
      }
      try door.say([words("talk.problems.noNumber", ["count": String(problems.count)])])
    }
  }

  /// Words that do something where no question is asked: back is to the last question.
  private mutating func wander(_ order: TalkOrder) throws(Door.Trouble) -> Turn? {
    guard let last = reading.shown.last else { return .end(.left) }
    switch order {
    case .back: return .to(last.id)
    case .submit: return .finish
    case .help, .show, .clear, .more:
      try door.say(["back", "next", "list", "go", "outcome", "stop"].map { words("talk.help.\($0)") })
      return nil
    default: return try follow(order, at: last)
    }
  }

  private mutating func submit() throws(Door.Trouble) -> Turn {
    switch door.perform(.submit, seen: scan.seen) {
    case .saved:
      try door.say([words["talk.submitted"]])
      return .end(.submitted)
    case .refused(let refusal):
      try door.say([RefusalWording(words: words, today: today).text(refusal, model: model)])
      return refusal.kind == .scanState ? .end(.closed) : .finish
    case .conflict(let other):
      try door.say([words("talk.conflict", ["by": other])])
      return .finish
    case .failed(let reason):
      try door.say([reason])
      return .finish
    }
  }
}
