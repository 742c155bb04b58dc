"""The catalogue of questions: current, whole, and each query in it gives the answer of its file."""

import importlib.util
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SDO, SH, Graph, URIRef

from att_graph import vocab
from att_graph.exports import catalogue
from att_graph.questions import Question, questions
from att_graph.store import open_store

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def executables() -> Graph:
    return Graph().parse(DOCS / "questions.ttl")


def test_the_pages_are_current() -> None:
    spec = importlib.util.spec_from_file_location("questions", ROOT / "scripts" / "questions.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, text in module.made().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run make questions"


def test_every_question_has_its_words_in_the_page() -> None:
    text = (DOCS / "questions.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert list(sections) == [each.name for each in questions()]
    for each in questions():
        section = sections[each.name]
        words = {each.summary, each.summary_zh, each.description, *each.columns}
        words |= {word for p in each.params for word in (p.name, p.kind, p.example)}
        assert not [word for word in words if word.replace("|", "\\|") not in section]
        assert f"att-graph ask {each.name}" in section


def test_every_question_is_an_executable(executables: Graph) -> None:
    found = set(executables.subjects(RDF.type, SH.SPARQLExecutable))
    assert found == {URIRef(catalogue.SPACE + each.name) for each in questions()}
    assert len(found) >= 45
    for subject in found:
        assert (subject, RDF.type, SH.SPARQLSelectExecutable) in executables
        languages = sorted(
            text.language or "" for text in executables.objects(subject, RDFS.comment)
        )
        assert languages == ["en", "zh"]
        assert list(executables.objects(subject, SDO.keywords))
        assert executables.value(subject, SDO.target) == URIRef(vocab.BASE + "sparql")
        owner = executables.value(subject, SH.prefixes)
        declared = {
            str(executables.value(each, SH.prefix)): str(executables.value(each, SH.namespace))
            for each in executables.objects(owner, SH.declare)
        }
        text = str(executables.value(subject, SH.select))
        used = dict(re.findall(r"^PREFIX ([\w-]*): <([^>]*)>", text, re.MULTILINE))
        assert used.items() <= declared.items()


def test_the_executables_give_the_answers_of_the_files(executables: Graph) -> None:
    store = open_store()
    for each in questions():
        text = executables.value(URIRef(catalogue.SPACE + each.name), SH.select)
        assert store.query(str(text)).rows == store.query(each.text).rows, each.name


def test_marks_in_a_query_survive() -> None:
    text = '#+ summary: x\nSELECT ?s { ?s ?p "\\"\\\\|" . FILTER(REGEX(?s, "a\\\\d\\"\\"\\"")) }\n'
    odd = Question("odd", Path("odd.rq"), text, summary='Who says "\\"?', tags=("acts",))
    made = Graph().parse(data=catalogue.turtle([odd]), format="turtle")
    (found,) = made.objects(None, SH.select)
    assert str(found) == text.split("\n", 1)[1]
    (comment,) = made.objects(None, RDFS.comment)
    assert str(comment) == 'Who says "\\"?'
    assert list(ox.parse(catalogue.turtle([odd]).encode(), ox.RdfFormat.TURTLE))
