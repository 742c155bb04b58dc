"""A release: every file read back by another parser, tables held to CSVW, views to vocabularies."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pyoxigraph as ox
import pytest
from csvw import CSVW
from pyld import jsonld
from rdflib import RDF, XSD, Dataset, Graph, Literal, URIRef, namespace
from rdflib.term import Node
from typer.testing import CliRunner

from att_graph import canonical, files, vocab
from att_graph.cli import app
from att_graph.errors import DataError, InputError
from att_graph.release import calendar, dumps, tables, views
from att_graph.release import metadata as about
from att_graph.release.contents import Contents, contents, quads
from att_graph.release.write import PARTS, SUMS, write
from att_graph.store import graphs_of, open_store
from att_graph.validation import closure

SMALL = Path(__file__).parent / "data" / "small.ttl"
DCAT, SPDX = "http://www.w3.org/ns/dcat#", "http://spdx.org/rdf/terms#"
OWNERS = {
    str(getattr(namespace, name)): getattr(namespace, name)
    for name in ("DCTERMS", "FOAF", "ORG", "PROV", "SDO", "SKOS")
}


@pytest.fixture(scope="module")
def own() -> Contents:
    graphs = graphs_of()
    return contents(graphs, [name for name, _ in graphs])


@pytest.fixture(scope="module")
def small() -> Contents:
    return contents([("small", SMALL)], [])


@pytest.fixture(scope="module")
def folder(own: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release") / "out"
    told = write(own, out)
    assert len([line for line in told if "read back" in line]) > 12
    return out


def test_the_same_graphs_give_the_same_bytes(small: Contents, tmp_path: Path) -> None:
    write(small, tmp_path / "one")
    again = contents([("small", SMALL)], [])
    write(again, tmp_path / "two" / "deep")
    names = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.*"))
    assert len(names) > 40
    for name in [*names, Path(SUMS)]:
        assert (tmp_path / "one" / name).read_bytes() == (
            tmp_path / "two" / "deep" / name
        ).read_bytes()


def test_the_dumps_say_what_the_graphs_say_to_two_parsers(own: Contents, folder: Path) -> None:
    statements = {str(quad) for quad in quads(own)}
    lines = (folder / "att-graph.nq").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert {line.removesuffix(" .") for line in lines} == statements
    for name in ("att-graph.trig", "att-graph.nq"):
        data = Dataset().parse(folder / name, format=Path(name).suffix[1:].replace("nq", "nquads"))
        counts = {str(graph.identifier): len(graph) for graph in data.graphs() if len(graph)}
        assert counts == {name: len(triples) for name, triples in own.graphs.items()}
        back = data.serialize(format="nquads").encode()
        assert {str(quad) for quad in ox.parse(back, ox.RdfFormat.N_QUADS)} == statements
    union = Graph().parse(folder / "att-graph.ttl").serialize(format="nt").encode()
    triples = [quad.triple for quad in ox.parse(union, ox.RdfFormat.N_TRIPLES)]
    assert canonical.digest(canonical.lines(triples)) == own.digest


def test_the_json_ld_expands_to_the_union(own: Contents, folder: Path) -> None:
    whole = json.loads((folder / "att-graph.jsonld").read_bytes())
    stated = json.loads((folder / "context.jsonld").read_bytes())
    assert whole["@context"] == stated["@context"]
    text = jsonld.to_rdf(whole, {"format": "application/n-quads"})
    triples = [quad.triple for quad in ox.parse(text.encode(), ox.RdfFormat.N_QUADS)]
    assert canonical.digest(canonical.lines(triples)) == own.digest
    (act,) = [each for each in whole["@graph"] if each["id"].endswith("/act/csp11/24-b-1")]
    assert act["type"] == ["Act", "Decision"]
    assert act["label"]["en"].startswith("CSP11")
    assert {"quotedText", "source", "start", "end"} <= act["evidence"][0].keys()
    assert isinstance(act["evidence"][0]["start"], int)
    again = Graph().parse(folder / "att-graph.jsonld", format="json-ld").serialize(format="nt")
    triples = [quad.triple for quad in ox.parse(again.encode(), ox.RdfFormat.N_TRIPLES)]
    assert canonical.digest(canonical.lines(triples)) == own.digest


def test_numbers_and_truth_are_those_of_json(tmp_path: Path) -> None:
    odd = stated(
        tmp_path,
        """<x> a tac:State ; tac:unMember true ; tac:m49 "032" ; tac:value 1.50, 7 .
        <y> a tac:Quotation ; tac:start 5, 123456789012345678901234 ; tac:end "+6"^^xsd:integer .
        <z> a tac:State ; tac:unMember "1"^^xsd:boolean ; tac:value "7"^^xsd:string .""",
    )
    told = write(odd, tmp_path / "out", ["jsonld"])
    assert "the canonical digest of the union" in told[0]
    whole = json.loads((tmp_path / "out" / "att-graph.jsonld").read_bytes())
    by = {node["id"].rsplit("/", 1)[-1]: node for node in whole["@graph"]}
    assert by["x"]["unMember"] is True
    assert by["x"]["m49"] == "032"
    decimal = {"type": "xsd:decimal", "@value": "1.50"}
    assert [each for each in by["x"]["value"] if isinstance(each, int)] == [7]
    assert decimal in by["x"]["value"]
    assert [each for each in by["y"]["start"] if isinstance(each, int)] == [5]
    assert by["y"]["end"] == "+6"
    assert by["z"]["unMember"] == "1"
    assert by["z"]["value"] == "7"


def test_the_context_types_links_days_and_names() -> None:
    from att_graph.release.jsonld import context

    terms = context()["@context"]
    assert terms["addressedTo"] == {"@id": "tac:addressedTo", "@type": "@id"}
    assert terms["startDate"] == {"@id": "tac:startDate", "@type": "xsd:date"}
    assert terms["officialName"] == {"@id": "tac:officialName", "@container": "@language"}
    # Where the ontology leaves the range open, the shapes say what the values are.
    assert terms["content"] == {"@id": "tac:content", "@container": "@language"}
    assert "@type" not in terms["date"]  # a day or a year
    assert terms["Act"] == {"@id": "tac:Act"}


def test_every_sum_is_the_files_own(folder: Path) -> None:
    lines = (folder / SUMS).read_text().splitlines()
    named = dict(reversed(line.split("  ")) for line in lines)
    inside = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert named.keys() == inside - {SUMS}
    for name, digest in named.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "-c", "--quiet", SUMS], cwd=folder, check=True)


# ---- Tables


def table(folder: Path, name: str) -> tuple[list[str], list[list[str]]]:
    text = (folder / name).read_bytes().decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    return header, rows


def valid(base: str, value: str) -> bool:
    """Whether a value is one of the datatype: XML Schema 1.1, part 2."""
    if base == "date":
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)) and bool(date.fromisoformat(value))
    patterns = {"integer": r"[+-]?\d+", "boolean": "true|false|0|1", "anyURI": r"\w+:\S+"}
    patterns |= {"decimal": r"[+-]?\d+(\.\d+)?", "duration": r"P(\d+Y)?(\d+M)?(\d+D)?"}
    return bool(re.fullmatch(patterns.get(base, r"(?s:.*)"), value))


def test_the_tables_keep_what_csvw_demands(folder: Path) -> None:
    group = json.loads((folder / "csv" / tables.METADATA).read_bytes())
    assert group["@context"][0] == "http://www.w3.org/ns/csvw"
    assert len(group["tables"]) == len(tables.sheets()) == 25
    rows = {each["url"]: table(folder / "csv", each["url"]) for each in group["tables"]}
    links = 0
    for each in group["tables"]:
        header, body = rows[each["url"]]
        schema = each["tableSchema"]
        assert {text["@language"] for text in each["dc:title"]} == {"en", "zh"}
        assert header == [column["name"] for column in schema["columns"]]
        assert all(len(row) == len(header) for row in body)
        key = [tuple(row[header.index(name)] for name in schema["primaryKey"]) for row in body]
        assert len(set(key)) == len(key)
        for place, column in enumerate(schema["columns"]):
            assert column["name"] in column["titles"]["en"]
            assert column["titles"]["zh"]
            values = [row[place] for row in body]
            if column.get("required"):
                assert all(values)
            split = column.get("separator")
            for value in filter(None, values):
                parts = value.split(split) if split else [value]
                assert all(valid(column["datatype"], part) for part in parts), (each["url"], value)
        for link in schema.get("foreignKeys", ()):
            links += 1
            target, names = (
                rows[link["reference"]["resource"]],
                link["reference"]["columnReference"],
            )
            known = {row[target[0].index(names)] for row in target[1]}
            place = header.index(link["columnReference"])
            assert {row[place] for row in body} <= known
    assert links >= 25
    assert CSVW(str(folder / "csv" / tables.METADATA), validate=True).is_valid


def test_the_tables_turned_into_rdf_say_only_what_the_graphs_say(
    own: Contents, folder: Path
) -> None:
    """By the rules of Generating RDF from Tabular Data on the Web, section 4.6."""
    graph = Graph().parse(folder / "att-graph.ttl")
    said, silent = Counter[str](), Counter[str]()
    for each in json.loads((folder / "csv" / tables.METADATA).read_bytes())["tables"]:
        schema = each["tableSchema"]
        header, body = table(folder / "csv", each["url"])
        about = header.index(schema.get("aboutUrl", f"{{+{header[0]}}}")[2:-1])
        for place, column in enumerate(schema["columns"]):
            if column.get("suppressOutput") or "propertyUrl" not in column:
                silent[column["datatype"]] += 1
                continue
            said[column["datatype"]] += 1
            for row in filter(lambda row: row[place], body):
                cell, split = row[place], column.get("separator")
                for value in cell.split(split) if split else [cell]:
                    kind = None if column["datatype"] == "string" else XSD[column["datatype"]]
                    term = (
                        URIRef(value)
                        if "valueUrl" in column
                        else Literal(value, lang=column.get("lang"), datatype=kind)
                    )
                    triple = (URIRef(row[about]), URIRef(column["propertyUrl"]), term)
                    assert triple in graph, (each["url"], column["name"])
    assert said["anyURI"] > 30
    assert said["string"] > 50
    assert min(said[name] for name in ("date", "integer", "boolean", "duration")) > 0
    assert silent["anyURI"] < 100
    assert silent["string"] < 30


def test_every_thing_of_a_class_is_a_row(own: Contents, folder: Path) -> None:
    for sheet in tables.sheets():
        found = re.search(r"^#\+ class: (.+)$", sheet.text, re.MULTILINE)
        if found is None:
            continue
        (count,) = own.store.select(
            "PREFIX tac: <https://w3id.org/att-graph/ontology#> "
            "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
            f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a {found[1]} }}"
        )
        assert len(table(folder / "csv", f"{sheet.name}.csv")[1]) == int(count["n"].value), (
            sheet.name
        )


def test_the_rows_of_the_small_data_are_known(small: Contents) -> None:
    made, told = tables.written(small.store)
    rows = {name: tables.read(data) for name, data in made.items() if name.endswith(".csv")}
    assert [row[1:3] for row in rows["states.csv"][1:3]] == [
        ("Avaria", "阿瓦里亚"),
        ("Belmora", "贝尔莫拉"),
    ]
    meeting = dict(zip(rows["meetings.csv"][0], rows["meetings.csv"][2], strict=True))
    assert meeting["iri"].endswith("/conf2")
    assert meeting["place"] == "城|阿瓦里亚城"
    # The small file has no closed lists: what leads to them is said, and is no foreign key.
    assert any(line.startswith("acts.csv: actType: 8 not in concepts.csv") for line in told)
    (acts,) = [
        each for each in json.loads(made[tables.METADATA])["tables"] if each["url"] == "acts.csv"
    ]
    assert not any(
        link["columnReference"] == "actType" for link in acts["tableSchema"].get("foreignKeys", ())
    )


def stated(tmp_path: Path, text: str) -> Contents:
    path = tmp_path / "other.ttl"
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in vocab.PREFIXES.items())
    path.write_text(f"{prefixes}@base <https://example.org/> .\n{text}", encoding="utf-8")
    return contents([("other", path)], [])


def test_a_second_value_is_told_and_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    two = stated(
        tmp_path,
        '<x> a tac:Meeting ; tac:startDate "2031-01-02"^^xsd:date, "2031-01-03"^^xsd:date .',
    )
    made, told = tables.written(two.store)
    assert told == [
        "meetings.csv: https://example.org/x: startDate: left out: 2031-01-03",
    ]
    assert len(tables.read(made["meetings.csv"])) == 2
    wrong = stated(tmp_path, '<x> a tac:Meeting ; tac:startDate "2031-02-30"^^xsd:date .')
    with pytest.raises(DataError, match="'2031-02-30' is no date"):
        tables.written(wrong.store)
    with pytest.raises(DataError, match="'2031-02-30' is no day"):
        calendar.calendar(wrong)


def test_marks_in_text_do_not_break_a_table(tmp_path: Path) -> None:
    odd = stated(tmp_path, '<x> a tac:Person ; rdfs:label "a|b, \\"c\\"\\nd"@en .')
    made, _ = tables.written(odd.store)
    ((_, label, _, printed, _),) = tables.read(made["persons.csv"])[1:]
    assert label == 'a|b, "c"\nd'
    assert printed == 'a¦b, "c"\nd'


# ---- Calendar


def test_the_calendar_is_read_by_another_reader(own: Contents, folder: Path) -> None:
    data = (folder / "calendar.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    meetings = own.store.query(
        "PREFIX tac: <https://w3id.org/att-graph/ontology#> "
        "SELECT ?m ?start ?end { ?m a tac:Meeting ; tac:startDate ?start ; tac:endDate ?end }"
    ).rows
    found = {str(event["UID"]): event for event in events}
    assert len(found) == len(events) > len(meetings) > 10
    for iri, start, end in meetings:
        event = found[str(iri)]
        assert event.decoded("DTSTART") == date.fromisoformat(str(start))
        assert event.decoded("DTEND") == date.fromisoformat(str(end)) + timedelta(days=1)
        assert event["CATEGORIES"].cats == ["MEETING"]
    assert {event["DTSTAMP"].dt.date().isoformat() for event in events} == {own.day}
    assert all(event["URL"] == event["UID"] for event in events)


def test_the_deadlines_of_the_small_data_are_known(small: Contents) -> None:
    events = icalendar.Calendar.from_ical(calendar.calendar(small)).walk("VEVENT")
    dated, met = [event for event in events if "/deadline/" in event["UID"]]
    assert dated.decoded("DTSTART") == date(2025, 12, 31)
    assert dated["DESCRIPTION"] == "“不迟于2025年12月31日”\n编写清单"
    assert met.decoded("DTSTART") == date(2026, 8, 24)
    assert met["DESCRIPTION"].endswith(
        "Due at Third Conference; shown on its first day, no day is stated."
    )


def test_a_long_line_and_marks_survive(tmp_path: Path) -> None:
    label = "会议，" * 60 + "a;b,c\\\\d"
    odd = stated(
        tmp_path,
        f'<x> a tac:Meeting ; rdfs:label "{label}"@zh ; tac:startDate "2031-01-02"^^xsd:date .',
    )
    data = calendar.calendar(odd)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == label.replace("\\\\", "\\")
    assert event["DTSTAMP"].dt.date() == date(2031, 1, 2)


def test_a_term_ends_on_the_last_day_of_its_meeting(tmp_path: Path) -> None:
    both = stated(
        tmp_path,
        """<m> a tac:Meeting ; rdfs:label "Third"@en ;
          tac:startDate "2031-01-02"^^xsd:date ; tac:endDate "2031-01-06"^^xsd:date .
        <due> a tac:Deadline ; tac:dueAt <m> ; tac:deadlineKind <KIND> .""".replace(
            "KIND", vocab.BASE + "concept/deadline/term"
        ),
    )
    by = {e["UID"]: e for e in icalendar.Calendar.from_ical(calendar.calendar(both)).walk("VEVENT")}
    due = by["https://example.org/due"]
    assert due.decoded("DTSTART") == date(2031, 1, 6)
    assert due["DESCRIPTION"] == "Due at Third; shown on its last day, no day is stated."


def test_the_last_of_all_days_and_an_address_in_other_letters(tmp_path: Path) -> None:
    last = stated(
        tmp_path, '<ü> a tac:Meeting ; rdfs:label "x"@en ; tac:startDate "9999-12-31"^^xsd:date .'
    )
    data = calendar.calendar(last)
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("DTSTART") == date(9999, 12, 31)
    assert "DTEND" not in event
    assert event["UID"] == "https://example.org/ü"
    assert event["URL"] == "https://example.org/%C3%BC"
    assert b"METHOD" not in data


def test_no_calendar_without_an_event(tmp_path: Path) -> None:
    none = stated(tmp_path, '<x> a tac:Meeting ; rdfs:label "x"@en .')
    told = write(none, tmp_path / "out", ["calendar"])
    assert told == ["calendar.ics: not written, no meeting and no deadline has a day"]
    assert not (tmp_path / "out" / "calendar.ics").exists()


# ---- Views


@pytest.fixture(scope="module")
def facts() -> Graph:
    (path,) = files.outside()
    return Graph().parse(path)


def terms(triples: list[ox.Triple]) -> Iterator[str]:
    for each in triples:
        yield each.predicate.value
        if each.predicate.value == str(RDF.type):
            assert isinstance(each.object, ox.NamedNode)
            yield each.object.value


@pytest.mark.parametrize("view", views.views(), ids=lambda view: view.name)
def test_a_view_uses_only_terms_that_others_have(view: views.View, facts: Graph) -> None:
    assert view.mappings
    named = set(terms(view.triples(open_store())))
    assert len(named) >= 5
    for term in sorted(named - {str(RDF.type), vocab.PREFIXES["rdfs"] + "label"}):
        assert not term.startswith(vocab.BASE), term
        listed = (URIRef(term), RDF.type, None) in facts
        known = any(
            URIRef(term) in space for start, space in OWNERS.items() if term.startswith(start)
        )
        assert listed or known, term


@pytest.mark.parametrize("view", views.views(), ids=lambda view: view.name)
def test_every_term_of_a_view_stands_in_a_mapping(view: views.View) -> None:
    told = " ".join(what for what, _ in view.mappings)
    head = view.text.split("WHERE")[0].split("CONSTRUCT")[1]
    used = set(
        re.findall(r"\b(?:foaf|org|prov|schema|eli|oa):\w+", view.text.split("CONSTRUCT")[1])
    )
    assert len(used) >= 5
    whole = {"oa:Annotation", "oa:TextPositionSelector", "oa:TextQuoteSelector", "oa:hasBody"}
    whole |= {"oa:hasTarget", "oa:hasSelector", "org:Role"}  # one mapping says these together
    assert {term for term in used - whole if term not in told} == set()
    assert "tac:" not in head


def clashes(triples: list[ox.Triple]) -> list[str]:
    """The things that end in two classes of which others say that they exclude each other."""
    axioms = [quad.triple for path in files.outside() for quad in files.quads(path)]
    apart = [(t.subject, t.object) for t in axioms if t.predicate.value.endswith("#disjointWith")]
    its: dict[str, set[object]] = {}
    for each in closure.types(axioms, triples):
        its.setdefault(str(each.subject), set()).add(each.object)
    return [name for name, kinds in its.items() for a, b in apart if {a, b} <= kinds]


def test_the_views_together_contradict_nothing_that_others_say() -> None:
    store = open_store()
    said = [triple for view in views.views() for triple in view.triples(store)]
    assert clashes(said) == []
    (act, *_) = [t.subject for t in said if t.predicate.value.endswith("wasAssociatedWith")]
    entity = ox.NamedNode(vocab.PREFIXES_OUTSIDE["prov"] + "Entity")
    assert set(clashes([*said, ox.Triple(act, ox.NamedNode(str(RDF.type)), entity)])) == {str(act)}


# What others say of the two ends of a link, or list: a class of the end, or one below it.
ENDS = {
    "schema:attendee": ("schema:Event", {"schema:Organization", "schema:Person"}),
    "schema:agent": ("schema:Action", {"schema:Organization", "schema:Person"}),
    "schema:recipient": ("schema:Action", {"schema:Organization", "schema:Person"}),
    "schema:organizer": ("schema:Event", {"schema:Organization", "schema:Person"}),
    "schema:object": ("schema:Action", {"schema:CreativeWork"}),
    "prov:wasAttributedTo": ("prov:Entity", {"prov:Agent"}),
    "prov:wasAssociatedWith": ("prov:Activity", {"prov:Agent"}),
    "prov:used": ("prov:Activity", {"prov:Entity"}),
    "prov:wasDerivedFrom": ("prov:Entity", {"prov:Entity"}),
    "prov:wasQuotedFrom": ("prov:Entity", {"prov:Entity"}),
    "prov:wasRevisionOf": ("prov:Entity", {"prov:Entity"}),
    "org:member": ("org:Membership", {"foaf:Agent"}),
    "org:organization": ("org:Membership", {"org:Organization"}),
    "org:role": ("org:Membership", {"org:Role"}),
    "org:postIn": ("org:Post", {"org:Organization"}),
    "org:subOrganizationOf": ("org:Organization", {"org:Organization"}),
    "eli:is_part_of": ("eli:LegalResourceSubdivision", {"eli:LegalResource"}),
    "eli:realizes": ("eli:LegalExpression", {"eli:LegalResource"}),
    "oa:hasTarget": ("oa:Annotation", {"oa:SpecificResource"}),
    "oa:hasSelector": ("oa:SpecificResource", {"oa:TextPositionSelector", "oa:TextQuoteSelector"}),
}
BELOW = {
    "prov:Person": "prov:Agent", "prov:Organization": "prov:Agent",
    "schema:CommunicateAction": "schema:Action",
}  # fmt: skip


@pytest.mark.parametrize("view", views.views(), ids=lambda view: view.name)
def test_both_ends_of_a_link_are_what_others_ask_for(view: views.View) -> None:
    spaces = vocab.PREFIXES | vocab.PREFIXES_OUTSIDE
    said = Graph().parse(data=dumps.turtle(view.triples(open_store())), format="turtle")
    kinds: dict[Node, set[str]] = {}
    for thing, kind in said.subject_objects(RDF.type):
        name = next(
            f"{prefix}:{str(kind).removeprefix(space)}"
            for prefix, space in spaces.items()
            if str(kind).startswith(space)
        )
        kinds.setdefault(thing, set()).update({name, BELOW.get(name, name)})
    checked = 0
    for link, (start, ends) in ENDS.items():
        prefix, _, local = link.partition(":")
        for one, other in said.subject_objects(URIRef(spaces[prefix] + local)):
            checked += 1
            assert start in kinds[one], (link, one)
            assert ends & kinds.get(other, set()), (link, other)
    assert checked > 10 or view.name == "foaf"


def short(triple: ox.Triple) -> tuple[str, str, str]:
    """A triple without the spaces of its names."""
    value = str(getattr(triple.object, "value", "")).rsplit("/id/", 1)[-1]
    subject = str(triple.subject).strip("<>").rsplit("/id/", 1)[-1]
    return subject, re.sub(".*[/#]", "", triple.predicate.value), value


def test_the_views_of_the_small_data_are_known(small: Contents) -> None:
    said = {view.name: set(map(short, view.triples(small.store))) for view in views.views()}
    assert ("tenure/conf3-president-bo-lund", "member", "person/bo-lund") in said["org"]
    assert ("body/wgx", "subOrganizationOf", "body/helpdesk") in said["org"]
    assert ("meeting/conf2", "attendee", "state/XAV") in said["schema"]
    assert ("meeting/conf2", "startDate", "2025-08-25") in said["schema"]
    assert ("person/ana-roe", "name", "Ana ROE") in said["foaf"]
    assert ("document/agenda", "wasAttributedTo", "body/helpdesk") in said["prov"]
    assert ("act/conf2-wgx/3-1-1", "wasAssociatedWith", "body/wgx") in said["prov"]
    assert ("provision/rules-9", "is_part_of", "instrument/rules") in said["eli"]
    assert ("quotation/small/figure/1-1#words", "exact", "3个国家") in said["oa"]
    assert ("quotation/small/figure/1-1#place", "start", "6") in said["oa"]
    kinds = {
        name: Counter(value for _, link, value in said[name] if link == "type") for name in said
    }
    ours = Counter(
        row[0]
        for row in small.store.query("SELECT ?class { ?s a ?class }").rows  # one row a thing
    )
    for view, theirs, mine in (
        ("org", "http://www.w3.org/ns/org#Membership", "Tenure"),
        ("schema", "https://schema.org/Event", "Meeting"),
        ("foaf", "http://xmlns.com/foaf/0.1/Person", "Person"),
        ("eli", "http://data.europa.eu/eli/ontology#LegalResourceSubdivision", "Provision"),
        ("oa", "http://www.w3.org/ns/oa#SpecificResource", "Quotation"),
    ):
        assert kinds[view][theirs] == ours[vocab.ONTOLOGY + mine] > 1, theirs


# ---- Metadata


def test_the_metadata_count_and_sum_truly(own: Contents, folder: Path) -> None:
    graph = Graph().parse(folder / "dcat.ttl")
    spdx = namespace.Namespace(SPDX)
    dcat = namespace.Namespace(DCAT)
    void = namespace.VOID
    dataset = URIRef(vocab.BASE + "dataset")
    assert int(str(graph.value(dataset, void.triples))) == len(own.union)
    parts = set(graph.objects(dataset, namespace.DCTERMS.hasPart))
    assert {str(part) for part in parts} == own.graphs.keys()
    for part in parts:
        assert int(str(graph.value(part, void.triples))) == len(own.graphs[str(part)])
        assert str(graph.value(part, namespace.DCTERMS.license)) == about.CC_BY
        checksum = graph.value(part, spdx.checksum)
        lines = "".join(canonical.lines(own.graphs[str(part)]))
        wanted = hashlib.sha256(lines.encode()).hexdigest()
        assert str(graph.value(checksum, spdx.checksumValue)) == wanted
    described = set(graph.objects(dataset, dcat.distribution))
    assert len(described) > 30
    for file in described:
        data = (folder / str(graph.value(file, namespace.DCTERMS.title))).read_bytes()
        assert int(str(graph.value(file, dcat.byteSize))) == len(data)
        checksum = graph.value(file, spdx.checksum)
        assert str(graph.value(checksum, spdx.checksumValue)) == hashlib.sha256(data).hexdigest()
    report = own.graphs[vocab.graph("csp11-final-report-zh")]
    (publisher,) = {
        t.object.value for t in report if t.predicate.value.endswith("dc/terms/publisher")
    }
    rights = graph.value(URIRef(vocab.graph("csp11-final-report-zh")), namespace.DCTERMS.rights)
    assert (rights, RDF.type, namespace.DCTERMS.RightsStatement) in graph
    assert publisher in str(graph.value(rights, namespace.RDFS.label))
    stated = {text for each in parts for text in graph.objects(each, namespace.DCTERMS.rights)}
    assert set(graph.objects(dataset, namespace.DCTERMS.rights)) == stated
    assert len(stated) > 1
    creator = graph.value(dataset, namespace.DCTERMS.creator)
    assert str(graph.value(creator, namespace.FOAF.name)) == "att-graph contributors"


def test_schema_org_says_the_same(own: Contents, folder: Path) -> None:
    told: dict[str, Any] = json.loads((folder / "dataset.jsonld").read_bytes())
    assert told["size"] == f"{len(own.union)} triples"
    assert {part["@id"] for part in told["hasPart"]} == own.graphs.keys()
    for each in told["distribution"]:
        data = (folder / each["name"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(data).hexdigest()
    assert list(ox.parse(json.dumps(told).encode(), ox.RdfFormat.JSON_LD))


def test_nothing_is_claimed_of_the_graphs_of_others(small: Contents, tmp_path: Path) -> None:
    assert about.rights(small, vocab.graph("small")).licence is None
    assert "No licence is stated" in about.rights(small, vocab.graph("small")).statement
    written = Graph().parse(data=about.dcat(small, {}).decode(), format="turtle")
    assert not list(written.subjects(namespace.DCTERMS.license))
    assert not list(written.subjects(namespace.DCTERMS.creator))
    assert "creator" not in json.loads(about.schema_org(small, {}))
    graph, licence = vocab.graph("other"), "https://example.org/licence"
    licensed = stated(tmp_path, f"<{graph}> dcterms:license <{licence}> .")
    assert about.rights(licensed, graph).licence == licence


# ---- The command


def test_the_command_writes_some_parts_only(tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = CliRunner().invoke(
        app,
        ["export", str(out), "--data", str(SMALL), "--only", "calendar"],
        catch_exceptions=False,
    )
    assert ran.exit_code == 0
    assert "calendar.ics: read back, 6 events" in ran.output
    inside = sorted(path.name for path in out.iterdir())
    assert inside == ["README.txt", SUMS, "calendar.ics", "index.html"]


def test_a_folder_of_something_else_is_left_alone(small: Contents, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="is no release"):
        write(small, tmp_path, ["calendar"])
    with pytest.raises(InputError, match="'all' is none of dumps"):
        write(small, tmp_path / "out", ["all"])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["note.txt", "csv/more.csv", ".hidden/deep/note"])
def test_a_file_of_somebody_else_in_a_release_is_never_lost(
    name: str, small: Contents, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write(small, out, ["csv"])
    strange = out / name
    strange.parent.mkdir(parents=True, exist_ok=True)
    strange.write_text("mine")
    with pytest.raises(InputError, match=f"holds '{re.escape(name)}', which no release put there"):
        write(small, out, ["calendar"])
    assert strange.read_text() == "mine"
    assert (out / "csv" / "acts.csv").is_file()


def test_sums_alone_are_no_release(small: Contents, tmp_path: Path) -> None:
    (tmp_path / "image.iso").write_text("mine")
    (tmp_path / SUMS).write_text("0  image.iso\n")
    with pytest.raises(InputError, match="is no release"):
        write(small, tmp_path, ["calendar"])
    (tmp_path / "README.txt").write_text("An image\n")
    (tmp_path / SUMS).write_text("0  image.iso\n0  README.txt\n")
    with pytest.raises(InputError, match="is no release"):
        write(small, tmp_path, ["calendar"])
    assert (tmp_path / "image.iso").read_text() == "mine"


def test_a_release_that_fails_leaves_the_former_one(
    small: Contents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write(small, out, ["calendar"])
    before = (out / SUMS).read_bytes()
    monkeypatch.setitem(PARTS, "calendar", lambda contents, made: ({"calendar.ics": b"UID:x"}, []))
    with pytest.raises(DataError, match=r"calendar\.ics: read back"):
        write(small, out, ["calendar"])
    assert (out / SUMS).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    monkeypatch.undo()
    write(small, out, ["csv"])
    assert not (out / "calendar.ics").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.nt").write_text(
            f'_:b <http://e.org/name> "{name}" .\n_:b <http://e.org/is> _:c .\n'
            '_:c <http://e.org/x> "1" .\n'
        )
    both = [(name, tmp_path / f"{name}.nt") for name in ("one", "two")]
    made = contents(both, [])
    assert len({t.subject for t in made.union if "name" in str(t.predicate)}) == 2
    assert made.digests == contents(both, []).digests
    told = write(made, tmp_path / "out", ["dumps", "jsonld"])
    assert sum("read back" in line for line in told) == 5
