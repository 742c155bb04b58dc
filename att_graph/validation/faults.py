"""Results in; what a reader is told of each out: its thing, rule, place, words and fingerprint."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph as ox

from att_graph import vocab
from att_graph.errors import InputError
from att_graph.validation.baseline import fingerprint
from att_graph.validation.engines import Result
from att_graph.validation.evidence import Evidence, Sentence, label
from att_graph.validation.places import Place, places
from att_graph.validation.reasons import Reasons
from att_graph.validation.rules import Rule, term, terms

_TYPE = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
LIMIT = 1000  # faults that a report shows, unless it is told otherwise


@dataclass(frozen=True)
class Fault:
    """One result as told: its thing by its label, its rule, its place, the words of the report.

    What is not known is None. The fingerprint stays when lines move. `reason` is which constraint
    failed, in a few words of the report's language.
    """

    result: Result
    label: str
    rule: Rule | None
    place: Place | None
    sentence: Sentence | None
    fingerprint: str
    reason: str = ""

    @property
    def code(self) -> str:
        """The code of its rule; else the name of the shape, else of the constraint."""
        name = self.result.source_shape or self.result.component
        return self.result.code or re.split(r"[/#:]", name)[-1]

    @property
    def value(self) -> str:
        """The value at fault, with prefixes; empty where there is none but the thing itself."""
        value = self.result.value or ""
        if value.startswith("_:") and value != self.result.focus:
            return "[]"  # as Turtle writes it; a name would be the engine's own
        return "" if value in (self.result.focus, f"<{self.result.focus}>") else term(value)

    @property
    def property(self) -> str:
        """The path at fault, with prefixes; empty where there is none."""
        return terms(self.result.path or "")

    def message(self, lang: str) -> str:
        """The message in a language, in English where it does not speak it."""
        return dict(self.result.messages).get(lang, self.result.message)


@dataclass(frozen=True)
class Report:
    """What is told of a validation: the faults shown, how many more there are, the counts of all.

    `fail_on` is the mildest severity that counts against the data. With a baseline, `known` faults
    were left out, and `gone` ones of the baseline are no longer there. `cut`:
    the search stopped when enough was found, so that there may be more than the counts say.
    `alike`: how many more faults like a shown one are told with it.
    """

    conforms: bool
    fail_on: str
    faults: list[Fault]
    more: int
    counts: dict[str, int]
    triples: int
    rules: dict[str, Rule] = field(default_factory=dict)
    lang: str = "en"
    known: int | None = None
    gone: int | None = None
    note: str = ""
    cut: bool = False
    alike: dict[Result, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """What faults are told from: the triples, and the files that held them."""

    store: ox.Store = field(default_factory=ox.Store)
    files: tuple[Path, ...] = ()
    joined: tuple[Path, ...] = ()


def faults(
    results: Sequence[Result], ground: Ground, rules: dict[str, Rule], lang: str = "en"
) -> list[Fault]:  # fmt: skip
    """The results, each as it is told. Raises InputError for a file that is no longer there."""
    at = places(results, ground.files, ground.joined, ground.store)
    evidence, reasons = Evidence(ground.store, lang), Reasons(ground.store, lang)
    return [
        Fault(
            result=result,
            label=_label(ground.store, result.focus, lang),
            rule=rules.get(result.code or ""),
            place=at.get(result),
            sentence=evidence.sentence(result.focus, result.path),
            fingerprint=fingerprint(result),
            reason=reasons.of(result, rules.get(result.code or "")),
        )
        for result in results
    ]


def _label(store: ox.Store, focus: str, lang: str) -> str:
    """The label of a thing; of one without a name its class, as Turtle would write it."""
    if focus.startswith("_:"):
        types = store.quads_for_pattern(ox.BlankNode(focus[2:]), _TYPE, None, ox.DefaultGraph())
        named = sorted(
            term(str(quad.object)) for quad in types if isinstance(quad.object, ox.NamedNode)
        )
        return f"[ a {' , '.join(named)} ]" if named else "[]"
    return focus if focus.startswith('"') else label(store, ox.NamedNode(focus), lang)


def picked(codes: Iterable[str], rules: dict[str, Rule]) -> set[str]:
    """Codes as typed → those codes. Raises InputError for one that no rule has, with near ones."""
    found = set()
    for code in codes:
        if code.upper() not in rules:
            near = get_close_matches(code.upper(), rules, n=3, cutoff=0.6)
            hint = f"; did you mean {', '.join(near)}?" if near else ""
            raise InputError(f"no rule '{code}'{hint}")
        found.add(code.upper())
    return found
