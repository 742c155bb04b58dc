"""The stored reports, fact by fact, against tables read from the Chinese text by hand.

A table changes only by `pytest --update-golden`, and the change is reviewed like code: against the
text of the report, not against what the loaders happen to say.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import pytest
from conftest import FINAL, REPORTS, Row, stored

from att_graph import vocab

Rows = Callable[[str, str], list[Row]]
Golden = Callable[[str, Row, Iterable[Row]], None]


def short(iri: str) -> str:
    """`…/id/state/ARG` → `state/ARG`, `…/concept/role/chair` → `chair`; other texts stay."""
    if iri.startswith(vocab.CONCEPT):
        return iri.rsplit("/", 1)[1]
    return iri.removeprefix(vocab.THING)


def names(rows: Rows, report: str) -> dict[str, str]:
    """IRI → how the tables call the thing: its readable key, or its printed name in quotes."""
    found = {}
    query = """SELECT ?thing ?label {
                 ?thing rdfs:label ?label . FILTER(LANG(?label) IN ("zh", "")) }
               ORDER BY ?label"""
    for iri, label in rows(report, query):
        key = iri.rsplit("/", 1)[1].rsplit("-", 1)[-1]
        hashed = len(key) == 8 and all(char in "0123456789abcdef" for char in key)
        found[iri] = f"“{label}”" if hashed else short(iri)
    return found


def several(rows: Rows, report: str, query: str) -> dict[str, str]:
    """A query for (thing, value) → each thing's values, named, sorted and joined."""
    called = names(rows, report)
    values = defaultdict(set)
    for thing, value in rows(report, query):
        values[thing].add(called.get(value, short(value)))
    return defaultdict(str, {thing: "; ".join(sorted(found)) for thing, found in values.items()})


def links(rows: Rows, report: str, *terms: str) -> list[dict[str, str]]:
    """For each tac: property its table of thing → values."""
    return [
        several(rows, report, f"SELECT ?thing ?value {{ ?thing {term} ?value }}")
        for term in (term if ":" in term else f"tac:{term}" for term in terms)
    ]


def things(rows: Rows, report: str, kind: str) -> list[str]:
    return [iri for (iri,) in rows(report, f"SELECT ?thing {{ ?thing a tac:{kind} }}")]


def table(rows: Rows, report: str, kind: str, *terms: str) -> list[Row]:
    """One row for each thing of a class: its name, and its values of some properties."""
    columns = links(rows, report, *terms)
    called = names(rows, report)
    return [
        (report, called.get(thing, short(thing)), *(column[thing] for column in columns))
        for thing in things(rows, report, kind)
    ]


def tables(rows: Rows, kind: str, *terms: str) -> list[Row]:
    return [row for report in REPORTS for row in table(rows, report, kind, *terms)]


def test_participants(rows: Rows, golden: Golden) -> None:
    """Who took part, name by name, in which capacity, admitted by which rule, brought by whom."""
    found = []
    for report in REPORTS:
        terms = ("participant", "capacity", "admittedUnder", "withinDelegationOf")
        columns = links(rows, report, *terms)
        for thing in things(rows, report, "Participation"):
            who, capacity, rule, within = (column[thing] for column in columns)
            found.append((capacity, who, rule, within))
    golden("participants", ("capacity", "participant", "admittedUnder", "within"), found)


def test_the_stated_numbers_of_participants(rows: Rows) -> None:
    """94, 18, 4 and 10; and 78 organisations in 46 delegations."""
    count = "SELECT (STR(COUNT(*)) AS ?n) { ?p tac:capacity <%s> . %s }"
    direct = "FILTER NOT EXISTS { ?p tac:withinDelegationOf ?c }"
    for capacity, all_of_them, delegations in [
        ("state-party", 94, 94),
        ("signatory", 18, 18),
        ("observer-state", 4, 4),
        ("observer-organisation", 10, 10),
        ("civil-society", 78, 46),
    ]:
        kind = vocab.concept("capacity", capacity)
        assert rows(FINAL, count % (kind, "")) == [(str(all_of_them),)]
        assert rows(FINAL, count % (kind, direct)) == [(str(delegations),)]


def test_acts(rows: Rows, golden: Golden) -> None:
    """Every operative act by paragraph, item and type; who is to act on which document."""
    found = []
    terms = (
        "actType", "addressedTo", "beneficiary", "recipient", "actsOn", "basedOn", "voluntary",
    )  # fmt: skip
    for report in REPORTS:
        for row in table(rows, report, "Act", *terms):
            place, ordinal = row[1].rsplit("/", 1)[1].rsplit("-", 1)
            found.append((report, place, ordinal, *row[2:]))
    header = ("report", "place", "n", "type", "addressees", "beneficiaries", "recipients")
    golden("acts", (*header, "actsOn", "basedOn", "voluntary"), found)


def test_contents(rows: Rows, golden: Golden) -> None:
    """What is asked or decided, in the words of the source, and under which conditions."""
    found = []
    for report in REPORTS:
        for _, act, content, condition in table(rows, report, "Act", "content", "condition"):
            found.append((report, act.split("/", 2)[2], content, condition))
    golden("contents", ("report", "act", "content", "conditions"), found)


