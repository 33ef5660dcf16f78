import Canvas
import Foundation
import Language
import Testing
import Widgets

@testable import Terminal

/// Every built-in theme can be read, after its colours were brought down to what terminals have (WCAG 2.2, 1.4.3 and 1.4.11).
///
/// Nobody asks the terminal for its background. So the standard theme is held to white and to black, one for dark backgrounds to black and
/// to its base00, one for light ones to white and to its base00.
@Suite struct ThemeContrastTests {
  private typealias Parts = (UInt8, UInt8, UInt8)

  static let schemes = ColorScheme.builtInNames.compactMap(ColorScheme.builtIn)

  /// What is needed: 3 : 1 for edges and bars, 4.5 : 1 for text, 7 : 1 for everything in the high-contrast ones.
  private func needed(_ scheme: ColorScheme, _ role: String) -> Double {
    if scheme.name.hasPrefix("high-contrast") { return 7 }
    return Theme.decoration.contains(role) ? 3 : 4.5
  }

  private func theme(_ scheme: ColorScheme, colors: Int) -> Theme {
    let count = min(colors, Int(scheme.depth.rawValue) ?? 0)
    return count < 8 ? .plain : Theme(base16: scheme.colors.map(\.parts)).reduced(toColors: count)
  }

  @Test(arguments: schemes)
  func everyRoleCanBeReadIn256Colours(scheme: ColorScheme) throws {
    for (name, style) in theme(scheme, colors: 256).roles {
      #expect(style.background == .standard, "\(name)")
      guard case .rgb(let red, let green, let blue) = style.foreground else { continue }
      let shown = try #require(TerminalColor.parts(of: style.foreground, among: 256))
      for ground in scheme.backgrounds {
        for color in [shown, (red, green, blue)] {
          let ratio = Theme.contrastRatio(color, ground.parts)
          #expect(ratio >= needed(scheme, name), "\(name) \(color) has \(ratio) on \(ground)")
        }
      }
    }
  }

  /// Text has the terminal's own two colours then, by whose contrast the user already reads; edges and bars are reckoned with the values of
  /// xterm and with those of the VGA.
  @Test(arguments: schemes, [16, 8])
  func everyRoleCanBeReadInFewColours(scheme: ColorScheme, count: Int) throws {
    let vga: [Int: Parts] = [12: (85, 85, 255), 5: (170, 0, 170)]
    for (name, style) in theme(scheme, colors: count).roles {
      guard case .palette(let number) = style.foreground else {
        #expect(style.foreground == .standard && style.background == .standard, "\(name)")
        continue
      }
      #expect(Theme.decoration.contains(name) && !scheme.name.hasPrefix("mono"), "\(name)")
      let shown = try #require(TerminalColor.parts(of: style.foreground, among: count))
      for color in [shown, try #require(vga[Int(number)])] {
        for ground: Parts in [(0, 0, 0), (255, 255, 255)] {
          #expect(Theme.contrastRatio(color, ground) >= 3, "\(name) \(color) on \(ground)")
        }
      }
    }
  }

  @Test func thereIsOneForEveryNeed() {
    let names = Set(Self.schemes.map(\.name))
    #expect(names.count == ColorScheme.builtInNames.count && names.count >= 8)
    for name in [
      "drieluik", "dark", "light", "high-contrast-dark", "high-contrast-light", "red-green-dark", "red-green-light",
      "blue-yellow-dark", "blue-yellow-light", "16-colours", "monochrome",
    ] { #expect(names.contains(name), "\(name)") }
  }

  // MARK: - Colour blindness

  /// How eyes without one kind of cone see, on linear red, green and blue: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
  /// Simulation of Color Vision Deficiency" (2009), severity 1.
  static let eyes: [String: [[Double]]] = [
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ],
  ]

  /// A colour as such eyes see it, in CIE L*a*b*.
  private func seen(_ color: Parts, _ eyes: [[Double]]) -> [Double] {
    let linear = [color.0, color.1, color.2].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
    let rgb = eyes.map { row in min(1, max(0, zip(row, linear).map(*).reduce(0, +))) }
    func curve(_ value: Double) -> Double { value > 0.008856 ? power(value, 1 / 3) : 7.787 * value + 16 / 116 }
    let x = curve((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047)
    let y = curve(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2])
    let z = curve((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  private func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// The least distance between two of the states, over the eyes named.
  private func apart(_ scheme: ColorScheme, _ kinds: [String]) throws -> (least: Double, pair: String) {
    let theme = theme(scheme, colors: 256)
    let states = [
      ("overdue", theme.warning), ("yours", theme.attention), ("done", theme.done), ("gate", theme.gate),
    ]
    var least = Double.infinity
    var pair = ""
    for (first, one) in states {
      for (second, other) in states where first < second {
        let colors = try [one, other].map { try #require(TerminalColor.parts(of: $0.foreground, among: 256)) }
        for kind in kinds {
          let eyes = try #require(Self.eyes[kind])
          let distance = zip(seen(colors[0], eyes), seen(colors[1], eyes)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
          if distance < least { (least, pair) = (distance, "\(first) and \(second), \(kind)") }
        }
      }
    }
    return (least.squareRoot(), pair)
  }

  @Test(arguments: schemes.filter { $0.depth == .full })
  func statesAreToldApart(scheme: ColorScheme) throws {
    let (least, pair) = try apart(scheme, ["all cones"])
    #expect(least >= 20, "\(scheme.name): \(pair) are \(least) apart")
  }

  /// Two colours of 2.3 apart can just be told from each other side by side; 30 cannot be mistaken.
  @Test(arguments: [
    ("red-green-dark", ["all cones", "protanopia", "deuteranopia"]),
    ("red-green-light", ["all cones", "protanopia", "deuteranopia"]),
    ("blue-yellow-dark", ["all cones", "tritanopia"]), ("blue-yellow-light", ["all cones", "tritanopia"]),
  ])
  func statesAreToldApartByColourBlindEyes(name: String, kinds: [String]) throws {
    let (least, pair) = try apart(try #require(ColorScheme.builtIn(name)), kinds)
    #expect(least >= 30, "\(name): \(pair) are \(least) apart")
  }
}
