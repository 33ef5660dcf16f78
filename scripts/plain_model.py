"""Writes plain/model.txt and plain/themes.txt from data/model.yaml and Themes/*.yaml; called by scripts/plain-forms.

It reads no more of YAML than those files use: `key: value` a line, two spaces deeper a level, lists of duties with `- `, short lists
in [a, b], texts in double quotes on one line. A Swift test reads the same files with a whole YAML parser and compares.
"""
import json
import pathlib
import re
import sys

FIELD = re.compile(r"^( *)(- )?([A-Za-z0-9_]+):(?: (.*))?$")
# The fields of a duty in the order of ModelPlainForm, with their names there.
ORDER = [
    ("id", "duty"), ("party", "party"), ("phase", "phase"), ("kind", "kind"), ("gate", "gate"), ("parties", "part"),
    ("record", "record"), ("mirrors", "mirrors"), ("rhythm_weeks", "rhythm_days"), ("condition", None),
    ("entries", "entry"),
    ("short_nl", "short_nl"), ("short_en", "short_en"), ("nl", "nl"), ("en", "en"), ("source_nl", "source_nl"),
    ("source_en", "source_en"),
]
CONDITION = [
    ("reason_nl", "condition_nl"), ("reason_en", "condition_en"), ("programmes", "programme"), ("employers", "employer"),
]


def escape(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\0", "\\0")):
        text = text.replace(plain, escaped)
    return text


def value(text: str, place: str):
    if text.startswith('"'):
        try:
            return json.loads(text)
        except ValueError:
            sys.exit(f"{place}: not one text in double quotes")
    if text.startswith("["):
        if not text.endswith("]"):
            sys.exit(f"{place}: a list ends on its own line")
        inside = text[1:-1].strip()
        # Quoted members may hold commas; JSON reads those, and plain words are taken as they stand.
        return json.loads(text) if '"' in inside else [part.strip() for part in inside.split(",") if part.strip()]
    if re.search(r"[#&*!|>%@`{}\"']|: ", text):
        sys.exit(f"{place}: put this text in double quotes")
    return text.strip()


def read(path: pathlib.Path) -> dict:
    """The file as a dictionary; its list of duties as a list of dictionaries."""
    root: dict = {}
    levels = [(0, root)]  # how deep each open mapping is indented
    opened = None  # (indent, mapping, key) of the last key without a value
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path}:{number}"
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = FIELD.match(line)
        if not match:
            sys.exit(f"{place}: not `key: value`")
        indent, dash, key, text = len(match.group(1)), match.group(2), match.group(3), match.group(4)
        depth = indent + (2 if dash else 0)
        while levels and (depth < levels[-1][0] or (dash and depth <= levels[-1][0])):
            levels.pop()
        if opened and (not levels or depth > levels[-1][0]):
            new: dict = {}
            holder = opened[1]
            if dash:
                if not isinstance(holder[opened[2]], list):
                    holder[opened[2]] = []
                holder[opened[2]].append(new)
            else:
                holder[opened[2]] = new
            levels.append((depth, new))
        if not levels or depth != levels[-1][0]:
            sys.exit(f"{place}: indented by {indent} spaces, which fits nothing above it")
        mapping = levels[-1][1]
        if key in mapping:
            sys.exit(f"{place}: {key} stands twice")
        if text is None:
            mapping[key] = None
            opened = (indent, mapping, key)
        else:
            mapping[key] = value(text, place)
    return root


def lines(fields: dict, order: list) -> list:
    unknown = set(fields) - {key for key, _ in order}
    if unknown:
        sys.exit(f"model.yaml: unknown fields {sorted(unknown)}")
    found = []
    for key, name in order:
        if key not in fields:
            if key in ("reason_nl", "reason_en"):
                found.append(f"{name} ")
            continue
        content = fields[key]
        if key == "condition":
            found += lines(content, CONDITION)
        elif key == "gate":
            found += ["gate yes"] if content.lower() in ("yes", "true", "ja") else []
        elif key == "rhythm_weeks":
            found.append(f"{name} {int(content) * 7}")
        elif isinstance(content, list):
            found += [f"{name} {escape(each)}" for each in content]
        elif content:
            found.append(f"{name} {escape(content)}")
    return found


def model(path: pathlib.Path) -> str:
    source = read(path)
    found = [f"closing_nl {escape(source['closing_nl'])}", f"closing_en {escape(source['closing_en'])}"]
    found += ["drieluik-model 2", f"model {escape(source['name'])}"]
    for duty in source["duties"]:
        found += lines(duty, ORDER)
    return "".join(f"{line}\n" for line in found)


def theme(path: pathlib.Path) -> str:
    source = read(path)
    colours = [source[f"base0{digit}"].lower().lstrip("#") for digit in "0123456789ABCDEF"]
    for colour in colours:
        if not re.fullmatch("[0-9a-f]{6}", colour):
            sys.exit(f"{path}: {colour} is no colour of six hexadecimal digits")
    return f"{path.stem} {source.get('variant', 'any')} {source.get('colors', '256')} {' '.join(colours)}\n"


def themes(folder: pathlib.Path) -> str:
    """A line for each: name, variant, how many colours it uses, the sixteen colours. The default first."""
    paths = sorted(folder.glob("*.yaml"), key=lambda path: (path.stem != "drieluik", path.stem))
    return "".join(theme(path) for path in paths)


def write(root: pathlib.Path) -> None:
    plain = root / "Sources/CEmbedded/plain"
    (plain / "model.txt").write_text(model(root / "Sources/CEmbedded/data/model.yaml"), encoding="utf-8")
    (plain / "themes.txt").write_text(themes(root / "Themes"), encoding="utf-8")
