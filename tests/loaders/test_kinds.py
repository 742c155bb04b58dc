"""The kinds of report: a table whose rows are whole, and a composed sample of the smaller kinds."""

from pathlib import Path

import pytest

from att_graph import model
from att_graph.errors import InputError
from att_graph.gazetteer import concepts
from att_graph.graph import to_graph
from att_graph.languages import SUPPORTED, language
from att_graph.loaders import READERS, load
from att_graph.loaders.kinds import KINDS, Kind, kind
from att_graph.parse import parse
from att_graph.source import read
from att_graph.turtle import write
from att_graph.validate import validate

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


PREPARATORY = """ATT/CSP9.IPM2/2023/SEC/745/Prep.Rep

Arms Trade Treaty
Ninth Conference of States Parties
Second informal preparatory meeting
Geneva, 16 – 17 May 2023

Report of the Second Informal Preparatory Meeting

1. The second informal preparatory meeting for the Ninth Conference of States Parties was held in
Geneva from 16 to 17 May 2023.

2. The following States Parties participated in the meeting: Albania, Chad and Fiji.
"""
COMMITTEE = """ATT/CSP9.MC/2023/MC/755/Conf.Rep

Arms Trade Treaty
Ninth Conference of States Parties
Geneva, 21 – 25 August 2023

Management Committee Report

Introduction

1. The Management Committee held three meetings in 2023.
"""
ADVICE = """
Recommendations

2. The Management Committee recommends that the Conference:

a. encourage States Parties to pay in full; and
b. request the Secretariat to report on it.
"""
AGENDA = """ATT/CSP9/2023/SEC/750/Conf.AnnAgenda

Arms Trade Treaty
Ninth Conference of States Parties
Geneva, 21 – 25 August 2023

ANNOTATED PROVISIONAL AGENDA

1. Opening of the Conference
The President will open the Conference.

2. Adoption of the agenda (ATT/CSP9/2023/SEC/749/Conf.Agenda)

3. Treaty implementation
a. Report of the working group (ATT/CSP9.WGETI/2023/CHAIR/751/Conf.Rep)

4. Closing of the Conference
"""


def test_a_preparatory_meeting_is_no_conference(tmp_path: Path) -> None:
    report = told(tmp_path, PREPARATORY)
    meeting = report.facts[report.meeting]
    assert isinstance(meeting, model.Meeting)
    assert (meeting.ref.key, meeting.conference) == ("csp9-prep-2", False)
    assert (meeting.start, meeting.end) == ("2023-05-16", "2023-05-17")
    assert meeting.cycle == model.Ref("meeting", "csp9")
    assert {p.meeting for p in report.all(model.Participation)} == {report.meeting}
    conference = report.facts[meeting.cycle]
    assert isinstance(conference, model.Meeting)
    assert conference.start is None


def test_a_committees_report_needs_no_recommendations_and_may_hold_some(tmp_path: Path) -> None:
    without = told(tmp_path, COMMITTEE)
    assert (without.sort, without.body) == (
        "committee-report",
        model.Ref("body", "management-committee"),
    )
    assert list(without.all(model.Act)) == []
    acts = list(told(tmp_path, COMMITTEE + ADVICE).all(model.Act))
    assert [(act.sort, act.decision) for act in acts] == [("encourage", False), ("request", False)]


def test_an_agenda_gives_its_items_and_papers(tmp_path: Path) -> None:
    report = told(tmp_path, AGENDA)
    assert report.sort == "annotated-agenda"
    items = [(p.number, p.item) for p in report.all(model.Passage)]
    assert items == [("1", None), ("2", None), ("3", None), ("3", "a"), ("4", None)]
    papers = {d.symbol for d in report.all(model.Document)}
    assert papers == {
        "ATT/CSP9/2023/SEC/749/Conf.Agenda",
        "ATT/CSP9/2023/SEC/750/Conf.AnnAgenda",
        "ATT/CSP9.WGETI/2023/CHAIR/751/Conf.Rep",
    }
    assert list(report.all(model.Act)) == list(report.all(model.Participation)) == []


@pytest.mark.parametrize("text", [PARTICIPANTS, PREPARATORY, COMMITTEE + ADVICE, AGENDA])
def test_the_graph_of_each_conforms(tmp_path: Path, text: str) -> None:
    out = tmp_path / "report.ttl"
    out.write_bytes(write(to_graph(told(tmp_path, text))))
    assert validate([str(out)]).conforms
