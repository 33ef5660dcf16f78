import Canvas
import Testing

@testable import Terminal

private func decode(_ text: String) -> [Event] {
  var decoder = InputDecoder()
  return decoder.decode(Array(text.utf8))
}

private func keys(_ keys: Key...) -> [Event] { keys.map(Event.key) }

@Suite struct InputDecoderTests {
  @Test func typedTextComesAsCharacters() {
    #expect(decode("aé漢😀") == keys(.character("a"), .character("é"), .character("漢"), .character("😀")))
  }

  @Test func marksJoinTheLetterBeforeThem() {
    #expect(decode("e\u{301}x") == keys(.character("e\u{301}"), .character("x")))
    #expect(decode("👩‍🚀") == keys(.character("👩‍🚀")))
  }

  @Test func controlBytesAreKeys() {
    #expect(decode("\r\n\t\u{7F}\u{8}") == keys(.enter, .enter, .tab, .backspace, .backspace))
    #expect(decode("\u{1}\u{3}\u{1A}\u{13}\u{11}").count == 5)
    #expect(decode("\u{3}\u{1A}") == keys(.control("c"), .control("z")))
    #expect(decode("\0\u{1C}\u{1F}") == keys(.control("@"), .control("\\"), .control("_")))
  }

  @Test(arguments: [
    ("[A", Key.up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right), ("[D", .left),
    ("OD", .left), ("[1;2A", .up), ("[1;5A", .up), ("[1;5C", .wordRight), ("[1;5D", .wordLeft), ("[1;3C", .wordRight),
    ("[1;3D", .wordLeft), ("[1;2C", .right), ("O5C", .wordRight), ("O5D", .wordLeft), ("Oc", .wordRight),
    ("Od", .wordLeft), ("[c", .right), ("\u{1B}[C", .wordRight), ("\u{1B}OD", .wordLeft), ("[H", .home), ("[F", .end),
    ("OH", .home), ("OF", .end), ("[1~", .home), ("[4~", .end), ("[7~", .home), ("[8~", .end), ("[1;5H", .home),
    ("[2~", .insert), ("[3~", .delete), ("[3;5~", .delete), ("[3$", .delete), ("[3^", .delete), ("[5~", .pageUp),
    ("[6~", .pageDown), ("[5;2~", .pageUp), ("[Z", .backTab), ("[27;2;9~", .backTab), ("[9;2u", .backTab),
    ("OP", .function(1)), ("OQ", .function(2)), ("OR", .function(3)), ("OS", .function(4)), ("[11~", .function(1)),
    ("[14~", .function(4)), ("[15~", .function(5)), ("[17~", .function(6)), ("[18~", .function(7)),
    ("[19~", .function(8)), ("[20~", .function(9)), ("[21~", .function(10)), ("[23~", .function(11)),
    ("[24~", .function(12)), ("[1;2P", .function(13)), ("[15;2~", .function(17)), ("[25~", .function(13)),
    ("[[A", .function(1)), ("[[E", .function(5)), ("OM", .enter), ("Ok", .character("+")), ("Op", .character("0")),
    ("[97;5u", .control("a")), ("[13u", .enter), ("[27u", .escape), ("x", .alt("x")), ("é", .alt("é")),
    ("\u{7F}", .control("w")),
  ])
  func sequencesOfManyTerminalsAreKeys(bytes: String, key: Key) {
    var decoder = InputDecoder()
    var events = decoder.decode(Array(("\u{1B}" + bytes).utf8))
    events += decoder.finishWaiting()
    #expect(events == [.key(key)])
    // A key that follows at once is not harmed.
    var next = InputDecoder()
    #expect(next.decode(Array(("\u{1B}" + bytes + "z").utf8)) == [.key(key), .key(.character("z"))])
  }

  @Test func whatTheTerminalsDescriptionSaysComesFirst() {
    var decoder = InputDecoder(terminalKeys: [Array("\u{1B}Ot".utf8): .function(5)])
    #expect(decoder.decode(Array("\u{1B}Ot\u{1B}Ou".utf8)) == keys(.function(5), .character("5")))
  }

  @Test(arguments: [
    "[I", "[O", "[?1;2c", "[1;9Q", "[99~", "]11;rgb:ffff/ffff/ffff\u{7}", "]0;x\u{1B}\\", "P>|x(1)\u{1B}\\",
  ])
  func unknownSequencesAreDroppedWhole(bytes: String) {
    #expect(decode("\u{1B}" + bytes + "z") == keys(.character("z")))
  }

