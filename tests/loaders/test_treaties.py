"""Reports of sister treaties: what is theirs is read, and nothing of the Arms Trade Treaty's."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from att_graph import model
from att_graph.errors import InputError
from att_graph.gazetteer import actors
from att_graph.graph import to_graph
from att_graph.loaders import load
from att_graph.model import Ref, Report
from att_graph.parse import parse
from att_graph.source import read
from att_graph.turtle import write
from att_graph.validate import validate

CASES = Path(__file__).parent / "treaties"
ATT = Ref("treaty", "att")

# file: treaty, number of the session, symbol, first and last day
SHOWN = {
    "ccm-msp31": ("ccm", 31, "CCM/MSP/2043/8", "2043-09-21", "2043-09-24"),
    "apmbc-rc7": ("apmbc", 7, "APLC/CONF/2044/6", "2044-10-03", "2044-10-07"),
    "bwc-msp2041": ("bwc", None, "BWC/MSP/2041/5", "2041-12-09", "2041-12-11"),
    "cwc-csp48": ("cwc", 48, "C-48/5", "2043-11-29", "2043-12-03"),
}
CAME = {
    "ccm-msp31": {
        "state-party": ["ALB", "BOL", "GIN", "GNB", "LAO"],
        "signatory": ["AGO", "KEN"],
        "observer-state": ["BRA", "FIN", "THA"],
        "observer-organisation": ["eu", "icrc"],
    },
    "apmbc-rc7": {"state-party": ["TCD", "DMA", "DOM", "NER"]},
    "bwc-msp2041": {"state-party": ["IRQ", "JOR", "KWT"]},
    "cwc-csp48": {"state-party": ["COG", "COD", "GNQ", "VAT"]},
}
OTHERS = {
    "ccm-msp31": {"ccm-msp30", "ccm-rc3"},
    "apmbc-rc7": {"apmbc-msp25"},
    "bwc-msp2041": {"bwc-rc9"},
    "cwc-csp48": set[str](),
}


@cache
def report(name: str) -> Report:
    return load(parse(read(CASES / f"{name}.txt")))


def told(folder: Path, text: str, **given: str) -> Report:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return load(parse(replace(read(path), **given)))  # type: ignore[arg-type]


def came(found: Report) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for fact in found.all(model.Participation):
        if fact.participant:
            lists.setdefault(fact.capacity, []).append(fact.participant.key)
    return lists


def named(found: Report) -> set[Ref]:
    """Everything that a fact of the report points at."""
    values = [value for fact in found.facts.values() for value in vars(fact).values()]
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return {each for each in flat if isinstance(each, Ref)}


def test_the_cases_are_found() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == set(SHOWN) == set(CAME) == set(OTHERS)


@pytest.mark.parametrize("name", SHOWN)
def test_treaty_session_symbol_and_days(name: str) -> None:
    found, (treaty, ordinal, symbol, start, end) = report(name), SHOWN[name]
    assert found.treaty == Ref("treaty", treaty)
    assert found.meeting == Ref("meeting", name)
    fact = found.facts[found.meeting]
    assert isinstance(fact, model.Meeting)
    assert (fact.ordinal, fact.start, fact.end) == (ordinal, start, end)
    own = found.facts[found.document] if found.document else None
    assert isinstance(own, model.Document)
    assert own.symbol == symbol


@pytest.mark.parametrize("name", CAME)
def test_participants(name: str) -> None:
    found = {capacity: sorted(who) for capacity, who in came(report(name)).items()}
    assert found == {capacity: sorted(who) for capacity, who in CAME[name].items()}


@pytest.mark.parametrize("name", OTHERS)
def test_other_sessions_are_those_of_the_treatys_bodies(name: str) -> None:
    meetings = {fact.ref.key for fact in report(name).all(model.Meeting)}
    assert OTHERS[name] <= meetings
    assert not [key for key in meetings if key.startswith(("csp", "conference"))]


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_forced_into_a_name_of_the_arms_trade_treaty(name: str) -> None:
    refs = named(report(name))
    assert {ref for ref in refs if actors.treaty_of(ref) == ATT} == set()
    assert ATT not in refs
    assert not [ref for ref in refs if ref.kind == "provision" and ref.key.startswith("att-")]


@pytest.mark.parametrize("name", SHOWN)
def test_the_graph_conforms(name: str, tmp_path: Path) -> None:
    out = tmp_path / "report.ttl"
    out.write_bytes(write(to_graph(report(name))))
    found = validate([str(out)])
    assert found.conforms, found.results


FRAGMENT = (
    "1.4 The following 5 States Parties participated in the Nineteenth Session: Fiji, Kiribati, "
    "Nauru, Samoa and Tonga."
)


def test_a_fragment_gives_its_states_and_no_treaty(tmp_path: Path) -> None:
    found = told(tmp_path, FRAGMENT)
    assert found.treaty is None
    assert found.meeting.key.startswith("unknown-")
    assert found.meeting.key.endswith("-session19")
    assert came(found) == {"state-party": ["FJI", "KIR", "NRU", "WSM", "TON"]}
    assert "treaty-not-named" in {fact.sort for fact in found.all(model.Finding)}
    assert not [ref for ref in named(found) if ref.kind == "body"]


def test_two_fragments_that_say_the_same_are_not_one_meeting(tmp_path: Path) -> None:
    other = told(tmp_path, FRAGMENT.replace("Tonga", "Tuvalu"))
    assert other.meeting != told(tmp_path, FRAGMENT).meeting


def test_what_the_caller_states_counts(tmp_path: Path) -> None:
    found = told(tmp_path, FRAGMENT, meeting="cwc-csp19")
    assert (found.treaty, found.meeting) == (Ref("treaty", "cwc"), Ref("meeting", "cwc-csp19"))
    assert "treaty-not-named" not in {fact.sort for fact in found.all(model.Finding)}
    found = told(tmp_path, FRAGMENT, treaty="bwc")
    assert found.treaty == Ref("treaty", "bwc")
    with pytest.raises(InputError, match="treaty 'abc': is not one of"):
        told(tmp_path, FRAGMENT, treaty="abc")


@pytest.mark.parametrize(
    ("cut", "came_last"),
    [
        ("Samoa and Ton", "WSM"),
        ("Samoa, Tonga", "TON"),
        ("Samoa, Niger", "WSM"),
        ("Samoa, ", "WSM"),
    ],
)
def test_a_name_in_which_the_text_breaks_off_is_none(
    tmp_path: Path, cut: str, came_last: str
) -> None:
    found = told(tmp_path, FRAGMENT.replace("Samoa and Tonga.", cut))
    assert came(found)["state-party"][-1] == came_last


def test_the_graph_of_a_fragment_conforms(tmp_path: Path) -> None:
    found = told(tmp_path, FRAGMENT)
    out = tmp_path / "fragment.ttl"
    out.write_bytes(write(to_graph(found)))
    assert validate([str(out)]).conforms
    meeting = found.facts[found.meeting]
    assert [words.value for words in meeting.labels] == ["Nineteenth Session"]


def test_a_session_in_two_parts_lasts_from_the_first_to_the_last_day(tmp_path: Path) -> None:
    text = (CASES / "cwc-csp48.txt").read_text(encoding="utf-8")
    parts = "29 November – 3 December 2043                            3 December 2043"
    assert parts in text
    two = text.replace(parts, parts + "\nand 4 – 6 April 2044")
    found = told(tmp_path, two)
    meeting = found.facts[found.meeting]
    assert isinstance(meeting, model.Meeting)
    assert (meeting.start, meeting.end) == ("2043-11-29", "2044-04-06")
    assert meeting.place == model.Words("The Hague", "en")  # where it was opened


def test_the_symbol_at_the_head_of_a_page_is_no_part_of_the_text(tmp_path: Path) -> None:
    text = (CASES / "ccm-msp31.txt").read_text(encoding="utf-8")
    cut = "Bolivia (Plurinational State of), Guinea,"
    assert cut in text
    paged = text.replace(cut, cut + "\n\nGE.43-12345\nCCM/MSP/2043/8\n\n")
    assert came(told(tmp_path, paged)) == came(report("ccm-msp31"))
    assert "CCM/MSP/2043/8" not in {
        fact.text[:14] for fact in told(tmp_path, paged).all(model.Passage)
    }


def test_who_led_a_session_is_not_said_of_another_bodys(tmp_path: Path) -> None:
    text = (CASES / "bwc-msp2041.txt").read_text(encoding="utf-8")
    said = "The Meeting of States Parties took note"
    led = (
        "As the Ninth Review Conference had decided, the 2041 Meeting was chaired by Ms. Ana PINE."
    )
    assert said in text
    found = told(tmp_path, text.replace(said, f"{led} {said}"))
    offices = {fact.office.key for fact in found.all(model.Tenure) if fact.office}
    assert "bwc-rc9" not in offices
