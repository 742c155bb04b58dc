"""A status table: each filled cell is an action with its quotation, a blank is not known."""

from dataclasses import replace
from pathlib import Path

import pytest

from att_graph import paths
from att_graph.errors import InputError
from att_graph.graph import to_graph
from att_graph.loaders import load
from att_graph.model import Document, Finding, Report, TreatyAction
from att_graph.parse import parse
from att_graph.source import read
from att_graph.turtle import write
from att_graph.validate import validate

PLAIN = """iso3,name,standing,signature,deposit_action,deposit
SEN,Senegal,party,2013-06-03,ratification,2014-09-25
,"Korea, Republic of",party,,,
GMB,Gambia,party,,accession,2024
FJI,Fiji,party,2013-06-03,unknown,2019-05
LBY,Libya,signatory,,,
PHL,Peru,party,2013-06-03,,
"""
MARKED = """Participant;Signature;"Ratification, Acceptance(A), Approval(AA), Accession(a)"
"Netherlands (Kingdom of the)"; 3 Jun 2013;18 December 2014 A
Côte d’Ivoire;;26 Feb 2015
Sao Tome and Principe;;"28 Jul 2020 a"
Ruritania;3 Jun 2013;
Chile;;31 Feb 2018
"""


def told(folder: Path, text: str, name: str = "status.csv", **given: str) -> Report:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(parse(replace(read(path), **given)))  # type: ignore[arg-type]


def actions(report: Report) -> list[tuple[str, str | None, str | None, str | None]]:
    return sorted(
        (fact.ref.key, fact.date, fact.earliest, fact.latest) for fact in report.all(TreatyAction)
    )


def findings(report: Report) -> list[tuple[str, str]]:
    return sorted((fact.sort, fact.printed) for fact in report.all(Finding))


@pytest.fixture
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the authority's own treaty actions."""
    from att_graph.loaders import status

    known = status.actors.value

    def value(ref: object, term: str) -> str | None:
        return None if getattr(ref, "kind", "") == "treaty-action" else known(ref, term)  # type: ignore[arg-type]

    monkeypatch.setattr(status.actors, "value", value)


@pytest.mark.usefixtures("nothing_known")
def test_a_row_of_codes_names_and_days(tmp_path: Path) -> None:
    report = told(tmp_path, PLAIN)
    assert actions(report) == [
        ("att-FJI-signature", "2013-06-03", "2013-06-03", "2013-06-03"),
        ("att-FJI-unspecified-consent", "2019", "2019-05-01", "2019-05-31"),
        ("att-GMB-accession", "2024", "2024-01-01", "2024-12-31"),
        ("att-LBY-signature", None, "2013-06-03", "2014-12-23"),
        ("att-SEN-ratification", "2014-09-25", "2014-09-25", "2014-09-25"),
        ("att-SEN-signature", "2013-06-03", "2013-06-03", "2013-06-03"),
    ]


def test_what_binds_has_effect_after_the_delay(tmp_path: Path) -> None:
    rows = [f"{row}," for row in PLAIN.splitlines()]
    rows[0] += "withdrawal"
    rows[1] = rows[1].replace("2014-09-25", "2014-09-26") + "2024-02-01"
    left = "\n".join(rows) + "\n"
    report = told(tmp_path, left)
    effects = {
        (fact.ref.key.split("-")[1], fact.sort): (fact.effective_earliest, fact.effective_latest)
        for fact in report.all(TreatyAction)
    }
    assert effects == {
        ("SEN", "signature"): (None, None),
        ("SEN", "ratification"): ("2014-12-25", "2014-12-25"),
        ("SEN", "withdrawal"): ("2024-05-01", "2024-05-01"),
        ("GMB", "accession"): ("2024-03-31", "2025-03-31"),
        ("FJI", "signature"): (None, None),
        ("FJI", "unspecified-consent"): ("2019-07-30", "2019-08-29"),
        ("LBY", "signature"): (None, None),
    }


