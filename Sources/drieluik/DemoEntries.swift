import WerkendLeren

/// What was said and done in the placements of the demonstration; days from today.
enum DemoEntries {
  /// One entry.
  struct Told {
    let number: String
    let day: Int
    let party: Party
    let kind: EntryKind
    let text: String
    let readers: Circle
    var people = ""
    var duty: String?
    var followUp: Int?
    var handled: (day: Int, outcome: String)?
  }

  private static let studentAndSchool = Circle([.student, .school])
  private static let schoolAndEmployer = Circle([.school, .employer])
  private static let communication = "student.during.communication"
  private static let involvement = "employer.during.involvement"
  private static let search = "student.preparation.workplace"

  /// All of them.
  static let all: [Told] = [
    Told(
      number: "500123", day: -70, party: .school, kind: .meeting,
      text: "Kennismaking op de werkplaats. Elke dinsdag om vier uur een gesprek met Sanne.", readers: .everyone,
      people: "Amira, Jan van Dijk, Sanne Mol, Noor Bakker", duty: involvement),
    Told(
      number: "500123", day: -42, party: .student, kind: .need, text: "Een laptop om thuis te kunnen oefenen.",
      readers: studentAndSchool, people: "Amira El Idrissi", duty: communication,
      handled: (-36, "Leenlaptop opgehaald bij de servicedesk.")),
    Told(
      number: "500123", day: -21, party: .school, kind: .evaluation,
      text: "Eerste evaluatie. Amira werkt zelfstandig aan kleine storingen.\nVolgende keer: het verslag van blok 1.",
      readers: .everyone, people: "Amira, Jan van Dijk, Sanne Mol, Noor Bakker", duty: involvement, followUp: 70),
    Told(
      number: "500123", day: -3, party: .employer, kind: .question,
      text: "Mag Amira in januari een week mee met de storingsdienst?", readers: schoolAndEmployer,
      people: "Jan van Dijk"),
    Told(
      number: "500123", day: -2, party: .student, kind: .problem,
      text: "Op dinsdag kom ik niet aan leren toe: er is dan altijd spoed. Ik wil dit eerst met u bespreken.",
      readers: studentAndSchool, people: "Amira El Idrissi", duty: communication),
    Told(
      number: "500456", day: -15, party: .school, kind: .planAdjustment,
      text: "Het leerdoel over medicatie gaat naar blok 2, in overleg met Bouke.", readers: .everyone,
      people: "Daan Visser, Bouke Hoekstra", duty: "student.during.ownership"),
    Told(
      number: "500802", day: -9, party: .student, kind: .question, text: "Telt de nachtdienst mee als praktijkuren?",
      readers: .everyone, people: "Zoë van den Berg", duty: communication,
      handled: (-6, "Ja, tot acht uur per week; staat nu in de afspraken.")),
    Told(
      number: "500803", day: -1, party: .school, kind: .meeting,
      text: "Het besluit over de werkplekscan is ingetrokken. Met Ute Köhler een nieuwe scan afgesproken.",
      readers: schoolAndEmployer, people: "Ute Köhler, Fatma Yıldız", duty: "school.preparation.scan", followUp: 6),
    Told(
      number: "500806", day: -12, party: .employer, kind: .problem,
      text: "Mehmet was deze maand drie keer afwezig zonder bericht.", readers: schoolAndEmployer,
      people: "Aïsha Benali", duty: "school.during.coordination"),
    Told(
      number: "500815", day: -180, party: .school, kind: .evaluation, text: "Halverwege jaar 1: op schema.",
      readers: .everyone, people: "Anouk Dijkstra, Renée Çelik", duty: involvement),
    Told(
      number: "500815", day: -60, party: .employer, kind: .evaluation,
      text: "Tweede evaluatie. Anouk begeleidt zelf een eerstejaars; dat gaat goed.", readers: .everyone,
      people: "Anouk Dijkstra, Renée Çelik, Willemijn Oude Luttikhuis", duty: involvement),
    Told(
      number: "500816", day: -40, party: .student, kind: .problem,
      text: "De lessen op maandag vallen samen met de weekstart van het team.", readers: .everyone,
      people: "Samir Boukhari", duty: communication, handled: (-37, "De weekstart is nu op dinsdag.")),
    Told(
      number: "500789", day: -30, party: .student, kind: .application,
      text: "Gesolliciteerd bij Waterschap Vechtstromen; uitgenodigd voor een gesprek.", readers: studentAndSchool,
      people: "Bram de Wit", duty: search),
    Told(
      number: "500790", day: -25, party: .student, kind: .application,
      text: "Gesolliciteerd bij de gemeente Raalte; afgewezen, zij zochten iemand met ervaring.",
      readers: studentAndSchool, people: "Chloë Janssen", duty: search),
    Told(
      number: "500790", day: -4, party: .student, kind: .need,
      text: "Hulp bij mijn brief en cv; volgende week is er een gesprek bij de provincie.", readers: studentAndSchool,
      people: "Chloë Janssen", duty: search),
    Told(
      number: "500826", day: -6, party: .student, kind: .application,
      text: "Open sollicitatie gestuurd aan drie bedrijven in Deventer.", readers: studentAndSchool,
      people: "Ruben Çetin", duty: search),
  ]
}
