"""Reports composed for the tests, in other words than the stored ones: tables checked by hand.

The texts follow the genre: other verbs, other orders of list and head, dotted revisions, items
within items, titles on two lines. Names of States are real; nothing else in them is a record.
"""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from att_graph import model
from att_graph.graph import to_graph
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import read
from att_graph.turtle import write
from att_graph.validate import validate

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.txt"))
EXACT = ("participants", "documents", "persons", "meetings", "tenures", "interventions")
# A case has a table of its acts, and those of the other tables that it was composed for.
TABLES = [(n, kind) for n in NAMES for kind in EXACT if (CASES / f"{n}.{kind}.csv").exists()]
Row = tuple[str, ...]


@cache
def report(name: str) -> model.Report:
    return load(parse(read(CASES / f"{name}.txt")))


def told(found: model.Report, value: object) -> str:
    """A value as the tables write it: a readable key, or the printed name of what has none."""
    if isinstance(value, list | tuple):
        return "; ".join(sorted(told(found, each) for each in value))
    if isinstance(value, model.Words):
        return value.value
    if not isinstance(value, model.Ref):
        return "" if value in (None, False) else str(value)
    key = value.key.rsplit("-", 1)[-1]
    hashed = len(key) == 8 and all(char in "0123456789abcdef" for char in key)
    fact = found.facts.get(value)
    label = fact.labels[0].value if fact and fact.labels else ""
    return label if hashed and label else f"{value.kind}/{value.key}"


def table(found: model.Report, kind: type[model.Fact], *fields: str) -> list[Row]:
    """A row for each fact of a class: the named fields."""
    return [
        tuple(told(found, getattr(fact, field)) for field in fields) for fact in found.all(kind)
    ]


def made(name: str) -> dict[str, list[Row]]:
    """The tables that the loaders make of a composed report."""
    found = report(name)
    acts = [
        (
            act.ref.key.partition("/")[2],
            act.sort,
            told(found, act.addressees),
            told(found, act.beneficiaries),
            told(found, act.acts_on),
            "; ".join(
                told(found, fact.due or fact.due_at or fact.duration)
                for fact in found.all(model.Deadline)
                if fact.ref in act.deadlines
            ),
        )
        for act in found.all(model.Act)
    ]
    fields = ("ref", "start", "end", "place", "host", "mode")
    held = ("holder", "role", "office", "represents", "ends_at", "conferred")
    papers = ("ref", "sort", "submitters", "revision_of", "title")
    return {
        "acts": acts,
        "participants": table(
            found, model.Participation, "participant", "capacity", "admitted", "within"
        ),
        "documents": table(found, model.Document, *papers),
        "persons": table(found, model.Person, "ref", "labels"),
        "meetings": table(found, model.Meeting, *fields),
        "tenures": table(found, model.Tenure, *held),
        "interventions": table(
            found, model.Intervention, "speaker", "sort", "represents", "on_behalf"
        ),
    }


def gold(name: str, kind: str) -> list[Row]:
    with (CASES / f"{name}.{kind}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in list(csv.reader(file))[1:]]


def f1(found: list[Row], wanted: list[Row]) -> float:
    """The harmonic mean of precision and recall, of rows as a bag."""
    same = sum((Counter(found) & Counter(wanted)).values())
    return 2 * same / (len(found) + len(wanted)) if found or wanted else 1.0


def test_there_are_reports() -> None:
    assert len(NAMES) >= 7
    assert len(TABLES) >= 38


@pytest.mark.parametrize(("name", "kind"), TABLES)
def test_facts(name: str, kind: str) -> None:
    found, wanted = Counter(made(name)[kind]), Counter(gold(name, kind))
    assert found - wanted == Counter(), "the loaders say what the table does not"
    assert wanted - found == Counter(), "the table says what the loaders do not"


@pytest.mark.parametrize("name", NAMES)
def test_acts(name: str) -> None:
    found, wanted = made(name)["acts"], gold(name, "acts")
    assert f1([row[:2] for row in found], [row[:2] for row in wanted]) >= 0.95
    for column, least in ((2, 0.9), (3, 0.9), (4, 0.9), (5, 0.9)):
        pairs = [[(row[0], row[column]) for row in rows if row[column]] for rows in (found, wanted)]
        assert f1(*pairs) >= least, f"column {column}"


@pytest.mark.parametrize("name", NAMES)
def test_evidence_and_shapes(name: str, tmp_path: Path) -> None:
    found = report(name)
    text = found.source.text
    graph = to_graph(found)
    query = """SELECT ?a ?b ?t {
                 ?q a tac:Quotation ; tac:start ?a ; tac:end ?b ; tac:quotedText ?t }"""
    quoted = list(graph.query(query))
    assert quoted
    assert all(text[int(a) : int(b)] == str(t) for a, b, t in quoted)
    file = tmp_path / f"{name}.ttl"
    file.write_bytes(write(graph))
    assert validate([file]).conforms
