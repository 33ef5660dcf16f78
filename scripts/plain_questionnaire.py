"""Writes plain/questionnaire.txt from data/questionnaire.yaml; called by scripts/plain-forms.

It reads no more of YAML than that file uses: `key: value` a line, two spaces deeper a level, lists with `- `, and on one line
[a, b], {key: value, key: value} and texts in double quotes. A Swift test reads the same file with a whole YAML parser and compares.
"""
import json
import pathlib
import re
import sys

FIELD = re.compile(r"^([A-Za-z0-9_]+):(?: (.*))?$")
PAIR = re.compile(r'\s*([A-Za-z0-9_]+): ("(?:[^"\\]|\\.)*"|[^,"{}]+)\s*(?:,|$)')
ADVICE = {"suitable": "suitable", "conditional": "suitable_with_conditions", "not_yet": "not_yet_suitable"}


def value(text: str, place: str):
    if text.startswith('"'):
        return json.loads(text)
    if text.startswith("[") and text.endswith("]"):
        return [part.strip() for part in text[1:-1].split(",")]
    if text.startswith("{") and text.endswith("}"):
        inside, found, at = text[1:-1], {}, 0
        while at < len(inside):
            match = PAIR.match(inside, at)
            if not match or match.group(1) in found:
                sys.exit(f"{place}: not {{key: value, …}}")
            found[match.group(1)] = value(match.group(2).strip(), place)
            at = match.end()
        return found
    if re.search(r"[#&*!|>%@`{}\"\[\]]|: ", text):
        sys.exit(f"{place}: put this text in double quotes")
    return text


def read(path: pathlib.Path):
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            rows.append((len(line) - len(line.lstrip(" ")), line.strip(), f"{path}:{number}"))
    return block(rows, 0)


def block(rows: list, indent: int):
    """Takes the rows of one list or mapping off the front."""
    if rows and rows[0][0] == indent and rows[0][1].startswith("- "):
        found = []
        while rows and rows[0][0] == indent and rows[0][1].startswith("- "):
            _, text, place = rows.pop(0)
            if text[2:].startswith("{"):
                found.append(value(text[2:], place))
            else:
                rows.insert(0, (indent + 2, text[2:], place))
                found.append(block(rows, indent + 2))
        return found
    fields: dict = {}
    while rows and rows[0][0] == indent:
        _, text, place = rows.pop(0)
        match = FIELD.match(text)
        if not match or match.group(1) in fields:
            sys.exit(f"{place}: not `key: value`, or the key stands twice")
        deeper = rows[0][0] if rows else 0
        if match.group(2) is not None:
            fields[match.group(1)] = value(match.group(2), place)
        elif deeper > indent:
            fields[match.group(1)] = block(rows, deeper)
        else:
            sys.exit(f"{place}: nothing stands below this")
    return fields


class Lines:
    """The lines of the plain form, in the order of QuestionnairePlainForm."""

    def __init__(self) -> None:
        self.found = ["drieluik-questionnaire 1"]

    def line(self, name: str, text) -> None:
        for plain, escaped in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\0", "\\0")):
            text = str(text).replace(plain, escaped)
        self.found.append(f"{name} {text}")

    def both(self, name: str, texts) -> None:
        if texts:
            self.line(f"{name}_nl", texts["nl"])
            self.line(f"{name}_en", texts["en"])

    def optional(self, question: dict, *names: str) -> None:
        for name in names:
            default = {"weight": "1", "min": "0", "max": "0"}.get(name)
            if name in question and question[name] != default:
                self.line(name, question[name])

    def question(self, question: dict) -> None:
        self.line("question", question["id"])
        self.line("kind", question["kind"])
        self.optional(question, "required")
        self.both("text", question["text"])
        self.both("help", question.get("help"))
        self.optional(question, "if")
        for option in question.get("options", []):
            self.line("option", option["id"])
            self.both("option", option)
            if option.get("excludes") == "yes":
                self.line("excludes", "yes")
        levels = question.get("levels", {})
        for level in sorted(levels):
            self.both("level", levels[level])
        self.optional(question, "weight", "knockout", "min", "max")
        self.both("unit", question.get("unit"))
        self.optional(question, "digits", "must_be")
        if "check" in question:
            self.line("check", question["check"]["if"])
            self.both("check", question["check"])
        for duty in question.get("informs", []):
            self.line("informs", duty)
        self.both("action", question.get("action"))

    def rule(self, rule: dict) -> None:
        if "if" in rule:
            self.line("rule_answers", rule["rule"])
            self.line("rule_if", rule["if"])
        elif rule["rule"] == "knockout":
            self.line("rule", "knockout")
        else:
            self.line(f"rule_{rule['rule']}", rule["value"])


def write(root: pathlib.Path) -> None:
    source = read(root / "Sources/CEmbedded/data/questionnaire.yaml")
    lines = Lines()
    lines.line("version", source["version"])
    for section in source["sections"]:
        lines.line("section", section["id"])
        lines.both("title", section["title"])
        for duty in section.get("informs", []):
            lines.line("informs", duty)
        for question in section["questions"]:
            lines.question(question)
    for row in source["advice"]:
        lines.line("advice", ADVICE[row["advice"]])
        for rule in row["rules"]:
            lines.rule(rule)
    text = "".join(f"{line}\n" for line in lines.found)
    (root / "Sources/CEmbedded/plain/questionnaire.txt").write_text(text, encoding="utf-8")
