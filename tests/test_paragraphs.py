"""The stored reports, paragraph by paragraph: which facts each says, in which words.

A golden table holds a group of paragraphs, one row a fact and place, in the order of the text. A
fact met in several places says in each row only what is proved there; an act is listed once, where
its content stands. "(not quoted)" is what no quotation proves: it follows from something else.
Paragraphs without facts have a row with the reason.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import pytest
from conftest import FINAL, GOLDEN, GROUP, REPORTS, Row

from att_graph.curation.blocks import Block
from att_graph.curation.coverage import CHAPEAU, FACTS, REASONS, Coverage, cover
from att_graph.graph import TABLE
from att_graph.layout.structure import ParsedReport
from att_graph.model import Act, Body, Evidence, Fact, Finding, Passage, Ref, Report, Words
from att_graph.text import Span

Golden = Callable[[str, Row, Iterable[Row]], None]

HEADER = ("place", "kind", "fact", "says", "quotation")
# Report → group → the places that are in it beside the paragraphs its name counts.
GROUPS: dict[str, dict[str, set[str]]] = {
    FINAL: {
        "01-03": {"00 masthead"}, "04-08": set(), "09-10+16": set(), "11-13": set(),
        "14-15": set(), "17-20": set(), "21-24": set(), "25-25": set(), "26-26": set(),
        "27-35": set(), "36-41": set(), "42-47": {"note 1", "table"},
    },
    GROUP: {
        "01-04": {"00 masthead"}, "05-13": {"note 1"}, "14-19": set(), "20-22": set(),
    },
}  # fmt: skip
CASES = [(report, group) for report, groups in GROUPS.items() for group in groups]

# The property whose quotation stands for the fact, where the shortest would say too little.
_LEADS = {
    "Act": "content",
    "Meeting": "startDate",
    "Participation": "participant",
    "Tenure": "holder",
    "Intervention": "speaker",
}
# What every fact of the kind says alike, or what the row says elsewhere.
_UNTOLD = {"recorded_in", "made_by", "listed_in", "submitted_to"}


def numbers(group: str) -> list[str]:
    """`09-10+16` → 09, 10, 16."""
    found = []
    for part in group.split("+"):
        first, _, last = part.partition("-")
        found += [f"{n:02}" for n in range(int(first), int(last or first) + 1)]
    return found


def placed(coverage: Coverage, layout: ParsedReport) -> Iterator[tuple[str, str, Block]]:
    """Each run of text with the place it has in the tables, and the paragraph it belongs to."""
    paragraph = "00 masthead"
    for block in coverage.blocks:
        number, *items = re.findall(r"\w+", block.label)[:3] or [""]
        if block.kind in ("paragraph", "item"):
            paragraph = f"{int(number):02}"
            yield paragraph + "".join(f"({item})" for item in items), paragraph, block
        elif block.kind == "footnote":
            yield f"note {block.label}", f"note {block.label}", block
        elif block.kind != "rule":
            if block.kind == "row" or block.view in layout.annex:
                paragraph = "table"
            yield paragraph, paragraph, block


def within(spans: Iterable[Span], block: Block) -> bool:
    return any(s.start < b.end and b.start < s.end for s in spans for b in block.view.spans())


class Table:
    """The rows of one report."""

    def __init__(self, layout: ParsedReport, report: Report) -> None:
        self.coverage, self.report = cover(layout, report), report
        self.blocks = list(placed(self.coverage, layout))
        self.told: set[tuple[Ref, str]] = set()

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Each row with the paragraph it belongs to."""
        places: dict[str, list[Block]] = {}
        homes = {}
        for place, home, block in self.blocks:
            places.setdefault(place, []).append(block)
            homes[place] = home
        for place, blocks in places.items():
            found = list(self._facts(place, blocks))
            if not found and place[0].isdigit():
                why = [s.reason for b in blocks if b.kind != "heading" for s in b.sentences]
                said = (REASONS[CHAPEAU if reason == FACTS else reason] for reason in why)
                found = [(place, "nothing", "", "; ".join(dict.fromkeys(said)), "")]
            yield from ((homes[place], row) for row in found)

    def _facts(self, place: str, blocks: list[Block]) -> Iterator[Row]:
        for ref, fact in self.report.facts.items():
            if isinstance(fact, Passage):
                continue
            here = [e for e in fact.evidence if any(within(e.spans, b) for b in blocks)]
            lead = _LEADS.get(type(fact).__name__)
            leading = [e for e in here if lead in e.supports] or here
            if not here or (isinstance(fact, Act) and lead not in leading[0].supports):
                continue
            quotations = sorted(dict.fromkeys(map(self._quoted, leading)), key=len)
            quoted = " + ".join(quotations if isinstance(fact, Body) else quotations[:1])
            yield place, ref.kind, self._name(ref), "; ".join(self._says(fact, here)), quoted

    def _says(self, fact: Fact, here: list[Evidence]) -> Iterator[str]:
        proved = {name for e in fact.evidence for name in e.supports}
        proved_here = {name for e in here for name in e.supports}
        if "label" in proved_here:
            yield " = ".join(dict.fromkeys(w.value for w in [*fact.labels, *fact.names]))
        for name, term, _ in TABLE[type(fact)]:
            term = term.rsplit(":", 1)[-1]
            value = getattr(fact, name)
            values = value if isinstance(value, list) else [value]
            unproved = term not in proved and (fact.ref, term) not in self.told
            if value in (None, "", []) or name in _UNTOLD or (
                not isinstance(fact, Act) and term not in proved_here and not unproved
            ):  # fmt: skip
                continue
            self.told.add((fact.ref, term))
            said = " + ".join(sorted(map(self._value, values)))
            judged = term in proved or term == "severity"
            yield f"{term}: {said}" + ("" if judged else " (not quoted)")
        if isinstance(fact, Act) and fact.voluntary:
            yield "voluntary"
        if isinstance(fact, Finding):
            yield fact.why
        if fact.basis != "stated":
            yield fact.basis

    def _value(self, value: str | int | Decimal | Words | Ref) -> str:
        if isinstance(value, Ref):
            return self._name(value)
        return f"“{value.value}”" if isinstance(value, Words) else str(value)

    def _name(self, ref: Ref) -> str:
        """The readable key of a thing, or its printed name where the key says nothing."""
        fact = self.report.facts.get(ref)
        key = ref.key.removeprefix(f"{self.report.id}/")
        if fact and re.search(r"(^|[-/])[0-9a-f]{8}($|-)", key):
            labels = sorted(fact.labels, key=lambda words: words.lang != self.report.lang)
            return labels[0].value if labels else key
        return key

    def _quoted(self, evidence: Evidence) -> str:
        text = self.report.source.text
        return " … ".join(" ".join(text[s.start : s.end].split()) for s in evidence.spans)


