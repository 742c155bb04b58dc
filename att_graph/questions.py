"""The stored questions, `queries/questions/*.rq`: their headers and parameters."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from att_graph import paths, terms
from att_graph.errors import InputError, UnknownError
from att_graph.store import Cell, Table

QUESTIONS = paths.QUERIES / "questions"

TAGS = (
    "participation", "standing", "offices", "commitments", "acts", "documents", "traces",
    "figures", "speakers", "findings", "evidence", "comparison", "meetings", "bodies",
)  # fmt: skip
VIEWS = ("table", "map", "timeline", "bar", "network", "text")

_HEADERS = {
    "summary", "summary-zh", "description", "tags", "param", "column", "view", "evidence", "among",
}  # fmt: skip


@dataclass(frozen=True)
class Parameter:
    """A `#+ param: name | kind | example | description` line; `kind` is one of `terms.KINDS`."""

    name: str
    kind: str
    example: str
    description: str


@dataclass(frozen=True)
class Question:
    """A stored query: what it asks in words, what it takes, what its columns mean, and its text.

    `view` is how the answer is best shown, one of VIEWS. `evidence` is the column with the IRI of
    the fact that a row stands on; it is empty where a row stands on no single fact, and
    `no_evidence` then says why. `among` is the class of the things that the rows are chosen from,
    as `tac:Document`: an answer without rows then says how many there are to choose from.
    """

    name: str
    path: Path
    text: str
    summary: str
    summary_zh: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    params: tuple[Parameter, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    view: str = "table"
    evidence: str = ""
    no_evidence: str = ""
    among: str = ""

    def filled(self, values: dict[str, str]) -> str:
        """The query with RDF terms in the braces of each `VALUES ?name { … }` line."""
        text = self.text
        for name, term in values.items():
            text = self.refilled(text, name, term)
        return text

    def refilled(self, text: str, name: str, term: str) -> str:
        """The query's text with another term for one parameter."""
        return _values_line(name).sub(lambda line: f"{line[1]} {term} }}", text)

    def opened(self, text: str, name: str) -> str:
        """The query's text without the line that binds a parameter: it may be anything."""
        return _values_line(name).sub("", text)

    def default(self, name: str) -> str:
        """The term that a parameter has when it is not given."""
        found = _values_line(name).search(self.text)
        return found[2].strip() if found else ""


def question(name: str) -> Question:
    """The stored question of that name. Raises InputError with the nearest names."""
    known = {each.name: each for each in questions()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `att-graph ask --list` shows all"
    raise UnknownError(f"no question '{name}'{hint}")


@cache
def questions(folder: Path = QUESTIONS) -> tuple[Question, ...]:
    """All stored questions of a folder, sorted by name."""
    found = sorted(folder.glob("*.rq"), key=lambda path: path.stem)
    return tuple(read_question(path) for path in found)


def catalogue(folder: Path = QUESTIONS) -> Table:
    """All stored questions as a table: name, what it asks, its parameters with an example each."""
    rows: list[tuple[Cell, ...]] = [
        (each.name, each.summary, " ".join(f"{p.name}={p.example}" for p in each.params))
        for each in questions(folder)
    ]
    return Table(("question", "asks", "parameters"), rows)


def read_question(path: Path) -> Question:
    """A `.rq` file → the question. Raises InputError for a header line that cannot be read."""
    text = path.read_text(encoding="utf-8")
    lines: dict[str, list[str]] = {}
    for key, value in re.findall(r"^#\+ ([a-z-]+): *(.*)$", text, re.MULTILINE):
        lines.setdefault(key, []).append(value.strip())
    unknown = lines.keys() - _HEADERS
    if unknown or not lines.get("summary"):
        fault = f"unknown header '{min(unknown)}'" if unknown else "the header has no summary"
        raise InputError(f"{path}: {fault}")
    params = tuple(_parameter(path, text, line) for line in lines.get("param", []))
    columns = dict(_pieces(path, line, 2) for line in lines.get("column", []))
    evidence, no_evidence = _evidence(path, columns, " ".join(lines.get("evidence", [])))
    return Question(
        name=path.stem,
        path=path,
        text=text,
        summary=lines["summary"][0],
        summary_zh=" ".join(lines.get("summary-zh", [])),
        description=" ".join(lines.get("description", [])),
        tags=tuple(_tags(path, ",".join(lines.get("tags", [])))),
        params=params,
        columns=columns,
        view=_one_of(path, "view", " ".join(lines.get("view", ["table"])), VIEWS),
        evidence=evidence,
        no_evidence=no_evidence,
        among=" ".join(lines.get("among", [])),
    )


def _parameter(path: Path, text: str, line: str) -> Parameter:
    name, kind, example, description = _pieces(path, line, 4)
    if kind.partition("/")[0] not in terms.KINDS:
        raise InputError(f"{path}: parameter '{name}' has the unknown kind '{kind}'")
    if not _values_line(name).search(text):
        raise InputError(f"{path}: no line `VALUES ?{name} {{ … }}` for the parameter '{name}'")
    return Parameter(name, kind, example, description)


def _tags(path: Path, line: str) -> list[str]:
    return [_one_of(path, "tag", tag.strip(), TAGS) for tag in line.split(",") if tag.strip()]


def _evidence(path: Path, columns: dict[str, str], line: str) -> tuple[str, str]:
    """The column that `#+ evidence: column` names, or the reason of `#+ evidence: none | why`."""
    if "|" in line:
        none, why = _pieces(path, line, 2)
        return _one_of(path, "evidence", none, ("none",)).removeprefix("none"), why
    return (_one_of(path, "evidence", line, columns), "") if line else ("", "")


def _one_of(path: Path, header: str, given: str, known: Collection[str]) -> str:
    if given not in known:
        raise InputError(f"{path}: {header} '{given}' is none of {', '.join(known)}")
    return given


def _pieces(path: Path, line: str, count: int) -> list[str]:
    pieces = [piece.strip() for piece in line.split("|")]
    if len(pieces) != count:
        raise InputError(f"{path}: '{line}' should have {count} pieces parted by |")
    return pieces


def _values_line(name: str) -> re.Pattern[str]:
    return re.compile(rf"^( *VALUES \?{re.escape(name)} \{{)([^}}]*)\}}", re.MULTILINE)
