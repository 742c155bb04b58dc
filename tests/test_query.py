"""Every stored question has a known answer on a small invented cycle, in two SPARQL engines."""

import re
from pathlib import Path

import pytest
import rdflib

from att_graph import files, paths, query, questions, terms
from att_graph.errors import InputError
from att_graph.store import Cell, Store, Table, open_store

SMALL = Path(__file__).parent / "data" / "small.ttl"
THING = "https://w3id.org/att-graph/id/"

# question → its parameters, and the answer: rows cut to the columns named first
ANSWERS: dict[str, tuple[dict[str, str], list[str], list[tuple[Cell, ...]]]] = {
    "acts-by-topic": (
        {"topic": "finance"},
        ["paragraph", "did", "content"],
        [("Second Conference ¶6(b) requests", "request", "编写清单")],
    ),
    "bodies": (
        {},
        ["name", "nameZh", "acronym", "establishedBy", "partOf"],
        [
            ("Helpdesk", "服务台", "HD", None, None),
            ("Working Group X", "X工作组", "WGX", "First Conference", "Helpdesk"),
        ],
    ),
    "members-of-group": (
        {"group": "States Parties", "date": "2024-10-01"},
        ["member", "code", "belongs"],
        [
            ("Avaria", "XAV", "yes"),
            ("Belmora", "XBE", "yes"),
            ("Corvia", "XCO", "undetermined"),
            ("Galdia", "XGA", "yes"),
        ],
    ),
    "recommendations-adopted": (
        {},
        ["recommendation", "decision", "did", "wording"],
        [
            (
                *("Working Group X ¶3(1) encourages", "Second Conference ¶6(a) encourages"),
                *("encourage", "{+自愿+}分享经验"),
            )
        ],
    ),
    "absent-states-parties": (
        {"meeting": "conf2"},
        ["code", "nameZh", "party", "region"],
        [("XBE", "贝尔莫拉", "yes", "Northland"), ("XCO", "科尔维亚", "yes", "Southland")],
    ),
    "acts-by-type": (
        {},
        ["madeBy", "rank", "did", "acts", "addressed"],
        [
            ("Second Conference", 1, "adopt", 1, 0),
            ("Second Conference", 1, "elect", 1, 0),
            ("Second Conference", 2, "mandate", 1, 1),
            ("Second Conference", 3, "call-upon", 1, 1),
            ("Second Conference", 4, "request", 1, 1),
            ("Second Conference", 5, "encourage", 1, 1),
            ("Second Conference", 6, "consider", 1, 0),
            ("Second Conference", 6, "thank", 1, 0),
            ("Working Group X", 5, "encourage", 1, 1),
        ],
    ),
    "acts-of-type": (
        {"type": "encourages"},
        ["madeBy", "paragraph", "who", "content", "voluntary"],
        [
            ("Second Conference", "¶6(a)", "States Parties", "自愿分享经验", True),
            ("Working Group X", "¶3(1)", "States Parties", "分享经验", None),
        ],
    ),
    "asked-by-addressee": (
        {},
        ["who", "rank", "acts"],
        [
            ("Helpdesk", 4, 1),
            ("States Parties", 3, 1),
            ("States Parties", 5, 2),
            ("Working Group X", 2, 1),
            ("signatories", 3, 1),
        ],
    ),
    "asked-of-actor": (
        {"actor": "达尔梅尔"},  # a signatory
        ["did", "how", "content", "paragraph"],
        [("call-upon", "as one of: signatories", "参加会议", "¶7")],
    ),
    "coalition-members": (
        {"meeting": "conf2"},
        ["coalition", "name", "rule"],
        [("宁静联盟", "Calm Now", "coalition-delegation")],
    ),
    "conferences": (
        {},
        ["ordinal", "start", "end", "place", "mode"],
        [
            (1, "2024-08-19", "2024-08-23", "阿瓦里亚城", None),
            (2, "2025-08-25", "2025-08-29", "城; 阿瓦里亚城", "hybrid"),
            (3, "2026-08-24", "2026-08-28", None, None),
        ],
    ),
    "delegations-and-organisations": (
        {"meeting": "conf2"},
        ["capacity", "delegations", "participants"],
        [
            ("civil-society", 2, 3),
            ("observer-organisation", 1, 1),
            ("observer-state", 1, 1),
            ("signatory", 1, 1),
            ("state-party", 1, 1),
        ],
    ),
    "documents-acted-on": (
        {"meeting": "conf2"},
        ["did", "symbol", "title", "submittedBy", "paragraph"],
        [
            ("adopt", "X/CONF2/2025/1/Agenda", "议程", "Helpdesk", "¶5"),
            ("consider", "X/CONF2.WGX/2025/2/Rep", "X工作组的报告", "Working Group X", "¶6"),
        ],
    ),
    "documents-by-submitter": (
        {},
        ["submittedBy", "type", "title"],
        [
            (None, "final-report", "最终报告"),
            ("Avaria", "working-paper", "关于宁静的想法"),
            ("Helpdesk", "agenda", "议程"),
            ("Working Group X", "report", "X工作组的报告"),
        ],
    ),
    "documents-never-cited": (
        {},
        ["symbol", "title", "submittedBy", "listedIn"],
        [(None, "关于宁静的想法", "Avaria", "Final report")],
    ),
    "due-at-meeting": (
        {"meeting": "Third Conference"},
        ["dueText", "did", "who", "paragraph"],
        [("向第三届会议", "mandate", "Working Group X", "¶8")],
    ),
    "due-by-date": (
        {"date": "2026-08-24"},
        ["due", "did", "who", "paragraph"],
        [
            ("2025-12-31", "request", "Helpdesk", "¶6(b)"),
            ("2026-08-24", "mandate", "Working Group X", "¶8"),
        ],
    ),
    "elected-and-appointed": (
        {"meeting": "conf2"},
        ["did", "holder", "role", "office", "represents", "from", "until", "paragraph"],
        [
            (
                *("elect", "Bo LUND", "president", "Third Conference"),
                *("Belmora", None, "Third Conference", "¶9"),
            )
        ],
    ),
    "evidence": (
        {"thing": "conf2"},
        ["fact", "quotedText", "supports", "start", "end"],
        [
            ("Second Conference", "第二届会议", None, 0, 5),
            ("3 States attending", "3个国家", "value", 6, 10),
            ("Avaria at the Second Conference", "阿瓦里亚", "participant", 13, 17),
        ],
    ),
    "findings": (
        {},
        ["severity", "finding", "printed", "readAs", "about"],
        [("warning", "broken-date", "2025年8日", None, "Second Conference ¶7 calls upon")],
    ),
    "meetings": (
        {},
        ["name", "start", "end", "cycle"],
        [("Preparatory meeting", "2025-05-20", "2025-05-21", "Second Conference")],
    ),
    "participants": (
        {"meeting": "conf2"},
        ["capacity", "name", "code", "admittedUnder", "delegationOf"],
        [
            ("civil-society", "Calm Now", None, None, "宁静联盟"),
            ("civil-society", "和平实验室", None, None, None),
            ("civil-society", "宁静联盟", None, None, None),
            ("observer-organisation", "Northern Alliance", "NA", None, None),
            ("observer-state", "Estavia", "XES", None, None),
            ("signatory", "Dalmere", "XDA", None, None),
            ("state-party", "Avaria", "XAV", "Rule 1; Rule 9", None),
        ],
    ),
    "participation-by-group": (
        {"meeting": "conf2"},
        ["regionalGroup", "statesParties", "signatories", "observers", "states"],
        [("Polar group", 1, 1, 0, 2), ("in no group", 0, 0, 1, 1)],
    ),
    "participation-by-region": (
        {"meeting": "conf2"},
        ["region", "subregion", "statesParties", "signatories", "observers", "states"],
        [("Northland", "Far North", 1, 0, 0, 1), ("Southland", "not assigned", 0, 1, 1, 2)],
    ),
    "persons": (
        {},
        ["name", "did", "where", "represents", "from", "until"],
        [
            ("Ana ROE", "president", "Second Conference", "Avaria", "2024-08-24", None),
            ("Bo LUND", "panel", "Second Conference", "Belmora", None, None),
            ("Bo LUND", "president", "Third Conference", "Belmora", None, "Third Conference"),
        ],
    ),
    "provisions-relied-on": (
        {},
        ["instrument", "number", "use", "times"],
        [
            ("Rules of procedure", "1", "admits participants", 1),
            ("Rules of procedure", "9", "admits participants", 1),
            ("Rules of procedure", "9", "elect", 1),
        ],
    ),
    "recommendations": (
        {"body": "WGX"},
        ["paragraph", "did", "who", "content", "proposedTo", "adoptedBy"],
        [
            (
                *("¶3(1)", "encourage", "States Parties", "分享经验"),
                *("Second Conference", "Second Conference ¶6(a) encourages"),
            )
        ],
    ),
    "standing-of-state": (
        {"state": "Corvia", "date": "2024-08-19"},
        ["party", "possibleFrom", "certainFrom", "signedBy"],
        [("undetermined", "2024-03-31", "2025-03-31", None)],
    ),
    "stated-figures": (
        {},
        ["measure", "value", "unit", "asOf", "about", "quotedText"],
        [
            ("share-of-states-parties", 23.5, "percent", None, None, None),
            ("states-attending", 3, "count", "2025-08-25", "Second Conference", "3个国家"),
        ],
    ),
    "states-parties-on": (
        {"date": "2025-08-25"},
        ["code", "party", "certainFrom"],
        [
            ("XAV", "yes", "2014-12-24"),
            ("XBE", "yes", "2020-10-04"),
            ("XCO", "yes", "2025-03-31"),
        ],
    ),
    "thanked": (
        {},
        ["who", "did", "content", "madeBy", "paragraph"],
        [("Ana ROE", "thank", "所作的工作", "Second Conference", "¶10")],
    ),
}
QUESTIONS = questions.questions()


