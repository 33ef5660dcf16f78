import ArgumentParser
import Exchange

/// How a paper is written.
enum PaperFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown, html, pdf
}

/// In which form a command gives a paper.
struct PaperOptions: ParsableArguments {
  @Option(help: help("help.paper.format", "markdown|html|pdf")) var format: PaperFormat?
  @Flag(help: help("help.paper.html")) var html = false

  /// The form that was asked for.
  func chosen() throws(Failure) -> PaperFormat {
    if html, let format, format != .html { throw Failure(64, programWords("usage.twoFormats")) }
    return format ?? (html ? .html : .markdown)
  }
}
