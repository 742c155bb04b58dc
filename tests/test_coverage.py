"""What was made of every sentence: nothing drops out, and what was not understood says so."""

import html.parser
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import FINAL, GROUP, REPORTS
from test_cli import run

from att_graph import model, sentences
from att_graph.curation import coverage
from att_graph.curation.coverage import Coverage, cover
from att_graph.errors import InputError
from att_graph.exports.coverage import render
from att_graph.languages import language
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import load
from att_graph.model import Fact, Report
from att_graph.parse import parse
from att_graph.source import Source
from att_graph.text import Span, view

ZH = language("zh")


@pytest.fixture(scope="module")
def covered(parsed: dict[str, ParsedReport], loaded: dict[str, Report]) -> dict[str, Coverage]:
    return {name: cover(parsed[name], loaded[name]) for name in REPORTS}


def altered(source: Source, *changes: tuple[str, str]) -> Coverage:
    """A stored report with some words exchanged, read again."""
    text = source.text
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    layout = parse(replace(source, text=text))
    return cover(layout, load(layout))


def without(layout: ParsedReport, report: Report, lost: Callable[[Fact], bool]) -> Coverage:
    """The coverage if the loaders had missed some facts."""
    kept = {ref: fact for ref, fact in report.facts.items() if not lost(fact)}
    return cover(layout, replace(report, facts=kept))


