"""Results and the files that were validated in; the place in a file that each result points at out.

A result points at the object of the triple at fault where path and value say which one it is, else
at the predicate, else at the subject. Where several files hold the node, the one with the triple
counts. JSON-LD and RDF/XML, and what is too large, are told by file without a line.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from att_graph import files
from att_graph.validation.engines import Result
from att_graph.validation.scanner import OutOfStepError, Placed, Span, scan

SCANNED = {".ttl", ".nt", ".nq", ".trig", ""}  # the suffixes of Turtle and its kin; "" is "-"
LARGEST = 64_000_000  # bytes; a larger file is told without lines
SUBJECT, PREDICATE, OBJECT = range(3)


@dataclass(frozen=True)
class Place:
    """A file, and where in it: lines and columns count from 1, in code points; None is not known.

    The end is the column behind the last character.
    """

    file: Path
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True)
class _Ask:
    """A triple to look for, any part of which may be open, and the part that counts."""

    subject: str
    predicate: str | None
    object: str | None
    part: int

    def met(self, triple: Placed) -> bool:
        return self.predicate in (None, triple.predicate) and self.object in (None, triple.object)


def places(
    results: Iterable[Result], found: Iterable[Path], joined: Iterable[Path], store: ox.Store
) -> dict[Result, Place]:  # fmt: skip
    """The place of each result, of those that are in a file.

    `found` are the files of the data; `joined`, the ontology and the authority files, are looked
    into for what is in none of them. The store tells the blank nodes apart.
    """
    asks = {result: list(_asks(result)) for result in results}
    blanks = _Blanks({_term(r.focus) for r in asks if r.focus.startswith("_:")}, store)
    wanted = {ask.subject for each in asks.values() for ask in each}
    data = [_Text(path, wanted, blanks) for path in found]
    if len(data) == 1 and not data[0].lined:
        return {result: Place(data[0].path) for result in asks}
    placed: dict[Result, Place] = {}
    _place(asks, data, placed)
    if len(placed) < len(asks):
        _place(asks, [_Text(path, wanted, blanks) for path in joined], placed)
    objects = {r: _Ask("", None, _term(r.focus), OBJECT) for r in asks if r not in placed}
    for text in data if objects else ():  # what nothing is said of is told where it is named
        for result, place in text.named(objects):
            placed.setdefault(result, place)
    return placed


def _place(
    asks: dict[Result, list[_Ask]], texts: list["_Text"], placed: dict[Result, Place]
) -> None:
    """The best place of each result in some files: first in those that seem to hold its node."""
    left = {result: each for result, each in asks.items() if result not in placed}
    tails = {_tail(ask.subject) for each in left.values() for ask in each}
    likely = [text for text in texts if text.holds(tails)]
    others = [text for text in texts if text not in likely]
    for result, each in left.items():
        place = _best(each, likely) or _best(each, others)
        if place is not None:
            placed[result] = place


def _best(asks: list[_Ask], texts: list["_Text"]) -> Place | None:
    for ask in asks:
        for text in texts:
            place = text.place(ask)
            if place is not None:
                return place
    return None


class _Text:
    """A file and the places of the wanted nodes in it, scanned when first asked for."""

    def __init__(self, path: Path, wanted: set[str], blanks: "_Blanks") -> None:
        self.path, self.wanted, self.blanks = path, wanted, blanks
        self.lined = path.suffix in SCANNED and not _large(path)
        self.content = files.content(path) if self.lined else b""
        self.breaks: list[int] = []
        self._about: dict[str, list[Placed]] | None = None

    def holds(self, tails: set[bytes]) -> bool:
        """Whether one of these ends of names stands in the file, unless it cannot be told so."""
        plain = self.lined and not self.blanks.wanted
        return not plain or any(tail in self.content for tail in tails)

    def place(self, ask: _Ask) -> Place | None:
        if self._about is None:
            self._about = self._grouped()
        for triple in self._about.get(ask.subject, ()):
            if ask.met(triple):
                return self._at(triple.at[ask.part])
        return None

    def named(self, asks: dict[Result, _Ask]) -> Iterator[tuple[Result, Place]]:
        """Where the object of each ask first stands, whatever is said of it."""
        if not self.holds({_tail(ask.object or "") for ask in asks.values()}):
            return
        first: dict[str, Placed] = {}
        for triple in self._triples(None):
            first.setdefault(triple.object, triple)
        for result, ask in asks.items():
            triple_ = first.get(ask.object or "")
            if triple_ is not None:
                yield result, self._at(triple_.at[ask.part])

    def _grouped(self) -> dict[str, list[Placed]]:
        about: dict[str, list[Placed]] = defaultdict(list)
        for triple in self._triples(None if self.blanks.wanted else self.wanted):
            about[triple.subject].append(triple)
        return self.blanks.renamed(about)

    def _triples(self, wanted: set[str] | None) -> Iterable[Placed]:
        if self.lined:
            text = self.content.decode()
            self.breaks = [match.start() for match in re.finditer("\n", text)]
            try:
                return list(scan(text, wanted))
            except OutOfStepError:
                self.lined = False
        return (
            _nowhere(quad)
            for quad in files.quads(self.path)
            if wanted is None or str(quad.subject) in wanted
        )

    def _at(self, span: Span) -> Place:
        if not self.lined:
            return Place(self.path)
        (line, column), (end_line, end_column) = map(self._position, span)
        return Place(self.path, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        row = bisect_left(self.breaks, offset)
        return row + 1, offset - (self.breaks[row - 1] + 1 if row else 0) + 1


class _Blanks:
    """Blank nodes that results speak of, known again in a text by what they say and who says it.

    The name of a blank node without a label is new each time its file is read.
    """

    def __init__(self, wanted: set[str], store: ox.Store) -> None:
        self.wanted = wanted
        plain: dict[str, list[Placed]] = defaultdict(list)
        everything = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        for quad in everything if wanted else ():
            plain[str(quad.subject)].append(_nowhere(quad))
        self.signs = _signs(plain)

    def renamed(self, about: dict[str, list[Placed]]) -> dict[str, list[Placed]]:
        """What a text says of its nodes, with the nodes that are wanted under their own names."""
        alike: dict[frozenset[tuple[str, ...]], list[str]] = defaultdict(list)
        if self.wanted:
            for name, sign in _signs(about).items():
                alike[sign].append(name)
        for name, sign in self.signs.items():
            same = alike.get(sign, [])
            if name in self.wanted and name not in about and same:
                about[name] = about[same.pop(0)]
            elif name in same:
                same.remove(name)
        return about


def _signs(about: dict[str, list[Placed]]) -> dict[str, frozenset[tuple[str, ...]]]:
    """A blank node → what it says, and what is said of it, other blank nodes left open."""
    said: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for subject, triples in about.items():
        for triple in triples:
            value = "_:" if triple.object.startswith("_:") else triple.object
            if subject.startswith("_:"):
                said[subject].add((triple.predicate, value))
            if value == "_:":
                sayer = "_:" if subject.startswith("_:") else subject
                said[triple.object].add((sayer, triple.predicate, ""))
    return {name: frozenset(sign) for name, sign in said.items()}


def _asks(result: Result) -> Iterator[_Ask]:
    """What to look for, the best first."""
    focus = _term(result.focus)
    value = result.value if result.value != focus else None
    path = result.path or ""
    # Of a path of several steps only the first stands at the focus node.
    first = path.split(" / ")[0].split(" | ") if path else []
    steps = [step.strip("()*+? ") for step in first]
    forward = [_term(step) for step in steps if not step.startswith("^")]
    if value is not None:
        for step in steps:
            if step.startswith("^"):
                yield _Ask(value, _term(step[1:]), focus, OBJECT)
        for predicate in forward if path else [None]:
            yield _Ask(focus, predicate, value, OBJECT)
    for predicate in forward:
        yield _Ask(focus, predicate, None, PREDICATE)
    yield _Ask(focus, None, None, SUBJECT)


def _large(path: Path) -> bool:
    return path != files.STANDARD_INPUT and path.stat().st_size > LARGEST


def _nowhere(triple: ox.Quad) -> Placed:
    nowhere = ((0, 0), (0, 0), (0, 0))
    return Placed(str(triple.subject), str(triple.predicate), str(triple.object), nowhere)


def _tail(term: str) -> bytes:
    """The end of a name, which stands in a file however the name is shortened, but for escapes."""
    return re.split(r"[/#:]", term.rstrip(">"))[-1].encode()


def _term(name: str) -> str:
    """A bare IRI in its brackets; anything else as it is."""
    return name if name.startswith(("<", "_:", '"')) else f"<{name}>"
