"""The kinds of report: a table whose rows are whole, and a composed sample of the smaller kinds."""

from pathlib import Path

import pytest

from att_graph import concepts, model
from att_graph.errors import InputError
from att_graph.languages import SUPPORTED, language
from att_graph.loaders import READERS, load
from att_graph.loaders.kinds import KINDS, Kind, kind
from att_graph.parse import parse
from att_graph.source import read

PARTICIPANTS = """ATT/CSP9/2023/SEC/775/Conf.PartList

Arms Trade Treaty
Ninth Conference of States Parties
Geneva, 21 – 25 August 2023

LIST OF PARTICIPANTS

STATES PARTIES (4)

ALBANIA

H.E. Ms. Blerta HOXHA
Ambassador, Permanent Representative
Permanent Mission of Albania, Geneva

ANTIGUA AND BARBUDA
Ms. Joan PETERS, Desk officer

RURITANIA
Mr. Rudolf ELPHBERG, Minister

1. REPUBLIC OF KOREA
Mr. Min-jun KIM
Counsellor

CÔTE D’IVOIRE (cont.)
BOLIVIA (PLURINATIONAL STATE OF)

SIGNATORY STATES

Angola
Mr. Pedro SILVA

OBSERVER STATES
China, Fiji and Tonga

INTERNATIONAL AND REGIONAL ORGANIZATIONS

International Committee of the Red Cross (ICRC)
Ms. Anna MEIER, Legal Adviser
Legal Division

CIVIL SOCIETY

Lakeside Disarmament Institute (LDI)
Dr. Pia LAKE

Hill Peace Forum
Ms. Ann HILL

SECRETARIAT
Mr. Sam SMITH
"""


def told(folder: Path, text: str) -> model.Report:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return load(parse(read(path)))


@pytest.mark.parametrize("row", KINDS.values(), ids=KINDS)
def test_a_row_names_readers_parts_and_papers_that_exist(row: Kind) -> None:
    found = row
    assert found.readers
    assert set(found.readers) <= set(READERS)
    assert concepts.label("document-type", found.paper, "en")
    assert found.of in ("conference", "body", "preparatory", "treaty")
    assert found.form in ("report", "items", "lines", "table")
    if found.needed:
        assert found.needed == found.acts


@pytest.mark.parametrize("code", SUPPORTED)
def test_the_words_of_a_language_show_known_kinds(code: str) -> None:
    shown = {key for key, _ in language(code).table("kind")}
    assert "conference-report" in shown
    assert shown <= set(KINDS)


def test_a_kind_that_is_none() -> None:
    with pytest.raises(InputError, match="kind 'novel': is not one of conference-report"):
        kind("novel")


@pytest.mark.parametrize(
    ("code", "title", "key"),
    [
        ("en", "FINAL REPORT", "conference-report"),
        ("en", "Report of the Working Group on Lakes to the Third Conference", "body-report"),
        ("en", "Management Committee Report", "committee-report"),
        ("en", "Report on the Work of the Voluntary Trust Fund", "fund-report"),
        ("en", "Report on the Sponsorship Programme", "programme-report"),
        ("en", "Report on the Secretariat’s Work for the Period 2022/2023", "secretariat-report"),
        ("en", "Report of the Second Preparatory Meeting", "preparatory-report"),
        ("en", "Annotated Provisional Agenda", "annotated-agenda"),
        ("en", "Provisional agenda", "agenda"),
        ("en", "LIST OF PARTICIPANTS", "participants-list"),
        ("zh", "管理委员会的报告", "committee-report"),
        ("zh", "《武器贸易条约》秘书处工作报告", "secretariat-report"),
        ("zh", "自愿信托基金工作报告", "fund-report"),
        ("zh", "赞助方案报告", "programme-report"),
        ("zh", "附加说明的临时议程", "annotated-agenda"),
        ("zh", "与会者名单", "participants-list"),
    ],
)
def test_a_title_shows_its_kind(code: str, title: str, key: str) -> None:
    assert language(code).choose("kind", title) == key


def test_a_list_of_participants(tmp_path: Path) -> None:
    report = told(tmp_path, PARTICIPANTS)
    came = [(p.participant, p.capacity) for p in report.all(model.Participation)]
    assert [(who.key, capacity) for who, capacity in came if who] == [
        ("ALB", "state-party"),
        ("ATG", "state-party"),
        ("KOR", "state-party"),
        ("CIV", "state-party"),
        ("BOL", "state-party"),
        ("AGO", "signatory"),
        ("CHN", "observer-state"),
        ("FJI", "observer-state"),
        ("TON", "observer-state"),
        ("icrc", "observer-organisation"),
        ("ldi", "civil-society"),
        ("hill-peace-forum", "civil-society"),
    ]
    assert report.meeting.key == "csp9"
    assert list(report.all(model.Person)) == []
    assert {(f.sort, f.printed) for f in report.all(model.Finding)} >= {
        ("unresolved-name", "RURITANIA"),
        ("count-mismatch", "(4)"),
    }


def test_a_participation_quotes_its_heading_and_its_name(tmp_path: Path) -> None:
    report = told(tmp_path, PARTICIPANTS)
    fact = next(p for p in report.all(model.Participation) if p.ref.key == "csp9-AGO")
    text = report.source.text
    quoted = {e.supports[0]: text[e.spans[0].start : e.spans[0].end] for e in fact.evidence}
    assert quoted == {"participant": "Angola", "capacity": "SIGNATORY STATES"}
