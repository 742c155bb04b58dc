"""The union of the graphs as JSON-LD that reads like JSON, and the context that makes it so.

The context comes from the ontology and the shapes: a term for each property and class, links as
identifiers, dates with their types, numbers as JSON has them, words by language. Of the shapes
it takes the words alone, since other types may be asked of some things and not of others.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from att_graph import files, vocab
from att_graph.errors import InputError
from att_graph.release.contents import Contents

Json = dict[str, Any]

_XSD = vocab.PREFIXES["xsd"]
_SH = vocab.PREFIXES["sh"]
_WORDS = vocab.PREFIXES["rdf"] + "langString"
_OWL = vocab.PREFIXES["owl"]
_BY_LANGUAGE = {"@container": "@language"}
# Terms of others that the graphs use, under the names that people expect.
_OTHERS: dict[str, Json] = {
    "label": {"@id": "rdfs:label", **_BY_LANGUAGE},
    "comment": {"@id": "rdfs:comment", **_BY_LANGUAGE},
    "prefLabel": {"@id": "skos:prefLabel", **_BY_LANGUAGE},
    "altLabel": {"@id": "skos:altLabel", **_BY_LANGUAGE},
    "definition": {"@id": "skos:definition", **_BY_LANGUAGE},
    "hiddenLabel": {"@id": "skos:hiddenLabel", **_BY_LANGUAGE},
    "scopeNote": {"@id": "skos:scopeNote", **_BY_LANGUAGE},
    "note": {"@id": "skos:note", **_BY_LANGUAGE},
    "example": {"@id": "skos:example", **_BY_LANGUAGE},
    "title": {"@id": "dcterms:title", **_BY_LANGUAGE},
    "description": {"@id": "dcterms:description", **_BY_LANGUAGE},
    "publisher": {"@id": "dcterms:publisher", **_BY_LANGUAGE},
    "license": {"@id": "dcterms:license", "@type": "@id"},
    "notation": {"@id": "skos:notation"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "closeMatch": {"@id": "skos:closeMatch", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    "language": {"@id": "dcterms:language"},
}
_TERMS = f"""SELECT ?term ?kind ?range {{
  VALUES ?kind {{ <{_OWL}Class> <{_OWL}ObjectProperty> <{_OWL}DatatypeProperty> }}
  ?term a ?kind .
  OPTIONAL {{ ?term <{vocab.PREFIXES["rdfs"]}range> ?stated }}
  OPTIONAL {{
    {{ SELECT DISTINCT ?term ?asked {{
      ?shape <{_SH}path> ?term ; <{_SH}datatype> ?asked . FILTER(?asked = <{_WORDS}>)
    }} }}
  }}
  BIND(COALESCE(?stated, ?asked) AS ?range)
  FILTER(STRSTARTS(STR(?term), "{vocab.ONTOLOGY}"))
}} ORDER BY ?term"""
_EVIDENCE = vocab.ONTOLOGY + "evidence"
_QUOTATION = vocab.ONTOLOGY + "Quotation"
_WHOLE = ("xsd:integer", "xsd:positiveInteger", "xsd:nonNegativeInteger")
_BLANK = "urn:blank:"  # framing would rename blank nodes, so they go through it under an IRI
_TYPE = vocab.PREFIXES["rdf"] + "type"


def context() -> Json:
    """The context as JSON: `{"@context": {…}}`. Standard: JSON-LD 1.1, section 3.1."""
    prefixes = {
        name: space
        for name, space in vocab.PREFIXES.items()
        if name not in ("att", "concept", "sh")
    }
    terms = {"@version": 1.1, "id": "@id", "type": "@type", **prefixes, **_OTHERS}
    store = ox.Store()
    for path in [*files.ontology(), *files.shapes()]:
        files.load(store, path, ox.DefaultGraph())
    found = store.query(_TERMS)
    assert isinstance(found, ox.QuerySolutions)
    for row in found:
        term, kind, values = (row[name] for name in ("term", "kind", "range"))
        local = term.value.removeprefix(vocab.ONTOLOGY)
        terms[local] = _term(
            f"tac:{local}", kind.value.removeprefix(_OWL), values.value if values else ""
        )
    return {"@context": terms}


def document() -> bytes:
    """The context as a file of its own."""
    return (json.dumps(context(), ensure_ascii=False, indent=1) + "\n").encode()


def framed(contents: Contents) -> bytes:
    """The union as one JSON-LD document: each fact with its quotations inside it.

    The context is in the file, so that nothing has to be fetched. Raises InputError where pyld is
    not there. Standard: JSON-LD 1.1 Framing.
    """
    try:
        from pyld import jsonld
    except ImportError as error:
        raise InputError("export: pip install 'att-graph[export]' brings JSON-LD") from error
    nodes = _nodes(contents.union)
    types = sorted({kind for node in nodes for kind in node.get("@type", [])} - {_QUOTATION})
    terms = context()
    frame = {"@type": types, "@embed": "@never", _EVIDENCE: _quotation(nodes)}
    graph = _framed(jsonld, nodes, terms, frame)
    inside = set(_names(graph))
    left = [node for node in nodes if node["@id"] not in inside]
    graph += _framed(jsonld, left, terms, {"@embed": "@never"}) if left else []
    known = terms["@context"].items()
    kinds = {
        name: term["@type"] for name, term in known if isinstance(term, dict) and "@type" in term
    }
    graph = [_native(node, "", kinds) for node in graph]
    whole = {**terms, "@graph": sorted(graph, key=lambda node: str(node.get("id", "")))}
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return text.replace(f'"{_BLANK}', '"_:').encode()


def _quotation(nodes: list[Json]) -> Json:
    """The frame of a quotation inside a fact: what it links to in turn stays a link."""
    own = [node for node in nodes if _QUOTATION in node.get("@type", [])]
    links = {
        name
        for node in own
        for name, values in node.items()
        if not name.startswith("@") and any("@id" in value for value in values)
    }
    link = {"@embed": "@never"}
    return {"@embed": "@always", "@type": _QUOTATION, **dict.fromkeys(sorted(links), link)}


def _nodes(triples: Iterable[ox.Triple]) -> list[Json]:
    """Triples → expanded, flattened JSON-LD. Standard: JSON-LD 1.1 API, section 8.2."""
    nodes: dict[str, Json] = {}
    for triple in triples:
        node = nodes.setdefault(_name(triple.subject), {"@id": _name(triple.subject)})
        if triple.predicate.value == _TYPE:
            node.setdefault("@type", []).append(_name(triple.object))
        else:
            node.setdefault(triple.predicate.value, []).append(_value(triple.object))
    return list(nodes.values())


def _value(term: object) -> Json:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _XSD + "string":
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}


def _name(term: object) -> str:
    if isinstance(term, ox.BlankNode):
        return _BLANK + term.value
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _framed(jsonld: Any, nodes: list[Json], terms: Json, frame: Json) -> list[Json]:
    options = {"documentLoader": _refused, "omitGraph": False, "omitDefault": True}
    found = jsonld.frame(nodes, {**terms, **frame}, options)
    graph: list[Json] = found["@graph"]
    return graph


def _native(value: Any, kind: str, kinds: dict[str, str]) -> Any:
    """Whole numbers and truth as JSON has them, where their text is the only one of their value."""
    if isinstance(value, list):
        return [_native(each, kind, kinds) for each in value]
    if isinstance(value, dict):
        if value.keys() == {"type", "@value"} and not kind and value["type"] == "xsd:integer":
            number = _native(value["@value"], "xsd:integer", kinds)
            return number if isinstance(number, int) else value
        return {name: _native(each, kinds.get(name, ""), kinds) for name, each in value.items()}
    if kind == "xsd:boolean" and value in ("true", "false"):
        return value == "true"
    if (
        kind in _WHOLE
        and isinstance(value, str)
        and re.fullmatch(r"0|-?[1-9]\d{0,14}", value, re.A)
    ):
        return int(value)
    return value


def _refused(url: str, options: Json) -> Json:
    raise ValueError(f"{url}: nothing is fetched")


def _names(value: Any) -> list[str]:
    """The IRIs of the nodes described in a document, however deep."""
    if isinstance(value, list):
        return [name for each in value for name in _names(each)]
    if not isinstance(value, dict):
        return []
    own = [_whole(value["id"])] if "id" in value and len(value) > 1 else []
    return own + [name for each in value.values() for name in _names(each)]


def _whole(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return vocab.PREFIXES[prefix] + local if colon and prefix in vocab.PREFIXES else name


def _term(iri: str, kind: str, values: str) -> Json:
    if kind == "ObjectProperty":
        return {"@id": iri, "@type": "@id"}
    if values == _WORDS:
        return {"@id": iri, **_BY_LANGUAGE}
    if kind == "DatatypeProperty" and values.startswith(_XSD) and values != _XSD + "string":
        return {"@id": iri, "@type": "xsd:" + values.removeprefix(_XSD)}
    return {"@id": iri}
