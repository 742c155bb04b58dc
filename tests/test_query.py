"""Stored questions: what they take, what they refuse, how their headers are read."""

from pathlib import Path

import pytest

from att_graph import paths, query, questions, terms
from att_graph.errors import InputError
from att_graph.store import Cell, Store, Table, open_store

SMALL = Path(__file__).parent / "data" / "small.ttl"
THING = "https://w3id.org/att-graph/id/"


@pytest.fixture(scope="module")
def small() -> Store:
    return open_store([SMALL, paths.ONTOLOGY], alone=True)


@pytest.fixture(scope="module")
def real() -> Store:
    return open_store()


built = pytest.mark.skipif(not list(paths.GRAPH.glob("*.ttl")), reason="data/graph is not built")


@built
def test_the_projects_graph_gives_the_numbers_of_the_report(real: Store) -> None:
    def asked(name: str, **params: str) -> Table:
        return query.ask(name, store=real, **params)

    assert asked("delegations-and-organisations").rows == [
        ("civil-society", 46, 78),
        ("observer-organisation", 10, 10),
        ("observer-state", 4, 4),
        ("signatory", 18, 18),
        ("state-party", 94, 94),
    ]
    assert len(asked("participants").rows) == 94 + 18 + 4 + 10 + 78
    assert asked("states-parties-on").column("party") == ["yes"] * 116
    assert asked("absent-states-parties").column("party") == ["yes"] * (116 - 94)
    assert asked("conferences").column("ordinal")[:12] == list(range(1, 13))
    assert None not in asked("conferences").column("start")[:12]
    assert (
        asked("elected-and-appointed").column("did")
        == ["confirm"] + ["elect"] * 5 + ["appoint"] * 5
    )
    assert sum(map(int, map(str, asked("participation-by-group").column("states")))) == 116


def test_group_membership_follows_standing_on_the_day_of_the_meeting(small: Store) -> None:
    def ways(actor: str) -> list[Cell]:
        return query.ask("asked-of-actor", store=small, actor=actor).column("how")

    assert ways("Belmora") == ["as one of: States Parties"] * 3
    assert ways("Estavia") == []  # neither party nor signatory
    assert ways("Fulgora") == []  # deposited, but not yet 90 days ago
    assert ways("Galdia") == []  # has left
    assert ways("HD") == ["by name"]


STANDING = [
    ("XAV", "2014-12-23", "no"),  # deposited long ago, but the treaty was not in force
    ("XAV", "2014-12-24", "yes"),
    ("XBE", "2020-10-03", "no"),  # the 89th day
    ("XBE", "2020-10-04", "yes"),
    ("XCO", "2024-03-30", "no"),
    ("XCO", "2024-03-31", "undetermined"),
    ("XCO", "2025-03-30", "undetermined"),
    ("XCO", "2025-03-31", "yes"),
    ("XDA", "2025-08-25", "no"),
    ("XES", "2025-08-25", "no"),
    ("XGA", "2025-04-14", "yes"),  # withdrawal takes 90 days too
    ("XGA", "2025-04-15", "no"),
]


@pytest.mark.parametrize(("state", "date", "party"), STANDING)
def test_standing_on_a_day(small: Store, state: str, date: str, party: str) -> None:
    table = query.ask("standing-of-state", store=small, state=state, date=date)
    assert table.column("party") == [party]
    listed = query.ask("states-parties-on", store=small, date=date)
    standing = dict(zip(listed.column("code"), listed.column("party"), strict=True))
    assert standing.get(state, "no") == party


RESOLVED = [
    ("state", "XBE", "state/XBE"),
    ("state", "xbe", "state/XBE"),
    ("state", "贝尔莫拉", "state/XBE"),
    ("state", "Republic  of Avaria", "state/XAV"),
    ("state", "ＸＢＥ", "state/XBE"),  # full width
    ("actor", "Ana Roe", "person/ana-roe"),
    ("actor", "wgx", "body/wgx"),
    ("meeting", "conf3", "meeting/conf3"),
    ("meeting", "第三届会议", "meeting/conf3"),
    ("thing", "X/CONF2/2025/1/Agenda", "document/agenda"),
    ("thing", THING + "act/conf2/6-a-1", "act/conf2/6-a-1"),
    ("thing", f"<{THING}act/conf2/6-a-1>", "act/conf2/6-a-1"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), RESOLVED)
