"""A node at fault in; the words of the report it was read from out, with source and paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from att_graph import vocab
from att_graph.text import Places, spot

LONGEST = 120  # characters of a quotation that a report of faults shows
_EVIDENCE, _QUOTED, _TEXT, _SOURCE, _SUPPORTS, _START, _END, _NUMBER, _ITEM, _RECORDED = (
    ox.NamedNode(vocab.ONTOLOGY + name)
    for name in (
        "evidence", "quotedText", "text", "source", "supports", "start", "end", "number", "item",
        "recordedIn",
    )
)  # fmt: skip
_LABEL = ox.NamedNode(vocab.PREFIXES["rdfs"] + "label")
_Node = ox.NamedNode | ox.BlankNode


@dataclass(frozen=True)
class Sentence:
    """Words as quoted, shortened; the source by its label, and the paragraph as in "24(b)"."""

    words: str
    source: str
    paragraph: str

    @property
    def where(self) -> str:
        """Source and paragraph, what there is of them."""
        return ", ".join(filter(None, (self.source, self.paragraph and f"¶{self.paragraph}")))

    def __str__(self) -> str:
        return f"“{self.words}”" + (f" ({self.where})" if self.where else "")


class Evidence:
    """The evidence in a store: `sentence` may be asked for many nodes."""

    def __init__(self, store: ox.Store, lang: str = "en") -> None:
        self.store, self.lang = store, lang
        self._passages: dict[_Node, Places] = {}

    def sentence(self, focus: str, path: str | None) -> Sentence | None:
        """The words that prove a node, the ones for the property at fault where there are any.

        A quotation and a passage are their own words. A node without evidence (a deadline, a
        provision) has the words of the first node that points to it and has some.
        """
        if focus.startswith('"'):
            return None
        node = ox.BlankNode(focus[2:]) if focus.startswith("_:") else ox.NamedNode(focus)
        for each in (node, *_pointing(self.store, node)):
            quotation = _quotation(self.store, each, path)
            if quotation is not None:
                return self._told(quotation)
        return None

    def _told(self, quotation: _Node) -> Sentence:
        store = self.store
        text = _value(store, quotation, _QUOTED) or _value(store, quotation, _TEXT)
        words = " ".join(text.split())
        source = next(iter(_objects(store, quotation, _SOURCE)), None)
        return Sentence(
            words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…",
            "" if source is None else label(store, source, self.lang),
            "" if source is None else self._paragraph(source, _number(store, quotation, _START)),
        )

    def _paragraph(self, source: _Node, start: int) -> str:
        """The number of the innermost passage of a source that holds a place of its text."""
        if source not in self._passages:
            self._passages[source] = Places(_passages(self.store, source))
        return self._passages[source].at(start)


def _quotation(store: ox.Store, node: _Node, path: str | None) -> _Node | None:
    """The quotation or passage with a node's words: for the property, else the first."""
    if _value(store, node, _QUOTED) or _value(store, node, _TEXT):
        return node
    best: tuple[bool, int, str] | None = None
    for quotation in _objects(store, node, _EVIDENCE):
        proves = {each.value for each in _objects(store, quotation, _SUPPORTS)}
        if isinstance(quotation, ox.NamedNode) and _value(store, quotation, _QUOTED):
            rank = (path not in proves, _number(store, quotation, _START), quotation.value)
            best = rank if best is None else min(best, rank)
    if best is not None:
        return ox.NamedNode(best[2])
    passages = sorted(_objects(store, node, _RECORDED), key=str)
    return next((each for each in passages if _value(store, each, _TEXT)), None)


def _pointing(store: ox.Store, node: _Node) -> list[_Node]:
    """What points to a node, in the order of its names: an act to its deadline."""
    quads = store.quads_for_pattern(None, None, node, ox.DefaultGraph())
    found = (quad.subject for quad in quads if quad.predicate != _SUPPORTS)
    return sorted({each for each in found if not isinstance(each, ox.Triple)}, key=str)


def _passages(store: ox.Store, source: _Node) -> Iterator[tuple[int, int, str]]:
    """Start, end and number of each passage of a source, an item as in "24(b)"."""
    for quad in store.quads_for_pattern(None, _SOURCE, source, ox.DefaultGraph()):
        passage = quad.subject
        number = "" if isinstance(passage, ox.Triple) else _value(store, passage, _NUMBER)
        if number and not isinstance(passage, ox.Triple):
            name = spot(number, _value(store, passage, _ITEM))
            yield _number(store, passage, _START), _number(store, passage, _END), name


def label(store: ox.Store, node: ox.NamedNode | ox.BlankNode, lang: str) -> str:
    """The label of a node in a language, else in English, else in any, else its name."""
    labels = [
        (each.language != lang, each.language != "en", each.value)
        for _, _, each, _ in store.quads_for_pattern(node, _LABEL, None, ox.DefaultGraph())
        if isinstance(each, ox.Literal)
    ]
    return min(labels)[2] if labels else node.value


def _objects(store: ox.Store, node: _Node, predicate: ox.NamedNode) -> Iterator[_Node]:
    for quad in store.quads_for_pattern(node, predicate, None, ox.DefaultGraph()):
        if isinstance(quad.object, ox.NamedNode | ox.BlankNode):
            yield quad.object


def _value(store: ox.Store, node: _Node, predicate: ox.NamedNode) -> str:
    """The first literal of a property, in alphabetical order, or none."""
    quads = store.quads_for_pattern(node, predicate, None, ox.DefaultGraph())
    return min((q.object.value for q in quads if isinstance(q.object, ox.Literal)), default="")


def _number(store: ox.Store, node: _Node, predicate: ox.NamedNode) -> int:
    text = _value(store, node, predicate)
    return int(text) if text.isascii() and text.isdigit() else -1
