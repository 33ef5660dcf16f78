import Canvas
import WerkendLeren
import Widgets

/// Which placements the overview shows.
public struct OverviewFilter: Hashable, Sendable {
  /// Which stages are shown.
  public enum Stages: String, CaseIterable, Hashable, Sendable {
    /// All.
    case all
    /// Before the start.
    case preparation
    /// During the programme.
    case during
    /// Resting.
    case paused
    /// Completed, ended early or never started.
    case finished
    /// Put away in the archive; the other choices leave these out.
    case archived
  }
  /// What was typed after `/`: every word has to be found.
  public var text = ""
  /// The stages.
  public var stages = Stages.all
  /// Only the viewer's own.
  public var mine = false
  /// Only those with something overdue.
  public var overdue = false
  /// Only those in preparation in which this gate fails.
  public var gate: DutyID?

  /// Shows everything.
  public init() {}

  /// Whether anything is left out.
  public var isActive: Bool { self != OverviewFilter() }
}

/// One placement in the overview.
public struct OverviewRow: Hashable, Sendable {
  /// The placement's row.
  public var id: Int64
  /// The student's name.
  public var student: String
  /// The current employer's name; nil while there is none.
  public var employer: String?
  /// The programme.
  public var programme: String
  /// Its model's row.
  public var model: Int64
  /// What lists know of it.
  public var summary: Summary

  /// Makes a row.
  public init(id: Int64, student: String, employer: String?, programme: String, model: Int64, summary: Summary) {
    self.id = id
    self.student = student
    self.employer = employer
    self.programme = programme
    self.model = model
    self.summary = summary
  }
}

/// The part of the overview that is seen.
public struct OverviewPage: Equatable, Sendable {
  /// The number of its first row, from 0.
  public var offset: Int
  /// The rows.
  public var rows: [OverviewRow]
  /// How many rows the filter leaves.
  public var total: Int
  /// The models that the rows name.
  public var models: [Int64: DutyModel]
  /// What has to be done for the conditions of workplace scans that the rows name.
  public var conditions: [Int64: String]

  /// Makes a page.
  public init(
    offset: Int, rows: [OverviewRow], total: Int, models: [Int64: DutyModel], conditions: [Int64: String] = [:]
  ) {
    self.offset = offset
    self.rows = rows
    self.total = total
    self.models = models
    self.conditions = conditions
  }
}

/// The figures below the overview, those of `status`.
public struct OverviewCounts: Hashable, Sendable {
  /// Placements the viewer may see.
  public var placements: Int
  /// Placements in which something is overdue.
  public var overdue: Int
  /// Gates that fail in placements in preparation; the workplace of student and employer is one gate.
  public var failingGates: Int
  /// Placements in preparation that start within 28 days.
  public var startingSoon: Int
  /// Whether there is no placement at all, not in the archive either.
  public var isEmpty: Bool

  /// Makes the figures.
  public init(placements: Int, overdue: Int, failingGates: Int, startingSoon: Int, isEmpty: Bool = false) {
    self.placements = placements
    self.overdue = overdue
    self.failingGates = failingGates
    self.startingSoon = startingSoon
    self.isEmpty = isEmpty
  }
}

/// What became of a command.
public enum PerformResult: Equatable, Sendable {
  /// It is on disk; the change's number.
  case saved(Int64)
  /// It may not be done.
  case refused(Refusal)
  /// Somebody else changed the same thing since it was read.
  case conflict(ChangeLine)
  /// The store could not write; the words say why. Nothing was changed, and nothing that was typed is lost.
  case failed(String)
}

/// A command on its way to the store.
public struct PerformRequest: Equatable, Sendable {
  /// The placement's row.
  public var placement: Int64
  /// What is asked.
  public var command: Command
  /// The newest change of the placement that the screen had seen; nil to do it whatever others did.
  public var seen: Int64?

  /// Makes a request.
  public init(placement: Int64, command: Command, seen: Int64?) {
    self.placement = placement
    self.command = command
    self.seen = seen
  }
}

/// What an undo or redo gave.
public enum UndoResult: Equatable, Sendable {
  /// It was taken back (or done again): this change, or so many that were made at once.
  case done(ChangeLine, count: Int = 1)
  /// There is nothing to take back.
  case nothing
  /// It cannot be taken back; why, in words' key.
  case refused(ChangeLine, UndoRefusal)
  /// The store could not write.
  case failed(String)
}

/// Why a change cannot be taken back.
public enum UndoRefusal: String, CaseIterable, Hashable, Sendable {
  /// A later change stands on it.
  case laterChange
  /// An import is not taken back.
  case imported
  /// Only a command with a reason takes it back.
  case needsReason
}

/// Names that are known already, for choosing one of them. The raw value is the id of the fields that offer them.
public enum NameList: String, Hashable, Sendable {
  /// The employers.
  case employers = "employer"
  /// The programmes.
  case programmes = "programme"
}