  @Test func escapeIsWaitedForAndThenStandsAlone() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.waiting == .escape)
    #expect(decoder.finishWaiting() == keys(.escape))
    #expect(decoder.waiting == .nothing)
    #expect(decoder.decode([0x1B, 0x1B]).isEmpty)
    #expect(decoder.finishWaiting() == keys(.escape, .escape))
    #expect(decode("\u{1B}\r") == keys(.escape, .enter))
  }

  @Test func aSequenceInPiecesIsWaitedForLonger() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[1;".utf8)).isEmpty)
    #expect(decoder.waiting == .sequence)
    #expect(decoder.decode(Array("5C".utf8)) == keys(.wordRight))
    #expect(decoder.decode(Array("\u{1B}[".utf8)).isEmpty)
    #expect(decoder.finishWaiting() == keys(.alt("[")))
    #expect(decoder.decode(Array("\u{1B}[12".utf8)).isEmpty)
    #expect(decoder.finishWaiting().isEmpty)
    #expect(decoder.decode([0x61]) == keys(.character("a")))
  }

  @Test func invalidBytesAreNothing() {
    var decoder = InputDecoder()
    let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0x62, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x63, 0xF5, 0x80, 0x80, 0x80, 0x64]
    #expect(decoder.decode(bytes) == keys(.character("a"), .character("b"), .character("c"), .character("d")))
    #expect(decode("\u{9B}A\u{85}") == keys(.character("A")))
  }

  @Test func theMouseIsReadInBothForms() {
    func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) -> [Event] {
      [.mouse(MouseEvent(action: action, place: Point(column: column, row: row)))]
    }
    #expect(decode("\u{1B}[<0;150;5M") == mouse(.press, 149, 4))
    #expect(decode("\u{1B}[<0;1;1m") == mouse(.release, 0, 0))
    #expect(decode("\u{1B}[<16;1;1M") == mouse(.press, 0, 0))
    #expect(decode("\u{1B}[<64;3;4M") == mouse(.wheelUp, 2, 3))
    #expect(decode("\u{1B}[<65;3;4M") == mouse(.wheelDown, 2, 3))
    #expect(decode("\u{1B}[<2;3;4M").isEmpty)
    #expect(decode("\u{1B}[<32;3;4M").isEmpty)
    #expect(decode("\u{1B}[<0;0;4M").isEmpty)
    #expect(decode("\u{1B}[M !!") == mouse(.press, 0, 0))
    #expect(decode("\u{1B}[M#\"#z").first == mouse(.release, 1, 2).first)
  }

  @Test func aPasteIsOneText() {
    #expect(
      decode("\u{1B}[200~a\rb\r\nc\td\u{3}é\u{1B}[31mz\u{1B}[201~q") == [
        .paste("a\nb\nc dé[31mz"), .key(.character("q")),
      ])
    #expect(decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
  }

  @Test func aPasteIsBoundedAndItsEndIsStillFound() {
    let text = String(repeating: "x", count: InputDecoder.pasteLimit + 5000)
    #expect(
      decode("\u{1B}[200~" + text + "\u{1B}[201~q") == [
        .paste(String(repeating: "x", count: InputDecoder.pasteLimit)), .key(.character("q")),
      ])
  }

  @Test func aPasteWithoutAnEndIsTakenWhenItsTimeIsOver() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~abc".utf8)).isEmpty)
    #expect(decoder.waiting == .paste)
    #expect(decoder.finishWaiting() == [.paste("abc")])
    #expect(decoder.decode([0x61]) == keys(.character("a")))
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func piecesGiveTheSameEventsAsTheWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "a", "é", "漢", "😀", "\u{1B}[A", "\u{1B}OB", "\u{1B}[1;5C", "\u{1B}[15~", "\u{1B}[<0;12;7M", "\r", "\t",
      "\u{1B}[200~x é\ry\u{1B}[201~", "\u{1B}x", "\u{1B}[Z", "\u{1B}[[B", "\u{1B}[I", "\u{3}",
    ]
    let text = (0..<20).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
    let bytes = Array(text.utf8)
    var decoder = InputDecoder()
    var events: [Event] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 1...4, using: &random))
      events += decoder.decode(bytes[start..<end])
      start = end
    }
    #expect(events == decode(text), "seed \(seed)")
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func anyBytesAreTakenAndNoControlCharacterComesThrough(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var decoder = InputDecoder()
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x30, 0x32, 0x3C, 0x4D, 0xC3, 0xE2, 0xF0, 0x80]
    var events: [Event] = []
    for _ in 0..<200 {
      let isLikely = Bool.random(using: &random)
      events += decoder.decode([
        isLikely ? likely[Int.random(in: 0..<likely.count, using: &random)] : UInt8.random(in: 0...255, using: &random)
      ])
      if Int.random(in: 0..<20, using: &random) == 0 { events += decoder.finishWaiting() }
    }
    events += decoder.finishWaiting()
    for case .key(.character(let character)) in events {
      #expect(
        character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }, "seed \(seed)")
    }
  }
}

/// Random numbers that come again with the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
