"""The shapes in; a page of the rules they hold out."""

from collections.abc import Iterable

import pyoxigraph as ox

from att_graph import vocab
from att_graph.site import fill
from att_graph.validation.rules import rules


def render(shapes: Iterable[ox.Triple], version: str) -> str:
    """Each rule with its code, its severity, its message in each language, and its reason."""
    found = rules(shapes)
    return fill(
        "rules.html",
        version=version,
        iri=vocab.BASE + "shapes",
        rules=[found[code] for code in sorted(found)],
    )
