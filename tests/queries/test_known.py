"""Each question answers what is known by construction, in two SPARQL engines, in any language."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import rdflib
from known import SMALL, Known
from known_actors import ACTORS
from known_acts import ACTS
from known_texts import TEXTS

from att_graph import files, paths, query, questions, terms
from att_graph.store import Cell, Store, open_store

KNOWN = ACTORS + ACTS + TEXTS
NAMES = [f"{known.question}-{number}" for number, known in enumerate(KNOWN)]


@cache
def store_of(known: str) -> Store:
    """The small data with what is added for one answer, by its name."""
    with TemporaryDirectory() as folder:
        more = Path(folder) / "more.ttl"
        more.write_text(KNOWN[NAMES.index(known)].turtle, encoding="utf-8")
        return open_store([SMALL, more, paths.ONTOLOGY], alone=True)


def answered(known: Known) -> tuple[Store, str]:
    """The store of a known answer, and its query with the parameters in it."""
    store = store_of(NAMES[KNOWN.index(known)])
    return store, filled(store, known)


def filled(store: Store, known: Known) -> str:
    asked = questions.question(known.question)
    kinds = {parameter.name: parameter.kind for parameter in asked.params}
    return asked.filled(
        {name: terms.resolve(store, kinds[name], word, name) for name, word in known.params.items()}
    )


def written(cell: Cell) -> str | None:
    """A cell as rdflib writes the literal: no engine's own number or truth."""
    return None if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def test_every_question_has_a_known_answer() -> None:
    assert {each.name for each in questions.questions()} == {known.question for known in KNOWN}
    assert len(questions.questions()) >= 45


@pytest.mark.parametrize("known", KNOWN, ids=NAMES)
def test_the_answer_is_the_known_one(known: Known) -> None:
    store, _ = answered(known)
    table = query.ask(known.question, store=store, **known.params)
    places = [table.columns.index(column) for column in known.columns]
    assert [tuple(row[place] for place in places) for row in table.rows] == known.rows


@pytest.fixture(scope="module")
def base() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in [SMALL, *files.ontology()]:
        graph.parse(path, format="turtle")
    return graph


@contextmanager
def joined(base: rdflib.Graph, turtle: str) -> Iterator[rdflib.Graph]:
    """The base with more triples for a while."""
    more = set(rdflib.Graph().parse(data=turtle, format="turtle")) - set(base)
    for triple in more:
        base.add(triple)
    yield base
    for triple in more:
        base.remove(triple)


@pytest.mark.parametrize("known", KNOWN, ids=NAMES)
def test_another_engine_gives_the_same_rows(base: rdflib.Graph, known: Known) -> None:
    store, text = answered(known)
    with joined(base, known.turtle) as graph:
        theirs = [
            tuple(None if cell is None else str(cell) for cell in row)
            for row in graph.query(text)
            if isinstance(row, rdflib.query.ResultRow)
        ]
    assert theirs == [tuple(map(written, row)) for row in store.query(text).rows]


@pytest.mark.parametrize("known", KNOWN, ids=NAMES)
def test_a_graph_in_another_language_shows_names(tmp_path: Path, known: Known) -> None:
    """The same world told in Russian alone: no cell but an IRI's own shows an IRI."""
    told = re.compile(r'"([^"]*)"@en , "([^"]*)"@zh')
    in_russian = []
    for name, text in ("small", SMALL.read_text(encoding="utf-8")), ("more", known.turtle):
        path = tmp_path / f"{name}.ttl"
        path.write_text(re.sub("@(en|zh)", "@ru", told.sub(r'"\2"@zh', text)), encoding="utf-8")
        in_russian.append(path)
    store = open_store([*in_russian, paths.ONTOLOGY], alone=True)
    table = store.query(answered(known)[1], known.question)
    asked = questions.question(known.question)
    shown = [
        (column, cell)
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if not asked.columns[column].startswith("IRI")
    ]
    assert not [each for each in shown if str(each[1]).startswith("https://")]
    assert len(table.rows) == len(known.rows)
    blank = {column for column, cell in shown if cell is None}
    known_blank = {
        column
        for place, column in enumerate(known.columns)
        if any(row[place] is None for row in known.rows)
    }
    assert not blank & (set(known.columns) - known_blank) - {"nameZh"}
