"""SPARQL 1.1 Protocol, section by section, against a running service; httpx is the client."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pyoxigraph as ox
import pytest

SELECT = "SELECT ?s { ?s a <https://w3id.org/att-graph/ontology#State> } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 7"
GRAPH = "https://w3id.org/att-graph/graph/"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture
def url(address: str) -> str:
    return f"{address}/sparql"


def count(answer: httpx.Response) -> int:
    assert answer.status_code == 200, answer.text
    return len(answer.json()["results"]["bindings"])


# 2.1.1 query via GET; 2.1.2 query via URL-encoded POST; 2.1.3 query via POST directly


def test_the_three_ways_to_send_a_query_give_one_answer(url: str) -> None:
    got = httpx.get(url, params={"query": SELECT})
    form = httpx.post(url, data={"query": SELECT})
    body = httpx.post(url, content=SELECT, headers={"Content-Type": "application/sparql-query"})
    assert count(got) > 1
    assert got.content == form.content == body.content
    assert got.headers["Content-Type"] == "application/sparql-results+json"


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/sparql-query; charset=utf-8", b"ASK {}", 200),
        ("APPLICATION/SPARQL-QUERY", b"ASK {}", 200),
        ("application/sparql-query", b"", 400),
        ("application/sparql-query", b"\xff", 400),
        ("application/x-www-form-urlencoded", b"", 400),
        ("application/x-www-form-urlencoded", b"query=ASK+%7B%7D&query=ASK+%7B%7D", 400),
        ("application/x-www-form-urlencoded", b"query=%ff", 400),
        ("text/plain", b"ASK {}", 415),
        ("", b"ASK {}", 415),
        ("application/sparql-query", b"#" * 1_000_001, 413),
    ],
)
def test_bodies(url: str, kind: str, body: bytes, status: int) -> None:
    answer = httpx.post(url, content=body, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == status, answer.text


def test_other_methods_are_told_which_there_are(url: str) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        answer = httpx.request(method, url)
        assert answer.status_code == 405
        assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


# 2.1.4 specifying an RDF dataset


def test_without_a_data_set_the_default_graph_is_the_union(url: str) -> None:
    whole = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    each = "SELECT (COUNT(DISTINCT *) AS ?n) { SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"
    answers = [httpx.get(url, params={"query": text}) for text in (whole, each)]
    numbers = [a.json()["results"]["bindings"][0]["n"]["value"] for a in answers]
    assert numbers[0] == numbers[1] != "0"


def test_the_request_chooses_the_graphs(url: str) -> None:
    def n(text: str, **params: object) -> int:
        answer = httpx.get(url, params={"query": text, **params})  # type: ignore[arg-type]
        assert answer.status_code == 200, answer.text
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    plain = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    small, ontology = GRAPH + "small", GRAPH + "ontology"
    assert n(plain) > n(plain, **{"default-graph-uri": small}) > 0
    assert n(plain, **{"default-graph-uri": small}) == n(
        f"SELECT (COUNT(*) AS ?n) FROM <{small}> {{ ?s ?p ?o }}"
    )
    assert n(named, **{"named-graph-uri": small}) == n(plain, **{"default-graph-uri": small})
    assert n(plain, **{"named-graph-uri": small}) == 0
    # The request's data set takes the place of the query's own.
    assert n(
        f"SELECT (COUNT(*) AS ?n) FROM <{ontology}> {{ ?s ?p ?o }}",
        **{"default-graph-uri": small},
    ) == n(plain, **{"default-graph-uri": small})
    both = {"default-graph-uri": [small, ontology]}
    assert n("SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o }", **both) > n(
        plain, **{"default-graph-uri": small}
    )


def test_a_graph_of_the_request_that_is_no_iri(url: str) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        answer = httpx.get(url, params={"query": "ASK {}", name: "relative"})
        assert (answer.status_code, answer.text) == (
            400,
            f"{name}: 'relative' is no absolute IRI\n",
        )


# 2.1.5 accepted response formats; 2.1.6 success responses


@pytest.mark.parametrize(
    "media",
    [
        "application/sparql-results+json", "application/sparql-results+xml", "text/csv",
        "text/tab-separated-values",
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", [SELECT, "ASK { ?s ?p ?o }"])
def test_rows_and_truth_in_every_format(url: str, media: str, text: str) -> None:
    answer = httpx.get(url, params={"query": text}, headers={"Accept": media})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].partition(";")[0] == media
    assert len(answer.content) > 5


@pytest.mark.parametrize(
    ("media", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_graphs_in_every_format(url: str, media: str, form: ox.RdfFormat) -> None:
    answer = httpx.get(url, params={"query": CONSTRUCT}, headers={"Accept": media})
    assert answer.headers["Content-Type"].partition(";")[0] == media
    assert len(list(ox.parse(answer.content, form))) == 7


def test_a_format_that_there_is_not(url: str) -> None:
    answer = httpx.get(url, params={"query": SELECT}, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "application/sparql-results+json" in answer.text


def test_what_xml_cannot_hold_is_refused_in_xml_alone(url: str) -> None:
    params = {"query": 'SELECT ("a\\u0001" AS ?x) {}'}
    xml = httpx.get(url, params=params, headers={"Accept": "application/sparql-results+xml"})
    assert xml.status_code == 406
    rows = httpx.get(url, params=params).json()["results"]["bindings"]
    assert rows[0]["x"]["value"] == "a\x01"


# 2.1.7 failure responses; 2.2 update operation


@pytest.mark.parametrize("text", ["SELECT ?x {", "hello", "", "SELECT ?x { ?x foo:bar 1 }"])
def test_what_is_no_query_is_told_so(url: str, text: str) -> None:
    answer = httpx.get(url, params={"query": text})
    assert answer.status_code == 400
    assert len(answer.text.splitlines()) == 1
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("update", ["DROP ALL", "INSERT DATA { <a:a> <a:b> <a:c> }"])
def test_updates_are_refused(url: str, update: str) -> None:
    direct = {"Content-Type": "application/sparql-update"}
    answers = [
        httpx.post(url, data={"update": update}),
        httpx.post(url, content=update, headers=direct),
        httpx.get(url, params={"update": update}),
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert httpx.get(url, params={"query": update}).status_code == 400


def test_another_service_is_never_asked(url: str) -> None:
    answer = httpx.get(url, params={"query": "SELECT * { SERVICE <http://127.0.0.1:1/> {} }"})
    assert answer.status_code == 400
    assert "asks no other" in answer.text


# What HTTP adds: HEAD, ETag, compression, other origins


def test_head_says_what_get_would(url: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    head = httpx.head(url, params={"query": SELECT}, headers=plain)
    got = httpx.get(url, params={"query": SELECT}, headers=plain)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["ETag"] == got.headers["ETag"]
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_an_answer_is_not_sent_twice(url: str) -> None:
    first = httpx.get(url, params={"query": SELECT})
    tag = first.headers["ETag"]
    again = httpx.get(url, params={"query": SELECT}, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == tag
    strong = {"If-None-Match": tag.removeprefix("W/")}  # RFC 9110, 13.1.2: compared weakly
    assert httpx.get(url, params={"query": SELECT}, headers=strong).status_code == 304
    other = httpx.get(url, params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert other.headers["ETag"] != tag
    assert "Accept" in other.headers["Vary"]


def test_long_answers_are_compressed_for_whom_can_read_them(url: str) -> None:
    params = {"query": "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 200"}
    packed = httpx.get(url, params=params, headers={"Accept-Encoding": "gzip"})
    plain = httpx.get(url, params=params, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content


def test_options_names_the_methods(url: str) -> None:
    answer = httpx.options(url)
    assert (answer.status_code, answer.content) == (204, b"")
    assert "GET" in answer.headers["Allow"]


def test_pages_of_other_origins_may_ask(url: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert httpx.options(url, headers=asked).headers["Access-Control-Allow-Origin"] == "*"
    answer = httpx.get(url, params={"query": SELECT}, headers={"Origin": "https://example.org"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


# Limits


def test_a_query_that_runs_for_ever_is_stopped_while_others_go_on(url: str) -> None:
    with ThreadPoolExecutor(1) as other:
        began = time.monotonic()
        endless = other.submit(httpx.get, url, params={"query": ENDLESS}, timeout=30)
        answered = 0
        while not endless.done():
            text = f"SELECT ?s {{ ?s ?p ?o }} ORDER BY ?s LIMIT {answered + 1}"
            assert count(httpx.get(url, params={"query": text}, timeout=30)) == answered + 1
            answered += 1
        answer = endless.result()
    assert answer.status_code == 503
    assert "longer than 2 seconds" in answer.text
    assert time.monotonic() - began < 10
    assert answered > 5


def test_an_answer_without_end_is_refused(url: str) -> None:
    answer = httpx.get(url, params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"}, timeout=30)
    assert answer.status_code == 413
    assert "5,000 rows; add a LIMIT" in answer.text
    exact = httpx.get(url, params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 5000"})
    assert count(exact) == 5000


def test_health(address: str) -> None:
    answer = httpx.get(f"{address}/health")
    assert answer.status_code == 200
    assert json.loads(answer.text)["status"] == "ok"
