"""The IRIs of the project: each answers, as a page and as RDF, and says what it is."""

import json
import re
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from att_graph import vocab
from att_graph.retired import COLUMNS
from att_graph.store import Store, open_store
from tests.service.pages import BROWSER, links, page, text
from tests.service.serving import SMALL, serving

FORMATS = {
    "ttl": ("text/turtle", ox.RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
}
STATE = "id/state/ARG"
ACT = "id/act/csp11/39-1"


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store()


@pytest.fixture(scope="module")
def client(project: str):  # type: ignore[no-untyped-def]
    with httpx.Client(base_url=project, timeout=30) as found:
        yield found


def said(answer: httpx.Response, form: ox.RdfFormat) -> set[ox.Triple]:
    assert answer.status_code == 200, answer.text
    return {quad.triple for quad in ox.parse(answer.content, form)}


def local(iri: str) -> str:
    return "/" + iri.removeprefix(vocab.BASE)


# ---- Every IRI answers


def sample(store: Store) -> list[str]:
    """Of each kind of thing some, of the ontology and the closed lists all."""
    text = "SELECT DISTINCT ?iri { { ?iri ?p ?o } UNION { ?s ?iri ?o } UNION { ?s ?p ?iri } }"
    every = sorted(str(iri) for iri in store.query(text).column("iri"))
    kinds: dict[str, list[str]] = {}
    for iri in every:
        if iri.startswith(vocab.BASE):
            kinds.setdefault("/".join(iri.removeprefix(vocab.BASE).split("/")[:2]), []).append(iri)
    found = []
    for kind, iris in kinds.items():
        whole = not kind.startswith("id/") or len(iris) < 12
        found += iris if whole else iris[:: len(iris) // 10]
    return found


def test_every_iri_of_the_graph_answers(client: httpx.Client, store: Store) -> None:
    iris = sample(store)
    assert len(iris) > 600
    assert len({iri.split("/")[5] for iri in iris if "/id/" in iri}) > 20
    terms = page(client.get("/ontology", headers=BROWSER))
    anchors = {each.get("id") for each in terms.iter()}
    for iri in iris:
        path, _, fragment = local(iri).partition("#")
        answer = client.get(path, headers={"Accept": "text/turtle"}, follow_redirects=True)
        triples = said(answer, ox.RdfFormat.TURTLE)
        whole = ox.NamedNode(iri)
        if not re.search(r"^/ontology/|#$", local(iri)):
            assert any(whole in (t.subject, t.object) for t in triples), iri
        assert not fragment or fragment in anchors or path != "/ontology", iri
        assert bool(answer.history) is path.startswith(("/id/", "/concept/")), iri


def test_every_page_is_whole(client: httpx.Client, store: Store) -> None:
    iris = [iri for iri in sample(store) if "#" not in iri and "/id/" in iri]
    for iri in iris[::4]:
        found = page(client.get(local(iri), headers=BROWSER, follow_redirects=True))
        assert iri in text(found.find("body/main"))


def test_what_a_page_leads_to_is_there(client: httpx.Client) -> None:
    for start in (STATE, ACT, "concept/role/chair", "graph/authority", "ontology", "shapes"):
        found = page(client.get(f"/{start}", headers=BROWSER, follow_redirects=True))
        hrefs = sorted(set(links(found)))
        assert len(hrefs) > 5
        for href in hrefs[:: max(1, len(hrefs) // 40)]:
            answer = client.head(href, headers=BROWSER, follow_redirects=True)
            assert answer.status_code == 200, (start, href)


# ---- A thing is no document


@pytest.mark.parametrize("path", [STATE, ACT, "concept/role", "concept/role/chair"])
@pytest.mark.parametrize("end", [*FORMATS, "html", "csv"])
def test_a_thing_leads_on_to_the_document_a_client_wants(
    client: httpx.Client, path: str, end: str
) -> None:
    media = {"html": "text/html", "csv": "text/csv"}.get(end) or FORMATS[end][0]
    answer = client.get(f"/{path}", headers={"Accept": media})
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/{path}.{end}"
    assert "Accept" in answer.headers["Vary"]
    document = client.get(answer.headers["Location"], headers={"Accept": "image/png"})
    assert document.status_code == 200
    assert document.headers["Content-Type"].partition(";")[0] == media


def test_a_form_that_there_is_not(client: httpx.Client) -> None:
    for path in (STATE, "ontology", "graph/authority", "shapes"):
        assert client.get(f"/{path}", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("path", ["ontology", "graph/authority", "shapes"])
@pytest.mark.parametrize("end", FORMATS)
def test_a_document_answers_itself(client: httpx.Client, path: str, end: str) -> None:
    media, form = FORMATS[end]
    negotiated = client.get(f"/{path}", headers={"Accept": media})
    assert negotiated.headers["Content-Type"].partition(";")[0] == media
    triples = said(negotiated, form)
    assert len(triples) > 1000
    assert len(triples) == len(said(client.get(f"/{path}.{end}"), form))


def test_documents_say_what_belongs_to_them(client: httpx.Client) -> None:
    answer = client.get(f"/{STATE}.ttl")
    given = dict(re.findall(r'<([^>]*)>; rel="([a-z]+)"', answer.headers["Link"]))
    assert given["https://creativecommons.org/licenses/by/4.0/"] == "license"
    assert given["/.well-known/void"] == "describedby"
    assert given[vocab.BASE + STATE] == "describes"
    for end in ("html", "ttl", "jsonld", "nt", "csv"):
        assert given[f"/{STATE}.{end}"] == "alternate"
    tag = answer.headers["ETag"]
    again = client.get(f"/{STATE}.ttl", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head(f"/{STATE}.ttl").headers["ETag"] == tag


# ---- What a document says


@pytest.mark.parametrize("path", [STATE, ACT, "concept/act-type/request"])
def test_the_rdf_is_what_the_graph_says(client: httpx.Client, store: Store, path: str) -> None:
    iri = vocab.BASE + path
    expected = store.construct(f"CONSTRUCT {{ <{iri}> ?p ?o }} WHERE {{ <{iri}> ?p ?o }}")
    assert expected
    found = {end: said(client.get(f"/{path}.{end}"), form) for end, (_, form) in FORMATS.items()}
    assert set(expected) <= found["nt"]
    assert {t for t in found["nt"] if t.subject == ox.NamedNode(iri)} == set(expected)
    assert found["ttl"] == found["jsonld"] == found["nt"]
    rows = client.get(f"/{path}.csv").text.splitlines()
    assert rows[0] == "property,value,language"
    assert len(rows) > len(expected) / 2


def test_an_acts_page_shows_its_words_and_leads_both_ways(client: httpx.Client) -> None:
    found = page(client.get(f"/{ACT}.html"))
    proofs = [text(each) for each in found.iter("blockquote")]
    assert any("巴拿马提交的关于加强青年参与" in each and "¶39" in each for each in proofs)
    hrefs = links(found)
    assert "/concept/act-type/welcome" in hrefs
    assert "/id/meeting/csp11" in hrefs
    passage = next(href for href in hrefs if href.startswith("/id/passage/"))
    assert f"/{ACT}" in links(page(client.get(f"{passage}.html")))


def test_what_points_at_a_thing_is_paged(client: httpx.Client, store: Store) -> None:
    iri = vocab.BASE + "id/meeting/csp11"
    count = f"SELECT (COUNT(*) AS ?n) {{ ?s ?p <{iri}> FILTER(ISIRI(?s)) }}"
    all_in = int(str(store.query(count).rows[0][0]))
    assert all_in > 200
    shown = 0
    number = 1
    while True:
        found = page(client.get("/id/meeting/csp11.html", params={"page": number}))
        (section,) = [each for each in found.iter("section") if each.get("id") == "pointing"]
        shown += len(list(section.iter("dd")))
        if not any(each.get("rel") == "next" for each in section.iter("a")):
            break
        number += 1
    assert shown == all_in
    for wrong, status in ((number + 1, 404), (0, 400), ("x", 400)):
        answer = client.get("/id/meeting/csp11.html", params={"page": wrong})
        assert answer.status_code == status


def test_a_state_can_be_asked_about(client: httpx.Client) -> None:
    found = page(client.get(f"/{STATE}.html"))
    asked = [href for href in links(found) if href.startswith("/ask/")]
    assert len(asked) > 3
    for href in asked:
        assert page(client.get(href)) is not None


# ---- What is not there


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("id/state/ARJ", "/id/state/ARG"),
        ("id/meeting/cps11", "/id/meeting/csp11"),
        ("concept/role/chairs", "/concept/role/chair"),
        ("concept/roles", "/concept/role"),
        ("graph/authorities", "/graph/authority"),
        ("ontology/9.9.9", "/ontology/0.1.0"),
    ],
)
def test_what_is_unknown_is_told_with_what_is_near(
    client: httpx.Client, path: str, near: str
) -> None:
    plain = client.get(f"/{path}", headers={"Accept": "*/*"}, follow_redirects=True)
    assert plain.status_code == 404
    assert client.get(f"/{path}.ttl").status_code == 404
    if not path.startswith("ontology"):
        assert "text/html" not in client.get(f"/{path}.ttl").headers["Content-Type"]
    assert near in links(page(client.get(f"/{path}", headers=BROWSER), 404))


@pytest.mark.parametrize(
    "path",
    ["id/", "id/x%22%7D%20UNION", "id/%3Cscript%3E", "id/a%00b", "concept/", "nothing",
     "id/" + "x" * 3000, "graph/", "shapes/9"],
)  # fmt: skip
def test_strange_paths_are_not_found(client: httpx.Client, path: str) -> None:
    for accept in ("text/turtle", BROWSER["Accept"]):
        answer = client.get(f"/{path}", headers={"Accept": accept})
        assert answer.status_code == 404
        assert "<script>" not in answer.text


def test_what_was_retired_says_what_replaced_it(tmp_path: Path) -> None:
    rows = [
        COLUMNS,
        [vocab.BASE + "id/body/xold", vocab.BASE + "id/body/csp", "two bodies were one", "0.1.0"],
        [vocab.BASE + "id/body/xolder", vocab.BASE + "id/body/xold", "", "0.0.9"],
        [vocab.BASE + "id/body/xnone", "", "it was never there", "0.1.0"],
    ]
    (tmp_path / "retired.csv").write_text("".join(",".join(row) + "\n" for row in rows))
    with serving("--workers", "1", "--data", str(SMALL), data=tmp_path) as (address, _):
        for key in ("xold", "xolder"):
            for end in ("", ".ttl", ".html"):
                answer = httpx.get(f"{address}/id/body/{key}{end}")
                assert answer.status_code == 410
                assert answer.headers["Link"].startswith(f"<{vocab.BASE}id/body/csp>")
                assert "replaced by https://w3id.org/att-graph/id/body/csp" in answer.text
        shown = page(httpx.get(f"{address}/id/body/xold", headers=BROWSER), 410)
        assert "/id/body/csp" in links(shown)
        none = httpx.get(f"{address}/id/body/xnone")
        assert (none.status_code, "replaced" in none.text) == (410, False)
        assert httpx.get(f"{address}/id/body/xother").status_code == 404


def test_jsonld_can_be_read_by_others(client: httpx.Client) -> None:
    assert json.loads(client.get(f"/{STATE}.jsonld").text)
