"""Sentences as decisions word them, composed for the tests, and the acts that each of them holds.

`sentences/<language>-<kind>.txt` holds paragraphs parted by blank lines; a line "= …" is an act
that the paragraph must give, in order: its type, then who is asked, told and thanked, and by when.
The paragraphs of a file are read as the last part of one report, which its `.head` begins.
"""

from functools import cache
from pathlib import Path

import pytest

from att_graph import model
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import Source

FOLDER = Path(__file__).parent / "sentences"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def blocks(name: str) -> list[tuple[str, list[str]]]:
    """The paragraphs of a file, each with the acts it must give."""
    found = []
    for block in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        wanted = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
        found.append(("\n".join(x for x in lines if not x.startswith("=")), wanted))
    return found


@cache
def acts(name: str) -> dict[str, list[str]]:
    """The acts of each paragraph of a file, as the file writes them."""
    text = (FOLDER / f"{name}.head").read_text(encoding="utf-8") + "\n\n".join(
        f"{number}. {words}" for number, (words, _) in enumerate(blocks(name), 3)
    )
    report = load(parse(Source("sentences", text + "\n", "0" * 64)))
    found: dict[str, list[str]] = {}
    for act in report.all(model.Act):
        number, _, item = act.ref.key.partition("/")[2].rpartition("-")[0].partition("-")
        found.setdefault(number, []).append(told(report, act, item))
    return found


def told(report: model.Report, act: model.Act, item: str) -> str:
    """One act in a line."""
    due = [fact for ref in act.deadlines if isinstance(fact := report.facts[ref], model.Deadline)]
    pieces = [
        (f"({item}) " if item else "") + act.sort,
        *named(report, "to", act.addressees),
        *named(report, "told", act.recipients),
        *named(report, "thanks", act.beneficiaries),
        *(f"due {fact.sort} {when(fact)}".rstrip() for fact in due),
        *(["voluntary"] if act.voluntary else []),
        *(f"if {words.value}" for words in act.conditions),
    ]
    return " | ".join(pieces)


def when(fact: model.Deadline) -> str:
    """The day, meeting or length of a deadline."""
    return fact.due or fact.duration or (fact.due_at.key if fact.due_at else "")


def named(report: model.Report, word: str, refs: list[model.Ref]) -> list[str]:
    """The actors after a word; one that only this report names is quoted as printed."""
    names = []
    for ref in refs:
        fact = report.facts.get(ref)
        printed = fact.labels[0].value if fact and fact.labels and ref.kind == "group" else ""
        names.append(f"“{printed}”" if printed else f"{ref.kind}/{ref.key}")
    return [f"{word} {'; '.join(names)}"] if names else []


CASES = [
    pytest.param(name, str(number), wanted, id=f"{name}-{number}-{words[:40]}")
    for name in FILES
    for number, (words, wanted) in enumerate(blocks(name), 3)
]


def test_the_sentences_are_found() -> None:
    assert {name.partition("-")[0] for name in FILES} >= {"en"}
    assert len(CASES) > 90


@pytest.mark.parametrize(("name", "number", "wanted"), CASES)
def test_the_acts_of_a_paragraph(name: str, number: str, wanted: list[str]) -> None:
    assert acts(name).get(number, []) == wanted


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("recalled that “[a] Conference of States Parties shall be convened”.", 0),
        ("recalled that “[t]he Depositary shall convene it”.", 0),
        ("agreed that [the Chair] shall convene it.", 1),
        ("took note of Annex [A] of the report.", 1),
    ],
)
def test_a_letter_whose_case_a_quotation_changes_is_no_draft(words: str, count: int) -> None:
    head = (FOLDER / "en-conference.head").read_text(encoding="utf-8")
    report = load(parse(Source("brackets", f"{head}3. The Conference {words}\n", "0" * 64)))
    found = [fact for fact in report.all(model.Finding) if fact.sort == "draft-brackets"]
    assert len(found) == count