def test_acts_are_found_as_well_as_was_promised(rows: Rows) -> None:
    """Acts by (paragraph, item, type): precision and recall at least 0.95; addressees 0.9."""
    wanted, wanted_addressees = Counter(), Counter()
    for report, place, _, kind, addressees, *_ in stored("acts")[1:]:
        wanted[report, place, kind] += 1
        wanted_addressees.update((report, place, kind, who) for who in addressees.split("; "))
    found, found_addressees = Counter(), Counter()
    for report in REPORTS:
        for _, act, kind, addressees in table(rows, report, "Act", "actType", "addressedTo"):
            place = act.rsplit("/", 1)[1].rsplit("-", 1)[0]
            found[report, place, kind] += 1
            found_addressees.update((report, place, kind, who) for who in addressees.split("; "))
    for right, got, least in [
        (wanted, found, 0.95),
        (wanted_addressees, found_addressees, 0.9),
    ]:
        both = (right & got).total()
        assert both / got.total() >= least
        assert both / right.total() >= least
    assert wanted.total() == 103


def test_documents(rows: Rows, golden: Golden) -> None:
    terms = (
        "symbol", "documentType", "submittedBy", "revisionOf", "annexOf", "dcterms:issued",
        "dcterms:title",
    )  # fmt: skip
    found = []
    for report, _, *values in tables(rows, "Document", *terms):
        found.append((report, *values))
    header = ("report", "symbol", "type", "submitters", "revisionOf", "annexOf", "issued", "title")
    golden("documents", header, found)


def test_every_symbol_is_there(rows: Rows) -> None:
    """The two reports name 23 documents by symbol."""
    symbols = {s for r in REPORTS for (s,) in rows(r, "SELECT ?s { ?d tac:symbol ?s }")}
    assert len(symbols) == 23


def test_meetings(rows: Rows, golden: Golden) -> None:
    terms = ("ordinal", "startDate", "endDate", "place", "hostState", "venue", "mode", "cycle")
    header = ("report", "meeting", "ordinal", "start", "end", "place", "host", "venue", "mode")
    golden("meetings", (*header, "cycle"), tables(rows, "Meeting", *terms))


def test_persons(rows: Rows, golden: Golden) -> None:
    found = []
    for report in REPORTS:
        (labels,) = links(rows, report, "rdfs:label")
        found += [(report, labels[person]) for person in things(rows, report, "Person")]
    golden("persons", ("report", "name"), found)


def test_tenures(rows: Rows, golden: Golden) -> None:
    """Who holds, or was elected or appointed to, which office, from when to when."""
    found = []
    terms = (
        "holder", "role", "office", "represents", "startDate", "startsAt", "endDate", "endsAt",
        "conferredBy", "replaces",
    )  # fmt: skip
    for report, _, *values in tables(rows, "Tenure", *terms):
        found.append((report, *values))
    header = ("report", "holder", "role", "office", "represents", "start", "startsAt", "end")
    golden("tenures", (*header, "endsAt", "conferredBy", "replaces"), found)


def test_interventions(rows: Rows, golden: Golden) -> None:
    found = []
    terms = ("speaker", "interventionKind", "represents", "onBehalfOf", "meeting")
    for report, _, *values in tables(rows, "Intervention", *terms):
        found.append((report, *values))
    golden("interventions", ("report", "speaker", "kind", "represents", "onBehalfOf", "at"), found)


def test_figures(rows: Rows, golden: Golden) -> None:
    found = []
    for report, _, *values in tables(rows, "Figure", "measure", "value", "unit", "asOf", "about"):
        found.append((report, *values))
    golden("figures", ("report", "measure", "value", "unit", "asOf", "about"), found)


def test_deadlines(rows: Rows, golden: Golden) -> None:
    """What is due when: each deadline with the act it belongs to."""
    found = []
    terms = ("deadlineKind", "dueDate", "dueAt", "duration", "effectiveFrom", "dueText")
    for report in REPORTS:
        columns = links(rows, report, *terms)
        pairs = rows(report, "SELECT ?act ?deadline { ?act tac:deadline ?deadline }")
        for act, deadline in pairs:
            found.append((report, short(act), *(column[deadline] for column in columns)))
    header = ("report", "act", "kind", "dueDate", "dueAt", "duration", "effectiveFrom", "words")
    golden("deadlines", header, found)


def test_findings(rows: Rows, golden: Golden) -> None:
    found = []
    for report, _, *values in tables(
        rows, "Finding", "findingType", "printed", "readAs", "severity"
    ):
        found.append((report, *values))
    golden("findings", ("report", "finding", "printed", "readAs", "severity"), found)


def test_provisions(rows: Rows, golden: Golden) -> None:
    """Every article, rule and section cited, of the right instrument."""
    found = []
    for report, _, instrument, number in tables(rows, "Provision", "instrument", "number"):
        found.append((report, instrument, number))
    golden("provisions", ("report", "instrument", "number"), found)


def test_treaty_actions(rows: Rows) -> None:
    """A signatory's notice that it does not intend to become a party."""
    terms = ("state", "actionType", "date", "earliest", "latest")
    found = [row[2:] for row in tables(rows, "TreatyAction", *terms)]
    assert found == [("state/USA", "notice-of-no-intent", *["2019-07-18"] * 3)]


@pytest.mark.parametrize("report", REPORTS)
def test_every_fact_stands_on_words(rows: Rows, report: str) -> None:
    """Nothing read from a report lacks evidence, save what only describes or is inferred."""
    found = rows(
        report,
        """SELECT ?thing { ?thing tac:basis <https://w3id.org/att-graph/concept/basis/stated> .
           FILTER NOT EXISTS { ?thing tac:evidence ?quotation } }""",
    )
    assert found == []
