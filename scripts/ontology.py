"""The versions of the ontology: what changed between two, and the step in the version it demands.

    python scripts/ontology.py changes OLD NEW    # two versions, each a file or a directory
    python scripts/ontology.py page               # rewrite docs/ontology-changes.md
    python scripts/ontology.py release            # keep the current terms as a released version

A term that is removed or narrowed is a major step, one that is added or widened a minor one,
wording a patch. Before 1.0.0 a minor step is enough for all but wording. `page` and `changes` end
with 1 when the version of the newer ontology is lower than its changes demand.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from att_graph import files, turtle, vocab
from att_graph.validation.rules import short

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ontology-changes.md"
RELEASES = ROOT / "ontology" / "releases"
STEPS = ("none", "patch", "minor", "major")
ONTOLOGY = vocab.BASE + "ontology"
_RDFS, _OWL, _SKOS = (vocab.PREFIXES[name] for name in ("rdfs", "owl", "skos"))
_SCHEMA, _TYPE = vocab.PREFIXES["schema"], vocab.PREFIXES["rdf"] + "type"
_REPLACED = vocab.PREFIXES["dcterms"] + "isReplacedBy"
_VERSION = _OWL + "versionInfo"
_DEFINITION = _SKOS + "definition"
# property → its name in the report, and the step when a value comes and when one goes.
ASPECTS = {
    _TYPE: ("kind", "major", "major"),
    _RDFS + "subClassOf": ("superclass", "major", "major"),
    _RDFS + "subPropertyOf": ("wider property", "major", "major"),
    _RDFS + "domain": ("domain", "major", "minor"),
    _RDFS + "range": ("range", "major", "minor"),
    _SCHEMA + "domainIncludes": ("on", "minor", "major"),
    _SCHEMA + "rangeIncludes": ("values", "minor", "major"),
    _OWL + "disjointWith": ("excludes", "major", "minor"),
    _SKOS + "inScheme": ("list", "major", "major"),
    _SKOS + "notation": ("key", "major", "major"),
    _OWL + "deprecated": ("retired", "minor", "minor"),
    _REPLACED: ("replaced by", "patch", "patch"),
    _RDFS + "label": ("label", "patch", "patch"),
    _SKOS + "prefLabel": ("label", "patch", "patch"),
    _DEFINITION: ("definition", "patch", "patch"),
    _SKOS + "scopeNote": ("note", "patch", "patch"),
    _SKOS + "example": ("example", "patch", "patch"),
}
_KINDS = {
    *(_OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty")),
    *(_SKOS + name for name in ("Concept", "ConceptScheme")),
}


@dataclass
class Version:
    """A version of the ontology: its number, and its terms with all that is told of each."""

    number: str = ""
    terms: dict[str, dict[str, set[str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One change of one term; `before` and `now` are as in N-Triples, empty where there is none."""

    term: str
    what: str
    before: str
    now: str
    step: str


def version(triples: list[ox.Triple]) -> Version:
    """The triples of an ontology and its closed lists → the version they are."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    found = Version()
    for triple in triples:
        subject, predicate = getattr(triple.subject, "value", ""), triple.predicate.value
        if predicate in ASPECTS:
            told[subject][predicate].add(str(triple.object))
        elif predicate == _VERSION and subject == ONTOLOGY:
            found.number = getattr(triple.object, "value", "")
    for term, about in told.items():
        if {kind[1:-1] for kind in about.get(_TYPE, ())} & _KINDS:
            found.terms[term] = dict(about)
    for term, about in found.terms.items():  # what one class says of two holds for both
        for other in about.get(_OWL + "disjointWith", set()):
            if other[1:-1] in found.terms:
                mutual = found.terms[other[1:-1]].setdefault(_OWL + "disjointWith", set())
                mutual.add(f"<{term}>")
    return found


def changes(old: Version, new: Version) -> list[Change]:
    """Two versions → what changed between them, by term."""
    found = [Change(term, "added", "", _meaning(new, term), "minor")
             for term in new.terms.keys() - old.terms.keys()]  # fmt: skip
    for term in old.terms.keys() - new.terms.keys():
        heir = _heir(old, new, term)
        what = "renamed" if heir else "removed"
        found.append(Change(term, what, _meaning(old, term), heir, "major"))
    for term in old.terms.keys() & new.terms.keys():
        for aspect, (name, coming, going) in ASPECTS.items():
            before = old.terms[term].get(aspect, set())
            now = new.terms[term].get(aspect, set())
            if before != now:
                step = _step(aspect, (now - before, coming), (before - now, going), old, new)
                found.append(Change(term, name, *_written(before - now, now - before), step))
    return sorted(found, key=lambda each: (each.term, each.what))


def _step(
    aspect: str,
    coming: tuple[set[str], str],
    going: tuple[set[str], str],
    old: Version,
    new: Version,
) -> str:
    """The step that a change of one aspect demands."""
    come, gone = coming[0], going[0]
    if aspect == _OWL + "disjointWith":  # no old data have the type of a new class
        come = {each for each in come if each[1:-1] in old.terms}
        if not come and not gone:
            return "minor"
    if aspect in (_RDFS + "domain", _RDFS + "range") and come and gone:
        wider = all(_above(new, each) & come for each in gone)
        return "minor" if wider else "major"
    steps = [step for values, step in ((come, coming[1]), (gone, going[1])) if values]
    return max(steps, key=STEPS.index, default="none")


def _above(held: Version, term: str) -> set[str]:
    """All classes above a class, as in N-Triples."""
    seen: set[str] = set()
    left = [term]
    while left:
        wider = held.terms.get(left.pop()[1:-1], {}).get(_RDFS + "subClassOf", set()) - seen
        seen |= wider
        left += wider
    return seen


def demanded(number: str, found: list[Change]) -> str:
    """The lowest version that may follow a version, after these changes."""
    major, minor, patch = map(int, number.split("."))
    step = max((each.step for each in found), key=STEPS.index, default="none")
    if step == "major" and major:
        return f"{major + 1}.0.0"
    if step in ("major", "minor"):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if step == "patch" else number


def enough(old: Version, new: Version) -> bool:
    """Whether the newer version's number is at least what its changes demand."""
    return _number(new.number) >= _number(demanded(old.number, changes(old, new)))


