import Language

/// A workplace scan on paper: everything already in words, so that a form of writing only has to lay it out. Texts may hold anything.
public struct ScanPaper: Equatable, Sendable {
  typealias Fact = PlacementPaper.Fact

  /// What answers come to: those of the employer, or those with the school's own in their place.
  struct Outcome: Equatable, Sendable {
    /// Whose answers.
    var name: String
    /// The advice.
    var advice: String
    /// The rules that gave it, and the questions behind them.
    var reasons: [String]
  }

  /// The score of a section.
  struct Score: Equatable, Sendable {
    /// Its letter and title.
    var section: String
    /// The score that counts, 0 to 100; nil where no level counts.
    var value: Int?
    /// That of the employer's own answers, where it is another.
    var own: Int?
    /// What it comes to, in words.
    var standing: String
  }

  /// What is proposed to the employer for a weak point.
  struct Proposal: Equatable, Sendable {
    /// The question.
    var question: String
    /// The proposal.
    var text: String
    /// What the school did with it; empty before it decided.
    var outcome: String
  }

  /// A condition.
  struct Condition: Equatable, Sendable {
    /// Its number on this paper.
    var number: Int
    /// What has to be done.
    var text: String
    /// The question that it came from, and whether it has to be met before the start.
    var marks: [String]
    /// Who has to do it.
    var owner: String
    /// By when.
    var due: String
    /// How it stands.
    var state: String
    /// What was said when it was met.
    var note: String
  }

  /// A level from 1 to 4 as a picture of four signs and in words; other answers as their lines.
  struct Reply: Equatable, Sendable {
    /// The level, where it is one.
    var level: Int?
    /// The answer in words; empty where there is none.
    var lines: [String] = []
  }

  /// One question with all that was said about it.
  struct Item: Equatable, Sendable {
    /// Its id.
    var id: String
    /// The question.
    var question: String
    /// The employer's answer.
    var reply: Reply
    /// The school's own beside it.
    var own: Reply?
    /// Why, and who.
    var ownReason: String
    /// What it is by the rules: a knock-out, a weak point.
    var marks: [String]
    /// The school's comment, by its lines.
    var comment: [String]
  }

  /// A section of the questionnaire.
  struct Section: Equatable, Sendable {
    /// Its letter and title.
    var title: String
    /// Its score in words; empty where it has none.
    var score: String
    /// The questions that are shown.
    var items: [Item]
  }

  /// A line to sign, or who signed.
  struct Signature: Equatable, Sendable {
    /// For whom and for what.
    var role: String
    /// Who; empty where nobody did.
    var name: String
    /// When; empty where nobody did.
    var day: String

    /// Whether somebody signed.
    var isSigned: Bool { !name.isEmpty && !day.isEmpty }
  }

  /// The texts for headings and the like.
  var words: Words
  /// What it is, above the workplace.
  var document: String
  /// The workplace.
  var title: String
  /// Its employer.
  var subtitle: String
  /// State, days, version of the questionnaire.
  var facts: [Fact]
  /// What has to be seen first.
  var notices: [String]
  /// The decision in words; empty before it is there.
  var decision: String
  /// Who decided when, until when it is valid, and why.
  var decisionFacts: [Fact]
  /// The conditions.
  var conditions: [Condition]
  /// The outcomes: that of the employer's answers, and where the school has answers of its own that of those; none where the answers are not shown.
  var outcomes: [Outcome]
  /// The knock-outs that hold.
  var knockouts: [String]
  /// The scores that count.
  var scores: [Score]
  /// The scores at which what they come to changes, such as 33 and 60.
  var bounds: [Int]
  /// What is proposed for the weak points.
  var proposals: [Proposal]
  /// The visit.
  var judgement: [Fact]
  /// The school's comment on the whole, by its lines.
  var remarks: [String]
  /// The questions that are shown; none where the answers are not for this reader.
  var sections: [Section]
  /// What was left out.
  var leftOut: [String]
  /// Who signs.
  var signatures: [Signature]
  /// When and by what it was made.
  var footer: String
}
