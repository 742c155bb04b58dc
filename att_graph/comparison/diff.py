"""Two graphs in; what changed between them, in people's words, out.

Acts and paragraphs are aligned by their text, other things by what makes them the same fact
(a participation by participant and meeting, a figure by what it measures of what), the rest by IRI.
Where a fact is quoted from does not count.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from att_graph.comparison.align import Entry, align
from att_graph.comparison.snapshot import Snapshot, Value, words
from att_graph.text import fold
from att_graph.traces import change

# Class → its heading, in the order of the account.
SECTIONS = {
    "Participation": "participations",
    "Meeting": "meetings",
    "Act": "acts",
    "Document": "documents",
    "Person": "persons",
    "Tenure": "offices held",
    "Office": "offices",
    "Intervention": "interventions",
    "Organisation": "organisations",
    "ActorGroup": "groups",
    "TreatyBody": "bodies",
    "Provision": "provisions",
    "Figure": "figures",
    "TreatyAction": "treaty actions",
    "Finding": "findings",
    "Passage": "paragraphs",
}
OTHER = "other things"
_SAME = {
    "Participation": ("participant", "meeting"),
    "Tenure": ("holder", "office", "role", "startsAt", "startDate"),
    "Intervention": ("speaker", "meeting", "interventionKind"),
    "Figure": ("measure", "about"),
    "Finding": ("findingType", "printed"),
}
# Told with the act or paragraph they belong to, or made of its number.
_WITHIN = {"Deadline"}
_UNCOMPARED = {
    "Act": {"label", "recordedIn"},
    "Passage": {"label", "number", "item", "document"},
    "Finding": {"label"},
    "Intervention": {"label"},
    "Deadline": {"label"},
    "SourceText": {"label", "title", "issued", "publisher"},
}


@dataclass(frozen=True)
class Detail:
    """A property that changed: its name in words, and the values taken out and put in."""

    property: str
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    wording: str = ""  # one text for another: `[-out-]{+in+}` within the words around


@dataclass(frozen=True)
class Change:
    """One difference: `kind` is added, removed, changed or moved."""

    section: str
    kind: str
    what: str
    old: str | None = None
    new: str | None = None
    details: tuple[Detail, ...] = ()


@dataclass
class Difference:
    """All differences between two graphs, in the order of the sections."""

    changes: list[Change] = field(default_factory=list)

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not self.changes


def diff(old: str | Path, new: str | Path) -> Difference:
    """Two RDF files or directories in; what changed out. Raises InputError as reading them does."""
    return _Comparison(Snapshot(old), Snapshot(new)).difference()


class _Comparison:
    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self.old, self.new = old, new
        self.renamed = _renamed(old, new)
        self.pairs: dict[str, str] = {}  # IRI before → IRI after
        self.pairs |= align(self._passages(old), self._passages(new))
        self.pairs |= align(self._acts(old), self._acts(new))

    def difference(self) -> Difference:
        found = Difference()
        for kind, section in SECTIONS.items():
            found.changes += self._section(kind, section)
        rest = [set(self._counted(side, None)) for side in (self.old, self.new)]
        found.changes += self._compared(OTHER, {iri: self._now(iri) for iri in rest[0]}, rest[1])
        return found

    def _now(self, iri: str) -> str:
        """What an old thing is called now: by alignment, or by the report's new name."""
        before, after = self.renamed
        return self.pairs.get(iri) or (iri.replace(f"/{before}", f"/{after}") if before else iri)

    def _passages(self, side: Snapshot) -> list[Entry]:
        return [
            Entry(iri, "", "", side.paragraph(iri), fold(side.one(iri, "text")))
            for iri in side.of("Passage")
        ]

    def _acts(self, side: Snapshot) -> list[Entry]:
        return [
            Entry(
                iri,
                side.one(iri, "madeBy"),
                side.one(iri, "actType"),
                side.paragraph(iri),
                fold(" ".join([*side.names(iri, "addressedTo"), side.one(iri, "content")])),
            )
            for iri in side.of("Act")
        ]

    def _counted(self, side: Snapshot, kind: str | None) -> Iterator[str]:
        """The things of a class, or of no section; without those only named beside a fact."""
        for iri in side.things:
            types = set(side.types(iri))
            listed = kind in types if kind else not {*SECTIONS, *_WITHIN} & types
            in_both = iri in self.old.things and iri in self.new.things
            if listed and (side.told(iri) or in_both or not side.used(iri)):
                yield iri

    def _section(self, kind: str, section: str) -> Iterator[Change]:
        mine, theirs = (set(self._counted(side, kind)) for side in (self.old, self.new))
        aligned = kind in ("Act", "Passage")
        partner = self.pairs if aligned else self._partners(kind, mine, theirs)
        yield from self._compared(section, {iri: partner.get(iri, "") for iri in mine}, theirs)

    def _partners(self, kind: str, old: set[str], new: set[str]) -> dict[str, str]:
        """Old IRI → new IRI by what makes them the same fact; what is equal first."""
        terms = _SAME.get(kind)
        if terms is None:
            return {iri: self._now(iri) for iri in old if self._now(iri) in new}
        waiting: dict[object, list[str]] = defaultdict(list)
        for iri in sorted(new):
            waiting[self._identity(self.new, iri, terms)].append(iri)
        found: dict[str, str] = {}
        for equal in (True, False):
            for iri in sorted(old - set(found)):
                match = waiting[self._identity(self.old, iri, terms)]
                for each in match:
                    if not equal or not list(self._details(iri, each)):
                        found[iri] = each
                        match.remove(each)
                        break
        return found

    def _compared(self, section: str, old: dict[str, str], new: set[str]) -> Iterator[Change]:
        moved: set[tuple[str, str]] = set()
        for iri in sorted(old, key=self.old.order):
            match = old[iri]
            if match not in new:
                yield Change(section, "removed", self.old.sentence(iri), iri)
                continue
            details = tuple(self._details(iri, match))
            if details:
                yield Change(section, "changed", self.old.sentence(iri), iri, match, details)
            moved.add((self.old.paragraph(iri), self.new.paragraph(match)))
        for iri in sorted(new - set(old.values()), key=self.new.order):
            yield Change(section, "added", self.new.sentence(iri), None, iri)
        if section == SECTIONS["Act"]:  # acts move with their paragraph, which says so itself
            passages = {
                (self.old.paragraph(a), self.new.paragraph(b))
                for a, b in self.pairs.items()
                if "Passage" in self.old.types(a)
            }
            moved -= passages
        for before, after in sorted(pair for pair in moved if pair[0] != pair[1]):
            yield Change(section, "moved", f"¶{before} → ¶{after}")

    def _details(self, old: str, new: str) -> Iterator[Detail]:
        """The properties in which two versions of a thing differ."""
        kinds = {*self.old.types(old), *self.new.types(new)}
        skipped = {name for kind in kinds for name in _UNCOMPARED.get(kind, ())}
        terms = {*self.old.things[old], *self.new.things[new]} - skipped
        for term in sorted(terms):
            before, after = self._values(self.old, old, term), self._values(self.new, new, term)
            if before.keys() == after.keys():
                continue
            gone = tuple(sorted({name for key, name in before.items() if key not in after}))
            come = tuple(sorted({name for key, name in after.items() if key not in before}))
            texts = term in ("content", "text", "title", "condition", "wordingChange")
            if texts and len(gone) == len(come) == 1:
                yield Detail(words(term), wording=change(fold(gone[0]), fold(come[0])))
            else:
                yield Detail(words(term), gone, come)

    def _values(self, side: Snapshot, iri: str, term: str) -> dict[tuple[str, ...], str]:
        """What makes each value of a property the same → how it is called."""
        values = side.things[iri].get(term, set())
        return {self._key(side, value): side.name(value) for value in values}

    def _identity(self, side: Snapshot, iri: str, terms: tuple[str, ...]) -> tuple[object, ...]:
        return tuple(frozenset(self._values(side, iri, term)) for term in terms)

    def _key(self, side: Snapshot, value: Value) -> tuple[str, ...]:
        """What makes two values the same: the thing, a deadline's terms, a text's words."""
        if not value.thing:
            return (fold(value.text), value.sort)
        if "Deadline" in side.types(value.text):
            told = side.things[value.text]
            own = sorted((t, v.text) for t, vs in told.items() if t != "label" for v in vs)
            return tuple(f"{term} {fold(text)}" for term, text in own)
        return (self._now(value.text) if side is self.old else value.text,)


def _renamed(old: Snapshot, new: Snapshot) -> tuple[str, str]:
    """The names of the one report before and after, where it was given another name."""
    sources = [side.of("SourceText") for side in (old, new)]
    if len(sources[0]) == len(sources[1]) == 1 and sources[0] != sources[1]:
        return sources[0][0].rsplit("/", 1)[-1], sources[1][0].rsplit("/", 1)[-1]
    return "", ""
