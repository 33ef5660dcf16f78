import ArgumentParser
import Exchange
import Glibc
import Language
import StateStore
import WerkendLeren

extension ScanCommand {
  /// `drieluik scan report NUMBER`: a workplace scan on paper.
  struct Report: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "report", abstract: helpText("help.scan.report"), discussion: helpText("help.scan.report.more"))
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var paper: PaperOptions
    @Argument(help: help("help.scan.number", "NUMBER")) var scan: Int64

    func run() throws {
      let format = try paper.chosen()
      let call = try Call(common)
      defer { call.leave() }
      let maker = format == .pdf ? try maker(call) : nil
      let store = try call.storeOrPassing().store
      let viewer = try call.identity.viewer(in: store)
      let view = try inWords { () throws(StoreProblem) in try store.scan(scan, as: viewer) }
      let report = ScanPaper(
        view.records, of: view.questionnaire, employer: view.employer, viewer: viewer, words: call.words,
        today: call.clock.now().today)
      let sink = try OutputSink(output, call: call)
      switch format {
      case .markdown: try sink.write(report.markdown)
      case .html: try sink.write(report.html)
      case .pdf: if let maker { try sink.writeExactly(maker.pdf(of: report.html)) }
      }
      try sink.finish()
      if let path = sink.path { try Output.write(lines: [call.words("file.written", ["path": path])]) }
    }

    /// The program that makes PDF; that it is missing, or that there is nowhere to put what it makes, is said before anything else is done.
    private func maker(_ call: Call) throws(Failure) -> PDFProgram {
      if output.output ?? "-" == "-", isatty(STDOUT_FILENO) != 0 {
        throw Failure(64, call.words("usage.pdfToTerminal"))
      }
      guard let maker = PDFProgram(programEnvironment) else { throw Failure(69, call.words("pdf.missing")) }
      return maker
    }
  }
}