/// Everything that can happen to the application.
public enum Message: Equatable, Sendable {
  /// A key, the mouse, a new size …
  case event(Event)
  /// The overview's rows for a filter.
  case overviewLoaded(OverviewFilter, OverviewPage)
  /// The figures below it.
  case countsLoaded(OverviewCounts)
  /// A placement, or nil if it is gone or may not be seen.
  case placementLoaded(PlacementSnapshot?)
  /// What is the viewer's to do, most urgent placements first; whether there are more.
  case mineLoaded(OverviewPage, more: Bool)
  /// A part of the agenda for a filter.
  case agendaLoaded(AgendaFilter, AgendaPage)
  /// The number of the first entry of the agenda on or after the day that was asked.
  case agendaFound(AgendaFilter, Int)
  /// A part of the history, newest first.
  case historyLoaded(placement: Int64, duty: DutyID?, offset: Int, lines: [ChangeLine], total: Int)
  /// A part of the employers in whose names the text stands.
  case employersLoaded(String, EmployersPage)
  /// An employer, a workplace or a student with a part of what belongs to it; nil if it is gone or may not be seen.
  case registerLoaded(RegisterSubject, RegisterPage?)
  /// The history of an entry, newest first.
  case entryHistoryLoaded(entry: Int64, lines: [ChangeLine])
  /// Names that a form offers.
  case namesLoaded(NameList, [String])
  /// The newest version of the duties.
  case newestModelLoaded(KeptModel)
  /// What became of a command.
  case performed(PerformRequest, PerformResult)
  /// As whom one looks, for a new placement.
  case creationPrepared(Person?)
  /// What is known of a name that was typed into a form.
  case lookedUp(FormLookup, FormFinding)
  /// In how many placements a person is.
  case placementsCounted(person: Int64, Int)
  /// What came of an import that was asked for on the screens.
  case imported(path: String, isTrial: Bool, ImportAnswer)
  /// How many lines of it were read so far.
  case importProgress(Int)
  /// What became of a new placement.
  case created(NewPlacement, CreationResult)
  /// What `u` or Ctrl-R would take back or do again, and how many changes were made at once.
  case undoFound(ChangeLine?, redo: Bool, count: Int = 1)
  /// What became of that.
  case undone(UndoResult, redo: Bool)
  /// What is known of workplace scans, or became of them.
  case scan(ScanReply)
  /// All placements that the overview shows for a filter; none where they are more than can be marked.
  case allFound(OverviewFilter, [Int64], count: Int)
  /// All that the agenda shows for a filter; none where it is more than can be marked.
  case allOfAgendaFound(AgendaFilter, AgendaPage)
  /// What the store says to a command for several placements; `agreed` is what was shown of it before.
  case grouped(GroupRequest, agreed: GroupOutcome?, GroupAnswer)
  /// How far such a command is, or undoing one.
  case groupProgress(Int, of: Int, isUndo: Bool)
  /// Somebody else changed the store.
  case storeChanged
  /// Another day began.
  case today(Day)
  /// The themes that there are.
  case themesListed([ThemeChoice])
  /// A theme as this terminal can show it, or why it cannot be read.
  case themeTried(String, Theme?, problem: String?)
  /// A theme was kept in the settings, or why not.
  case themeKept(String, problem: String?)
  /// Reading failed; why, in words.
  case failed(String)
  /// Who looks was changed and remembered, or why not.
  case viewerChanged(Viewer?, String)
  /// A text came back from the person's own editor; nil with why not, in words.
  case textEdited(String?, problem: String)
  /// What was typed in a form was written to this file; nil with why not, in words.
  case typedKept(String?, problem: String)
}

/// What the application asks of the world.
public enum Effect: Equatable, Sendable {
  /// Read rows of the overview.
  case loadOverview(OverviewFilter, offset: Int, limit: Int)
  /// Read the figures below it.
  case loadCounts
  /// Read one placement.
  case loadPlacement(Int64)
  /// Read what is the viewer's to do.
  case loadMine(limit: Int)
  /// Read a part of the agenda; counted: how long it is, too.
  case loadAgenda(AgendaFilter, offset: Int, limit: Int, counted: Bool)
  /// Find the first entry of the agenda on or after a day.
  case findAgenda(AgendaFilter, Day)
  /// Read a part of the history of a placement, or of one duty of it.
  case loadHistory(placement: Int64, duty: DutyID?, offset: Int, limit: Int)
  /// Read the history of an entry.
  case loadEntryHistory(placement: Int64, entry: Int64)
  /// Read a part of the employers in whose names a text stands.
  case loadEmployers(String, offset: Int, limit: Int)
  /// Read an employer, a workplace or a student with a part of what belongs to it.
  case loadRegister(RegisterSubject, offset: Int, limit: Int)
  /// Read names that a form offers.
  case loadNames(NameList)
  /// Read the newest version of the duties.
  case loadNewestModel
  /// Carry out a command.
  case perform(PerformRequest)
  /// Find as whom one looks, to begin a new placement.
  case prepareCreation
  /// Look up a name that was typed into a form.
  case lookUp(FormLookup)
  /// Count in how many placements a person is.
  case countPlacements(person: Int64)
  /// Import a file, or only try what would happen.
  case importFile(path: String, isTrial: Bool)
  /// Leave the store for the examples.
  case openDemonstration
  /// Make a placement.
  case create(NewPlacement)
  /// Find what undo (or redo) would take.
  case findUndo(redo: Bool)
  /// Undo or redo it.
  case undo(redo: Bool)
  /// Find all that the overview shows, to mark it.
  case findAll(OverviewFilter, limit: Int)
  /// Find all that the agenda shows, to mark it.
  case findAllOfAgenda(AgendaFilter, limit: Int)
  /// Find what a command for several placements would do.
  case tryGroup(GroupRequest)
  /// Carry it out, if it does what was shown.
  case performGroup(GroupRequest, agreed: GroupOutcome)
  /// Read or write workplace scans.
  case scan(ScanRequest)
  /// Let the person change a text in their own editor.
  case editText(String)
  /// Write to a file what was typed in a form that could not be saved.
  case keepTyped(String)
  /// Choose and remember who looks.
  case chooseViewer(role: Party, name: String)
  /// Find the themes that there are.
  case listThemes
  /// Read a theme, to show it.
  case tryTheme(String)
  /// Keep a theme in the settings.
  case keepTheme(String)
  /// Take the mouse, or leave it to the terminal.
  case setMouse(Bool)
  /// Paint everything again.
  case repaint
  /// Stop until the shell goes on.
  case suspend
  /// Leave.
  case quit
}
