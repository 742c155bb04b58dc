"""The shapes as one Turtle file that any SHACL engine takes: the same bytes for the same shapes.

The files are joined as they are written, prefixes once on top, so the bundle can be read like them.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from att_graph import files, paths

_PREFIX = re.compile(r"^@prefix ([\w-]*): <([^>]*)> \.\n", re.MULTILINE)
_RECIPE = """\
# The shapes of att-graph {version}, in one file. SHACL core and SHACL-SPARQL; the prefixes of the
# queries are declared with sh:declare. Licence: https://creativecommons.org/licenses/by/4.0/
#
# The data graph that the shapes expect is
#   1. your data,
#   2. the ontology and its closed lists: {ontology}
#   3. what else your data speaks of (States, treaties, bodies), with its types.
# Without 2 each act type, capacity or role counts as a value of no list. No reasoner is needed:
# superclass types are written out. Do not add 2 to the data of a report you publish; join it only
# for the validation.
#
# pySHACL, with this file as bundle.ttl:
#   cat data.ttl {joined} > joined.ttl && pyshacl -s bundle.ttl joined.ttl
"""
_APART = """ontology/*.ttl and ontology/concepts/*.ttl,
#      or the bundle of `att-graph shapes --with-ontology`, which holds them as well;"""
_JOINED = """they are in this file, so give it to the
#      engine both as the shapes and as a part of the data;"""


def version() -> str:
    """The version that the header of the shapes states."""
    header = (paths.SHAPES / "header.ttl").read_text(encoding="utf-8")
    stated = re.search(r'owl:versionInfo "([^"]+)"', header)
    if stated is None:
        raise ValueError("shapes/header.ttl: states no owl:versionInfo")
    return stated[1]


def name(*, with_ontology: bool = False) -> str:
    """The file name of a bundle, which carries the version: `att-graph-shapes-0.2.0.ttl`."""
    return f"att-graph-shapes{'-with-ontology' if with_ontology else ''}-{version()}.ttl"


def bundle(*, with_ontology: bool = False) -> str:
    """The shapes (and the ontology with its closed lists) as Turtle, with a recipe on top."""
    found = [*files.shapes(), *(files.ontology() if with_ontology else ())]
    texts = {path: path.read_text(encoding="utf-8") for path in found}
    joined = "bundle.ttl" if with_ontology else "ontology/*.ttl ontology/concepts/*.ttl"
    head = _RECIPE.format(
        version=version(), ontology=_JOINED if with_ontology else _APART, joined=joined
    )
    return "\n".join([head, _prefixes(texts.values()), *map(_section, texts.items())])


def _prefixes(texts: Iterable[str]) -> str:
    """Each prefix once, sorted. Raises ValueError for one that means two things."""
    meant: dict[str, str] = {}
    for text in texts:
        for prefix, iri in _PREFIX.findall(text):
            if meant.setdefault(prefix, iri) != iri:
                raise ValueError(f"prefix {prefix}: {iri} and {meant[prefix]}")
    return "".join(f"@prefix {prefix}: <{meant[prefix]}> .\n" for prefix in sorted(meant))


def _section(file: tuple[Path, str]) -> str:
    path, text = file
    return f"# {path.parent.name}/{path.name}\n\n{_PREFIX.sub('', text).strip()}\n"
