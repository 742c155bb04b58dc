"""English sentences about invented meetings: meetings, provisions, figures and findings in them."""

import pytest

from att_graph import model
from att_graph.loaders import load
from att_graph.parse import parse
from att_graph.source import Source

FRAME = """ATT/CSP31/2045/SEC/77/Conf.FinRep
1 September 2045
Arms Trade Treaty
Thirty-First Conference of States Parties
Lima, Peru, 28 August – 1 September 2045

FINAL REPORT

I. Introduction

1. {}

III. Decisions

2. The Conference adopted its agenda.
"""


def read(words: str) -> model.Report:
    return load(parse(Source("report.txt", FRAME.format(words), "0" * 64)))


def shown(fact: model.Meeting) -> str:
    said = [fact.ref.key, fact.start or "", fact.end or ""]
    said += [fact.place.value if fact.place else "", fact.host.key if fact.host else ""]
    return "|".join([*said, fact.mode or "", fact.venue.value if fact.venue else ""])


# words; what they say of other meetings: key|start|end|place|host|mode|venue
MEETINGS = [
    (
        "The First, the Second and the Third Conferences of States Parties to the Arms "
        "Trade Treaty "
        "were held, respectively, in Kenya from 3 to 7 May 2015, by written procedure from 4 to 8 "
        "May 2016 and in Ghana from 30 May to 2 June 2017.",
        [
            "csp1|2015-05-03|2015-05-07|Kenya|KEN||",
            "csp2|2016-05-04|2016-05-08|||written|",
            "csp3|2017-05-30|2017-06-02|Ghana|GHA||",
        ],
    ),
    (
        "The First (3–7 May 2015 in Accra, Ghana), Second (1418 May 2016 in Nairobi, "
        "Kenya) and Third "
        "(30 May 2 June 2017 in Accra, Ghana) Conferences of States Parties were held.",
        [
            "csp1|2015-05-03|2015-05-07|Accra, Ghana|GHA||",
            "csp2|2016-05-14|2016-05-18|Nairobi, Kenya|KEN||",
            "csp3|2017-05-30|2017-06-02|Accra, Ghana|GHA||",
        ],
    ),
    (
        "Earlier Conferences of States Parties were held as follows: the First in Kenya (3-7 May "
        "2015), the Second by written procedure (4-8 May 2016), and the Third (30 May-2 June 2017) "
        "and the Fourth (1-5 June 2018) in Ghana.",
        [
            "csp1|2015-05-03|2015-05-07|Kenya|KEN||",
            "csp2|2016-05-04|2016-05-08|||written|",
            "csp3|2017-05-30|2017-06-02|Ghana|GHA||",
            "csp4|2018-06-01|2018-06-05|Ghana|GHA||",
        ],
    ),
    (
        "The Secretariat convened one informal preparatory meeting, on the papers of the "
        "ATT Working "
        "Groups, from 2 to 3 May 2045 at its seat in Lima, Peru.",
        ["csp31-prep|2045-05-02|2045-05-03|Lima, Peru|PER||"],
    ),
    (
        "The three Working Groups of the Treaty met twice, 29 January 1 February and 2 5 "
        "April 2045 "
        "in Lima.",
        [
            "csp31-wg|2045-01-29|2045-02-01|Lima|PER||",
            "csp31-wg-2|2045-04-02|2045-04-05|Lima|PER||",
        ],
    ),
    (
        "Informal preparatory meetings were convened on 18 February and 29 April 2045.",
        ["csp31-prep|2045-02-18|2045-02-18||||", "csp31-prep-2|2045-04-29|2045-04-29||||"],
    ),
    (
        "The Thirty-Second Conference of States Parties will take place in Quito, Ecuador, at the "
        "Quito Conference Centre (QCC), from August 25-29, 2046, in a hybrid format, and the "
        "meetings of the Working Groups will be held on 6–9 March 2046 and the informal "
        "preparatory "
        "meeting on 3 and 4 May 2046, at the QCC.",
        [
            "csp32|2046-08-25|2046-08-29|Quito, Ecuador|ECU|hybrid|Quito Conference Centre (QCC)",
            "csp32-prep|2046-05-03|2046-05-04|Quito, Ecuador|ECU||QCC",
            "csp32-wg|2046-03-06|2046-03-09|Quito, Ecuador|ECU||QCC",
        ],
    ),
    (
        "Some spoke of the WGTU meeting of 27 February 2045 and of the Informal "
        "Preparatory Meeting "
        "held from 2 to 3 May 2045.",
        ["csp31-prep|2045-05-02|2045-05-03||||", "csp31-wgtu|2045-02-27|2045-02-27||||"],
    ),
    (
        "The Secretariat convened the Conference, and informed all States of the venue on 18 March "
        "2045; its first plenary meeting, held on 29 August 2045, was short.",
        [],
    ),
]  # fmt: skip


def test_the_cases_are_found() -> None:
    assert len(MEETINGS) == 9


@pytest.mark.parametrize(("words", "wanted"), MEETINGS)
def test_meetings(words: str, wanted: list[str]) -> None:
    found = read(words)
    meetings = {fact.ref.key: fact for fact in found.all(model.Meeting)}
    own = meetings.pop("csp31")
    assert (own.start, own.end, own.host) == (
        "2045-08-28",
        "2045-09-01",
        model.Ref("state", "PER"),
    )
    assert sorted(map(shown, meetings.values())) == sorted(wanted)
    assert all(fact.evidence for fact in meetings.values())
    assert [f.printed for f in found.all(model.Finding) if f.sort == "wording-difference"] == []