def test_without_a_known_delay_no_effect_is_known(tmp_path: Path) -> None:
    facts = told(tmp_path, PLAIN, treaty="ccm").all(TreatyAction)
    assert {fact.effective_latest for fact in facts} == {None}


@pytest.mark.usefixtures("nothing_known")
def test_marks_behind_the_days(tmp_path: Path) -> None:
    report = told(tmp_path, MARKED)
    assert [row[:2] for row in actions(report)] == [
        ("att-CIV-ratification", "2015-02-26"),
        ("att-NLD-acceptance", "2014-12-18"),
        ("att-NLD-signature", "2013-06-03"),
        ("att-STP-accession", "2020-07-28"),
    ]
    assert findings(report) == [
        ("broken-date", "31 Feb 2018"),
        ("treaty-not-named", "Participant"),
        ("unresolved-name", "Ruritania"),
    ]


def test_what_is_known_otherwise_stands_apart(tmp_path: Path) -> None:
    report = told(tmp_path, MARKED)
    assert "att-CIV-ratification-att-status-en" in [row[0] for row in actions(report)]
    assert ("reports-differ", "26 Feb 2015") in findings(report)


def test_every_fact_quotes_its_cells(tmp_path: Path) -> None:
    report = told(tmp_path, MARKED)
    text = report.source.text
    quoted = {
        fact.ref.key: [text[s.start : s.end] for e in fact.evidence for s in e.spans]
        for fact in report.all(TreatyAction)
    }
    assert next(words for key, words in quoted.items() if "STP" in key) == [
        "Sao Tome and Principe",
        "28 Jul 2020 a",
    ]
    (paper,) = report.all(Document)
    assert report.document == paper.ref


def test_a_code_and_a_name_of_two_states_give_none(tmp_path: Path) -> None:
    report = told(tmp_path, PLAIN)
    assert ("unresolved-name", "Peru") in findings(report)
    assert not [row for row in actions(report) if "PER" in row[0] or "PHL" in row[0]]


@pytest.mark.parametrize(
    ("name", "given", "treaty"),
    [
        ("ATT-status.csv", {}, "att"),
        ("table.csv", {"treaty": "ccm"}, "ccm"),
        ("ccm_status_2024.csv", {}, "ccm"),
    ],
)
def test_the_treaty_is_stated(
    tmp_path: Path, name: str, given: dict[str, str], treaty: str
) -> None:
    report = told(tmp_path, PLAIN, name, **given)
    assert report.treaty.key == treaty
    assert "treaty-not-named" not in dict(findings(report))


def test_the_treaty_is_not_guessed(tmp_path: Path) -> None:
    earlier = PLAIN.replace("2013-06-03", "2008-12-03")
    with pytest.raises(InputError, match="which treaty"):
        told(tmp_path, earlier)
    with pytest.raises(InputError, match="treaty 'xyz': is not one of"):
        told(tmp_path, earlier, treaty="xyz")


def test_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names no column of States"):
        told(tmp_path, "item,price,sum\na,1,2\n")


@pytest.mark.parametrize(
    "text", ["a, b, c\nd, e\n", 'x,y,z\n"a"b,1,2\n', "only,one,row\n", "two,cells\n1,2\n"]
)
def test_what_is_no_table(text: str) -> None:
    from att_graph.layout.grid import grid_of

    assert grid_of(text) == []


def test_the_projects_own_table_gives_the_authority_again(tmp_path: Path) -> None:
    source = (paths.DATA / "reference" / "att-status-2025-08.csv").read_text(encoding="utf-8")
    report = told(tmp_path, source)
    out = tmp_path / "status.ttl"
    out.write_bytes(write(to_graph(report)))
    authority = (paths.AUTHORITY / "treaty-actions.ttl").read_text(encoding="utf-8")
    assert len(list(report.all(TreatyAction))) == authority.count("a tac:TreatyAction") == 240
    assert all(f"<id/treaty-action/{key}>" in authority for key, *_ in actions(report))
    assert validate([str(out)]).conforms
