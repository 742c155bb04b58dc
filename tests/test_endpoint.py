"""An endpoint as a store; here a small server of this machine that notes what it was sent."""

import base64
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

from att_graph.errors import InputError
from att_graph.store import open_store
from att_graph.stores.endpoint import LONGEST_ADDRESS, Endpoint

SMALL = Path(__file__).parent / "data" / "small.ttl"
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}


@dataclass
class Log:
    """What the service was sent, and how it is to behave."""

    sent: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    busy: list[tuple[int, str | None]] = field(default_factory=list)
    form: str = "application/sparql-results+json"
    waits: list[float] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """SPARQL 1.1 Protocol over the small data set: 400 for what is no query."""

    store = ox.Store()
    log = Log()

    def do_GET(self) -> None:
        self._answer(parse_qs(urlsplit(self.path).query)["query"][0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer(parse_qs(body)["query"][0])

    def _answer(self, text: str) -> None:
        self.log.sent.append((self.command, text, dict(self.headers)))
        if self.log.busy:
            code, pause = self.log.busy.pop(0)
            headers = {"Retry-After": pause} if pause else {}
            self._send(code, b"busy", "text/plain", headers)
            return
        try:
            found = self.store.query(text)
        except SyntaxError as error:
            self._send(400, json.dumps(str(error)).encode(), "application/json")
            return
        if isinstance(found, ox.QueryTriples):
            content = found.serialize(format=ox.RdfFormat.TURTLE)
            self._send(200, content or b"", "text/turtle")
        elif self.log.form in ROWS:
            content = found.serialize(format=ROWS[self.log.form])
            self._send(200, content or b"", self.log.form + "; charset=utf-8")
        else:
            self._send(200, b"<html>welcome</html>", self.log.form)

    def _send(
        self, code: int, content: bytes, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": kind, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    Handler.store.load(path=SMALL, format=ox.RdfFormat.TURTLE)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


@pytest.fixture
def log() -> Log:
    Handler.log = Log()
    return Handler.log


@pytest.fixture
def endpoint(address: str, log: Log) -> Endpoint:
    return Endpoint(address, wait=log.waits.append)


QUERIES = [
    """PREFIX tac: <https://w3id.org/att-graph/ontology#>
    SELECT ?conference ?ordinal ?start ?mode WHERE {
      ?conference tac:ordinal ?ordinal ; tac:startDate ?start
      OPTIONAL { ?conference tac:mode ?mode }
    } ORDER BY ?ordinal""",
    """#+ summary: To ask is to describe, construct, insert: words of a comment
    PREFIX ask: <https://w3id.org/att-graph/ontology#>
    SELECT ?value WHERE { ?figure ask:value ?value } ORDER BY ?value""",
    "ASK { ?s ?p ?o }",
    "ASK { ?s ?p 'INSERT DATA' }",
    "CONSTRUCT WHERE { ?s a ?o }",
    "DESCRIBE <https://w3id.org/att-graph/id/meeting/conf2>",
]


@pytest.mark.parametrize("text", QUERIES)
def test_an_endpoint_answers_as_the_store_does(endpoint: Endpoint, text: str) -> None:
    assert endpoint.query(text) == open_store([SMALL], alone=True).query(text)


@pytest.mark.parametrize("form", ROWS)
def test_the_format_that_comes_back_is_read(endpoint: Endpoint, log: Log, form: str) -> None:
    log.form = form
    assert endpoint.query(QUERIES[0]) == open_store([SMALL], alone=True).query(QUERIES[0])
    accepted = log.sent[0][2]["Accept"]
    assert accepted.startswith("application/sparql-results+json")
    assert "application/sparql-results+xml" in accepted


def test_short_queries_go_in_the_address_and_long_ones_as_a_form(
    endpoint: Endpoint, log: Log
) -> None:
    endpoint.query("ASK {}")
    endpoint.query("ASK {} #" + "x" * LONGEST_ADDRESS)
    assert [method for method, _, _ in log.sent] == ["GET", "POST"]


@pytest.mark.parametrize("code", [429, 503])
def test_a_busy_service_is_asked_again_later_each_time(
    endpoint: Endpoint, log: Log, code: int
) -> None:
    log.busy = [(code, None), (code, None), (code, "7")]
    assert endpoint.query("ASK {}").rows == [(True,)]
    assert log.waits == [0.5, 1.0, 7.0]


def test_a_service_that_stays_busy_is_given_up(endpoint: Endpoint, log: Log) -> None:
    log.busy = [(503, "86400")] * 9
    with pytest.raises(InputError, match=r"127\.0\.0\.1.*503"):
        endpoint.query("ASK {}")
    assert len(log.sent) == 4
    assert max(log.waits) <= 30


@pytest.mark.parametrize("code", [401, 403, 500])
def test_a_service_that_refuses_is_not_asked_again(endpoint: Endpoint, log: Log, code: int) -> None:
    log.busy = [(code, None)] * 2
    with pytest.raises(InputError, match=str(code)):
        endpoint.query("ASK {}")
    assert len(log.sent) == 1


def test_user_and_token_come_from_the_environment(
    endpoint: Endpoint, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint.query("ASK {}")
    monkeypatch.setenv("ATT_GRAPH_USER", "keeper")
    monkeypatch.setenv("ATT_GRAPH_PASSWORD", "lamp")
    endpoint.query("ASK {}")
    monkeypatch.setenv("ATT_GRAPH_TOKEN", "t0k3n")
    endpoint.query("ASK {}")
    basic = "Basic " + base64.b64encode(b"keeper:lamp").decode()
    sent = [headers.get("Authorization") for _, _, headers in log.sent]
    assert sent == [None, basic, "Bearer t0k3n"]


def test_what_goes_wrong_is_one_sentence(endpoint: Endpoint, log: Log) -> None:
    for address in ("file:///etc/hosts", "http:///sparql", "somewhere"):
        with pytest.raises(InputError, match="no http"):
            Endpoint(address)
    with pytest.raises(InputError, match=r"^http://127\.0\.0\.1:\d+/sparql: .*400"):
        endpoint.query("SELECT ?x {")
    with pytest.raises(InputError, match=r"127\.0\.0\.1:1/sparql"):
        Endpoint("http://127.0.0.1:1/sparql").query("ASK {}")
    for update in ("DROP ALL", "INSERT DATA { <a:a> <a:b> 'SELECT' }", "", "hello"):
        with pytest.raises(InputError, match="only queries"):
            endpoint.query(update)
    log.form = "text/html"
    with pytest.raises(InputError, match="the answer is 'text/html'"):
        endpoint.query("ASK {}")


def test_the_time_a_service_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}/sparql"
        monkeypatch.setenv("ATT_GRAPH_TIMEOUT", "1")
        with pytest.raises(InputError, match="timed out"):
            Endpoint(address).query("ASK {}")
    monkeypatch.setenv("ATT_GRAPH_TIMEOUT", "soon")
    with pytest.raises(InputError, match="ATT_GRAPH_TIMEOUT: 'soon'"):
        Endpoint("http://127.0.0.1:1/")