# What ends a sentence.
SPLITS = [
    ("会议决定。会议还决定!", ["会议决定。", "会议还决定!"]),
    (
        "他说“好。不好。”,然后走了。",
        ["他说“好。不好。”,然后走了。"],
    ),  # goes on behind the quotation
    ("他说“好。”会议决定。", ["他说“好。”", "会议决定。"]),
    ("见《报告。摘要》。完", ["见《报告。摘要》。", "完"]),
    ("会议(第一。第二)举行。", ["会议(第一。第二)举行。"]),
    ("左括号(从不关闭。第二句。", ["左括号(从不关闭。", "第二句。"]),  # must not swallow the rest
    ("没有句号", ["没有句号"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), SPLITS, ids=[text or "empty" for text, _ in SPLITS])
def test_a_sentence_ends_outside_quotations_titles_and_brackets(
    text: str, wanted: list[str]
) -> None:
    found, _ = sentences.split(view(text, [Span(0, len(text))]), ZH)
    assert [text[each.start : each.end] for each in found] == wanted


def test_a_quotation_of_law_runs_on_over_the_items() -> None:
    def split(text: str, running: sentences.Running | None = None) -> tuple[list[bool], object]:
        found, still = sentences.split(view(text, [Span(0, len(text))]), ZH, running)
        return [each.quoted for each in found], still

    law = sentences.Running("“", True)
    assert split("第十七条规定,“会议应:") == ([False], law)
    assert split("审查执行情况;", law) == ([True], law)
    assert split("履行职能。”", law) == ([True], None)
    assert split("履行职能。”会议决定。", law) == ([True, False], None)
    assert split("题为“优先事项") == ([False], sentences.Running("“", False))  # a title is no law


@pytest.mark.parametrize("name", REPORTS)
def test_every_character_is_in_one_sentence(covered: dict[str, Coverage], name: str) -> None:
    found = covered[name]
    text = found.report.source.text
    for block in found.blocks:
        assert "".join(block.view.norm[s.start : s.end] for s in block.sentences).strip() == (
            block.view.norm.strip()
        )
    places = [at for block in found.blocks for at in block.view.at]
    inside = set(places)
    lost = [char for at, char in enumerate(text) if at not in inside and "一" <= char <= "鿿"]
    assert not lost
    for _, sentence in found.sentences():
        assert sentence.reason in coverage.REASONS
        assert all(0 <= span.start < span.end <= len(text) for span in sentence.spans)


@pytest.mark.parametrize("name", REPORTS)
def test_every_paragraph_is_accounted_for(
    covered: dict[str, Coverage], parsed: dict[str, ParsedReport], name: str
) -> None:
    wanted = {p.number for p in parsed[name].paragraphs}
    told = {b.label.split("(")[0] for b in covered[name].blocks if b.sentences and b.label}
    assert wanted <= told
    items = sum(len(p.items) for p in parsed[name].paragraphs)
    assert items == sum(block.kind == "item" for block in covered[name].blocks)


@pytest.mark.parametrize("name", REPORTS)
def test_every_fact_is_in_a_sentence(covered: dict[str, Coverage], name: str) -> None:
    found = covered[name]
    told = {ref for _, s in found.sentences() for ref in [*s.facts, *s.findings]}
    assert told == {mark.fact for mark in found.marks}


@pytest.mark.parametrize("name", REPORTS)
def test_all_is_understood(covered: dict[str, Coverage], name: str) -> None:
    assert [(block.label, s.text, s.why) for block, s in covered[name].not_understood()] == []
    figures = covered[name].figures
    assert figures["sentences"] == figures["sentences explained"] > 0
    assert figures["sentences not understood"] == figures["unresolved names"] == 0
    assert 0 < figures["characters in spans of facts"] < figures["characters"]


def test_reasons_for_no_facts(covered: dict[str, Coverage]) -> None:
    reasons: dict[str, set[str]] = {}
    for block, sentence in covered[FINAL].sentences():
        reasons.setdefault(sentence.reason, set()).add(block.label or block.kind)
    assert reasons["quoted"] == {"2(a)", "2(b)", "2(d)", "2(e)", "2(f)", "2(g)"}
    assert reasons["chapeau"] == {"25", "37"}
    assert "9" in reasons["narrative"]
    assert reasons["layout"] == {"rule"}
    (chapeau,) = (s for b, s in covered[GROUP].sentences() if b.label == "22")
    assert chapeau.reason in ("chapeau", "facts")


# A reading that misses facts: the coverage must say where.
MISSED: list[tuple[str, str, type[Fact], str]] = [
    (FINAL, "32", model.Act, "the meeting is the subject, but no act was read"),
    (FINAL, "24(b)", model.Act, "an item of what the meeting decided, but no act was read"),
    (FINAL, "17", model.Person, "looks like a person"),
    (FINAL, "13", model.Participation, "looks like a participation"),
]


@pytest.mark.parametrize(
    ("name", "place", "kind", "why"), MISSED, ids=[f"{k.__name__} {p}" for _, p, k, _ in MISSED]
)
def test_a_fact_the_reading_missed_is_noticed(
    parsed: dict[str, ParsedReport],
    loaded: dict[str, Report],
    covered: dict[str, Coverage],
    name: str,
    place: str,
    kind: type[Fact],
    why: str,
) -> None:
    here = next(block for block in covered[name].blocks if block.label == place)
    lost = {ref for s in here.sentences for ref in s.facts if ref.kind == kind.kind}
    assert lost
    found = without(parsed[name], loaded[name], lambda fact: fact.ref in lost)
    missed = {block.label: sentence.why for block, sentence in found.not_understood()}
    assert why in missed[place]


def test_one_act_of_two_in_a_sentence_is_noticed(
    parsed: dict[str, ParsedReport], loaded: dict[str, Report]
) -> None:
    text = loaded[FINAL].source.text
    start = text.index("呼吁所有缔约国和签署国继续利用")
    acts = {
        ref
        for ref, fact in loaded[FINAL].facts.items()
        if isinstance(fact, model.Act)
        and any(span.start == start for e in fact.evidence for span in e.spans)
    }
    assert len(acts) == 1
    found = without(parsed[FINAL], loaded[FINAL], lambda fact: fact.ref in acts)
    assert [block.label for block, _ in found.not_understood()] == ["27"]


def test_a_participation_nobody_read_is_noticed(parsed: dict[str, ParsedReport]) -> None:
    found = altered(
        parsed[FINAL].source,
        ("9. 条约秘书处为会议做了安排", "9. 某些来宾也出席了会议。条约秘书处为会议做了安排"),
    )
    assert [(b.label, s.text) for b, s in found.not_understood()] == [
        ("9", "某些来宾也出席了会议。")
    ]


def test_a_verb_nobody_knows_is_noticed(parsed: dict[str, ParsedReport]) -> None:
    found = altered(parsed[FINAL].source, ("32. 会议还批准了", "32. 会议还咀嚼了"))
    missed = {block.label: sentence.why for block, sentence in found.not_understood()}
    assert set(missed) == {"32"}
    found = altered(parsed[FINAL].source, ("- e. 鼓励所有提供", "- e. 咀嚼所有提供"))
    assert "26(e)" in {block.label for block, _ in found.not_understood()}


def test_a_line_the_layout_lost_is_noticed(
    parsed: dict[str, ParsedReport], loaded: dict[str, Report]
) -> None:
    layout = parsed[FINAL]
    shorter = replace(layout, paragraphs=[p for p in layout.paragraphs if p.number != "9"])
    ((block, sentence),) = cover(shorter, loaded[FINAL]).not_understood()
    assert block.kind == "rule"
    assert "条约秘书处为会议做了安排" in sentence.text


def test_text_has_a_line_for_each_sentence(covered: dict[str, Coverage]) -> None:
    text = render(covered[FINAL], "text")
    for line in ("¶9 ", "¶24(b) ", "sentences not understood: 0", "← quoted treaty text"):
        assert line in text
    assert "participation 94" in text


def test_json_holds_everything_with_offsets(covered: dict[str, Coverage]) -> None:
    found = covered[GROUP]
    tree = json.loads(render(found, "json"))
    text = found.report.source.text
    assert tree["figures"] == found.figures
    assert len(tree["blocks"]) == len(found.blocks)
    told = {fact["iri"] for fact in tree["facts"]}
    for block in tree["blocks"]:
        for sentence in block["sentences"]:
            assert {*sentence["facts"], *sentence["findings"]} <= told
            spans = sentence["spans"]
            cut = "".join(text[start:end] for start, end in spans)
            assert view(cut, [Span(0, len(cut))]).norm.strip()
    for fact in tree["facts"]:
        assert fact["types"]
        assert fact["evidence"]


class Page(html.parser.HTMLParser):
    """Ids, links and tags of a page; whether each element is closed."""

    VOID = frozenset({"meta", "link", "br", "wbr", "img", "hr", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("name", REPORTS)
def test_the_page_is_whole_and_every_mark_leads_somewhere(
    covered: dict[str, Coverage], name: str
) -> None:
    page = Page(render(covered[name], "html"))
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") for link in page.links)  # no network, nothing beside it
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert not page.tags & {"script", "img", "link", "iframe"}
    facts = {mark.fact for mark in covered[name].marks}
    assert {f"f-{n}" for n in range(1, len(facts) + 1)} <= set(page.ids)
    for number in range(1, len(facts) + 1):  # each can be reached from the text, and back
        assert f"#f-{number}" in page.links
        assert f"#m-{number}-1" in page.links


def test_the_page_escapes_what_a_report_holds(parsed: dict[str, ParsedReport]) -> None:
    found = altered(
        parsed[FINAL].source,
        ("9. 条约秘书处为会议做了安排", '9. 条约秘书处 a<b & "c" &lt;script&gt;x 为会议做了安排'),
    )
    text = render(found, "html")
    assert "<script>" not in text
    page = Page(text)
    assert any('a<b & "c"' in words for words in page.words)


def test_names_of_reports() -> None:
    assert coverage.coverage(GROUP).report.id == GROUP
    with pytest.raises(InputError, match=f"did you mean {GROUP}"):
        coverage.coverage("csp11-wgtu-rapport-zh")
    with pytest.raises(InputError, match="'xml' is none of text, html, json"):
        render(coverage.coverage(GROUP), "xml")


def test_the_command(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = run("coverage", GROUP, "--format", "html", "-o", str(out))
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    done = run("coverage", "nowhere.txt")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("att-graph: nowhere.txt: no such file")
    assert b"Traceback" not in done.stderr
