"""One name for one thing in several reports; what is merely near stays apart and is listed."""

from pathlib import Path

import pytest

from att_graph import likeness, model, paths
from att_graph.curation.add import add
from att_graph.likeness import APART, EQUAL, NEAR, SHORT
from att_graph.model import Document, Meeting, Organisation, Person, Ref, Report, Tenure, Words
from att_graph.resolve import resolve
from att_graph.settle import settle
from att_graph.source import Source
from att_graph.store import open_store
from att_graph.text import Span

CASES = Path(__file__).parent / "loaders" / "cases"
TEXT = "somebody did something somewhere, and it was printed here"


def report(number: int, *facts: model.Fact) -> Report:
    """A report of the n-th conference that holds some facts."""
    source = Source(f"report {number}", TEXT, "0" * 64)
    meeting = Ref("meeting", f"xxc{number}")
    made = Report(
        source,
        f"xxc{number}-final-report-en",
        "en",
        "conference-report",
        Words("Report", "en"),
        Ref("treaty", "xxt"),
        meeting,
        issued=f"19{10 + number}-05-0{number}",
    )
    for fact in facts:
        fact.prove((Span(0, 8),), "label")
        made.add(fact)
    return made


def person(name: str, key: str | None = None) -> Person:
    ref = Ref("person", key or name.lower().replace(" ", "-").replace(".", ""))
    return Person(ref, labels=[Words(name, "en")])


def stands_for(who: Person, state: str, office: str = "xxc") -> Tenure:
    ref = Ref("tenure", f"{office}-chair-{who.ref.key}")
    return Tenure(
        ref,
        holder=who.ref,
        role="chair",
        office=Ref("body", office),
        represents=Ref("state", state),
    )


# two names of persons, and how near they are
NAMES = [
    ("Rudolf RASSENDYLL", "RASSENDYLL Rudolf", EQUAL),
    ("Zoë DUMÉNIL-ÅS", "Zoe Dumenil As", EQUAL),
    ("R. RASSENDYLL", "Rudolf RASSENDYLL", SHORT),
    ("Rudolf E. RASSENDYLL", "Rudolf RASSENDYLL", SHORT),
    ("RASSENDYLL", "Rudolf RASSENDYLL", SHORT),
    ("Rudolf RASSENDYLL", "Rudolph RASSENDYLL", NEAR),
    ("Rudolf RASSENDYLL", "Rupert RASSENDYLL", NEAR),
    ("Rudolf RASSENDYL", "Rudolf RASSENDYLL", NEAR),
    ("Rudolf RASSENDYLL", "Antoinette RASSENDYLL", APART),
    ("Rudolf RASSENDYLL", "Rudolf HENTZAU", APART),
    ("R. R.", "Rudolf RASSENDYLL", APART),
    ("中满泉", "中满泉", EQUAL),
    ("中满泉", "中满全", APART),  # characters are no letters: another name
    ("", "Rudolf RASSENDYLL", APART),
]


@pytest.mark.parametrize(("one", "other", "near"), NAMES, ids=[f"{a}={b}" for a, b, _ in NAMES])
def test_how_near_two_persons_names_are(one: str, other: str, near: int) -> None:
    assert likeness.persons(one, other) == near
    assert likeness.persons(other, one) == near


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("lamplighters", "lamplighter", True),
        ("lamplighters", "lampfighters", True),
        ("lamplighters", "lamplighters", False),
        ("lamplighters", "lamplight", False),
        ("lamp", "lump", False),  # too short to be a slip
    ],
)
def test_one_letter(one: str, other: str, near: bool) -> None:
    assert likeness.one_letter(one, other) is near


def refs(reports: list[Report], kind: type[model.Fact]) -> list[str]:
    return [fact.ref.key for each in reports for fact in each.all(kind)]


def test_one_person_under_two_orders_of_the_name_in_two_offices() -> None:
    first, second = person("Rudolf RASSENDYLL"), person("RASSENDYLL Rudolf")
    reports = [
        report(1, first, stands_for(first, "XXA")),
        report(2, second, stands_for(second, "XXA", "xxwg")),
    ]
    found = resolve(reports)
    assert refs(reports, Person) == ["rudolf-rassendyll"] * 2
    assert refs(reports, Tenure) == [
        "xxc-chair-rudolf-rassendyll",
        "xxwg-chair-rudolf-rassendyll",  # the key of a tenure follows its holder's
    ]
    assert [(s.rule, s.now.key) for s in found.same] == [("same-name", "rudolf-rassendyll")]
    assert found.doubts == []


def test_an_initial_is_the_same_person_only_with_the_same_state_or_post() -> None:
    for state, doubts in (("XXA", 0), ("XXB", 1)):
        short, full = person("R. RASSENDYLL"), person("Rudolf RASSENDYLL")
        reports = [
            report(1, short, stands_for(short, "XXA")),
            report(2, full, stands_for(full, state, "xxwg")),
        ]
        found = resolve(reports)
        assert len(found.doubts) == doubts
        assert len(set(refs(reports, Person))) == 1 + doubts


def test_one_name_of_two_states_stays_apart() -> None:
    reports = [
        report(n, who, stands_for(who, state))
        for n, state in ((1, "XXA"), (2, "XXB"))
        for who in [person("Rudolf RASSENDYLL")]
    ]
    found = resolve(reports)
    assert refs(reports, Person) == ["rudolf-rassendyll", "rudolf-rassendyll-xxb"]
    assert ["another State" in d.why for d in found.doubts] == [True]


def test_a_report_that_names_both_knows_them_apart() -> None:
    both = report(1, person("Rudolf RASSENDYLL"), person("Rupert RASSENDYLL"))
    assert resolve([both, report(2)]).doubts == []