def test_more_ordinals_than_dates_are_found_out() -> None:
    found = read(
        "The First, Second and Third Conferences of States Parties were held in Kenya from 3 to 7 "
        "May 2015 and from 4 to 8 May 2016."
    )
    assert [f.sort for f in found.all(model.Finding)] == ["count-mismatch"]
    assert all(m.start is None for m in found.all(model.Meeting) if m.ref.key != "csp31")


RULES, FORUM = "att-rules-of-procedure", "att-dief-terms-of-reference"
PROVISIONS = [
    ("Article 17(4)(a)-(c) of the Treaty", ["att 17(4)(a)", "att 17(4)(b)", "att 17(4)(c)"]),
    ("Article 17 paragraph 4 (b) of this Treaty", ["att 17(4)(b)"]),
    ("paragraph 3 of Article 17", ["att 17(3)"]),
    ("Articles 5 and 6", ["att 5", "att 6"]),
    ("Rules 5.1 and 5.2 of the Rules of Procedure", [f"{RULES} 5.1", f"{RULES} 5.2"]),
    ("Rule 9, paragraph 2, of the Rules of Procedure", [f"{RULES} 9.2"]),
    ("Rule 12", [f"{RULES} 12"]),
    ("Rule 8 of the Financial Rules", ["att-financial-rules 8"]),
    ("section 10 of the DIEF Terms of Reference", [f"{FORUM} 10"]),
    ("what the DIEF does under section 9 of the Forum’s terms of reference", [f"{FORUM} 9"]),
    ("each section 4 of the hall", []),
    ("Article 4 of the Lima Harbour Code", []),
]


def test_the_provision_cases_are_found() -> None:
    assert len(PROVISIONS) == 12


@pytest.mark.parametrize(("words", "wanted"), PROVISIONS)
def test_provisions(words: str, wanted: list[str]) -> None:
    found = read(f"In accordance with {words}, the Conference met.")
    cited = [f"{p.instrument.key} {p.number}" for p in found.all(model.Provision) if p.instrument]
    assert cited == wanted
    unsure = [f.printed for f in found.all(model.Finding) if f.sort == "unresolved-name"]
    assert bool(unsure) == words.startswith("Article 4 of the Lima")


FIGURES = [
    ("As of 28 August 2045, there were one hundred and four (104) States Parties to "
     "the Treaty. At the same "
     "time, thirtythree (33) signatory States had not yet ratified it.",
     ["states-parties 104 2045-08-28", "signatories 33 2045-08-28"]),
    ("The Conference was attended by 88 States.", ["states-attending 88 None"]),
    ("So far, 17 projects have been funded by the VTF.", ["projects-funded 17 None"]),
    ("A text was passed (41 votes in favour, none against).",
     ["votes-in-favour 41 None", "votes-against 0 None"]),
    ("Three more States (Chad, Fiji and Niue) became States Parties.",
     ["new-states-parties 3 None"]),
    ("No more than 12 per cent of African States are States Parties (a further 8 per "
     "cent have signed).",
     ["share-of-states-parties 12 None", "share-of-signatories 8 None"]),
    ("Eighteen (18) signatory States participated in the dinner.", []),
]  # fmt: skip


def test_the_figure_cases_are_found() -> None:
    assert len(FIGURES) == 7


@pytest.mark.parametrize(("words", "wanted"), FIGURES)
def test_figures(words: str, wanted: list[str]) -> None:
    figures = read(words).all(model.Figure)
    assert [f"{f.measure} {f.value} {f.as_of}" for f in figures] == wanted


FINDINGS = [
    ("Papers were due on Saturday, August 2045.", "broken-date", "Saturday, August 2045", None),
    ("Papers were due on Saturday 8 2045.", "broken-date", "Saturday 8 2045", None),
    ("It rained on 30 February 2045.", "broken-date", "30 February 2045", None),
    ("It rained on Monday, 29 August 2045.", "broken-date", "Monday, 29 August 2045", None),
    ("All of the the papers were read.", "doubled-character", "the the", "the"),
    ("The papers [and the notes] were read.", "draft-brackets", "[and the notes]", None),
    ("It was held that that was so on Tuesday, 29 August 2045.", None, "", None),
]


def test_the_finding_cases_are_found() -> None:
    assert len(FINDINGS) == 7


@pytest.mark.parametrize(("words", "sort", "printed", "read_as"), FINDINGS)
def test_findings(words: str, sort: str | None, printed: str, read_as: str | None) -> None:
    found = [(f.sort, f.printed, f.read_as) for f in read(words).all(model.Finding)]
    assert found == ([(sort, printed, read_as)] if sort else [])


def test_a_notice_of_no_intent() -> None:
    found = read(
        "One of the signatories, Thailand, informed the depositary on 3 May 2044 that it did not "
        "intend to become a party."
    )
    (action,) = found.all(model.TreatyAction)
    assert (action.state, action.date) == (model.Ref("state", "THA"), "2044-05-03")
