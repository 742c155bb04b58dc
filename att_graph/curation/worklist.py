"""What waits for a person: open findings and doubtful merges, as a list, or as a file to fill in.

Open is what no review is about. The file holds a `tac:Review` for each, undecided: it does nothing
until a decision, a name, a day and a reason are put in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from att_graph import paths, vocab
from att_graph.curation.nearest import Near, names
from att_graph.errors import InputError
from att_graph.evidence import places
from att_graph.iris import digest
from att_graph.model import Ref
from att_graph.reviews import ref_of, reviews
from att_graph.store import open_store

SEVERITIES = ("info", "warning", "error")
_OPEN = (
    vocab.PROLOGUE
    + """
SELECT ?finding ?type ?severity ?printed ?why ?about ?source ?start ?end ?words ?lang {
  ?finding a tac:Finding ; tac:findingType/skos:notation ?type ;
           tac:severity/skos:notation ?severity ; rdfs:comment ?why .
  OPTIONAL { ?finding tac:printed ?printed }
  OPTIONAL { ?finding tac:about ?about }
  OPTIONAL {
    ?finding tac:evidence ?q .
    ?q tac:source ?source ; tac:start ?start ; tac:end ?end ; tac:quotedText ?words .
    OPTIONAL { ?source dcterms:language ?lang }
  }
  MINUS { ?finding tac:reviewedBy ?review }
} ORDER BY ?finding ?about ?source ?start
"""
)
_DOUBT, _NAME = "doubtful-merge", "unresolved-name"


@dataclass(frozen=True)
class Place:
    """Words of a source, and where they stand: characters, and the paragraph ("24(b)" or "")."""

    source: str
    start: int
    end: int
    words: str
    paragraph: str
    lang: str


@dataclass
class Open:
    """A finding that nobody has looked at: what it is about, its places, what is near."""

    finding: Ref
    sort: str
    severity: str
    printed: str
    why: str
    about: list[Ref] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    near: list[Near] = field(default_factory=list)


def worklist(severity: str = "info") -> list[Open]:
    """The open findings of the graph in use from a severity upwards, the worst first.

    Raises InputError when the graph has not been built, DataError for reviews that say too little.
    """
    if severity not in SEVERITIES:
        raise InputError(f"severity: '{severity}' is none of {', '.join(SEVERITIES)}")
    told = {ref for review in reviews() if review.decided for ref in review.about}
    store = open_store()
    found: dict[str, Open] = {}
    for row in store.query(_OPEN).dicts():
        name = str(row["finding"])
        one = found.get(name)
        if one is None:
            printed, why = str(row["printed"] or ""), str(row["why"])
            kind, weight = str(row["type"]), str(row["severity"])
            one = found[name] = Open(ref_of(name), kind, weight, printed, why)
        about = ref_of(str(row["about"])) if row["about"] else None
        if about and about not in one.about:
            one.about.append(about)
        if row["source"] is not None:
            _place(one, row)
    least = SEVERITIES.index(severity)
    kept = [
        one
        for one in found.values()
        if SEVERITIES.index(one.severity) >= least
        and one.finding not in told
        and not (one.sort == _DOUBT and set(one.about) <= told)
    ]
    sources = {vocab.thing("source", place.source) for one in kept for place in one.places}
    spots = places(store, sources)
    for one in kept:
        one.places = [
            replace(place, paragraph=spots[vocab.thing("source", place.source)].at(place.start))
            for place in one.places
        ]
        if one.sort == _NAME and one.places:
            one.near = names(one.printed, one.places[0].lang)
    return sorted(kept, key=lambda one: (-SEVERITIES.index(one.severity), one.sort, one.finding))


def _place(one: Open, row: Mapping[str, object]) -> None:
    start, end = int(str(row["start"])), int(str(row["end"]))
    source = str(row["source"]).removeprefix(vocab.thing("source", ""))
    place = Place(source, start, end, str(row["words"]), "", str(row["lang"] or ""))
    if place not in one.places:
        one.places.append(place)


def listed(found: list[Open]) -> list[str]:
    """The work as lines for a terminal."""
    out: list[str] = []
    for one in found:
        out.append(f"{one.severity}: {one.sort.replace('-', ' ')}: {one.printed}")
        out.append(f"  {one.why}")
        for place in one.places:
            where = f"¶{place.paragraph}" if place.paragraph else "outside the paragraphs"
            words = " ".join(place.words.split())
            out.append(f"  {place.source} {where}, characters {place.start}–{place.end}【{words}】")
        for near in one.near:
            out.append(f"  near: {near.name}; if so, add to {near.file}:")
            out.append(f"    {near.line}")
        out.append(f"  <{vocab.thing(one.finding.kind, one.finding.key)}>")
    doubts = sum(one.sort == _DOUBT for one in found)
    out.append(f"{len(found)} open, {doubts} of them doubtful merges")
    return out


def template(found: list[Open]) -> str:
    """The work as Turtle to fill in: every entry undecided, with what it could become."""
    name = paths.shown(paths.REVIEW)
    head = [
        f"# Reviews to fill in; keep the file in {name}/. An entry does nothing while undecided.",
        "# Put one of these for undecided: accept reject merge keep-apart read-as;",
        "# then say who decided (a name or a role), on what day, and why.",
        f"@base <{vocab.BASE}> .",
        *(f"@prefix {p}: <{vocab.PREFIXES[p]}> ." for p in ("rdfs", "tac", "xsd")),
    ]
    return "\n".join([*head, *(line for one in found for line in _entry(one))]) + "\n"


def _entry(one: Open) -> list[str]:
    key = f"{one.sort}-{digest(f'{one.finding.kind}/{one.finding.key}')}"
    quoted = [
        f"id/quotation/{place.source}/review/{key}-{number}"
        for number, place in enumerate(one.places, 1)
    ]
    about = one.about if one.sort == _DOUBT else [one.finding]
    lines = ["", f"# {one.severity}: {one.sort}: {_one_line(one.printed)}", f"# {one.why}"]
    lines += [
        f"<id/review/{key}> a tac:Review ;",
        f"    rdfs:label {_text(f'{one.sort}: {_one_line(one.printed)}')}@en ;",
        "    tac:decision <concept/review-decision/undecided> ;",
        f"    tac:about {', '.join(f'<id/{ref.kind}/{ref.key}>' for ref in about)} ;",
    ]
    for near in one.near:
        lines.append(f"    # tac:readAsThing <id/{near.ref.kind}/{near.ref.key}> ;  # {near.name}")
    if one.sort == _NAME:
        lines.append('    # tac:readAs "the words that should stand here" ;')
    lines.append('    tac:decidedBy "" ; tac:decidedOn "" ; tac:reason ""@en ;')
    if not quoted:
        return [*lines[:3], "# It quotes nothing, so no review can rest on it."]
    lines.append(f"    tac:evidence {', '.join(f'<{each}>' for each in quoted)} .")
    for place, each in zip(one.places, quoted, strict=True):
        lines += [
            f"<{each}> a tac:Quotation ; tac:source <id/source/{place.source}> ;",
            f"    tac:start {place.start} ; tac:end {place.end} ;",
            f"    tac:quotedText {_text(place.words)} .",
        ]
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.split())[:120]


def _text(text: str) -> str:
    r"""A text as a Turtle string: quotation marks, backslashes and line ends written out."""
    table = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f"}
    return '"' + re.sub(r'[\\"\n\r\t\f]', lambda found: table[found[0]], text) + '"'
