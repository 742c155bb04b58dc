"""What is written in a standard format is read back by another program as it was."""

import csv
import io

import pyoxigraph as ox
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from att_graph.service import results
from att_graph.stores.interface import Solutions
from att_graph.stores.table import Term

INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
# No surrogates, which UTF-8 cannot write, and none of the characters that XML 1.0 cannot hold.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
        lambda c: c >= " " or c in "\t\n\r"
    )
)
TERMS = st.one_of(
    st.none(),
    TEXT.map(ox.Literal),
    TEXT.map(lambda text: ox.Literal(text, language="zh")),
    st.integers().map(lambda number: ox.Literal(str(number), datatype=INTEGER)),
    st.just(ox.NamedNode("http://example.org/a?b=c&d")),
    st.just(ox.BlankNode("b1")),
)
ROWS = st.lists(st.tuples(TERMS, TERMS), max_size=5)
READ_BACK = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}


@pytest.mark.parametrize("media", READ_BACK)
@given(rows=ROWS)
def test_rows_come_back_as_they_were(media: str, rows: list[tuple[Term | None, ...]]) -> None:
    if media.endswith("xml"):  # the reader here drops white space at the ends of a text
        texts = [t.value for row in rows for t in row if isinstance(t, ox.Literal)]
        assume(all(text == text.strip() for text in texts))
    content = results.write(Solutions(("one", "other"), rows), media)
    found = ox.parse_query_results(content, READ_BACK[media])
    assert isinstance(found, ox.QuerySolutions)
    assert [variable.value for variable in found.variables] == ["one", "other"]
    # The parser gives blank nodes names of its own.
    back = [tuple(_named(row[name]) for name in ("one", "other")) for row in found]
    assert back == [tuple(_named(term) for term in row) for row in rows]


def _named(term: Term | None) -> object:
    return "_" if isinstance(term, ox.BlankNode) else term


@given(rows=ROWS)
def test_csv_holds_the_bare_values(rows: list[tuple[Term | None, ...]]) -> None:
    text = results.write(Solutions(("one", "other"), rows), "text/csv").decode()
    found = list(csv.reader(io.StringIO(text, newline="")))
    values = [
        ["_:b1" if isinstance(t, ox.BlankNode) else getattr(t, "value", "") for t in row]
        for row in rows
    ]
    assert found == [["one", "other"], *values]


@pytest.mark.parametrize("media", ["application/sparql-results+json", "application/xml"])
@pytest.mark.parametrize("truth", [True, False])
def test_truth_comes_back(media: str, truth: bool) -> None:
    form = READ_BACK.get(media, ox.QueryResultsFormat.XML)
    found = ox.parse_query_results(results.write(truth, media), form)
    assert isinstance(found, ox.QueryBoolean)
    assert bool(found) is truth


@pytest.mark.parametrize("media", results.GRAPHS)
def test_triples_come_back(media: str) -> None:
    triple = ox.Triple(
        ox.NamedNode("http://example.org/a"),
        ox.NamedNode("http://example.org/b"),
        ox.Literal("缔约国", language="zh"),
    )
    content = results.write([triple], media)
    assert [quad.triple for quad in ox.parse(content, results.GRAPHS[media])] == [triple]


OFFER = ("application/json", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*;q=0.5, text/html", "text/html"),
        ("text/csv;q=0.1, application/json;q=0.2", "application/json"),
        ("application/json;q=0, */*", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;charset=utf-8;q=0.9, text/html;q=0.1", "text/csv"),
        ("text/csv;q=high, text/html", "text/html"),
        ("image/png", None),
        ("text/html;q=0", None),
        ("text/csv;Q=0.1, text/html", "text/html"),
    ],
)
def test_the_format_a_client_wants_most(accept: str, media: str | None) -> None:
    assert results.chosen(accept, OFFER) == media
