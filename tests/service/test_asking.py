"""The stored questions over HTTP: the first page, its forms, answers in every form, refusals."""

import csv
import io
import json
from urllib.parse import unquote

import httpx
import pytest

from att_graph import ask, questions, terms
from att_graph.exports import render
from att_graph.store import open_store
from tests.service.pages import BROWSER, links, page, text
from tests.service.serving import SMALL

STORED = {each.name: each for each in questions.questions()}


@pytest.fixture(scope="module")
def home(project: str):  # type: ignore[no-untyped-def]
    return page(httpx.get(f"{project}/", headers=BROWSER))


def test_the_first_page_has_every_question_in_two_languages(home) -> None:  # type: ignore[no-untyped-def]
    shown = {each.get("id"): each for each in home.iter("article")}
    assert shown.keys() == STORED.keys()
    assert len(shown) > 30
    for name, article in shown.items():
        assert STORED[name].summary in text(article)
        chinese = [text(each) for each in article.iter("p") if each.get("lang") == "zh"]
        assert chinese == [STORED[name].summary_zh]


def test_a_form_sends_just_what_its_question_takes_with_an_example(home) -> None:  # type: ignore[no-untyped-def]
    for article in home.iter("article"):
        asked = STORED[article.get("id")]
        fields = [f for f in article.iter() if f.tag in ("input", "select")]
        assert [f.get("name") for f in fields] == [p.name for p in asked.params]
        for form in article.iter("form"):
            assert form.get("action") == f"/ask/{asked.name}"
        for field, param in zip(fields, asked.params, strict=True):
            if field.tag == "input":
                assert field.get("value") == param.example
            else:
                (chosen,) = [o for o in field.iter("option") if o.get("selected")]
                assert chosen.get("value") == param.example


def test_where_there_are_few_values_they_can_be_chosen(home) -> None:  # type: ignore[no-untyped-def]
    store = open_store()
    lists = {each.get("id"): each for each in home.iter("datalist")}
    seen = set()
    for article in home.iter("article"):
        fields = [f for f in article.iter() if f.tag in ("input", "select")]
        for field, param in zip(fields, STORED[article.get("id")].params, strict=True):
            offered = field if field.tag == "select" else lists.get(field.get("list"))
            if offered is None or param.kind in seen:
                continue
            seen.add(param.kind)
            for option in list(offered.iter("option"))[:5]:
                assert terms.resolve(store, param.kind, str(option.get("value")), param.name)
    assert {"state", "body"} <= seen


def test_the_answer_is_the_one_of_the_command(address: str) -> None:
    params = {"actor": "XAV"}
    expected = ask("asked-of-actor", data=[SMALL], **params)
    assert expected.rows
    for form in ("csv", "json", "md"):
        answer = httpx.get(f"{address}/ask/asked-of-actor.{form}", params=params)
        assert answer.status_code == 200, answer.text
        assert answer.text == render(expected, form) + "\n"
    shown = page(httpx.get(f"{address}/ask/asked-of-actor", params=params, headers=BROWSER))
    assert len(list(shown.iter("tr"))) == 1 + len(expected.rows)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/json", "application/json"),
        ("text/markdown", "text/markdown; charset=utf-8"),
        (BROWSER["Accept"], "text/html; charset=utf-8"),
    ],
)
def test_the_form_is_negotiated(address: str, accept: str, kind: str) -> None:
    answer = httpx.get(f"{address}/ask/bodies", headers={"Accept": accept})
    assert answer.headers["Content-Type"] == kind
    assert "Accept" in answer.headers["Vary"]
    assert httpx.get(f"{address}/ask/bodies", headers={"Accept": "image/png"}).status_code == 406


def test_the_words_that_prove_a_row(project: str) -> None:
    plain = httpx.get(f"{project}/ask/asked-of-actor.json", params={"actor": "PAN"}).json()
    params = {"actor": "PAN", "evidence": "1"}
    proved = httpx.get(f"{project}/ask/asked-of-actor.json", params=params).json()
    assert len(plain) == len(proved)
    assert {"quotation", "place", "source"} == proved[0].keys() - plain[0].keys()
    assert any(row["quotation"] for row in proved)


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("standing-of-stat", 404, "did you mean standing-of-state"),
        ("standing-of-state?state=Columbia", 404, "'Columbia'; did you mean Colombia (COL)?"),
        ("standing-of-state?state=COL&date=2025-02-30", 400, "there is no day 2025-02-30"),
        ("standing-of-state?colour=blue", 400, "not 'colour'"),
        ("standing-of-state?state=COL&state=PAN", 400, "'state' is given 2 times"),
        ("standing-of-state?evidence=perhaps", 400, "evidence is 1 or 0"),
        ("standing-of-state.xlsx", 404, "html, csv, json, md"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_in_one_sentence(
    address: str, path: str, status: int, sentence: str
) -> None:
    plain = httpx.get(f"{address}/ask/{path}", headers={"Accept": "*/*"})
    assert plain.status_code == status
    assert sentence in plain.text
    assert len(plain.text.splitlines()) == 1
    shown = page(httpx.get(f"{address}/ask/{path}", headers=BROWSER), status)
    assert sentence in text(shown.find("body/main/p"))


def test_a_field_left_empty_is_a_parameter_not_given(address: str) -> None:
    url = f"{address}/ask/standing-of-state.csv"
    given = httpx.get(url, params={"state": "COL", "date": " "})
    assert given.status_code == 200
    assert given.content == httpx.get(url, params={"state": "COL"}).content


def test_an_empty_answer_says_why(address: str) -> None:
    params = {"date": "1950-01-01"}
    why = ask("due-by-date", data=[SMALL], **params).note
    assert why
    for form in ("csv", "json", "md"):
        answer = httpx.get(f"{address}/ask/due-by-date.{form}", params=params)
        assert unquote(answer.headers["Answer-Note"]) == why
    assert why in text(page(httpx.get(f"{address}/ask/due-by-date", params=params)))


@pytest.mark.parametrize("name", STORED)
def test_every_question_has_a_page(address: str, name: str) -> None:
    found = page(httpx.get(f"{address}/ask/{name}", headers=BROWSER))
    assert text(found.find("body/main/h1")) == STORED[name].summary
    answer = httpx.get(f"{address}/ask/{name}.csv")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[0]
    assert json.loads(httpx.get(f"{address}/ask/{name}.json").text) is not None
    assert f"/ask/{name}.csv" in links(found) or "No row" in text(found)


def test_no_question_goes_unseen() -> None:
    assert len(STORED) > 30
