"""Facts: the same thing met twice is one fact with more evidence."""

import pytest

from att_graph.model import Document, Evidence, Meeting, Person, Ref, Report, Words
from att_graph.source import Source
from att_graph.text import Span

CONFERENCE = Ref("meeting", "conf2")


@pytest.fixture
def report() -> Report:
    source = Source("a text", "", "0" * 64)
    return Report(
        source, "r", "zh", "conference-report", Words("报告", "zh"), Ref("treaty", "t"), CONFERENCE
    )


def test_gaps_are_filled_and_what_is_known_stays(report: Report) -> None:
    first = report.add(Meeting(CONFERENCE, ordinal=2, start="2030-08-24"))
    again = report.add(Meeting(CONFERENCE, start="2031-01-01", end="2030-08-28", conference=True))
    assert again is first
    assert (first.ordinal, first.start, first.end) == (2, "2030-08-24", "2030-08-28")
    assert first.conference
    assert list(report.all(Meeting)) == [first]


def test_lists_grow_without_repeating(report: Report) -> None:
    ref = Ref("document", "d")
    report.add(Document(ref, printed=["A/1"], labels=[Words("A/1", "en")]))
    kept = report.add(Document(ref, printed=["A/1", "A/1."], labels=[Words("A/1", "en")]))
    assert kept.printed == ["A/1", "A/1."]
    assert kept.labels == [Words("A/1", "en")]


def test_a_ref_belongs_to_one_class(report: Report) -> None:
    report.add(Meeting(CONFERENCE))
    with pytest.raises(TypeError, match="is a Meeting, not a Person"):
        report.add(Person(CONFERENCE))


def test_evidence_is_added_once_and_never_empty() -> None:
    person = Person(Ref("person", "p"))
    person.prove((Span(1, 3),), "label")
    person.prove((Span(1, 3),), "label")
    person.prove((), "label")
    assert person.evidence == [Evidence((Span(1, 3),), ("label",))]


def test_facts_come_in_reading_order_while_others_are_added(report: Report) -> None:
    for key in ("b", "a"):
        report.add(Person(Ref("person", key)))
    for person in report.all(Person):
        report.add(Person(Ref("person", person.ref.key * 2)))
    assert [person.ref.key for person in report.all(Person)] == ["b", "a", "bb", "aa"]
