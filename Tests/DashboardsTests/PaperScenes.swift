import Language
import WerkendLeren

@testable import Dashboards

extension Scene {
  /// A later version of the duties: one added, one dropped, two reworded, one changed.
  static let laterModel: DutyModel = {
    let model = BuiltInModel.load()
    let duties = model.duties.compactMap { duty -> Duty? in
      var duty = duty
      switch duty.id.text {
      case "employer.during.salary": return nil
      case "school.preparation.agreement":
        duty.dutch = "De partijen leggen hun afspraken vast in een tripartite overeenkomst."
        duty.english = "The parties lay down what they agreed in a tripartite agreement."
      case "student.preparation.orientation":
        duty.dutch = "De student-werknemer oriënteert zich op werkend leren."
        duty.english = "The student-employee finds out about werkend leren."
      case "student.during.participation": duty.rhythmDays = 28
      default: break
      }
      return duty
    }
    let laptop = Duty(
      id: DutyID("school.preparation.laptop"), party: .school, phase: .preparation, kind: .task, shortDutch: "Laptop",
      shortEnglish: "Laptop", dutch: "De hogeschool geeft een laptop.", english: "The university hands out a laptop.")
    return DutyModel(name: "2027-01", duties: duties + [laptop])
  }()

  private static func page(
    _ name: String, _ student: String, _ command: String,
    then keys: @escaping @Sendable (inout Session) -> Void = { _ in }
  ) -> Scene {
    Scene(name) { session in
      session.store.newest = laterModel
      session.open(student)
      session.run(session.app.run(command))
      keys(&session)
    }
  }

  /// What is handed out, whom to turn to, and moving to another version of the duties.
  static let paper: [Scene] = [
    Scene("explanation") { $0.run($0.app.run("uitleg")) },
    page("explanation-ticked", "Amira", "uitleg"), page("contacts", "Amira", "contact"),
    page("contacts-no-employer", "Chloe", "contact"), page("model-move", "Amira", "model"),
    page("model-move-asks", "Amira", "model") { $0.press(.enter) },
  ]
}
