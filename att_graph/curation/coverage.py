"""A layout and the facts read from it in; what was made of every sentence out.

Each sentence of each block (heading, paragraph, item, footnote, row …) has its facts, or the reason
there are none. "Not understood" is a sentence that should hold a fact by its form, and holds none.
Offsets are code points of the stored text, 0-based and half-open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from att_graph import paths, sentences
from att_graph.curation.blocks import NARRATIVE, Block, Mark, Sentence, blocks
from att_graph.curation.doubts import HOLDS_ACTS, Case, missing, unread
from att_graph.errors import InputError
from att_graph.languages import Language
from att_graph.layout.structure import ParsedReport
from att_graph.loaders import load
from att_graph.model import Act, Finding, Passage, Report
from att_graph.parse import parse
from att_graph.source import read
from att_graph.text import Span

FACTS, HEADING, LAYOUT = "facts", "heading", "layout"
QUOTED, CHAPEAU, UNREAD = "quoted", "chapeau", "not-understood"
REASONS = {
    FACTS: "facts were read from it",
    HEADING: "heading, masthead or contents",
    LAYOUT: "a rule or a page's furniture",
    QUOTED: "quoted treaty text",
    CHAPEAU: "introduces the items that hold the acts",
    NARRATIVE: "narrative without a modelled fact",
    UNREAD: "not understood",
}


@dataclass
class Coverage:
    """A report's blocks in reading order, the marks on its text, and the figures."""

    report: Report
    blocks: list[Block]
    marks: list[Mark]
    figures: dict[str, int] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the report is called: by its description, else by its masthead."""
        return self.report.source.titles.get(self.report.lang, self.report.title.value)

    def sentences(self) -> Iterator[tuple[Block, Sentence]]:
        """Every sentence with its block."""
        for block in self.blocks:
            for sentence in block.sentences:
                yield block, sentence

    def not_understood(self) -> list[tuple[Block, Sentence]]:
        """The sentences that were not understood."""
        return [pair for pair in self.sentences() if pair[1].reason == UNREAD]


def coverage(place: str, *, kind: str | None = None, lang: str | None = None) -> Coverage:
    """A report's file ("-" for standard input), its folder, or its name in data/sources in.

    What was made of each of its sentences out. Raises InputError for what cannot be read as a
    report, and for a name that is none (with the nearest).
    """
    source = read(_found(place), lang=lang)
    parsed = parse(source)
    return cover(parsed, load(parsed, kind=kind))


def _found(place: str) -> str | Path:
    if place == "-" or Path(place).exists():
        return place
    known = {folder.parent.name: folder.parent for folder in paths.SOURCES.glob("*/source.toml")}
    if place in known:
        return known[place]
    near = get_close_matches(place, known, n=2, cutoff=0.5)
    hint = (
        f"; did you mean {' or '.join(near)}?" if near else f"; known: {', '.join(sorted(known))}"
    )
    raise InputError(f"{place}: no such file, and no report of data/sources{hint}")


def cover(parsed: ParsedReport, report: Report) -> Coverage:
    """A layout and its facts in; what was made of every sentence out."""
    marks = sorted(_marks(report), key=lambda m: (m.start, -m.end, m.fact))
    found = Coverage(report, blocks(parsed), marks)
    running: sentences.Running | None = None
    for block in found.blocks:
        if block.kind not in ("item", "footnote"):
            running = None
        before = running if block.kind == "item" else None
        stretches, after = sentences.split(block.view, parsed.language, before)
        running = after if block.kind in ("paragraph", "item") else running
        for stretch in stretches:
            block.sentences.append(_sentence(found, parsed.language, block, stretch))
    _chapeaux(found)
    found.figures = _figures(found)
    return found


def _marks(report: Report) -> Iterator[Mark]:
    for fact in report.facts.values():
        if isinstance(fact, Passage):
            continue
        proved: dict[Span, set[str]] = {}
        for evidence in fact.evidence:
            for span in evidence.spans:
                proved.setdefault(span, set()).update(evidence.supports)
        for span, supports in proved.items():
            yield Mark(span.start, span.end, fact.ref, tuple(sorted(supports)))


def _sentence(
    found: Coverage, language: Language, block: Block, stretch: sentences.Stretch
) -> Sentence:
    view, facts = block.view, found.report.facts
    spans = view.spans(stretch.start, stretch.end)
    sentence = Sentence(stretch.start, stretch.end, spans, view.plain(stretch.start, stretch.end))
    touching = [m for m in found.marks if m.meets(spans)]
    for ref in dict.fromkeys(mark.fact for mark in touching):
        kept = sentence.findings if isinstance(facts[ref], Finding) else sentence.facts
        kept.append(ref)
    sentence.reason = _reason(block, stretch, sentence)
    if block.kind in ("paragraph", "item", "footnote", "row"):
        case = Case(language, block, sentence, stretch.quoted, touching, facts)
        sentence.unread = list(unread(case))
        sentence.why = "; ".join(missing(case))
        if sentence.why:
            sentence.reason = UNREAD
    return sentence


def _reason(block: Block, stretch: sentences.Stretch, sentence: Sentence) -> str:
    if sentence.facts:
        return FACTS
    if block.kind in ("heading", "masthead", "contents"):
        return HEADING
    if block.kind == "furniture":
        return LAYOUT
    if block.kind == "rule":
        # A line with words that no block holds is a line the layout lost.
        sentence.why = (
            "the layout has no place for this line" if re.search(r"\w", sentence.text) else ""
        )
        return UNREAD if sentence.why else LAYOUT
    return QUOTED if stretch.quoted else NARRATIVE


def _chapeaux(found: Coverage) -> None:
    """A sentence that only introduces items is accounted for by the acts in them."""
    for number, block in enumerate(found.blocks):
        if not block.opens or block.part not in HOLDS_ACTS or not block.sentences:
            continue
        items = [
            each
            for each in found.blocks[number + 1 :]
            if each.kind == "item" and each.label.startswith(block.label + "(")
        ]
        held = all(
            any(isinstance(found.report.facts[r], Act) for s in item.sentences for r in s.facts)
            for item in items
        )
        last = block.sentences[-1]
        if held and last.text.endswith((":", "：")) and last.why.count("no act was read") <= 1:
            last.reason = FACTS if last.facts else CHAPEAU
            last.why = ""


def _figures(found: Coverage) -> dict[str, int]:
    pairs = list(found.sentences())
    text = found.report.source.text
    inside = {at for m in found.marks for at in range(m.start, m.end)}
    unread = [s for _, s in pairs if s.reason == UNREAD]
    names = [
        f for f in found.report.all(Finding) if f.sort == "unresolved-name" and f.severity != "info"
    ]
    return {
        "characters": sum(not char.isspace() for char in text),
        "characters in spans of facts": sum(not text[at].isspace() for at in inside),
        "paragraphs and items": sum(b.kind in ("paragraph", "item") for b in found.blocks),
        "sentences": len(pairs),
        "sentences explained": len(pairs) - len(unread),
        "sentences with facts": sum(s.reason == FACTS for _, s in pairs),
        "sentences not understood": len(unread),
        "unresolved names": len(names),
    }
