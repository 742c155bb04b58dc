"""docs/rules from the shapes, the checks and their fixtures: a page for each rule, and an index.

python scripts/rules.py            # write them
python scripts/rules.py --check    # compare only; exit code 1 when one is out of date

A wrong example is the smallest fixture that breaks the rule, a right one a valid fixture of the
same kind beside it: what they say about the thing, or all they say where the rule looks further.
"""

import re
import sys
from functools import cache
from pathlib import Path

from att_graph.exports.rule import every, page
from att_graph.validation.rules import Rule

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "rules"
FIXTURES = ("shapes", "checks", "style")
LONGEST = 40  # lines of an example
_EXPECTED = re.compile(r"# expect: (TAC-[A-Z]\d{3}) at (\S+)")


def main() -> int:
    """Write the pages, or compare them."""
    pages = made()
    there = {path.name: path.read_text(encoding="utf-8") for path in OUT.glob("*.md")}
    if there == pages:
        return 0
    if "--check" in sys.argv[1:]:
        print("docs/rules is out of date; run make rules")
        return 1
    OUT.mkdir(exist_ok=True)
    for name in there.keys() - pages.keys():
        (OUT / name).unlink()
    for name, text in pages.items():
        (OUT / name).write_text(text, encoding="utf-8")
    return 0


def made() -> dict[str, str]:
    """The name of each file → its text."""
    rules = every()
    pages = {f"{code}.md": page(rule, *_examples(rule)) for code, rule in rules.items()}
    return {"README.md": _index(list(rules.values())), **pages}


def _index(rules: list[Rule]) -> str:
    lines = [
        "# Rules",
        "",
        "Made from the shapes, the checks and their fixtures by `make rules`; change them there.",
        "`att-graph validate --explain CODE` shows a page.",
    ]
    for family in sorted({rule.family for rule in rules}):
        lines += ["", f"## {family}", "", "| rule | severity | what | 中文 |", "|---|---|---|---|"]
        for rule in rules:
            if rule.family == family:
                cells = (rule.severity, rule.name.get("en", ""), rule.name.get("zh", ""))
                told = " | ".join(cell.replace("|", "\\|") for cell in cells)
                lines.append(f"| [{rule.code}]({rule.code}.md) | {told} |")
    return "\n".join(lines) + "\n"


def _examples(rule: Rule) -> tuple[str, str]:
    """(wrong, right), each as Turtle, empty where there is no fixture."""
    broken = sorted(_broken().get(rule.code, ()), key=lambda each: (len(_body(each[0])), each))
    if not broken:
        return "", ""
    path, focus = broken[0]
    whole = bool(rule.queries)
    right = sorted(path.parent.glob("valid-*"), key=lambda valid: (len(_body(valid)), valid))
    kind = focus.rsplit("/", 1)[0]
    alike = [valid for valid in right if f"<{kind}/" in _body(valid)] or right
    return _about(path, f"<{focus}>", whole), _about(alike[0], f"<{kind}/", whole) if alike else ""


@cache
def _broken() -> dict[str, list[tuple[Path, str]]]:
    """A code → the fixtures that break its rule, with the node at fault."""
    found: dict[str, list[tuple[Path, str]]] = {}
    for folder in FIXTURES:
        for path in sorted((ROOT / "tests" / folder).glob("*/invalid-*")):
            expected = _EXPECTED.match(path.read_text(encoding="utf-8"))
            if expected:
                found.setdefault(expected[1], []).append((path, expected[2]))
    return found


def _about(path: Path, subject: str, whole: bool) -> str:
    """What a fixture says of a subject; all it says, if asked or if that is nothing."""
    body = _body(path)
    blocks = body.split("\n\n")
    about = [block for block in blocks if block.startswith(subject)]
    text = body if whole or not about else about[0]
    lines = text.split("\n")
    return text if len(lines) <= LONGEST else "\n".join([*lines[:LONGEST], "# …"])


@cache
def _body(path: Path) -> str:
    """A fixture without its first line, its prefixes and its base."""
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not re.match(r"# expect:|@(prefix|base)\b", line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


if __name__ == "__main__":
    sys.exit(main())
