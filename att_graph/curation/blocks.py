"""A report's layout in; its runs of text in reading order out: headings, paragraphs, items, rows.

Every line of the stored text is in a block, so that nothing drops out of the accounts unseen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from att_graph.layout.furniture import furniture
from att_graph.layout.structure import ParsedReport
from att_graph.model import Ref
from att_graph.text import Span, View, spot, view

NARRATIVE = "narrative"


@dataclass(frozen=True)
class Mark:
    """A span of the text that proves something of a fact."""

    start: int
    end: int
    fact: Ref
    supports: tuple[str, ...] = ()

    def meets(self, spans: Iterable[Span]) -> bool:
        """Whether it shares a character with one of the spans."""
        return any(self.start < span.end and span.start < self.end for span in spans)


@dataclass
class Sentence:
    """What was made of one sentence: `view.norm[start:end]` of its block.

    `reason` is a key of REASONS, `why` says what is missing when it was not understood. `unread`
    are dates, names, symbols and provisions in it that no fact's span touches.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    text: str
    reason: str = NARRATIVE
    why: str = ""
    facts: list[Ref] = field(default_factory=list)
    findings: list[Ref] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Block:
    """A run of text.

    `kind` is heading, masthead, contents, paragraph, item, footnote, row, furniture (heads and
    feet of pages), or rule (no words).
    """

    kind: str
    label: str
    view: View
    part: str | None = None  # the kind of its part ("decisions" …)
    opens: bool = False  # a chapeau with items under it
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins in the stored text."""
        return self.view.at[0] if self.view.at else 0


def blocks(parsed: ParsedReport) -> list[Block]:
    """Everything the layout holds, and a block for each line that it does not hold."""
    found = sorted(_laid_out(parsed), key=lambda block: block.start)
    lost = _left_out(parsed, found)
    return sorted([*found, *lost], key=lambda block: block.start)


def _laid_out(parsed: ParsedReport) -> Iterator[Block]:
    # A heading that several rows of the annex share is one block.
    for kind, views in (
        ("masthead", parsed.masthead),
        ("contents", parsed.contents),
        ("heading", [part.title for part in parsed.parts]),
        ("heading", parsed.annex),
        ("heading", list({id(row.heading): row.heading for row in parsed.rows}.values())),
    ):
        yield from (Block(kind, "", view) for view in views if view)
    for paragraph in parsed.paragraphs:
        title = parsed.parts[paragraph.part].title.norm if paragraph.part >= 0 else ""
        part = parsed.language.choose("part", title)
        number, items = paragraph.number, paragraph.items
        if paragraph.view:
            yield Block("paragraph", number, paragraph.view, part, bool(items))
        for item in items:
            if item.view:
                opens = any(other.label.startswith(f"{item.label}.") for other in items)
                yield Block("item", spot(number, item.label), item.view, part, opens)
    for note in parsed.footnotes:
        if note.view:
            yield Block("footnote", note.label, note.view)
    for row in parsed.rows:
        for column, cell in enumerate(row.cells, 1):
            if cell:
                yield Block("row", f"column {column}", cell)


def _left_out(parsed: ParsedReport, blocks: list[Block]) -> Iterator[Block]:
    """The lines that no block holds: rules between parts, page heads, or what the layout lost."""
    text = parsed.source.text
    heads = furniture(text, parsed.language)
    held = sorted({at for block in blocks for at in block.view.at})
    place = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        while place < len(held) and held[place] < line.start():
            place += 1
        if place == len(held) or held[place] >= line.end():
            begins = line.end() - len(line[0].lstrip())
            kind = "furniture" if begins in heads else "rule"
            yield Block(kind, "", view(text, [Span(line.start(), line.end())]))
