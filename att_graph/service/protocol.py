"""An HTTP request → the query it carries, or the reason why it is refused.

Standard: SPARQL 1.1 Protocol, sections 2.1 (query operation) and 2.2 (update, never done here).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from att_graph.stores.keywords import form, keywords

LONGEST = 1_000_000  # bytes of a request's body
LONGEST_ADDRESS = 16_000  # characters of a request's query string
_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*""")
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


class RefusedError(Exception):
    """A request that gets no answer: an HTTP status, one sentence, headers, and where to go."""

    def __init__(
        self,
        status: int,
        reason: str,
        headers: Mapping[str, str] | None = None,
        links: Sequence[str] = (),
    ) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason
        self.headers, self.links = dict(headers or {}), tuple(links)

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[object, ...]]:
        parts = (self.status, self.reason, self.headers, self.links)
        return (RefusedError, parts)  # it comes through a pipe


@dataclass(frozen=True)
class Asked:
    """A query, its form (SELECT, ASK …), and the graphs that the request wants it asked of."""

    text: str
    form: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = field(default=())


def read(method: str, address: str, kind: str, body: bytes) -> Asked:
    """Method, query string, Content-Type and body of a request → what it asks, or RefusedError."""
    if len(address) > LONGEST_ADDRESS:
        raise RefusedError(414, "the address is too long; send the query by POST")
    if len(body) > LONGEST:
        raise RefusedError(413, f"the body is longer than {LONGEST:,} bytes")
    settings = _settings(address)
    if method == "POST":
        media = kind.partition(";")[0].strip().lower()
        if media == _UPDATE:
            raise _read_only()
        if media == _QUERY:
            if "query" in settings:
                raise RefusedError(400, "the query stands in the body and in the address; send one")
            settings["query"] = [_decoded(body)]
        elif media == _FORM:
            settings = _settings(_decoded(body))
        else:
            raise RefusedError(
                415, f"a query is sent by POST as {_QUERY} or {_FORM}, not '{media}'"
            )
    if "update" in settings:
        raise _read_only()
    queries = settings.get("query", [])
    if len(queries) != 1:
        raise RefusedError(400, f"a request carries one parameter 'query', this one {len(queries)}")
    for name in ("default-graph-uri", "named-graph-uri"):
        for iri in settings.get(name, []):
            if not _IRI.fullmatch(iri):
                raise RefusedError(400, f"{name}: '{iri[:200]}' is no absolute IRI")
    return Asked(
        queries[0],
        _form(queries[0]),
        tuple(settings.get("default-graph-uri", [])),
        tuple(settings.get("named-graph-uri", [])),
    )


def _form(text: str) -> str:
    found = form(text)
    words = keywords(text)
    if found is None:
        if words:
            raise RefusedError(400, "this is no SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE)")
        raise RefusedError(400, "the query is empty")
    if "SERVICE" in words:
        raise RefusedError(400, "SERVICE is refused: this service asks no other")
    return found


def _settings(text: str) -> dict[str, Sequence[str]]:
    try:
        return {**parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=200)}
    except (UnicodeDecodeError, ValueError) as error:
        raise RefusedError(400, "the parameters cannot be read; write them in UTF-8") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the body is not UTF-8 (byte {error.start})") from error


def _read_only() -> RefusedError:
    return RefusedError(403, "updates are refused: this service only reads")
