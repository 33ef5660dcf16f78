import Dashboards
import Language
import StateStore
import Terminal
import WerkendLeren

/// Everything that the screens are opened with.
struct OpenRequest {
  /// The store, open.
  let store: Store
  /// Who looks and acts.
  let viewer: Viewer
  /// The texts.
  let words: Words
  /// What time it is.
  let clock: Clock
  /// The newest responsibilities model.
  let model: DutyModel
  /// Whether the mouse is asked for; nil: not over SSH.
  let wantsMouse: Bool?
  /// Whether everything is drawn in ASCII.
  let ascii: Bool
  /// Whether frames and charts are left out.
  let plain: Bool
  /// How many colours may be used.
  let color: ColorMode
  /// The keys, the user's own among them.
  let keyMap: KeyMap
  /// The rhythm of continuing duties in what this person makes, in weeks; nil: as the model says.
  let rhythmWeeks: Int?
  /// The themes.
  let themes: ThemeShelf
  /// The one to open with.
  let scheme: ColorScheme
  /// Where people left their workplace scans.
  let places: ScanPlaces
  /// The scan on which the screens open; nil: on the overview.
  var scan: NamedScan?
  /// What the person should know first, such as that this is a demonstration.
  let notes: [String]
  /// Finds a person for a role and keeps both in the settings; an empty name is the owner of the store.
  let remember: (Party, String) -> Result<Viewer, Failure>
}