@pytest.fixture(scope="session")
def tables(parsed: dict[str, ParsedReport], loaded: dict[str, Report]) -> dict[str, Table]:
    return {name: Table(parsed[name], loaded[name]) for name in REPORTS}


@pytest.fixture(scope="session")
def facts(tables: dict[str, Table]) -> dict[str, list[tuple[str, Row]]]:
    return {name: list(table.rows()) for name, table in tables.items()}


@pytest.mark.parametrize(("report", "group"), CASES)
def test_the_facts_of_each_group_of_paragraphs(
    facts: dict[str, list[tuple[str, Row]]], golden: Golden, report: str, group: str
) -> None:
    homes = {*numbers(group), *GROUPS[report][group]}
    found = [row for home, row in facts[report] if home in homes]
    golden(f"paragraphs/{report}-{group}", HEADER, found)


def test_every_paragraph_is_in_one_group(tables: dict[str, Table]) -> None:
    assert len(CASES) == 16
    files = {path.stem for path in (GOLDEN / "paragraphs").iterdir()}
    assert files == {f"{report}-{group}" for report, group in CASES}
    for report, groups in GROUPS.items():
        grouped = [n for group, more in groups.items() for n in (*numbers(group), *more)]
        assert len(grouped) == len(set(grouped))
        assert set(grouped) == {home for _, home, _ in tables[report].blocks}


def test_every_fact_is_in_a_table(
    tables: dict[str, Table], facts: dict[str, list[tuple[str, Row]]]
) -> None:
    """Nothing read from a report stands outside the tables."""
    for report in REPORTS:
        table = tables[report]
        told = {row[1:3] for _, row in facts[report]}
        for ref, fact in table.report.facts.items():
            assert isinstance(fact, Passage) or (ref.kind, table._name(ref)) in told
