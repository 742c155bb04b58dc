"""A graph and the shapes → what is wrong with it, each fault as one sentence about one thing.

A quick engine runs where it is installed, else pySHACL, the reference, and the result says so. The
tests prove that the two find the same.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from att_graph import files, vocab
from att_graph.errors import InputError
from att_graph.validation import checks, dataset, engines, style
from att_graph.validation.engines import Result
from att_graph.validation.rules import Rule, rules, short

if TYPE_CHECKING:
    from rdflib import Graph

Data: TypeAlias = "Graph | str | Path | Iterable[str | Path] | None"
SEVERITIES = ("violation", "warning", "info")
ENGINES = {"pyshacl": engines.pyshacl, "fast": engines.fast}

_LABELS = (vocab.PREFIXES["rdfs"] + "label", vocab.PREFIXES["skos"] + "prefLabel")


@dataclass(frozen=True)
class ValidationResult:
    """All faults, the worst first; `conforms` is False from the severity the caller chose upwards.

    `labels` names the things at fault; `triples` counts what was validated, ontology and authority
    files included; `rules` are those of the shapes, by code. `engine` is the one that ran, fast or
    pyshacl, and `note` says in a sentence why it was not the quick one, unless the caller asked so.
    """

    conforms: bool
    results: list[Result]
    labels: dict[str, str]
    triples: int
    rules: dict[str, Rule] = field(default_factory=dict)
    engine: str = "pyshacl"
    note: str = ""

    @property
    def text(self) -> str:
        """The faults for a person: the thing by its label, the rule it breaks, the value."""
        return "\n".join([*map(self._paragraph, self.results), self._closing_line()])

    def _paragraph(self, result: Result) -> str:
        lines = [f"{result.severity}: {self.labels.get(result.focus, result.focus)}"]
        lines.append(f"  {result.message}")
        if result.path:
            lines.append(f"  property: {short(result.path)}")
        if result.value:
            lines.append(f"  value: {short(result.value)}")
        return "\n".join([*lines, f"  <{result.focus}>", ""])

    def _closing_line(self) -> str:
        counts = Counter(result.severity for result in self.results)
        faults = ", ".join(
            f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
            for severity in SEVERITIES
            if counts[severity]
        )
        verdict = "conforms" if self.conforms else "does not conform"
        return f"{verdict}: {faults or 'no fault'} in {self.triples} triples"


def validate(
    data: "Data" = None,
    *,
    fail_on: str = "violation",
    engine: str = "auto",
    shapes: Iterable[str | Path] | None = None,
    alone: bool = False,
    ontology: bool = False,
) -> ValidationResult:
    """A graph, or RDF files and directories, joined with ontology and authority → its faults.

    No data means the project's own graph; no `shapes`, the project's own shapes and checks. `alone`
    leaves the authority files out; the ontology stays, for the shapes speak of it. The caller's
    graph is not changed. `fail_on` is the mildest severity (violation, warning, info) that makes
    the data not conform. `engine` is auto (fast where it is installed, else pyshacl), fast or
    pyshacl. With `ontology` it is the project's own ontology that is held against rules of style,
    together with `data`, further files of an ontology. Raises InputError for a file that cannot be
    read or an engine that is not there, DataError for shapes that are themselves at fault.
    Standard: SHACL core and SHACL-SPARQL.
    """
    if ontology:
        if shapes is not None or alone:
            raise InputError("ontology: its shapes are its own, and no authority file is read")
        return _ontology(data, fail_on, engine)
    _chosen(fail_on, engine)
    found = files.shapes() if shapes is None else files.find(shapes)
    ruling = [triple for path in found for triple in dataset.triples_of(path)]
    held = dataset.read(data, alone=alone)
    further = checks.checks() if shapes is None else ()
    faults, ran, note = engines.run(engine, held.triples, ruling)
    results = checks.beyond(faults, checks.run(held.store, further))
    known = {**rules(ruling), **{each.rule.code: each.rule for each in further}}
    return _judged(results, held.triples, known, fail_on, ran, note)


def _ontology(data: "Data", fail_on: str, engine: str) -> ValidationResult:
    """The ontology, its closed lists and its alignments, and files that add to them → faults."""
    ran, note = _chosen(fail_on, engine)
    if data is not None and hasattr(data, "serialize"):
        raise InputError("ontology: give files, for their text is read too")
    more = () if data is None else [data] if isinstance(data, str | Path) else data
    results: list[Result] = []
    triples: list[ox.Triple] = []
    known: dict[str, Rule] = {}
    for held, ruling in style.parts(files.find(more)):
        faults, ran, why = engines.run(ran, held, ruling)  # once left, the quick one stays left
        note = note or why
        results += faults
        triples += held
        known |= rules(ruling)
    return _judged(results, dict.fromkeys(triples), known, fail_on, ran, note)


def _chosen(fail_on: str, engine: str) -> tuple[str, str]:
    """The engine that runs, and what is to be said of it. Raises InputError for a wrong option."""
    if fail_on not in SEVERITIES:
        raise InputError(f"fail-on: '{fail_on}' is none of {', '.join(SEVERITIES)}")
    return engines.chosen(engine)


def _judged(
    results: Iterable[Result],
    triples: dict[ox.Triple, None],
    known: dict[str, Rule],
    fail_on: str,
    engine: str,
    note: str,
) -> ValidationResult:
    ordered = sorted(
        results,
        key=lambda result: (SEVERITIES.index(result.severity), result.key(), result.message),
    )
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return ValidationResult(
        conforms=not any(result.severity in failing for result in ordered),
        results=ordered,
        labels=_labels(triples, {result.focus for result in ordered}),
        triples=len(triples),
        rules=known,
        engine=engine,
        note=note,
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
