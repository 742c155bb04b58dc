"""A store's answer → the bytes of a standard format, and which of them a client accepts."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from att_graph import vocab
from att_graph.service.protocol import RefusedError
from att_graph.stores.interface import Answer, Solutions
from att_graph.stores.table import Term

_STRING = vocab.PREFIXES["xsd"] + "string"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2
_SPARQL = "http://www.w3.org/2005/sparql-results#"


def write(answer: Answer, media: str) -> bytes:
    """An answer in one of the media types that `offered` names for it."""
    if isinstance(answer, list):
        content = ox.serialize(answer, format=GRAPHS[media], prefixes=vocab.PREFIXES) or b""
    else:
        content = ROWS[media](answer)
    if media.endswith("xml") and _NO_XML.search(content.decode()):
        raise RefusedError(406, "the answer holds characters that XML cannot; ask for another form")
    return content


def offered(form: str) -> tuple[str, ...]:
    """The media types for the answer to a query of this form, the preferred one first."""
    return tuple(ROWS if form in ("SELECT", "ASK") else GRAPHS)


def chosen(accept: str, offer: Sequence[str]) -> str | None:
    """An Accept header and what there is → the media type to send; None: nothing fits.

    The highest quality wins, then the order of the offer. Standard: RFC 9110, section 12.5.1.
    """
    best: tuple[float, int] | None = None
    for place, media in enumerate(offer):
        quality = _quality(accept or "*/*", media)
        if quality > 0 and (best is None or (-quality, place) < best):
            best = (-quality, place)
    return None if best is None else offer[best[1]]


def _quality(accept: str, media: str) -> float:
    """How much a client wants a media type, by the most specific range that names it."""
    found = (-1, 0.0)
    for piece in accept.split(","):
        name, *settings = (part.strip() for part in piece.split(";"))
        weight = next((s[2:] for s in settings if s.lower().startswith("q=")), "1")
        specific = (
            2 if name.lower() == media
            else 1 if name.endswith("/*") and media.startswith(name[:-1]) and name != "*/*"
            else 0 if name == "*/*"
            else -1
        )  # fmt: skip
        try:
            found = max(found, (specific, min(float(weight), 1.0)))
        except ValueError:
            continue
    return found[1] if found[0] >= 0 else 0.0


def _json(answer: Solutions | bool) -> bytes:
    """SPARQL 1.1 Query Results JSON Format."""
    if isinstance(answer, bool):
        return _dumped({"head": {}, "boolean": answer})
    rows = [
        {n: _binding(t) for n, t in zip(answer.names, row, strict=True) if t is not None}
        for row in answer.rows
    ]
    return _dumped({"head": {"vars": list(answer.names)}, "results": {"bindings": rows}})


def _dumped(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, ox.Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            found["xml:lang"] = term.language
        elif term.datatype.value != _STRING:
            found["datatype"] = term.datatype.value
        return found
    kind = "bnode" if isinstance(term, ox.BlankNode) else "uri"
    return {"type": kind, "value": str(getattr(term, "value", term))}


def _xml(answer: Solutions | bool) -> bytes:
    """SPARQL Query Results XML Format (Second Edition)."""
    head, body = "<head/>", ""
    if isinstance(answer, bool):
        body = f"<boolean>{str(answer).lower()}</boolean>"
    else:
        names = "".join(f"<variable name={quoteattr(name)}/>" for name in answer.names)
        head = f"<head>{names}</head>"
        rows = (
            "".join(
                f"<binding name={quoteattr(n)}>{_element(t)}</binding>"
                for n, t in zip(answer.names, row, strict=True)
                if t is not None
            )
            for row in answer.rows
        )
        body = f"<results>{''.join(f'<result>{row}</result>' for row in rows)}</results>"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_SPARQL}">{head}{body}</sparql>'.encode()


def _element(term: Term) -> str:
    found = _binding(term)
    # A bare carriage return would be read back as a line feed (XML 1.0, section 2.11).
    text = escape(found["value"], {"\r": "&#13;"})
    if found["type"] != "literal":
        return f"<{found['type']}>{text}</{found['type']}>"
    mark = f" xml:lang={quoteattr(found['xml:lang'])}" if "xml:lang" in found else ""
    mark += f" datatype={quoteattr(found['datatype'])}" if "datatype" in found else ""
    return f"<literal{mark}>{text}</literal>"


def _csv(answer: Solutions | bool) -> bytes:
    """SPARQL 1.1 Query Results CSV Format; an ASK query's answer as one cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    if isinstance(answer, bool):
        writer.writerows([["answer"], [str(answer).lower()]])
        return text.getvalue().encode()
    writer.writerow(answer.names)
    for row in answer.rows:
        writer.writerow([_bare(t) for t in row])
    return text.getvalue().encode()


def _bare(term: Term | None) -> str:
    """A cell of CSV: the text of a term; a blank node as `_:label` (section 3.2)."""
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode) else str(getattr(term, "value", term))


def _tsv(answer: Solutions | bool) -> bytes:
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle; ASK as one cell."""
    if isinstance(answer, bool):
        return f"?answer\n{str(answer).lower()}\n".encode()
    head = "\t".join(f"?{name}" for name in answer.names)
    # A term is written as in N-Triples, which leaves a tab as it is; here it ends the cell.
    rows = (
        "\t".join("" if t is None else str(t).replace("\t", "\\t") for t in row)
        for row in answer.rows
    )
    return "".join(f"{line}\n" for line in (head, *rows)).encode()


ROWS: dict[str, Callable[[Solutions | bool], bytes]] = {
    "application/sparql-results+json": _json,
    "application/sparql-results+xml": _xml,
    "text/csv": _csv,
    "text/tab-separated-values": _tsv,
    "application/json": _json,
    "application/xml": _xml,
}
GRAPHS: dict[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
