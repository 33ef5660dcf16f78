import Canvas

/// Brings colours down to what a terminal can show. Pure.
enum Palette: Equatable {
  /// No colours; attributes stay.
  case none
  /// The eight colours of the oldest colour terminals.
  case eight
  /// The sixteen colours of the user's palette.
  case sixteen
  /// Those sixteen, a cube of 6 × 6 × 6 and 24 greys.
  case full

  /// The terminal's own colour, in ncurses's counting.
  static let standard: Int32 = -1

  /// Chooses by what the terminal has and what is wanted.
  ///
  /// - Parameters:
  ///   - colors: how many colours terminfo says the terminal has; 0 or less for none.
  ///   - noColor: the variable `NO_COLOR`; counts when it is set and not empty.
  static func choose(mode: ColorMode, colors: Int, noColor: String?) -> Palette {
    var limit = colors
    switch mode {
    case .never: return .none
    case .automatic: if let noColor, !noColor.isEmpty { return .none }
    case .always: break
    case .limited(let most): limit = min(limit, most)
    }
    switch limit {
    case 256...: return .full
    case 16...: return .sixteen
    case 8...: return .eight
    default: return .none
    }
  }

  /// How many colours there are, as the callers count them.
  var count: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .full: 256
    }
  }

  /// The number that ncurses knows a colour by; -1 for the terminal's own.
  func number(of color: Color) -> Int32 {
    switch (self, color) {
    case (.none, _), (_, .standard):
      return Self.standard
    case (.eight, .palette(let number)):
      // Bright black would become black, which nobody sees on black: rather the terminal's own.
      return number == 8 ? Self.standard : Int32(number % 8)
    case (_, .palette(let number)):
      return Int32(number % 16)
    case (.eight, .rgb(let red, let green, let blue)):
      return Self.nearest(to: (Int(red), Int(green), Int(blue)), in: Self.sixteenColors.prefix(8))
    case (.sixteen, .rgb(let red, let green, let blue)):
      return Self.nearest(to: (Int(red), Int(green), Int(blue)), in: Self.sixteenColors[...])
    case (.full, .rgb(let red, let green, let blue)):
      return Self.nearestOfFull(Int(red), Int(green), Int(blue))
    }
  }

  private typealias Parts = (red: Int, green: Int, blue: Int)

  /// xterm's own sixteen; the user's may differ.
  private static let sixteenColors: [Parts] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  /// Red, green and blue of a number among 256, as xterm has them; the first sixteen are the user's to change.
  static func parts(of number: Int) -> (red: Int, green: Int, blue: Int) {
    switch number {
    case ..<16: return sixteenColors[max(0, number)]
    case 232...:
      let grey = 8 + 10 * (min(number, 255) - 232)
      return (grey, grey, grey)
    default:
      let place = number - 16
      return (cubeSteps[place / 36], cubeSteps[place / 6 % 6], cubeSteps[place % 6])
    }
  }

  private static let cubeSteps = [0, 95, 135, 175, 215, 255]

  private static func nearest(to color: Parts, in candidates: ArraySlice<Parts>) -> Int32 {
    var best = 0
    var shortest = Int.max
    for (index, candidate) in candidates.enumerated() {
      let length = distance(color, candidate)
      if length < shortest { (best, shortest) = (index, length) }
    }
    return Int32(best)
  }

  /// The nearest of the cube and the greys; the sixteen below are left out, because the user may have changed them.
  private static func nearestOfFull(_ red: Int, _ green: Int, _ blue: Int) -> Int32 {
    let steps = cubeSteps
    func step(_ part: Int) -> Int {
      steps.indices.min { abs(steps[$0] - part) < abs(steps[$1] - part) } ?? 0
    }
    let (redStep, greenStep, blueStep) = (step(red), step(green), step(blue))
    let cube: Parts = (steps[redStep], steps[greenStep], steps[blueStep])
    let greyStep = min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
    let greyValue = 8 + 10 * greyStep
    let grey: Parts = (greyValue, greyValue, greyValue)
    let color: Parts = (red, green, blue)
    return distance(color, grey) < distance(color, cube)
      ? Int32(232 + greyStep) : Int32(16 + 36 * redStep + 6 * greenStep + blueStep)
  }

  /// A distance that weighs the colours about as the eye does.
  private static func distance(_ one: Parts, _ other: Parts) -> Int {
    let (red, green, blue) = (one.red - other.red, one.green - other.green, one.blue - other.blue)
    return 3 * red * red + 6 * green * green + blue * blue
  }
}
