"""The authority files and concept schemes as plain records: what the loaders look names up in."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import pyoxigraph as ox

from att_graph import paths, vocab
from att_graph.errors import DataError

P = ParamSpec("P")
T = TypeVar("T")


def kept(made: Callable[P, T]) -> Callable[P, T]:
    """A cache of what is made from the authority files; another data folder makes it anew."""
    cached: Callable[..., T] = cache(made)
    since = paths.taken

    @wraps(made)
    def look(*args: P.args, **kwargs: P.kwargs) -> T:
        nonlocal cached, since
        if since != paths.taken:
            cached = cache(made)
            since = paths.taken
        return cached(*args, **kwargs)

    return look


@dataclass(frozen=True, order=True)
class Literal:
    """A literal's value with its language ("" for none) and datatype IRI."""

    value: str
    lang: str = ""
    datatype: str = vocab.PREFIXES["xsd"] + "string"


@dataclass
class Record:
    """All statements about one IRI: predicate IRI → IRIs (str) and literals, sorted."""

    iri: str
    links: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[str, list[Literal]] = field(default_factory=lambda: defaultdict(list))

    def label(self, predicate: str, lang: str) -> str | None:
        """The value in a language, or None."""
        return next((x.value for x in self.texts.get(predicate, ()) if x.lang == lang), None)


@kept
def records() -> dict[str, Record]:
    """Every record of the authority files and ontology/concepts, by IRI.

    Raises DataError for a file that is not readable Turtle.
    """
    found: dict[str, Record] = {}
    for folder in (paths.ONTOLOGY / "concepts", *paths.AUTHORITIES):
        for file in sorted(folder.glob("*.ttl")):
            _read(file, found)
    return found


def _read(file: Path, found: dict[str, Record]) -> None:
    try:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=vocab.BASE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, ox.NamedNode):
                continue
            record = found.get(subject.value)
            if record is None:
                record = found[subject.value] = Record(subject.value)
            if isinstance(value, ox.NamedNode):
                record.links[predicate].append(value.value)
            elif isinstance(value, ox.Literal):
                record.texts[predicate].append(
                    Literal(value.value, value.language or "", value.datatype.value)
                )
    except (SyntaxError, OSError) as error:
        raise DataError(f"{file}: is not readable Turtle: {error}.") from error
