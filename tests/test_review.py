"""What a person decided: applied in every build, shown, and a finding when its words are gone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli import run

from att_graph import paths
from att_graph.build import build
from att_graph.curation.add import add
from att_graph.errors import DataError
from att_graph.explain import explain
from att_graph.exports.explain import render
from att_graph.reviews import reviews
from att_graph.store import Store, open_store
from att_graph.validate import validate

CASES = Path(__file__).parent / "loaders" / "cases"
EIGHT, NINE = "csp8-final-report-zh", "csp9-final-report-zh"
SLIP = "阿根庭"  # for 阿根廷
HEAD = """@base <https://w3id.org/att-graph/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix tac: <https://w3id.org/att-graph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TAC = "PREFIX tac: <https://w3id.org/att-graph/ontology#>\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two reports, one of which misprints a State."""
    home = tmp_path_factory.mktemp("reviewed")
    paths.use(home / "data")
    text = (CASES / "csp8-final-report.txt").read_text(encoding="utf-8")
    slipped = home / "eight.txt"
    slipped.write_text(text.replace("：阿根廷、", f"：{SLIP}、", 1), encoding="utf-8")
    add([slipped, CASES / "csp9-final-report.txt"], engine="fast")
    paths.use()
    return home / "data"


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of that folder, in use."""
    paths.use(shutil.copytree(made, tmp_path / "data"))
    yield tmp_path / "data"
    paths.use()


def text_of(report: str) -> str:
    return (paths.SOURCES / report / "text.txt").read_text(encoding="utf-8")


def review(
    name: str, decision: str, words: str, *said: str, report: str = EIGHT, shift: int = 0
) -> None:
    """Write a review of some words, as a person would have filled it in."""
    start = text_of(report).index(words)
    quotation = f"id/quotation/{report}/review/{name}-1"
    lines = [
        f'<id/review/{name}> a tac:Review ; rdfs:label "about {name}"@en ;',
        f"  tac:decision <concept/review-decision/{decision}> ;",
        *(f"  {each} ;" for each in said),
        '  tac:decidedBy "the keeper of the records" ;',
        '  tac:decidedOn "2031-02-03"^^xsd:date ;',
        '  tac:reason "The list of participants says so."@en ;',
        f"  tac:evidence <{quotation}> .",
        f"<{quotation}> a tac:Quotation ; tac:source <id/source/{report}> ;",
        f"  tac:start {start + shift} ; tac:end {start + shift + len(words)} ;",
        f'  tac:quotedText "{words}" .',
    ]
    paths.REVIEW.mkdir(exist_ok=True)
    (paths.REVIEW / f"{name}.ttl").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def built() -> Store:
    """The graph as the reviews leave it; it conforms."""
    build()
    assert validate([paths.GRAPH], engine="fast").conforms
    return open_store()


def ask(store: Store, pattern: str) -> bool:
    return bool(store.query(f"{TAC}ASK {{ {pattern} }}").rows[0][0])


def thing(name: str) -> str:
    return f"<https://w3id.org/att-graph/id/{name}>"


def concept(name: str) -> str:
    return f"<https://w3id.org/att-graph/concept/{name}>"


CAME = f"{thing('participation/csp8-ARG')} tac:participant {thing('state/ARG')}"


@pytest.mark.parametrize(
    "said", ['tac:readAs "阿根廷"@zh', "tac:readAsThing <id/state/ARG>"], ids=["words", "thing"]
)
def test_words_read_as_others(data: Path, said: str) -> None:
    assert not ask(open_store(), CAME)
    assert ask(open_store(), f'?finding tac:printed "{SLIP}"')
    review("argentina", "read-as", SLIP, said)
    store = built()
    assert ask(store, CAME)
    assert not ask(store, f'?finding tac:printed "{SLIP}"')
    who = thing("participation/csp8-ARG")
    assert ask(store, f"{who} tac:basis {concept('basis/reviewed')}")
    assert ask(store, f"{who} tac:reviewedBy {thing('review/argentina')}")
    assert ask(store, f'{who} tac:evidence/tac:quotedText "{SLIP}"')  # the print stays the evidence
    assert not ask(store, f"{thing('participation/csp8-AUS')} tac:reviewedBy ?review")
    shown = render(explain(store, "participation/csp8-ARG"), "text")
    assert "read as, by the keeper of the records on 2031-02-03: The list of" in shown
    assert f"【{SLIP}】" in shown
    assert build(check=True).ok  # it survives a rebuild


def test_a_fact_or_one_property_of_it_is_rejected(data: Path) -> None:
    store = open_store()
    assert ask(store, f"{thing('person/benno-laggner')} a tac:Person")
    review("nobody", "reject", "Benno LAGGNER", "tac:about <id/person/benno-laggner>", report=NINE)
    review(
        "no-mode",
        "reject",
        "2022年8月22日至26日",
        "tac:about <id/meeting/csp8>",
        "tac:property tac:endDate",
    )
    store = built()
    assert not ask(store, f"{thing('person/benno-laggner')} a tac:Person")
    assert not ask(store, f"?fact tac:holder {thing('person/benno-laggner')}")
    shown = render(explain(store, "person/benno-laggner"), "text")
    assert "left out" in shown
    assert "reject, by the keeper of the records" in shown
    rows = store.query(
        f"{TAC}SELECT ?source {{ {thing('meeting/csp8')} tac:reviewedBy ?source }}"
    ).rows
    assert [str(row[0]).rsplit("/", 1)[1] for row in rows] == ["no-mode"]


def test_a_property_read_as_another_value(data: Path) -> None:
    review(
        "day",
        "read-as",
        "2022年8月22日至26日",
        "tac:about <id/meeting/csp8>",
        "tac:property tac:startDate",
        'tac:readAs "2022-08-23"',
    )
    store = built()
    day = '"2022-08-23"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert ask(store, f"{thing('meeting/csp8')} tac:startDate {day}")
    assert ask(store, f"{thing('meeting/csp8')} tac:basis {concept('basis/reviewed')}")


def test_things_are_joined_or_kept_apart(data: Path) -> None:
    """Nobody would join these two but a person; the doubt about the meeting goes either way."""
    doubt = f"?f tac:findingType {concept('finding/doubtful-merge')}"
    assert ask(open_store(), doubt)
    prep = "csp9-prep-2023-05-23"
    if not ask(open_store(), f"{thing(f'meeting/{prep}')} a tac:Meeting"):
        rows = open_store().query(f"{TAC}SELECT ?a {{ {doubt} ; tac:about ?a }}").rows
        raise AssertionError(rows)
    about = f"tac:about <id/meeting/csp9-prep>, <id/meeting/{prep}>"
    review("two", "keep-apart", "非正式筹备会议", about, report=NINE)
    store = built()
    assert not ask(store, doubt)
    assert ask(store, f"{thing(f'meeting/{prep}')} tac:reviewedBy {thing('review/two')}")
    (paths.REVIEW / "two.ttl").unlink()
    who = "tac:about <id/person/cindy-ebbs>, <id/person/benno-laggner>"
    review("one", "merge", "Benno LAGGNER", who, report=NINE)
    store = built()
    assert not ask(store, f"{thing('person/benno-laggner')} a tac:Person")
    assert ask(store, f"?post tac:holder {thing('person/cindy-ebbs')} ; a tac:Tenure")
    shown = render(explain(store, "person/cindy-ebbs"), "text")
    assert "merge, by the keeper" in shown
    assert "A person decided that two names are one thing." in shown


def test_a_finding_is_accepted_and_stays(data: Path) -> None:
    store = open_store()
    rows = store.query(
        f"{TAC}SELECT ?f ?words {{ ?f a tac:Finding ; tac:evidence/tac:quotedText ?words ;"
        f" tac:findingType {concept('finding/body-annex-difference')} }} ORDER BY ?f"
    ).rows
    finding, words = str(rows[0][0]), str(rows[0][1])
    review("known", "accept", words, f"tac:about <{finding}>")
    store = built()
    assert ask(store, f"<{finding}> a tac:Finding ; tac:reviewedBy {thing('review/known')}")
    assert ask(store, f"<{finding}> tac:basis {concept('basis/stated')}")  # nothing was changed


def test_words_that_moved_are_found_and_words_that_are_gone_are_a_finding(data: Path) -> None:
    review("argentina", "read-as", SLIP, 'tac:readAs "阿根廷"@zh', shift=-7)
    assert ask(built(), CAME)
    text = text_of(EIGHT)
    mended = data.parent / "mended.txt"
    mended.write_text(text.replace(SLIP, "阿根停"), encoding="utf-8")
    add([mended], replace=True, engine="fast")
    store = open_store()
    assert not ask(store, CAME)
    outdated = f"?f tac:findingType {concept('finding/review-outdated')} ; tac:about ?review"
    assert ask(store, f"{outdated} . ?review tac:decidedBy ?who")
    assert ask(store, f'{outdated} ; tac:printed "{SLIP}"')
    assert validate([paths.GRAPH], engine="fast").conforms
    assert "1 outdated" in "\n".join(build(check=True).lines)


def test_words_that_stand_in_two_places_now_decide_nothing(data: Path) -> None:
    review("argentina", "read-as", SLIP, 'tac:readAs "阿根廷"@zh', shift=5)
    twice = data.parent / "twice.txt"
    twice.write_text(text_of(EIGHT).replace(f"{SLIP}、", f"{SLIP}、{SLIP}、"), encoding="utf-8")
    add([twice], replace=True, engine="fast")
    assert ask(open_store(), f"?f tac:findingType {concept('finding/review-outdated')}")


def test_an_act_that_was_renumbered_is_found_by_its_words(data: Path) -> None:
    store = open_store()
    query = f"""{TAC}SELECT ?act ?words {{ ?act a tac:Act ; tac:evidence ?q .
        ?q tac:supports tac:content ; tac:quotedText ?words
        FILTER(STRLEN(?words) > 30 && !CONTAINS(?words, "\\n")) }} ORDER BY DESC(?act)"""
    act, words = (str(cell) for cell in store.query(query).rows[0])
    key = act.removeprefix("https://w3id.org/att-graph/")
    wrong = key.rsplit("-", 1)[0] + "-9"
    report = NINE if "csp9" in key else EIGHT
    review("not-one", "reject", words, f"tac:about <{wrong}>", report=report)
    assert not ask(built(), f"<{act}> a tac:Act")


LACKS = [
    ('tac:decidedBy "the keeper of the records" ;', 'tac:decidedBy "" ;', "lacks tac:decidedBy"),
    ('"2031-02-03"', '"yesterday"', "decidedOn is no day"),
    ('"The list of participants says so."', '""', "lacks tac:reason"),
    ("review-decision/read-as", "review-decision/guess", "has no decision of accept"),
    ('tac:readAs "阿根廷"@zh ;', "", "says nothing to read the words as"),
    ("tac:start", "tac:begin", "says no start and end"),
]


@pytest.mark.parametrize(("old", "new", "told"), LACKS, ids=[told for _, _, told in LACKS])
def test_a_review_that_says_too_little_is_refused(
    data: Path, old: str, new: str, told: str
) -> None:
    review("argentina", "read-as", SLIP, 'tac:readAs "阿根廷"@zh')
    file = paths.REVIEW / "argentina.ttl"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=told) as raised:
        build(check=True)
    assert "argentina.ttl: the review argentina" in str(raised.value)


def test_an_undecided_review_does_nothing(data: Path) -> None:
    review("argentina", "undecided", SLIP, 'tac:readAs "阿根廷"@zh')
    file = paths.REVIEW / "argentina.ttl"
    file.write_text(file.read_text(encoding="utf-8").replace("the keeper of the records", ""))
    assert len(reviews()) == 1
    assert build(check=True).ok
    assert not (paths.GRAPH / "reviews.ttl").exists()


def test_no_review_ships_with_the_project() -> None:
    assert paths.shipped()
    assert [path.name for path in paths.REVIEW.iterdir()] == ["README.md"]
    assert run("build", "--check").returncode == 0