def report(old: Version, new: Version) -> str:
    """The change report of two versions, as Markdown."""
    found = changes(old, new)
    needed = demanded(old.number, found)
    lines = [
        f"# The ontology from {old.number} to {new.number}",
        "",
        "Made by `scripts/ontology.py`, which says what each step means.",
        "",
        f"The changes demand {needed} or later."
        + ("" if enough(old, new) else f" **{new.number} is too low.**"),
    ]
    for title, kinds in (("Added", ("added",)), ("Removed", ("removed", "renamed"))):
        rows = [each for each in found if each.what in kinds]
        lines += ["", f"## {title}", ""]
        if not rows:
            lines.append("Nothing.")
            continue
        lines += ["| term | meaning | now | step |" if title == "Removed" else "| term | meaning |"]
        lines += ["| --- | --- | --- | --- |" if title == "Removed" else "| --- | --- |"]
        for each in rows:
            last = f" {each.now} | {each.step} |" if title == "Removed" else ""
            meaning = each.before if title == "Removed" else each.now
            lines.append(f"| `{_named(each.term)}` | {meaning} |{last}")
    rows = [each for each in found if each.what not in ("added", "removed", "renamed")]
    lines += ["", "## Changed", ""]
    if rows:
        lines += ["| term | what | before | now | step |", "| --- | --- | --- | --- | --- |"]
    else:
        lines.append("Nothing.")
    for each in rows:
        lines.append(
            f"| `{_named(each.term)}` | {each.what} | {each.before} | {each.now} | {each.step} |"
        )
    return "\n".join(lines) + "\n"


def _written(*sides: set[str]) -> list[str]:
    return [
        ", ".join(sorted(_named(each[1:-1]) if each[0] == "<" else each for each in side)).replace(
            "|", "\\|"
        )
        for side in sides
    ]


def _named(iri: str) -> str:
    known = short(iri)
    return known if known != iri else f"<{iri}>"


def _meaning(held: Version, term: str) -> str:
    """The English definition of a term, as plain text."""
    for text in sorted(held.terms[term].get(_DEFINITION, set())):
        if text.endswith("@en"):
            return text[1:-4].replace("|", "\\|")
    return ""


def _heir(old: Version, new: Version, term: str) -> str:
    """The new term that has the meaning of one that is gone."""
    meaning = _meaning(old, term)
    for each in sorted(new.terms.keys() - old.terms.keys()):
        if meaning and _meaning(new, each) == meaning:
            return _named(each)
    return ""


def _number(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def current() -> list[ox.Triple]:
    """The ontology as it stands, with its closed lists and without its links to others."""
    own = [path for path in files.ontology() if path.stem != "alignments"]
    return [quad.triple for path in own for quad in files.quads(path)]


def released() -> Path:
    """The file of the last released version."""
    return max(RELEASES.glob("*.ttl"), key=lambda path: _number(path.stem))


def stored(place: Path) -> Version:
    """A version in a file, or in the files of a directory."""
    found = [p for p in files.find([place]) if p.stem != "alignments" and "outside" not in p.parts]
    return version([quad.triple for path in found for quad in files.quads(path)])


def kept(triples: list[ox.Triple]) -> bytes:
    """What a release keeps of the ontology: all that a change report looks at."""
    wanted = Graph()
    lines = "".join(
        f"{triple} .\n"
        for triple in triples
        if isinstance(triple.subject, ox.NamedNode)
        and (triple.predicate.value in ASPECTS or triple.predicate.value == _VERSION)
    )
    return turtle.write(wanted.parse(data=lines, format="nt"))


def main(arguments: list[str]) -> int:
    """One of the commands; 1 when the version is too low, 2 when no command fits."""
    if arguments == ["release"]:
        triples = current()
        RELEASES.mkdir(exist_ok=True)
        (RELEASES / f"{version(triples).number}.ttl").write_bytes(kept(triples))
        return 0
    if arguments == ["page"]:
        old, new = stored(released()), version(current())
        PAGE.write_text(report(old, new), encoding="utf-8")
    elif len(arguments) == 3 and arguments[0] == "changes":
        old, new = (stored(Path(place)) for place in arguments[1:])
        print(report(old, new), end="")
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0 if enough(old, new) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
