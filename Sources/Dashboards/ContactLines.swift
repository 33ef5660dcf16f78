import Language
import WerkendLeren

/// Whom to turn to, as lines to copy: each name, function, address and number stands alone on its line.
public enum ContactLines {
  /// The school's and the employer's contact person, the work supervisor and the student, each under what they are.
  public static func of(_ records: PlacementRecords, words: Words, today: Day) -> [String] {
    func lines(_ heading: String, _ role: PersonRole) -> [String] {
      guard let person = records.holder(of: role, on: today) else {
        let isWithout = role.party == .employer && records.currentLink == nil
        return [heading, isWithout ? words["missing.employer"] : words["triptych.noContact"]]
      }
      return [heading, person.name]
        + [person.function, person.mail, person.phone, person.reachable].filter { !$0.isEmpty }
    }
    let employer = records.currentEmployer.map { words("contacts.employerOf", ["employer": $0.name]) }
    let student = records.student
    let parts = [
      lines(words["contacts.school"], .schoolContact),
      lines(employer ?? words["contacts.employer"], .employerContact),
      lines(words["contacts.supervisor"], .supervisor),
      [words["contacts.student"], student.name] + [student.mail, student.phone].filter { !$0.isEmpty },
    ]
    return Array(parts.joined(separator: [""]))
  }
}