def society(key: str, name: str, *acronyms: str, lang: str = "en") -> Organisation:
    ref = Ref("organisation", key)
    return Organisation(ref, labels=[Words(name, lang)], acronyms=list(acronyms))


def test_organisations_by_name_and_acronym() -> None:
    reports = [
        report(1, society("abc123", "League of Keepers")),
        report(2, society("lok", "The League of Keepers", "LOK")),
        report(3, society("lok", "Lights Over Kent", "LOK")),
        report(4, society("def456", "League of Reepers")),
    ]
    found = resolve(reports)
    keys = refs(reports, Organisation)
    assert keys[:2] == ["lok", "lok"]  # the one with the acronym is kept, whichever came first
    assert keys[2].startswith("lok-")
    assert keys[3] == "def456"
    assert sorted(doubt.why.split(",")[0] for doubt in found.doubts) == [
        "One acronym",
        "Two names that differ by one letter.",
    ]


def test_names_in_two_languages_say_nothing_against_one_acronym() -> None:
    reports = [
        report(1, society("lok", "League of Keepers", "LOK")),
        report(2, society("lok", "Ligue des gardiens", "LOK", lang="fr")),
    ]
    assert resolve(reports).doubts == []
    assert refs(reports, Organisation) == ["lok", "lok"]


def paper(symbol: str) -> Document:
    return Document(Ref("document", symbol.replace("/", "-")), symbol=symbol)


def test_documents_by_symbol() -> None:
    stem = "XXT/XXC1/1911/SEC/7/Conf.Rep"
    reports = [
        report(1, paper(f"{stem}/Rev.1")),
        report(2, paper(f"{stem}.Rev1")),
        report(3, paper(stem)),  # the original is another document
        report(4, paper("XXT/XXC1/1911/SEC/7/Conf.WP")),
    ]
    found = resolve(reports)
    keys = refs(reports, Document)
    assert keys[0] == keys[1] != keys[2]
    assert [same.rule for same in found.same] == ["same-symbol"]
    assert {d.why for d in found.doubts} == {"One serial number of one session under two symbols."}


def held(key: str, start: str, end: str, conference: bool = False) -> Meeting:
    meeting = Meeting(Ref("meeting", key), start=start, end=end, conference=conference)
    meeting.labels = [Words("Meeting", "en")]
    meeting.prove((Span(9, 12),), "startDate", "endDate")
    return meeting


def test_meetings_on_other_days_are_other_meetings_but_a_conference_is_one() -> None:
    reports = [
        report(1, held("xxc2-prep", "1912-01-01", "1912-01-02")),
        report(2, held("xxc2-prep", "1912-03-01", "1912-03-02")),
    ]
    (doubt,) = resolve(reports).doubts
    assert refs(reports, Meeting) == ["xxc2-prep", "xxc2-prep-1912-03-01"]
    assert "other days" in doubt.why
    reports = [
        report(1, held("xxc2", "1912-01-01", "1912-01-02", True)),
        report(2, held("xxc2", "1912-03-01", "1912-03-02", True)),
    ]
    assert resolve(reports).doubts == []
    settle(reports)
    kept = [(m.start, m.end) for each in reports for m in each.all(Meeting)]
    assert kept == [(None, None), ("1912-03-01", "1912-03-02")]  # the conference's own report
    findings = [f for each in reports for f in each.all(model.Finding)]
    assert [(f.sort, f.read_as) for f in findings] == [
        ("reports-differ", "1912-03-01"),
        ("reports-differ", "1912-03-02"),
    ]
    assert all(f.evidence and f.ref.key.startswith("xxc1-") for f in findings)


def test_a_person_decides_before_any_rule() -> None:
    one, other = Ref("person", "rudolf-rassendyll"), Ref("person", "rudolph-rassendyll")

    def pair() -> list[Report]:
        return [report(1, person("Rudolf RASSENDYLL")), report(2, person("Rudolph RASSENDYLL"))]

    reports = pair()
    assert len(resolve(reports).doubts) == 1
    reports = pair()
    found = resolve(reports, merged=[(one, other)])
    assert (set(refs(reports, Person)), found.doubts) == ({one.key}, [])
    reports = pair()
    found = resolve(reports, apart=[frozenset((one, other))])
    assert (len(set(refs(reports, Person))), found.doubts) == (2, [])


NAMINGS = """
PREFIX tac: <https://w3id.org/att-graph/ontology#>
SELECT ?state ?form ?day {
  ?naming a tac:Naming ; tac:nameOf ?state ; tac:form ?form .
  OPTIONAL { ?naming tac:usedOn ?day }
} ORDER BY ?day ?form"""


def test_a_state_under_two_names_keeps_one_iri_and_dated_names(tmp_path: Path) -> None:
    paths.use(tmp_path / "data")
    try:
        eight = (CASES / "csp8-final-report.txt").read_text(encoding="utf-8")
        one, other = tmp_path / "one.txt", tmp_path / "other.txt"
        one.write_text(eight.replace("阿根廷、", "阿根廷、斯威士兰、", 1), encoding="utf-8")
        nine = (CASES / "csp9-final-report.txt").read_text(encoding="utf-8")
        other.write_text(
            nine.replace("赤道几内亚、", "赤道几内亚、埃斯瓦蒂尼、", 1), encoding="utf-8"
        )
        add([one, other], engine="fast")
        rows = [row for row in open_store().query(NAMINGS).rows if str(row[0]).endswith("/SWZ")]
    finally:
        paths.use()
    assert [(row[1], row[2]) for row in rows] == [
        ("斯威士兰", "2022-08-26"),
        ("埃斯瓦蒂尼", "2023-08-25"),
    ]
