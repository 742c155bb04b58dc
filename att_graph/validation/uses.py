"""Turtle and SPARQL files in; what their text says out, as triples that shapes can be held against.

A shape sees no text: neither the prefixes that a file declares nor the terms inside a query. Here
they become triples of the file: `shape:uses` a term (the ontology itself only `shape:mentions`
it), and a node of `shape:Prefix` for each prefix.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from att_graph import files, paths, vocab

SHAPE = vocab.PREFIXES_OUTSIDE["shape"]
FILE = vocab.BASE + "file/"

_SH, _XSD = vocab.PREFIXES["sh"], vocab.PREFIXES["xsd"]
_TYPE = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
_PREFIX, _NAMESPACE = ox.NamedNode(_SH + "prefix"), ox.NamedNode(_SH + "namespace")
_QUERIES = {_SH + name for name in ("select", "ask", "construct")}
_TOKEN = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*'''
    r"|(?:@prefix|\bprefix)\s+(?P<declared>[\w-]*):\s*<(?P<namespace>[^>]*)>"
    r'|<(?P<iri>[^<>"{}|^`\\\s]*)>'
    r"|(?<![\w?$:-])(?P<used>[A-Za-z][\w-]*):(?P<local>[\w-]*)",
    re.IGNORECASE | re.DOTALL,
)


def told(found: Iterable[Path]) -> Iterator[ox.Triple]:
    """Files → the triples about their text, and the table of prefixes. Raises InputError."""
    yield from _table()
    declared = {}
    found = list(found)
    for path in found:
        if path.suffix == ".ttl":
            declared.update(_declared(path))
    for path in found:
        yield from _of(path, declared)


def _of(path: Path, for_queries: dict[str, str]) -> Iterator[ox.Triple]:
    name = FILE + _place(path)
    speaks = "mentions" if path == paths.ONTOLOGY / "tac.ttl" else "uses"
    text = path.read_text(encoding="utf-8")
    prefixes, used, terms = _read(text)
    if path.suffix == ".ttl":
        for quad in files.quads(path):
            terms |= {node.value for node in quad.triple if isinstance(node, ox.NamedNode)}
            if speaks == "mentions":  # that a term is described is no use of it
                terms -= {getattr(quad.subject, "value", "")}
            if quad.predicate.value in _QUERIES and isinstance(quad.object, ox.Literal):
                _, in_query, more = _read(quad.object.value, for_queries)
                terms |= more
                for prefix in sorted(in_query):
                    node = f"{name}#query-{prefix}"
                    yield from _prefix(node, prefix, for_queries.get(prefix), used=True)
    for term in sorted(terms):
        if term.startswith(vocab.ONTOLOGY) and term != vocab.ONTOLOGY:
            yield _triple(name, SHAPE + speaks, ox.NamedNode(term))
    for prefix in sorted(prefixes.keys() | used):
        node = f"{name}#{prefix}"
        yield from _prefix(node, prefix, prefixes.get(prefix), used=prefix in used)


def _read(
    text: str, given: dict[str, str] | None = None
) -> tuple[dict[str, str], set[str], set[str]]:
    """A text → the prefixes it declares, those it uses, and the IRIs it names."""
    prefixes: dict[str, str] = {}
    used, iris = set(), set()
    for token in _TOKEN.finditer(text):
        if token["declared"] is not None:
            prefixes[token["declared"]] = token["namespace"]
        elif token["iri"] is not None:
            iris.add(token["iri"])
        elif token["used"] is not None:
            used.add(token["used"])
            namespace = prefixes.get(token["used"]) or (given or {}).get(token["used"])
            if namespace:
                iris.add(namespace + token["local"])
    return prefixes, used, iris


def _declared(path: Path) -> dict[str, str]:
    """The prefixes that a file of shapes declares for its queries."""
    about: dict[str, dict[str, str]] = {}
    for quad in files.quads(path):
        if quad.predicate in (_PREFIX, _NAMESPACE) and isinstance(quad.object, ox.Literal):
            about.setdefault(str(quad.subject), {})[quad.predicate.value] = quad.object.value
    return {
        each[_PREFIX.value]: each[_NAMESPACE.value] for each in about.values() if len(each) == 2
    }


def _table() -> Iterator[ox.Triple]:
    """The one table of prefixes: those of `vocab`, and one for each closed list."""
    lists = {path.stem: vocab.concept(path.stem, "") for path in files.ontology()
             if path.parent.name == "concepts"}  # fmt: skip
    for prefix, namespace in (vocab.PREFIXES | vocab.PREFIXES_OUTSIDE | lists).items():
        node = f"{FILE}att_graph/vocab.py#{prefix}"
        yield from _prefix(node, prefix, namespace, used=True)
        yield _triple(node, SHAPE + "table", _boolean(True))


def _prefix(node: str, prefix: str, namespace: str | None, *, used: bool) -> Iterator[ox.Triple]:
    yield ox.Triple(ox.NamedNode(node), _TYPE, ox.NamedNode(SHAPE + "Prefix"))
    yield _triple(node, _PREFIX.value, ox.Literal(prefix))
    yield _triple(node, SHAPE + "used", _boolean(used))
    if namespace is not None:
        anyuri = ox.NamedNode(_XSD + "anyURI")
        yield _triple(node, _NAMESPACE.value, ox.Literal(namespace, datatype=anyuri))


def _triple(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)


def _boolean(value: bool) -> ox.Literal:
    return ox.Literal(str(value).lower(), datatype=ox.NamedNode(_XSD + "boolean"))


def _place(path: Path) -> str:
    """A file by its place in the project, a file from elsewhere by its name."""
    for root in (paths.HOME, paths.DATA.parent):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name
