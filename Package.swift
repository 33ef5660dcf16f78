// swift-tools-version: 6.1
import PackageDescription

// Arrows go downwards only; docs/architecture.md draws the house and says why each room exists.
let package = Package(
  name: "drieluik",
  products: [.executable(name: "drieluik", targets: ["drieluik"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CEmbedded", exclude: ["README.md", "data", "plain"]),
    .target(name: "Canvas"),
    .target(name: "Widgets", dependencies: ["Canvas"]),
    .target(name: "WerkendLeren"),
    .target(name: "Language", dependencies: ["CEmbedded", "WerkendLeren"]),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses"]),
    .target(
      name: "StateStore",
      dependencies: ["WerkendLeren", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "Exchange",
      dependencies: ["CEmbedded", "Language", "WerkendLeren", .product(name: "Yams", package: "Yams")]),
    .target(name: "Dashboards", dependencies: ["Canvas", "Language", "WerkendLeren", "Widgets"]),
    .executableTarget(
      name: "drieluik",
      dependencies: [
        "Canvas", "Dashboards", "Exchange", "Language", "StateStore", "Terminal", "WerkendLeren", "Widgets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "CanvasTests", dependencies: ["Canvas"]),
    .testTarget(name: "WidgetsTests", dependencies: ["Canvas", "Widgets"]),
    .testTarget(name: "WerkendLerenTests", dependencies: ["WerkendLeren"]),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["CEmbedded", "Language", "WerkendLeren", .product(name: "Yams", package: "Yams")]),
    .testTarget(
      name: "ExchangeTests", dependencies: ["CEmbedded", "Exchange", "Language", "WerkendLeren"],
      exclude: ["Fixtures"]),
    .executableTarget(
      name: "StateStoreProbe", dependencies: ["StateStore", "WerkendLeren"], path: "Tests/StateStoreProbe"),
    .testTarget(
      name: "StateStoreTests",
      dependencies: [
        "Language", "StateStore", "StateStoreProbe", "WerkendLeren", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["version-1.sql"]),
    .target(name: "CTerminalTesting", path: "Tests/CTerminalTesting"),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .target(name: "TerminalTesting", dependencies: ["CTerminalTesting", "CVterm"], path: "Tests/TerminalTesting"),
    .executableTarget(name: "TerminalProbe", dependencies: ["Canvas", "Terminal"], path: "Tests/TerminalProbe"),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Canvas", "Language", "Terminal", "TerminalProbe", "TerminalTesting", "Widgets"]),
    .testTarget(
      name: "DashboardsTests", dependencies: ["Canvas", "Dashboards", "Language", "WerkendLeren", "Widgets"],
      exclude: ["Pictures"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["Language", "StateStore", "TerminalTesting", "WerkendLeren", "drieluik"]),
    .testTarget(name: "HouseTests"),
  ],
  swiftLanguageModes: [.v6]
)
