"""The layout of a report: masthead, parts, paragraphs, items, footnotes, annex rows, as views."""

from dataclasses import dataclass, field

from att_graph.languages import Language
from att_graph.source import Source
from att_graph.text import View


@dataclass
class Item:
    """A list-marked item: its bare label ("a", "1", "a.i") and its words."""

    label: str
    view: View


@dataclass
class Paragraph:
    """A numbered paragraph: `view` is the chapeau (all of it when there are no items)."""

    number: str
    view: View
    items: list[Item] = field(default_factory=list)
    part: int = 0


@dataclass
class Footnote:
    """A footnote: its label and words."""

    label: str
    view: View


@dataclass
class Part:
    """A heading and where it stands; `number` is its printed number or None."""

    title: View
    number: str | None = None


@dataclass
class Row:
    """A row of the annex table: its cells, and the sub-heading it stands under."""

    cells: list[View]
    heading: View | None = None


@dataclass
class ParsedReport:
    """The layout of a report. `parts[p.part]` is the heading over paragraph p.

    A file that is one table has a `grid`, header first, and nothing else.
    """

    source: Source
    language: Language
    masthead: list[View] = field(default_factory=list)
    contents: list[View] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    annex: list[View] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    grid: list[list[View]] = field(default_factory=list)
