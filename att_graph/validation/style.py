"""The ontology in; what its style rules are held against out: its triples, and what is told of it.

Two parts, each with its own rules. The first is the ontology as written, the shapes, and what the
text of all files uses and declares. The second is the ontology with its links to other
vocabularies, the facts about those, and what follows from all of them; there a term may stand below
itself.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from att_graph import files
from att_graph.validation import closure, uses

Part = tuple[list[ox.Triple], list[ox.Triple]]


def parts(more: Iterable[Path] = ()) -> Iterator[Part]:
    """(what is validated, the rules for it), twice. `more` are further files of an ontology.

    Raises InputError for a file that cannot be read.
    """
    written = [*files.ontology(), *more]
    speaking = [*files.shapes(), *files.queries(), *files.authority(), *files.built()]
    header = [path for path in files.style() if path.stem == "header"]
    links = [path for path in files.style() if path.stem == "alignment"]
    rest = [path for path in files.style() if path not in links]
    yield (
        list(
            dict.fromkeys(
                [
                    *_read([*written, *files.shapes(), *files.style()]),
                    *uses.told([*written, *speaking]),
                ]
            )
        ),
        list(_read(rest)),
    )
    known = closure.terms(_read([*written, *files.outside()]))
    yield list(dict.fromkeys(known)), list(_read([*header, *links]))


def _read(found: Iterable[Path]) -> Iterator[ox.Triple]:
    return (quad.triple for path in found for quad in files.quads(path))