@pytest.fixture(scope="module")
def small() -> Store:
    return open_store([SMALL, paths.ONTOLOGY], alone=True)


@pytest.fixture(scope="module")
def small_in_rdflib() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in [SMALL, *files.ontology()]:
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def real() -> Store:
    return open_store()


built = pytest.mark.skipif(not list(paths.GRAPH.glob("*.ttl")), reason="data/graph is not built")


@built
@pytest.mark.parametrize("name", ANSWERS)
def test_the_projects_graph_answers_every_question(real: Store, name: str) -> None:
    table = query.ask(name, store=real)
    assert table.rows
    assert len(set(table.rows)) == len(table.rows)


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


def filled(small: Store, name: str) -> str:
    asked = questions.question(name)
    kinds = {parameter.name: parameter.kind for parameter in asked.params}
    given = ANSWERS[name][0]
    return asked.filled({k: terms.resolve(small, kinds[k], v, k) for k, v in given.items()})


def test_every_question_is_found_and_has_a_known_answer() -> None:
    assert len(QUESTIONS) == 31
    assert {each.name for each in QUESTIONS} == set(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_is_the_known_one(small: Store, name: str) -> None:
    params, columns, expected = ANSWERS[name]
    table = query.ask(name, store=small, **params)
    places = [table.columns.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in table.rows] == expected


@pytest.mark.parametrize("name", ANSWERS)
def test_another_engine_gives_the_same_rows(
    small: Store, small_in_rdflib: rdflib.Graph, name: str
) -> None:
    text = filled(small, name)
    ours = small.query(text)
    theirs = [
        tuple(None if cell is None else str(cell) for cell in row)
        for row in small_in_rdflib.query(text)
        if isinstance(row, rdflib.query.ResultRow)
    ]

    def written(cell: Cell) -> str | None:
        return None if cell is None else str(cell).lower() if cell is True else str(cell)

    assert theirs == [tuple(map(written, row)) for row in ours.rows]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_the_header_says_what_the_query_does(question: questions.Question) -> None:
    selected = re.search(r"SELECT (?:DISTINCT )?(.+)\nWHERE", question.text)
    assert selected
    outer = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*AS (\?\w+)\)", r"\1", selected[1])
    assert [f"?{column}" for column in question.columns] == outer.split()
    assert question.summary.endswith("?")
    assert question.summary_zh.endswith("？")
    assert question.tags
    assert "ORDER BY" in question.text
    assert "GRAPH" not in question.text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_the_default_of_a_parameter_is_its_example(question: questions.Question) -> None:
    for parameter in question.params:
        default = re.search(rf"VALUES \?{parameter.name} \{{ (.*?) \}}", question.text)
        assert default
        assert parameter.example in default[1]


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
    ("zzz", {}, "ask --list"),
]


@pytest.mark.parametrize(("name", "params", "message"), REFUSED)
def test_what_does_not_exist_is_refused_with_a_hint(
    small: Store, name: str, params: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        query.ask(name, store=small, **params)


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
]


@pytest.mark.parametrize(("text", "message"), BAD_HEADERS)
def test_a_bad_header_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(text)
    with pytest.raises(InputError, match=message):
        questions.read_question(path)
