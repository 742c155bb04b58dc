"""Checks beyond SHACL: the stored queries in queries/checks, each row of an answer a fault.

A check is a rule as any other: its header says code, severity, message, reason and remedy. The
first column is the thing at fault; `path` and `value`, where it has them, are those of the fault;
the others are for the message, which names a column in braces.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox

from att_graph import paths, vocab
from att_graph.errors import InputError
from att_graph.validation.engines import Result
from att_graph.validation.rules import Rule
from att_graph.validation.rules import term as written

CHECKS = paths.QUERIES / "checks"
_ONCE = (
    "code", "severity", "summary", "summary-zh", "message", "message-zh", "why", "remedy"
)  # fmt: skip
_SEVERITIES = ("violation", "warning", "info")
_LABELS = tuple(
    ox.NamedNode(vocab.PREFIXES[prefix] + name)
    for prefix, name in (("rdfs", "label"), ("skos", "prefLabel"))
)
_Term = ox.NamedNode | ox.BlankNode | ox.Literal


@dataclass(frozen=True)
class Check:
    """A stored check: the rule its header makes, its SPARQL, and what its columns mean.

    `messages` name columns in braces; the rule, which is about no one thing, has … in their place.
    """

    rule: Rule
    text: str
    messages: dict[str, str]
    columns: dict[str, str]


@cache
def checks(folder: Path = CHECKS) -> tuple[Check, ...]:
    """The stored checks, by code. Raises InputError for a file whose header is not whole."""
    found = sorted(map(read, folder.glob("*.rq")), key=lambda check: check.rule.code)
    for one, other in pairwise(found):
        if one.rule.code == other.rule.code:
            raise InputError(f"{folder}: two checks have the code {one.rule.code}")
    return tuple(found)


def read(path: Path) -> Check:
    """A `.rq` file → the check. Raises InputError for a header line that is missing or unknown."""
    text = path.read_text(encoding="utf-8")
    lines = re.findall(r"^#\+ ([a-z-]+): *(.*?) *$", text, re.MULTILINE)
    head = {key: value for key, value in lines if key != "column"}
    columns = dict(_column(path, value) for key, value in lines if key == "column")
    for key in _ONCE:
        if not head.get(key):
            raise InputError(f"{path}: the header has no {key}")
    if unknown := head.keys() - set(_ONCE):
        raise InputError(f"{path}: unknown header '{min(unknown)}'")
    if head["severity"] not in _SEVERITIES:
        raise InputError(f"{path}: severity '{head['severity']}' is none of {_SEVERITIES}")
    messages = {"en": head["message"], "zh": head["message-zh"]}
    for name in re.findall(r"\{(\w+)\}", "".join(messages.values())):
        if name not in columns:
            raise InputError(f"{path}: the message names '{name}', which is no column")
    rule = Rule(
        code=head["code"],
        shape=f"{vocab.BASE}shapes#check-{path.stem}",
        family="checks",
        severity=head["severity"],
        name={"en": head["summary"], "zh": head["summary-zh"]},
        message={lang: re.sub(r"\{\w+\}", "…", text) for lang, text in messages.items()},
        why=head["why"],
        remedy=head["remedy"],
        path="",
        constraints=(),
        queries=(text,),
        targets=(),
    )
    return Check(rule, text, messages, columns)


def run(store: ox.Store, found: Iterable[Check]) -> Iterator[Result]:
    """A store and checks in; one result for each row out.

    The default graph is all that is validated, a named graph what one file or graph of the caller
    says. Raises InputError for a check that is no SPARQL query.
    """
    for check in found:
        try:
            rows = store.query(check.text)
        except (SyntaxError, ValueError) as error:
            raise InputError(f"check {check.rule.code}: {' '.join(str(error).split())}") from error
        if not isinstance(rows, ox.QuerySolutions):
            raise InputError(f"check {check.rule.code}: is no SELECT query")
        for row in rows:
            yield _result(store, check, {name: row[name] for name in check.columns})


def beyond(found: Iterable[Result], further: Iterable[Result]) -> list[Result]:
    """The results of the shapes, and those of the checks that say what no shape has said."""
    results = list(found)
    said = {(each.focus, each.path, each.value) for each in results}
    return results + [each for each in further if (each.focus, each.path, each.value) not in said]


def _result(store: ox.Store, check: Check, row: dict[str, _Term | None]) -> Result:
    rule = check.rule
    focus, path, value = row[next(iter(row))], row.get("path"), row.get("value")
    spoken = {lang: _filled(store, text, row, lang) for lang, text in check.messages.items()}
    return Result(
        focus=getattr(focus, "value", "") if isinstance(focus, ox.NamedNode) else str(focus),
        path=getattr(path, "value", None),
        value=None if value is None else str(value),
        message=spoken["en"],
        severity=rule.severity,
        component=rule.shape,
        source_shape=rule.shape,
        code=rule.code,
        messages=tuple(sorted(spoken.items())),
    )


def _filled(store: ox.Store, text: str, row: dict[str, _Term | None], lang: str) -> str:
    """A message with the names of things in the place of the columns in braces."""
    return re.sub(r"\{(\w+)\}", lambda column: _named(store, row[column[1]], lang), text)


def _named(store: ox.Store, term: _Term | None, lang: str) -> str:
    """A term for a person: its label in that language, in English or any, else its short IRI."""
    if term is None:
        return "?"
    if isinstance(term, ox.Literal):
        return term.value
    labels = [
        (each.language != lang, each.language != "en", each.value)
        for label in _LABELS
        for _, _, each, _ in store.quads_for_pattern(term, label, None, ox.DefaultGraph())
        if isinstance(each, ox.Literal)
    ]
    ours = term.value.startswith(vocab.ONTOLOGY)  # a term is known by its name, not by its label
    return min(labels)[2] if labels and not ours else written(str(term))


def _column(path: Path, line: str) -> tuple[str, str]:
    name, bar, meaning = (piece.strip() for piece in line.partition("|"))
    if not bar:
        raise InputError(f"{path}: '{line}' should be a name and a meaning parted by |")
    return name, meaning