def test_a_word_finds_its_thing(small: Store, kind: str, text: str, expected: str) -> None:
    assert terms.resolve(small, kind, text, "x") == f"<{THING}{expected}>"


REFUSED = [
    ("asked-of-actor", {"actor": "Belmoar"}, r"no actor 'Belmoar'; did you mean Belmora \(XBE\)\?"),
    ("asked-of-actor", {"actor": "12345"}, "no actor '12345'$"),
    ("asked-of-actor", {"who": "XBE"}, "takes actor, not 'who'"),
    ("conferences", {"year": "2025"}, "takes no parameter, not 'year'"),
    ("due-by-date", {"date": "2026-02-30"}, "no day 2026-02-30"),
    ("due-by-date", {"date": "20260228"}, "not a date"),
    ("due-by-date", {"date": "tomorrow"}, "not a date"),
    ("acts-of-type", {"type": "encurage"}, "no act type 'encurage'; did you mean encourages"),
    ("evidence", {"thing": THING + "state/NIL"}, "nothing is said about"),
    ("participants", {"meeting": "} ?s ?p ?o . {"}, "no meeting"),
    ("evidence", {"thing": "http://a> } ?s ?p ?o"}, "no thing"),
    ("standing-of-sate", {}, "did you mean standing-of-state"),
    ("paragraphs-with-words", {"words": " "}, "no words to look for"),
    ("zzz", {}, "ask --list"),
]


@pytest.mark.parametrize(("name", "params", "message"), REFUSED)
def test_what_does_not_exist_is_refused_with_a_hint(
    small: Store, name: str, params: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        query.ask(name, store=small, **params)


@pytest.mark.parametrize("called", ["9", "Rule 9", "第 9 条", "本规则第9条", "rules-9"])
def test_a_provision_is_called_by_its_number_or_as_printed(tmp_path: Path, called: str) -> None:
    path = tmp_path / "one.ttl"
    path.write_text(
        "@prefix tac: <https://w3id.org/att-graph/ontology#> ."
        f'<{THING}provision/rules-9> a tac:Provision ; tac:number "9" ; tac:evidence <{THING}q> .'
        f'<{THING}q> tac:quotedText "本规则第 9 条" .'
        f'<{THING}passage/other-9> a tac:Passage ; tac:number "9" .',
        encoding="utf-8",
    )
    store = open_store([path], alone=True)
    assert terms.resolve(store, "provision", called, "x") == f"<{THING}provision/rules-9>"


def test_a_name_that_several_things_bear_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.ttl"
    path.write_text(
        "@prefix tac: <https://w3id.org/att-graph/ontology#> ."
        f'<{THING}organisation/a> a tac:Actor ; tac:acronym "AB" .'
        f'<{THING}organisation/b> a tac:Actor ; tac:acronym "AB" .'
    )
    with pytest.raises(InputError, match="names 2 things; give one IRI of"):
        query.ask("asked-of-actor", store=open_store([path], alone=True), actor="AB")


BAD_HEADERS = [
    ("#+ sumary: x?\nSELECT * {}", "unknown header 'sumary'"),
    ("SELECT * {}", "no summary"),
    ("#+ summary: x?\n#+ param: a | state | XBE\nSELECT * {}", "4 pieces"),
    ("#+ summary: x?\n#+ param: a | planet | XBE | x\nSELECT * {}", "unknown kind 'planet'"),
    ("#+ summary: x?\n#+ param: a | state | XBE | x\nSELECT * {}", r"no line `VALUES \?a"),
    ("#+ summary: x?\n#+ tags: acts, finance\nSELECT * {}", "tag 'finance' is none of"),
    ("#+ summary: x?\n#+ view: pie\nSELECT * {}", "view 'pie' is none of table, map"),
    ("#+ summary: x?\n#+ column: a | x\n#+ evidence: b\nSELECT * {}", "evidence 'b' is none of a"),
    ("#+ summary: x?\n#+ evidence: no | why\nSELECT * {}", "evidence 'no' is none of none"),
]


@pytest.mark.parametrize(("text", "message"), BAD_HEADERS)
def test_a_bad_header_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(text)
    with pytest.raises(InputError, match=message):
        questions.read_question(path)
