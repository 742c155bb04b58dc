"""An RDF term or a cell → how a page shows it: its text, its language, and the page it leads to."""

import re
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox

from att_graph import vocab
from att_graph.store import Cell, Term

_CHINESE = re.compile("([㐀-鿿]+)")
_KEPT = "/#%:@!$&'()*+,;=~?"


@dataclass(frozen=True)
class Shown:
    """A text, the address it leads to, its language, and what it is in full; each may be empty."""

    text: str
    href: str = ""
    lang: str = ""
    title: str = ""

    @property
    def outside(self) -> bool:
        """Whether it leads away from this site."""
        return self.href.startswith("http")


def href(iri: str) -> str:
    """Where an IRI leads: a page of this site for one of ours; nothing for what is no address."""
    if iri.startswith(vocab.BASE):
        return "/" + quote(iri.removeprefix(vocab.BASE), safe=_KEPT)
    return iri if iri.startswith(("http://", "https://")) else ""


def short(iri: str) -> str:
    """An IRI as people write it: `state/ARG`, `tac:Act`, or in full."""
    for base in (vocab.THING, vocab.BASE + "concept/"):
        if iri.startswith(base):
            return iri.removeprefix(vocab.BASE).removeprefix("id/")
    for name, base in {**vocab.PREFIXES, **vocab.PREFIXES_OUTSIDE}.items():
        if iri.startswith(base) and len(iri) > len(base) and name not in ("att", "concept"):
            return f"{name}:{iri.removeprefix(base)}"
    return iri


def shown(term: Term | None, label: Shown | None = None) -> Shown:
    """A term as a page shows it, an IRI by its label where that is known."""
    if term is None:
        return Shown("")
    if isinstance(term, ox.Literal):
        return Shown(term.value, lang=term.language or _guessed(term.value))
    if isinstance(term, ox.NamedNode):
        iri = term.value
        name = label or Shown(short(iri))
        return Shown(name.text, href(iri), name.lang, iri)
    return Shown("(without a name)" if isinstance(term, ox.BlankNode) else str(term))


def cell(value: Cell) -> Shown:
    """A plain value as a page shows it; an address, as a link."""
    if value is None:
        return Shown("")
    if isinstance(value, bool):
        return Shown("yes" if value else "no")
    text = str(value)
    if "://" in text and " " not in text and href(text):
        return Shown(short(text), href(text), title=text)
    return Shown(text, lang=_guessed(text))


def _guessed(text: str) -> str:
    """The language of words without one: Chinese is told by its letters."""
    return "zh" if _CHINESE.search(text) else ""


def spoken(text: str) -> list[Shown]:
    """A sentence in pieces, those in Chinese letters apart from the others."""
    pieces = (piece for piece in _CHINESE.split(text) if piece)
    return [Shown(piece, lang="zh" if _CHINESE.match(piece) else "") for piece in pieces]
