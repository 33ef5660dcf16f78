import Testing

@testable import Language

@Suite struct WordsTests {
  @Test func aMissingTextShowsItsKeyInBrackets() {
    #expect(Words(.dutch)["no.such.text"] == "[no.such.text]")
    #expect(!Words(.dutch).has("no.such.text"))
    #expect(Words(.english)[""] == "[]")
  }

  @Test func textsComeInTheLanguageAskedFor() {
    #expect(Words(.dutch)["date.today"] == "vandaag")
    #expect(Words(.english)["date.today"] == "today")
  }

  @Test(arguments: [
    ("{count} {count:traject|trajecten}", "1", "1 traject"), ("{count} {count:traject|trajecten}", "0", "0 trajecten"),
    ("{count} {count:traject|trajecten}", "21", "21 trajecten"), ("{count:|s}", "1", ""), ("{count:|s}", "2", "s"),
    ("zonder", "2", "zonder"), ("{other} {count}", "2", "{other} 2"), ("open { en {count}", "2", "open { en {count}"),
    ("} {count", "2", "} {count"), ("{}{count}", "2", "{}2"),
  ])
  func valuesAndPluralsAreFilledIn(text: String, count: String, expected: String) {
    #expect(Words.fill(text, ["count": count]) == expected)
  }

  @Test func aValueIsNeverReadAsATextItself() {
    #expect(Words.fill("{a} {b}", ["a": "{b}", "b": "{a:x|y}"]) == "{b} {a:x|y}")
  }

  @Test func everyKeyOfTheTableIsFound() {
    let table = TextTable.shared
    #expect(!table.keys.isEmpty)
    for key in table.keys {
      for language in Language.allCases { #expect(table.text(key, language) != nil, "\(key)") }
      #expect(table.text(key + "x", .dutch) == nil || table.keys.contains(key + "x"))
    }
  }
}

@Suite struct LanguageChoiceTests {
  @Test(arguments: [
    ("en_GB.UTF-8", Language.english), ("en", .english), ("EN_us", .english), ("nl_NL.UTF-8", .dutch), ("C", .dutch),
    ("C.UTF-8", .dutch), ("POSIX", .dutch), ("de_DE", .dutch), ("", .dutch), ("xen", .dutch),
  ])
  func onlyAValueThatBeginsWithEnGivesEnglish(value: String, expected: Language) {
    #expect(Language(option: nil, environment: ["LANG": value]) == expected)
    #expect(Language(option: value, environment: [:]) == expected)
  }

  @Test func theVariablesCountInTheOrderOfPOSIX() {
    var environment = ["LANG": "en_GB"]
    #expect(Language(option: nil, environment: environment) == .english)
    environment["LC_MESSAGES"] = "nl_NL"
    #expect(Language(option: nil, environment: environment) == .dutch)
    environment["LC_ALL"] = "en_US"
    #expect(Language(option: nil, environment: environment) == .english)
    environment["LC_ALL"] = ""
    #expect(Language(option: nil, environment: environment) == .dutch)
    #expect(Language(option: nil, environment: [:]) == .dutch)
  }

  @Test func theOptionComesBeforeTheEnvironment() {
    #expect(Language(option: "nl", environment: ["LC_ALL": "en_GB"]) == .dutch)
    #expect(Language(option: "en", environment: ["LC_ALL": "nl_NL"]) == .english)
    #expect(Language(option: "", environment: ["LC_ALL": "en_GB"]) == .english)
  }
}
