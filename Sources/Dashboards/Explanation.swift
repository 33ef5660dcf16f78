import Canvas
import Language
import WerkendLeren

/// What the school hands out: the source's introduction, each party's duties per phase in the source's words, and its closing paragraph.
public struct Explanation: Equatable, Sendable {
  /// A piece of it.
  public enum Block: Equatable, Sendable {
    /// What it is called.
    case title(String)
    /// A part, such as a party.
    case heading(String)
    /// A part of a part, such as a phase.
    case subheading(String)
    /// A text.
    case paragraph(String)
    /// One of a list.
    case item(String)
  }

  /// Everything, in its order.
  public let blocks: [Block]

  /// Puts it together from a version of the duties; for one party only what belongs to it, and what it does together with others.
  public init(words: Words, model: DutyModel, party: Party? = nil) {
    var blocks: [Block] = [.title(words["source.title"]), .heading(words["source.introduction"])]
    blocks += (1...3).map { .paragraph(words("source.introduction.\($0)")) }
    blocks.append(.paragraph(words["source.roles"]))
    for owner in Party.allCases where party == nil || owner == party {
      blocks.append(.heading(owner.name(words)))
      for phase in Phase.allCases {
        let duties = model.duties.filter { $0.party == owner && $0.phase == phase }
        guard !duties.isEmpty else { continue }
        blocks.append(.subheading(words("phase.\(phase.rawValue).long")))
        blocks += duties.map { .item($0.full(words)) }
      }
    }
    if let party { blocks += Self.shared(with: party, model, words) }
    blocks.append(.paragraph(BuiltInModel.closing(words.language)))
    self.blocks = blocks
  }

  /// The duties of others in which a party has a part; one that mirrors another stands there once, and not where the party has the mirror.
  private static func shared(with party: Party, _ model: DutyModel, _ words: Words) -> [Block] {
    let duties = model.duties.filter { duty in
      guard duty.party != party, duty.isShared, duty.parties.contains(party), duty.mirrors == nil else { return false }
      return !model.mirrors(of: duty.id).contains { $0.party == party }
    }
    guard !duties.isEmpty else { return [] }
    return [.heading(words["explain.together"])]
      + duties.map { .item(words("explain.shared", ["text": $0.full(words), "party": $0.party.inSentence(words)])) }
  }

  /// As lines of at most so many columns, those of a list set in.
  public func lines(columns: Int) -> [String] {
    var lines: [String] = []
    for (place, block) in blocks.enumerated() {
      let isListed = if case .item = block { true } else { false }
      let afterHeading = place > 0 && blocks[place - 1].isHeading
      if place > 0, !(isListed && afterHeading), !afterHeading { lines.append("") }
      switch block {
      case .title(let text), .paragraph(let text), .subheading(let text):
        lines += TextWidth.wrapped(text, to: columns)
      case .heading(let text): lines += TextWidth.wrapped(text.uppercased(), to: columns)
      case .item(let text):
        let wrapped = TextWidth.wrapped(text, to: max(10, columns - 2))
        lines += wrapped.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
      }
    }
    return lines
  }
}

extension Explanation.Block {
  fileprivate var isHeading: Bool {
    switch self {
    case .heading, .subheading: true
    case .title, .paragraph, .item: false
    }
  }
}
