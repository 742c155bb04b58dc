"""Each header is whole, and says what its query takes and gives."""

import re

import pytest

from att_graph import paths, questions, terms, vocab
from att_graph.store import Store, open_store

QUESTIONS = questions.questions()
every = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def real() -> Store:
    return open_store()


@every
def test_the_header_is_whole(question: questions.Question) -> None:
    assert question.summary.endswith("?")
    assert not HAN.search(question.summary)
    assert question.summary_zh.endswith("？")
    assert HAN.search(question.summary_zh)
    assert question.description.endswith(".")
    assert question.tags
    assert len(set(question.tags)) == len(question.tags)
    assert question.columns
    assert all(question.columns.values())
    assert all(parameter.description for parameter in question.params)
    assert "#+ view:" in question.text
    assert bool(question.evidence) != bool(question.no_evidence)
    # Without a parameter that could be at fault, an empty answer says what there was to choose.
    assert question.params or question.among
    assert not question.among or re.fullmatch(r"tac:[A-Z]\w+", question.among)


def test_no_two_questions_ask_the_same() -> None:
    for said in ("summary", "summary_zh", "description"):
        assert len({getattr(each, said) for each in QUESTIONS}) == len(QUESTIONS)


def test_every_tag_has_its_questions() -> None:
    assert {tag for each in QUESTIONS for tag in each.tags} == set(questions.TAGS)


@every
def test_the_columns_are_those_of_the_answer(question: questions.Question, real: Store) -> None:
    table = real.query(question.text, question.name)
    assert table.columns == tuple(question.columns)
    assert len(set(table.rows)) == len(table.rows)


@every
def test_the_evidence_is_an_iri(question: questions.Question, real: Store) -> None:
    if question.evidence:
        assert question.columns[question.evidence].startswith("IRI")
        facts = [fact for fact in real.query(question.text).column(question.evidence) if fact]
        assert all(str(fact).startswith(vocab.THING) for fact in facts)


@every
def test_the_parameters_are_the_values_lines(question: questions.Question) -> None:
    single = re.findall(
        r"^ *VALUES \?(\w+) \{ (?:<[^>]*/id/|\"|<[^>]*/concept/)", question.text, re.M
    )
    assert {parameter.name for parameter in question.params} == set(single)


@every
def test_the_example_is_the_default(question: questions.Question, real: Store) -> None:
    for parameter in question.params:
        default = re.search(rf"VALUES \?{parameter.name} \{{ (.*?) \}}", question.text)
        assert default
        written = default[1].replace("xsd:date", "<http://www.w3.org/2001/XMLSchema#date>")
        assert terms.resolve(real, parameter.kind, parameter.example, parameter.name) == written


@every
def test_nothing_is_named_outside_a_default(question: questions.Question) -> None:
    """No treaty, State or conference but as the default of a parameter: any report can be asked."""
    body = re.sub(r"^(#\+|PREFIX| *VALUES \?\w+ \{ <[^>]*> \}).*$", "", question.text, flags=re.M)
    assert "/id/" not in body.replace("^.*/id/([^/]+)/.*$", "")
    assert "https://" not in body
    assert not re.search(r'"\d{4}-\d\d-\d\d"', re.sub(r"VALUES \?\w+ \{ [^}]* \}", "", body))
    assert not re.search(r"\bATT\b|Arms Trade", question.summary + question.description)


@every
def test_the_query_runs_as_it_stands_in_any_tool(question: questions.Question) -> None:
    """No graph is named, labels come in any language, and the order is total."""
    assert not re.search(r"\b(GRAPH|SERVICE|FROM)\b", question.text)
    assert "ORDER BY" in question.text.rsplit("}", 1)[1]
    # an English label alone would leave a report in French without names
    assert not re.search(r'FILTER\(LANG\(\?\w+\) (= "en"|IN)', question.text)
    labels = set(re.findall(r"\?\w+ (?:rdfs:label|skos:prefLabel) \?(\w+) ", question.text))
    chosen = set(re.findall(r"FILTER\(IF\(LANG\(\?(\w+)Before\) = ", question.text))
    chinese = set(re.findall(r'FILTER\(LANG\(\?(\w+)\) = "zh"\)', question.text))
    assert {re.sub("(Label|Before)$", "", label) for label in labels - chinese} <= chosen
    assert paths.QUERIES in question.path.parents
