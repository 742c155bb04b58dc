"""What a release says of itself: DCAT 3 and VoID in Turtle, schema.org in JSON-LD."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import pyoxigraph as ox

from att_graph import __version__, vocab
from att_graph.release.contents import Contents, order
from att_graph.release.dumps import turtle
from att_graph.void import DATASET, void

TITLE = {"en": "Treaty actors and commitments: graph", "zh": "条约行为体与承诺：图数据"}
_TOLD = {
    "en": "Who takes part in the work of a treaty, what its meetings decide and who is asked to do "
    "what by when, read from reports, with the words that prove each fact.",
    "zh": "从报告中读取的条约行为体、会议决定及要求事项与期限，每项事实均附佐证文字。",
}
_AUTHORS = "att-graph contributors"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
SPACES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
}
_MEDIA = {
    ".csv": "text/csv", ".html": "text/html", ".ics": "text/calendar",
    ".json": "application/csvm+json", ".jsonld": "application/ld+json", ".md": "text/markdown",
    ".nq": "application/n-quads", ".trig": "application/trig", ".ttl": "text/turtle",
}  # fmt: skip
_IANA = "https://www.iana.org/assignments/media-types/"
_PREFIXES = vocab.PREFIXES | vocab.PREFIXES_OUTSIDE | SPACES


@dataclass(frozen=True)
class Rights:
    """What may be done with a graph: its licence, if one is known, and a statement in words."""

    licence: str | None
    statement: str


def version(contents: Contents) -> str:
    """The version of the package for its own graphs; of other graphs, the start of their digest."""
    return __version__ if _own(contents) else contents.digest[:12]


def rights(contents: Contents, graph: str) -> Rights:
    """The licence and the rights of one named graph.

    A report's words stay its publisher's. Of a graph that is not the project's own nothing is
    claimed but what the graph states of itself.
    """
    triples = contents.graphs[graph]
    names = _objects(triples, vocab.PREFIXES["dcterms"] + "publisher")
    quoted = f" The words quoted from reports stay their publishers': {'; '.join(names)}."
    kept = quoted if names else ""
    if graph in contents.own:
        return Rights(CC_BY, f"{_AUTHORS}, CC BY 4.0." + kept)
    stated = {
        each.object.value
        for each in triples
        if each.predicate.value == vocab.PREFIXES["dcterms"] + "license"
        and isinstance(each.object, ox.NamedNode)
        and str(each.subject) == f"<{graph}>"
    }
    if len(stated) == 1:
        return Rights(min(stated), "As the graph states." + kept)
    return Rights(None, "No licence is stated for this graph." + kept)


def dcat(contents: Contents, written: dict[str, bytes]) -> bytes:
    """The release as a dataset with its graphs and files. Standard: DCAT 3 (W3C, 2024)."""
    triples = [*_dataset(contents), *_files(contents, written)]
    for graph in contents.graphs:
        triples += _graph(contents, graph)
    return turtle(sorted(dict.fromkeys(triples), key=order), SPACES)


def voided(contents: Contents, written: dict[str, bytes]) -> bytes:
    """What the graphs hold, counted; the dumps among the files are named. Standard: VoID."""
    dumps = [_address(contents, name) for name in written if name in DUMPS]
    return turtle(sorted(void(contents.store, dumps=dumps), key=order), SPACES)


DUMPS = ("att-graph.jsonld", "att-graph.nq", "att-graph.trig", "att-graph.ttl")


def schema_org(contents: Contents, written: dict[str, bytes]) -> bytes:
    """The release as a schema.org Dataset; the context stands in the file."""
    ids = ("license", "contentUrl", "usageInfo")
    graphs = []
    for graph, triples in contents.graphs.items():
        own = rights(contents, graph)
        about: dict[str, object] = {
            "@type": "Dataset", "@id": graph, "name": graph.rsplit("/", 1)[-1],
            "description": f"{len(triples)} triples. {own.statement}",
            "copyrightNotice": own.statement,
            "identifier": f"rdfc-1.0-sha-256:{contents.digests[graph]}",
            "size": f"{len(triples)} triples",
        }  # fmt: skip
        graphs.append(about | ({"license": own.licence} if own.licence else {}))
    whole = {
        "@context": {"@vocab": "https://schema.org/"} | {name: {"@type": "@id"} for name in ids},
        "@type": "Dataset", "@id": DATASET, "name": _texts(TITLE), "description": _texts(_TOLD),
        "version": version(contents), "url": {"@id": DATASET},
        "size": f"{len(contents.union)} triples",
        "identifier": f"rdfc-1.0-sha-256:{contents.digest}",
        "hasPart": graphs,
        "distribution": [_download(contents, name, data) for name, data in written.items()],
    }  # fmt: skip
    whole |= {"dateModified": contents.day} if contents.day else {}
    if _own(contents):
        whole |= {"license": CC_BY, "creator": {"@type": "Organization", "name": _AUTHORS}}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def sums(written: dict[str, bytes]) -> bytes:
    """The SHA-256 of each file, as `sha256sum -c` reads them."""
    return "".join(f"{_sum(data)}  {name}\n" for name, data in sorted(written.items())).encode()


def _dataset(contents: Contents) -> Iterator[ox.Triple]:
    yield _link(DATASET, "rdf:type", "dcat:Dataset")
    yield _link(DATASET, "rdf:type", "void:Dataset")
    for name, texts in (("dcterms:title", TITLE), ("dcterms:description", _TOLD)):
        for language, text in texts.items():
            yield _text(DATASET, name, text, language)
    yield _text(DATASET, "dcat:version", version(contents))
    yield _text(DATASET, "dcterms:identifier", f"rdfc-1.0-sha-256:{contents.digest}")
    yield _number(DATASET, "void:triples", len(contents.union))
    if contents.day:
        yield _text(DATASET, "dcterms:modified", contents.day, kind="xsd:date")
    if _own(contents):
        yield _link(DATASET, "dcterms:license", CC_BY)
        for name in ("dcterms:creator", "dcterms:publisher"):
            yield _link(DATASET, name, f"{DATASET}#contributors")
        yield _link(f"{DATASET}#contributors", "rdf:type", "foaf:Agent")
        yield _text(f"{DATASET}#contributors", "foaf:name", _AUTHORS, "en")
    for graph in contents.graphs:
        yield from _statement(DATASET, rights(contents, graph).statement)
    yield from _checksum(DATASET, contents.digest, "The union of the graphs")


def _graph(contents: Contents, graph: str) -> Iterator[ox.Triple]:
    own = rights(contents, graph)
    yield _link(DATASET, "dcterms:hasPart", graph)
    yield _link(DATASET, "void:subset", graph)
    yield _link(graph, "rdf:type", "dcat:Dataset")
    yield _link(graph, "rdf:type", "void:Dataset")
    yield _text(graph, "dcterms:title", graph.rsplit("/", 1)[-1])
    yield _number(graph, "void:triples", len(contents.graphs[graph]))
    yield from _statement(graph, own.statement)
    if own.licence:
        yield _link(graph, "dcterms:license", own.licence)
    yield from _checksum(graph, contents.digests[graph], "The graph")


def _statement(of: str, text: str) -> Iterator[ox.Triple]:
    """Rights in words as a thing of their own: DCAT 3 knows them as dcterms:RightsStatement."""
    node = f"{DATASET}#rights-{_sum(text.encode())[:8]}"
    yield _link(of, "dcterms:rights", node)
    yield _link(node, "rdf:type", "dcterms:RightsStatement")
    yield _text(node, "rdfs:label", text, "en")


def _checksum(of: str, digest: str, what: str) -> Iterator[ox.Triple]:
    checksum = of + "#canonical"
    yield _link(of, "spdx:checksum", checksum)
    yield from _spdx(checksum, digest)
    told = f"{what} as canonical N-Quads (RDFC-1.0), SHA-256."
    yield _text(checksum, "rdfs:comment", told, "en")


def _files(contents: Contents, written: dict[str, bytes]) -> Iterator[ox.Triple]:
    for name, data in written.items():
        file = _address(contents, name)
        yield _link(DATASET, "dcat:distribution", file)
        yield _link(file, "rdf:type", "dcat:Distribution")
        yield _text(file, "dcterms:title", name)
        yield _link(file, "dcat:downloadURL", file)
        yield _link(file, "dcat:accessURL", file)
        yield _link(file, "dcat:mediaType", _IANA + _media(name))
        yield _text(file, "dcat:byteSize", str(len(data)), kind="xsd:nonNegativeInteger")
        if _own(contents):
            yield _link(file, "dcterms:license", CC_BY)
        yield _link(file, "spdx:checksum", file + "#sha256")
        yield from _spdx(file + "#sha256", _sum(data))


def _spdx(checksum: str, digest: str) -> Iterator[ox.Triple]:
    yield _link(checksum, "rdf:type", "spdx:Checksum")
    yield _link(checksum, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
    yield _text(checksum, "spdx:checksumValue", digest, kind="xsd:hexBinary")


def _download(contents: Contents, name: str, data: bytes) -> dict[str, object]:
    return {
        "@type": "DataDownload", "name": name, "contentUrl": _address(contents, name),
        "encodingFormat": _media(name), "contentSize": f"{len(data)} B", "sha256": _sum(data),
    }  # fmt: skip


def _own(contents: Contents) -> bool:
    return contents.own >= contents.graphs.keys()


def _address(contents: Contents, name: str) -> str:
    return f"{vocab.BASE}release/{version(contents)}/{name}"


def _media(name: str) -> str:
    return _MEDIA.get(PurePosixPath(name).suffix, "text/plain")


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _texts(texts: dict[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _objects(triples: tuple[ox.Triple, ...], predicate: str) -> list[str]:
    found = {each.object for each in triples if each.predicate.value == predicate}
    return sorted(each.value for each in found if isinstance(each, ox.Literal))


def _iri(name: str) -> ox.NamedNode:
    prefix, colon, local = name.partition(":")
    known = colon and prefix in _PREFIXES
    return ox.NamedNode(_PREFIXES[prefix] + local if known else name)


def _link(subject: str, name: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), _iri(name), _iri(value))


def _text(
    subject: str, name: str, text: str, language: str | None = None, kind: str | None = None
) -> ox.Triple:
    value = ox.Literal(text, language=language, datatype=_iri(kind) if kind else None)
    return ox.Triple(ox.NamedNode(subject), _iri(name), value)


def _number(subject: str, name: str, number: int) -> ox.Triple:
    return _text(subject, name, str(number), kind="xsd:integer")
