"""Each question's answer on the committed data, as a person read it against the reports.

`--update-golden` rewrites `golden/<question>.csv`; review the difference like code.
"""

import csv
import io
from pathlib import Path

import pytest

from att_graph import questions
from att_graph.store import Store, open_store

GOLDEN = Path(__file__).parent / "golden"
QUESTIONS = questions.questions()
NOTHING = {"recommendations-not-adopted"}  # all of them were taken over


@pytest.fixture(scope="module")
def real() -> Store:
    return open_store()


def written(store: Store, question: questions.Question) -> str:
    table = store.query(question.text, question.name)
    out = io.StringIO()
    rows = [["" if cell is None else cell for cell in row] for row in table.rows]
    csv.writer(out, lineterminator="\n").writerows([table.columns, *rows])
    return out.getvalue()


def test_every_golden_answer_belongs_to_a_question() -> None:
    assert {path.stem for path in GOLDEN.glob("*.csv")} == {each.name for each in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_the_answer_is_the_golden_one(
    request: pytest.FixtureRequest, real: Store, question: questions.Question
) -> None:
    path = GOLDEN / f"{question.name}.csv"
    found = written(real, question)
    if request.config.getoption("--update-golden"):
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), "no golden answer: write it with --update-golden and read it"
    assert found == path.read_text(encoding="utf-8")
    assert (found.count("\n") == 1) == (question.name in NOTHING)
