"""Reports that an extraction ran together on one line: what is a paragraph, an item, a heading."""

import pytest

from att_graph.languages import language
from att_graph.layout.running import LONG, cut
from att_graph.layout.structure import ParsedReport
from att_graph.parse import parse
from att_graph.source import Source
from att_graph.text import Span

SYMBOL = "ATT/CSP21/2035/SEC/41/Conf.FinRep"
HEAD = (
    f"{SYMBOL} 24 August 2035 Submitted by: ATT Secretariat Original: English Arms Trade Treaty "
    "Twenty-First Conference of States Parties Lisbon, 2024 August 2035 FINAL REPORT The Final "
    "Report of the Twenty-First Conference of States Parties consists of two parts as follows: "
    "I Introduction II Decisions "
)
BODY = (
    "I. INTRODUCTION 1. In line with Rule 2. The delegations also met on 3. September in the hall. "
    "2. The Conference shall: (a) Review its work and the papers it holds; (b) Adopt a plan; "
    f"and {SYMBOL} 1 (c) Close. 3. Two matters, i) a small one, ii) a large one, were left. 1 "
    "4. The harbour, Kenya, Latvia, 2 Malta and Peru took part in the talks. "
    "II. DECISIONS 5. The Conference decided to meet again."
)


def layout(text: str) -> ParsedReport:
    return parse(Source("report.txt", text, "0" * 64))


@pytest.fixture(scope="module")
def run() -> ParsedReport:
    text = HEAD + BODY
    assert len(text) > LONG
    assert "\n" not in text
    return layout(text)


def test_the_masthead_is_taken_apart(run: ParsedReport) -> None:
    assert [line.norm for line in run.masthead] == [
        SYMBOL,
        "24 August 2035",
        "Submitted by: ATT Secretariat",
        "Original: English",
        "Arms Trade Treaty",
        "Twenty-First Conference of States Parties",
        "Lisbon, 2024 August 2035",
        "FINAL REPORT",
        "The Final Report of the Twenty-First Conference of States Parties consists of two parts "
        "as follows:",
    ]
    assert [line.norm for line in run.contents] == ["I Introduction", "II Decisions"]


def test_the_count_goes_on_and_nothing_else_is_a_paragraph(run: ParsedReport) -> None:
    """ "Rule 2. The …", "on 3. September" and a page's number are none."""
    assert [p.number for p in run.paragraphs] == ["1", "2", "3", "4", "5"]
    assert run.paragraphs[0].view.norm.endswith("on 3. September in the hall.")


def test_the_headings_stand_over_their_paragraphs(run: ParsedReport) -> None:
    assert [(p.number, p.title.norm) for p in run.parts] == [
        ("I", "INTRODUCTION"),
        ("II", "DECISIONS"),
    ]
    assert [p.part for p in run.paragraphs] == [0, 0, 0, 0, 1]


def test_items_behind_a_colon_and_no_options_within_a_sentence(run: ParsedReport) -> None:
    labels = [[item.label for item in p.items] for p in run.paragraphs]
    assert labels == [[], ["a", "b", "c"], [], [], []]
    assert run.paragraphs[1].items[2].view.norm == "Close."


def test_the_furniture_of_pages_is_left_out(run: ParsedReport) -> None:
    words = " ".join(p.view.norm for p in run.paragraphs)
    assert SYMBOL not in words
    assert words.count("Malta") == 1
    assert "2 Malta" not in words


def test_a_short_line_is_left_alone() -> None:
    text = "1. One. 2. Two. 3. Three."
    assert [p.span for p in cut(text, Span(0, len(text)), 0, language("en"))] == [
        Span(0, len(text))
    ]
