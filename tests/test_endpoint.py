"""A query sent to an endpoint, which here is a small server of this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from att_graph import endpoint
from att_graph.errors import InputError
from att_graph.store import open_store

SMALL = Path(__file__).parent / "data" / "small.ttl"


class Endpoint(BaseHTTPRequestHandler):
    """SPARQL 1.1 Protocol over the small data set: results in JSON, 400 for what is no query."""

    store = ox.Store()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        try:
            results = self.store.query(parse_qs(body)["query"][0])
            assert not isinstance(results, ox.QueryTriples)
            content = results.serialize(format=ox.QueryResultsFormat.JSON)
            self.send_response(200)
        except SyntaxError as error:
            content = json.dumps(str(error)).encode()
            self.send_response(400)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    Endpoint.store.load(path=SMALL, format=ox.RdfFormat.TURTLE)
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


QUERIES = [
    """PREFIX tac: <https://w3id.org/att-graph/ontology#>
    SELECT ?conference ?ordinal ?start ?mode WHERE {
      ?conference tac:ordinal ?ordinal ; tac:startDate ?start
      OPTIONAL { ?conference tac:mode ?mode }
    } ORDER BY ?ordinal""",
    """PREFIX tac: <https://w3id.org/att-graph/ontology#>
    SELECT ?value WHERE { ?figure tac:value ?value } ORDER BY ?value""",
    "ASK { ?s ?p ?o }",
]


@pytest.mark.parametrize("text", QUERIES)
def test_an_endpoint_answers_as_the_store_does(address: str, text: str) -> None:
    assert endpoint.query(address, text) == open_store([SMALL], alone=True).query(text)


def test_what_goes_wrong_is_one_sentence(address: str) -> None:
    with pytest.raises(InputError, match="no http"):
        endpoint.query("file:///etc/hosts", "ASK {}")
    with pytest.raises(InputError, match=address):
        endpoint.query(address, "SELECT ?x {")
    with pytest.raises(InputError, match=r"127\.0\.0\.1"):
        endpoint.query("http://127.0.0.1:1/sparql", "ASK {}")
    with pytest.raises(InputError, match="only SELECT and ASK"):
        endpoint.query(address, "CONSTRUCT WHERE { ?s ?p ?o }")
