"""A coverage in; a page out that shows the report's text with what was read marked in it.

Marks overlap and nest, and HTML elements may not overlap: the text is cut wherever a mark begins or
ends, each piece links to its innermost fact, and the number of every fact stands where its mark
ends, so that each can be reached.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from att_graph.curation.blocks import Block, Mark, Sentence
from att_graph.curation.cards import Card, cards
from att_graph.curation.coverage import FACTS, REASONS, UNREAD, Coverage
from att_graph.curation.nearest import residue
from att_graph.model import Finding, Ref
from att_graph.site import fill

# Kind of fact → the colour family of its marks.
FAMILIES = {
    "act": "act",
    "deadline": "act",
    "participation": "actor",
    "organisation": "actor",
    "state": "actor",
    "group": "actor",
    "body": "actor",
    "person": "person",
    "office": "person",
    "tenure": "person",
    "intervention": "person",
    "meeting": "meeting",
    "document": "document",
    "provision": "law",
    "treaty-action": "law",
    "figure": "figure",
    "finding": "finding",
}
_LEGEND = {
    "act": "acts and deadlines",
    "actor": "actors and participation",
    "person": "persons, offices, interventions",
    "meeting": "meetings",
    "document": "documents",
    "law": "provisions and treaty actions",
    "figure": "figures",
    "finding": "findings",
}


@dataclass
class Piece:
    """Text between two borders of marks: the facts on it, innermost first, and those ending."""

    text: str
    facts: list[Card] = field(default_factory=list)
    ends: list[tuple[Card, str]] = field(default_factory=list)  # the card and the mark's anchor

    @property
    def family(self) -> str:
        """The colour of the innermost fact."""
        return FAMILIES.get(self.facts[0].ref.kind, "other")


@dataclass
class Shown:
    """A sentence on the page."""

    sentence: Sentence
    pieces: list[Piece]

    @property
    def note(self) -> str:
        """Why there are no facts, or nothing."""
        reason = self.sentence.reason
        if reason in (FACTS, "heading", "layout"):
            return ""
        return f"{REASONS[reason]}{': ' if self.sentence.why else ''}{self.sentence.why}"


class _Page:
    def __init__(self, found: Coverage) -> None:
        self.found = found
        self.cards = cards(found.report, (mark.fact for mark in found.marks))
        self.places: dict[Ref, list[tuple[str, str]]] = defaultdict(list)  # anchor, where

    def block(self, block: Block) -> list[Shown]:
        here = [
            (mark, *self._range(block, mark))
            for mark in self.found.marks
            if mark.meets(block.view.spans())
        ]
        return [Shown(each, self._pieces(block, each, here)) for each in block.sentences]

    def _range(self, block: Block, mark: Mark) -> tuple[int, int]:
        """A mark's range in the block's view."""
        return bisect_left(block.view.at, mark.start), bisect_left(block.view.at, mark.end)

    def _pieces(
        self, block: Block, sentence: Sentence, here: list[tuple[Mark, int, int]]
    ) -> list[Piece]:
        on = [each for each in here if each[1] < sentence.end and sentence.start < each[2]]
        borders = {sentence.start, sentence.end}
        for _, start, end in on:
            borders |= {max(start, sentence.start), min(end, sentence.end)}
        cuts = sorted(borders)
        pieces = []
        for start, end in pairwise(cuts):
            piece = Piece(_words(block, start, end))
            covering = [each for each in on if each[1] <= start and end <= each[2]]
            covering.sort(key=lambda each: each[2] - each[1])
            piece.facts = list(dict.fromkeys(self.cards[each[0].fact] for each in covering))
            for mark, begin, stop in covering:
                if stop == end and not _within(mark, begin, stop, on):
                    piece.ends.append(self._anchor(block, mark))
            pieces.append(piece)
        return pieces

    def _anchor(self, block: Block, mark: Mark) -> tuple[Card, str]:
        card = self.cards[mark.fact]
        places = self.places[mark.fact]
        anchor = f"m-{card.number}-{len(places) + 1}"
        numbered = block.kind in ("paragraph", "item")
        places.append((anchor, f"¶{block.label}" if numbered else block.kind))
        return card, anchor


def page(found: Coverage) -> str:
    """A coverage in; one self-contained HTML page out."""
    made = _Page(found)
    blocks = [(block, made.block(block)) for block in found.blocks]
    facts = found.report.facts
    findings = [card for ref, card in made.cards.items() if isinstance(facts[ref], Finding)]
    return fill(
        "coverage.html",
        report=found.report,
        title=found.title,
        figures=found.figures,
        blocks=blocks,
        cards=list(made.cards.values()),
        places=made.places,
        families=FAMILIES,
        legend=_LEGEND,
        findings=findings,
        unread=found.not_understood(),
        residue=residue(found),
        UNREAD=UNREAD,
    )


def _within(mark: Mark, start: int, end: int, others: list[tuple[Mark, int, int]]) -> bool:
    """Whether a longer mark of the same fact holds this one: its number says enough."""
    return any(
        other.fact == mark.fact and a <= start and end <= b and b - a > end - start
        for other, a, b in others
    )


def _words(block: Block, start: int, end: int) -> str:
    """The text of a range as printed, with the white space before it."""
    view = block.view
    return "".join((" " if view.gap[i] and i else "") + view.shown[i] for i in range(start, end))
