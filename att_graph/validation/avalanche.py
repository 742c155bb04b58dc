"""Results in; those that follow from one and the same fault together, for a person to read once.

Where a thing is missing, or is itself at fault, every fact that points at it breaks a rule too.
"""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from att_graph import vocab
from att_graph.validation.result import Result

_TYPE = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
_FEW = 3  # as many alike are told as one; fewer stand each for itself


def folded(results: Sequence[Result], store: ox.Store) -> list[list[Result]]:
    """The results in their order, each alone, or with all that break the same rule by its value.

    Together stand only those at a value that the data do not describe, or that is at fault itself:
    two States in the same wrong capacity are two faults.
    """
    faulty = {result.focus for result in results}
    values = {result.value for result in results if result.value}
    roots = {value for value in values if _root(value, faulty, store)}
    groups: dict[tuple[str | None, ...], list[Result]] = {}
    for result in results:
        groups.setdefault(_key(result), []).append(result)
    found: list[list[Result]] = []
    for result in results:
        alike = groups[_key(result)]
        if result.value not in roots or len(alike) < _FEW or f"<{result.focus}>" == result.value:
            found.append([result])
        elif result is alike[0]:
            found.append(alike)
    return found


def rest(groups: Iterable[Sequence[Result]]) -> dict[Result, int]:
    """The first of each group → how many more there are of it."""
    return {group[0]: len(group) - 1 for group in groups if len(group) > 1}


def _key(result: Result) -> tuple[str | None, ...]:
    itself = result.focus if f"<{result.focus}>" == result.value else None
    return result.severity, result.code, result.source_shape, result.path, result.value, itself


def _root(value: str, faulty: set[str], store: ox.Store) -> bool:
    if not value.startswith("<"):
        return False
    node = ox.NamedNode(value[1:-1])
    said = store.quads_for_pattern(node, _TYPE, None, ox.DefaultGraph())
    return node.value in faulty or next(said, None) is None
