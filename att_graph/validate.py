"""A graph and the shapes → what is wrong with it, each fault as one sentence about one thing.

A quick engine runs where it is installed, else pySHACL, the reference, and the result says so. The
tests prove that the two find the same.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from att_graph import files, limits, vocab
from att_graph.errors import InputError
from att_graph.validation import checks, dataset, engines, slices, style
from att_graph.validation.avalanche import folded, rest
from att_graph.validation.baseline import baseline as earlier
from att_graph.validation.baseline import unknown
from att_graph.validation.engines import Result
from att_graph.validation.faults import LIMIT, Ground, Report, faults, picked
from att_graph.validation.rules import SEVERITIES, Rule, rules
from att_graph.validation.wording import told

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["ENGINES", "SEVERITIES", "ValidationResult", "validate"]

Data: TypeAlias = "Graph | str | Path | Iterable[str | Path] | None"
ENGINES = {"pyshacl": engines.pyshacl, "fast": engines.fast}

_LABELS = (vocab.PREFIXES["rdfs"] + "label", vocab.PREFIXES["skos"] + "prefLabel")


@dataclass(frozen=True)
class ValidationResult:
    """All faults, the worst first; `conforms` is False from the severity the caller chose upwards.

    `labels` names the things at fault; `triples` counts what was validated, ontology and authority
    files included; `rules` are those of the shapes, by code. `engine` is the one that ran, fast or
    pyshacl, and `note` says in a sentence why it was not the quick one, unless the caller asked so.
    With a baseline, `results` are the new ones; `known` were left out, `gone` are there no more.
    `cut`: after as many results as `limits.RESULTS` says nothing more was looked for.
    """

    conforms: bool
    results: list[Result]
    labels: dict[str, str]
    triples: int
    rules: dict[str, Rule] = field(default_factory=dict)
    engine: str = "pyshacl"
    note: str = ""
    fail_on: str = "violation"
    ground: Ground = field(default_factory=Ground, repr=False, compare=False)
    known: int | None = None
    gone: int | None = None
    cut: bool = False

    def report(self, lang: str = "en", limit: int = LIMIT, *, fold: bool = False) -> Report:
        """What is told of it: the first `limit` faults, each with its place, and counts of all.

        With `fold`, of faults that follow from one and the same only the first is told.
        """
        alone = [[result] for result in self.results]
        groups = (folded(self.results, self.ground.store) if fold else alone)[:limit]
        shown = [group[0] for group in groups]
        return Report(
            conforms=self.conforms,
            fail_on=self.fail_on,
            faults=faults(shown, self.ground, self.rules, lang),
            more=len(self.results) - sum(map(len, groups)),
            alike=rest(groups),
            counts=dict(Counter(result.severity for result in self.results)),
            triples=self.triples,
            rules=self.rules,
            lang=lang,
            known=self.known,
            gone=self.gone,
            cut=self.cut,
        )

    @property
    def text(self) -> str:
        """The first faults for a person, and the counts of all."""
        return told(self.report(fold=True))


@dataclass(frozen=True)
class _Asked:
    """What the caller wants to hear of: from which severity, which rules, what is known before."""

    fail_on: str
    only: tuple[str, ...]
    before: Counter[str] | None


def validate(
    data: "Data" = None,
    *,
    fail_on: str = "violation",
    engine: str = "auto",
    shapes: Iterable[str | Path] | None = None,
    alone: bool = False,
    ontology: bool = False,
    only: Iterable[str] = (),
    baseline: str | Path | None = None,
) -> ValidationResult:
    """A graph, or RDF files and directories, joined with ontology and authority → its faults.

    No data means the project's own graph; no `shapes`, the project's own shapes and checks. `alone`
    leaves the authority files out; the ontology stays, for the shapes speak of it. The caller's
    graph is not changed. `fail_on` is the mildest severity (violation, warning, info) that makes
    the data not conform. `engine` is auto (fast where it is installed, else pyshacl), fast or
    pyshacl. With `ontology` it is the project's own ontology that is held against rules of style,
    together with `data`, further files of an ontology. `only` are the codes of the rules that
    count, none meaning all; `baseline` is a report made before, JSON or SARIF, whose faults do not
    count. Raises InputError for a file that cannot be read, a rule that is not known, an engine
    that is not there, and shapes that are themselves at fault. Standard: SHACL core and
    SHACL-SPARQL.
    """
    if fail_on not in SEVERITIES:
        raise InputError(f"fail-on: '{fail_on}' is none of {', '.join(SEVERITIES)}")
    engines.chosen(engine)  # a wrong name is refused before anything is read
    asked = _Asked(fail_on, tuple(only), None if baseline is None else earlier(baseline))
    if ontology:
        if shapes is not None or alone:
            raise InputError("ontology: its shapes are its own, and no authority file is read")
        return _ontology(data, asked, engine)
    found = files.shapes() if shapes is None else files.find(shapes)
    ruling = [triple for path in found for triple in dataset.triples_of(path)]
    further = checks.checks() if shapes is None else ()
    known = {**rules(ruling), **{each.rule.code: each.rule for each in further}}
    picked(asked.only, known)
    held = dataset.read(data, alone=alone)
    (told_of, ran, note), cut = slices.search(engine, held.triples, ruling, held.store)
    rows = list(islice(checks.run(held.store, further), limits.RESULTS()))
    results = checks.beyond(told_of, rows)
    cut = cut or len(rows) == limits.RESULTS()
    ground = Ground(held.store, tuple(held.files), tuple(held.joined))
    return _judged(results, held.triples, ground, known, asked, ran, note, cut)


def _ontology(data: "Data", asked: _Asked, engine: str) -> ValidationResult:
    """The ontology, its closed lists and its alignments, and files that add to them → faults."""
    ran, note = engines.chosen(engine)
    if data is not None and hasattr(data, "serialize"):
        raise InputError("ontology: give files, for their text is read too")
    more = files.find(() if data is None else [data] if isinstance(data, str | Path) else data)
    results: list[Result] = []
    triples: list[ox.Triple] = []
    known: dict[str, Rule] = {}
    for held, ruling in style.parts(more):
        found, ran, why = engines.run(ran, held, ruling)  # once left, the quick one stays left
        note = note or why
        results += found
        triples += held
        known |= rules(ruling)
    store = ox.Store()
    store.extend(ox.Quad(each.subject, each.predicate, each.object) for each in triples)
    ground = Ground(store, (*files.ontology(), *more), tuple(files.outside()))
    return _judged(results, dict.fromkeys(triples), ground, known, asked, ran, note)


def _judged(
    results: Iterable[Result],
    triples: dict[ox.Triple, None],
    ground: Ground,
    rules: dict[str, Rule],
    asked: _Asked,
    engine: str,
    note: str,
    cut: bool = False,
) -> ValidationResult:
    codes = picked(asked.only, rules)
    ordered = sorted(
        (result for result in results if not codes or result.code in codes),
        key=lambda result: (SEVERITIES.index(result.severity), result.key(), result.message),
    )
    known = gone = None
    if asked.before is not None:
        ordered, known, gone = unknown(ordered, asked.before)
    failing = SEVERITIES[: SEVERITIES.index(asked.fail_on) + 1]
    return ValidationResult(
        conforms=not any(result.severity in failing for result in ordered),
        results=ordered,
        labels=_labels(triples, {result.focus for result in ordered}),
        triples=len(triples),
        rules={code: rule for code, rule in rules.items() if not codes or code in codes},
        engine=engine,
        note=note,
        fail_on=asked.fail_on,
        ground=ground,
        known=known,
        gone=gone,
        cut=cut,
    )


def _labels(triples: Iterable[ox.Triple], wanted: set[str]) -> dict[str, str]:
    """IRI → its English label, else the first in alphabetical order."""
    best: dict[str, tuple[bool, str]] = {}
    for triple in triples:
        if triple.predicate.value in _LABELS and isinstance(triple.object, ox.Literal):
            name = getattr(triple.subject, "value", "")
            if name in wanted:
                label = (triple.object.language != "en", triple.object.value)
                best[name] = min(best.get(name, label), label)
    return {name: label for name, (_, label) in best.items()}
