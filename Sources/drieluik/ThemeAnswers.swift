import Dashboards
import Exchange
import Language
import Widgets

/// Answers what the theme switch asks.
struct ThemeAnswers {
  let shelf: ThemeShelf
  /// How many colours the terminal has.
  let colors: Int

  /// The answer to an effect; nil for those of others.
  func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .listThemes: return .themesListed(shelf.all.map { ThemeChoice(name: $0.name, isOwn: $0.isOwn) })
    case .tryTheme(let name):
      do throws(Failure) {
        return .themeTried(name, Theme(try shelf.named(name), terminalColors: colors), problem: nil)
      } catch {
        return .themeTried(name, nil, problem: error.text)
      }
    case .keepTheme(let name):
      var edit = SettingsEdit()
      edit.set(theme: name)
      do throws(Failure) {
        try SettingsFile(environment: programEnvironment).keep(edit)
        return .themeKept(name, problem: nil)
      } catch {
        return .themeKept(name, problem: error.text)
      }
    default: return nil
    }
  }
}
