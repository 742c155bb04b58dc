"""IRIs that an earlier release had and this one has not, and what took their place.

Terms and concepts are found by comparing the kept releases of the ontology with the current one;
things stand in `retired.csv` of the data folder, one a line: iri, replacement, reason, release.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, paths, vocab
from att_graph.errors import InputError

COLUMNS = ["iri", "replacement", "reason", "release"]
_REPLACED = vocab.PREFIXES["dcterms"] + "isReplacedBy"


@dataclass(frozen=True)
class Retired:
    """An IRI out of use: what replaced it (may be empty), why, and the last release that had it."""

    iri: str
    replacement: str
    reason: str
    release: str

    @property
    def sentence(self) -> str:
        """What to tell whoever asks for it."""
        why = f": {self.reason}" if self.reason else ""
        heir = f"; it is replaced by {self.replacement}" if self.replacement else ""
        return f"{self.iri} was last in release {self.release}{why}{heir}"


def retired(table: Path | None = None, releases: Path | None = None) -> dict[str, Retired]:
    """Every IRI out of use. Raises InputError for a table that cannot be read."""
    found = {each.iri: each for each in _terms(releases or paths.ONTOLOGY / "releases")}
    found |= {each.iri: each for each in _things(table or paths.DATA / "retired.csv")}
    return {iri: _followed(each, found) for iri, each in found.items()}


def _followed(each: Retired, found: dict[str, Retired]) -> Retired:
    """The same with a replacement that is itself still in use."""
    heir, seen = each.replacement, {each.iri}
    while heir in found and heir not in seen:
        seen.add(heir)
        heir = found[heir].replacement
    return Retired(each.iri, "" if heir in seen else heir, each.reason, each.release)


def _things(table: Path) -> Iterable[Retired]:
    if not table.is_file():
        return
    with table.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != COLUMNS:
            raise InputError(f"{table}: its columns should be {', '.join(COLUMNS)}")
        for row in reader:
            if None in row or None in row.values() or not row["iri"].startswith(vocab.BASE):
                line = reader.line_num
                raise InputError(f"{table}, line {line}: four cells, the first an IRI of ours")
            yield Retired(**row)


def _terms(releases: Path) -> Iterable[Retired]:
    """What a kept release has and the ontology has not, by the latest release that had it."""
    current = {iri for path in files.ontology() for iri, _ in _said(path)}
    for path in sorted(releases.glob("*.ttl"), key=lambda path: _number(path.stem)):
        heirs: dict[str, str] = {}
        for iri, heir in _said(path):
            if iri not in current:
                heirs[iri] = heir or heirs.get(iri, "")
        for iri, heir in heirs.items():
            yield Retired(iri, heir, "", path.stem)


def _said(path: Path) -> Iterable[tuple[str, str]]:
    """Each IRI of ours that a file says something of, with what replaces it where it says so."""
    for quad in ox.parse(path=path):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(vocab.BASE):
            replaced = quad.predicate.value == _REPLACED and isinstance(quad.object, ox.NamedNode)
            yield quad.subject.value, getattr(quad.object, "value", "") if replaced else ""


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(piece) if piece.isdigit() else 0 for piece in version.split("."))
