"""The reports of a validation: each format as its readers take it, the same faults in all."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
import rdflib
from jsonschema import Draft4Validator, FormatChecker
from junitparser import JUnitXml
from pyshacl import validate as pyshacl

from att_graph import paths
from att_graph.errors import InputError
from att_graph.exports.report import FORMATS, render
from att_graph.validate import ValidationResult, validate
from att_graph.validation.baseline import FINGERPRINT
from att_graph.validation.rules import SEVERITIES

HERE = Path(__file__).parent
SCHEMA = HERE / "data" / "sarif-2.1.0-rtm.5.json"  # as npm's @microsoft/jest-sarif ships it
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e.example/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:Thing a sh:NodeShape ; sh:targetClass e:Thing ; sh:property e:day , e:name , e:maker , e:part .
e:day a sh:PropertyShape ; sh:path e:day ; sh:datatype xsd:date ; sh:severity sh:Violation ;
    dcterms:identifier "TAC-M901" ; sh:name "day"@en , "日期"@zh ; rdfs:comment "A day sorts."@en ;
    sh:message "一天。"@zh , "A day is a date: 100%, [sic]."@en .
e:name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Warning ;
    dcterms:identifier "TAC-A902" ; sh:name "name"@en , "名称"@zh ;
    sh:message "A thing has a name."@en , "事物须有名称。"@zh .
e:maker a sh:PropertyShape ; sh:path [ sh:inversePath e:made ] ; sh:minCount 1 ;
    sh:severity sh:Info ; sh:message "Somebody made it."@en .
e:part a sh:PropertyShape ; sh:path ( e:part e:part ) ; sh:maxCount 0 ; sh:severity sh:Violation ;
    dcterms:identifier "TAC-A903" ; sh:name "part"@en ; sh:message "No parts of parts."@en .
"""
DATA = """@prefix e: <http://e.example/> . @prefix tac: <https://w3id.org/att-graph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

e:a a e:Thing ;
    rdfs:label "thing <A>, 100%"@en , "甲"@zh ;
    e:day "2025-02-28"^^xsd:date ,
        "2025-02-30"^^xsd:date ;
    tac:evidence e:q ;
    e:part [ a e:Thing ; e:name "inner" ; e:day "\\u0001: x, \\"y\\"\\nz" ; e:part e:a ] .

e:q tac:quotedText '''On [30 February](#) it
  met''' ; tac:source e:source ; tac:start 12 ; tac:supports e:day .
e:source rdfs:label "Report"@en .
e:p tac:source e:source ; tac:start 0 ; tac:end 90 ; tac:number "7" ; tac:item "b.i" .
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with data and shapes, where the command runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (tmp_path / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "some data.ttl").write_text(DATA, encoding="utf-8")
    return tmp_path


@pytest.fixture
def result(place: Path) -> ValidationResult:
    return held()


def held(name: str = "some data.ttl", **options: object) -> ValidationResult:
    return validate(name, shapes=["shapes.ttl"], alone=True, **options)  # type: ignore[arg-type]


# severity, code, line
WANTED = [
    ("violation", "TAC-A903", 10),
    ("violation", "TAC-A903", 10),
    ("violation", "TAC-M901", 8),
    ("violation", "TAC-M901", 10),
    ("warning", "TAC-A902", 5),
    ("info", None, 5),
    ("info", None, 10),
]


def test_every_fault_has_its_line(result: ValidationResult) -> None:
    faults = result.report().faults
    found = [(f.result.severity, f.result.code, f.place and f.place.line) for f in faults]
    assert sorted(found, key=str) == sorted(WANTED, key=str)


def test_the_text_says_it_all(result: ValidationResult) -> None:
    text = render(result, "text")
    assert text == result.text
    assert (
        "violation TAC-M901: thing <A>, 100%\n"
        "  A day is a date: 100%, [sic].\n"
        "  → no such xsd:date\n"
        "  property: <http://e.example/day>\n"
        '  value: "2025-02-30"^^xsd:date\n'
        "  “On [30 February](#) it met” (Report, ¶7(b)(i))\n"
        "  some data.ttl:8\n"
        "  <http://e.example/a>\n"
    ) in text
    assert "violation TAC-M901: [ a <http://e.example/Thing> ]\n" in text
    assert re.search(
        r"^does not conform: 4 violations, 1 warning, 2 infos in \d+ triples$",
        text.splitlines()[-1],
    )


def test_messages_in_chinese(result: ValidationResult) -> None:
    for form in ("text", "junit", "sarif", "github", "html"):
        assert "事物须有名称。" in render(result, form, lang="zh"), form
        assert "Somebody made it." in render(result, form, lang="zh"), form  # it speaks no Chinese
    assert "TAC-M901: 甲\n  一天。" in render(result, "text", lang="zh")
    with pytest.raises(InputError, match="lang: 'fr' is none of en, zh"):
        render(result, "text", lang="fr")


def test_json(result: ValidationResult) -> None:
    tree = json.loads(render(result, "json"))
    assert tree["counts"] == {"violation": 4, "warning": 1, "info": 2}
    assert (tree["conforms"], tree["more"], tree["baseline"]) == (False, 0, None)
    (one,) = [each for each in tree["results"] if each["line"] == 8]
    assert one["file"] == "some data.ttl"
    assert one["column"] == 9
    assert one["messages"]["zh"] == "一天。"
    assert one["rule"] == {"en": "day", "zh": "日期"}
    assert one["sentence"]["paragraph"] == "7(b)(i)"
    assert one["label"] == "thing <A>, 100%"


def test_turtle_is_the_report_of_the_standard(place: Path, result: ValidationResult) -> None:
    text = render(result, "turtle")
    graph = rdflib.Graph().parse(data=text)
    faults = list(graph.subjects(rdflib.RDF.type, SH.ValidationResult))
    assert len(faults) == len(WANTED)
    assert set(graph.objects(None, SH.result)) == set(faults)
    assert graph.value(None, SH.conforms, rdflib.Literal(False))
    reference = pyshacl(str(place / "some data.ttl"), shacl_graph=str(place / "shapes.ttl"))[1]
    assert isinstance(reference, rdflib.Graph)

    def told(report: rdflib.Graph) -> list[tuple[str, ...]]:
        """Every part of each result; blank nodes by their sort only."""
        parts = ("focusNode", "value", "resultSeverity", "sourceConstraintComponent", "sourceShape")
        rows = []
        for fault in report.subjects(rdflib.RDF.type, SH.ValidationResult):
            row = [report.value(fault, SH[part]) for part in parts]
            row += sorted(report.objects(fault, SH.resultMessage))
            rows.append(tuple("_:" if isinstance(n, rdflib.BNode) else repr(n) for n in row))
        return sorted(rows)

    assert told(graph) == told(reference)
    paths_ = {len(list(graph.items(path))) for path in graph.objects(None, SH.resultPath)}
    assert 2 in paths_  # the sequence
    inner = [f for f in faults if isinstance(graph.value(f, SH.focusNode), rdflib.BNode)]
    assert (
        len({graph.value(fault, SH.focusNode) for fault in inner}) == 1
    )  # the same node each time
    assert len(inner) == 3


def test_turtle_of_every_kind_of_path() -> None:
    from att_graph.exports.shacl import _path

    e = "http://e.example/"
    for path, wanted in {
        f"{e}a": f"<{e}a>",
        f"^<{e}a>": f"[ sh:inversePath <{e}a> ]",
        f"<{e}a> / ^<{e}b>": f"( <{e}a> [ sh:inversePath <{e}b> ] )",
        f"<{e}a> | <{e}b>": f"[ sh:alternativePath ( <{e}a> <{e}b> ) ]",
        f"<{e}a> / (<{e}b> | <{e}c>)*": f"( <{e}a> [ sh:zeroOrMorePath"
        f" [ sh:alternativePath ( <{e}b> <{e}c> ) ] ] )",
        f"<{e}a>+": f"[ sh:oneOrMorePath <{e}a> ]",
        f"<{e}a>?": f"[ sh:zeroOrOnePath <{e}a> ]",
        "( broken": "",
        "": "",
    }.items():
        assert _path(path) == wanted


def test_sarif_is_valid(result: ValidationResult) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    check = Draft4Validator(schema, format_checker=FormatChecker())
    for options in ({}, {"lang": "zh"}, {"limit": 2}, {"limit": 0}):
        log = json.loads(render(result, "sarif", **options))  # type: ignore[arg-type]
        assert [error.message for error in check.iter_errors(log)] == []
    assert [*check.iter_errors({**log, "version": "2.0.0"})]  # it does say what is wrong


def test_sarif_points_at_rules_and_lines(place: Path, result: ValidationResult) -> None:
    (run,) = json.loads(render(result, "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    levels = {"violation": "error", "warning": "warning", "info": "note"}
    assert len(run["results"]) == len(WANTED)
    for told in run["results"]:
        assert rules[told["ruleIndex"]]["id"] == told["ruleId"]
        (location,) = told["locations"]
        where = location["physicalLocation"]
        assert where["artifactLocation"] == {"uri": "some%20data.ttl", "uriBaseId": "%SRCROOT%"}
        assert re.fullmatch("[0-9a-f]{16}", told["partialFingerprints"][FINGERPRINT])
    ours = sorted(
        (t["level"], t["locations"][0]["physicalLocation"]["region"]["startLine"])
        for t in run["results"]
    )
    assert ours == sorted((levels[severity], line) for severity, _, line in WANTED)
    (day,) = [rule for rule in rules if rule["id"] == "TAC-M901"]
    assert day["helpUri"].endswith("/rules/TAC-M901")
    assert day["help"]["text"] == "A day sorts."
    assert day["shortDescription"]["text"] == "day"
    line = DATA.split("\n")[7]
    (told,) = [
        t
        for t in run["results"]
        if t["locations"][0]["physicalLocation"]["region"]["startLine"] == 8
    ]
    region = told["locations"][0]["physicalLocation"]["region"]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == '"2025-02-30"^^xsd:date'
    assert "\\[sic\\]" in told["message"]["text"]  # no link


def test_sarif_of_a_file_outside_the_checkout(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = place / "work"
    inside.mkdir()
    monkeypatch.chdir(inside)
    outside = validate(place / "some data.ttl", shapes=[place / "shapes.ttl"], alone=True)
    (run,) = json.loads(render(outside, "sarif"))["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri == {"uri": (place / "some data.ttl").as_uri()}
    monkeypatch.setenv("GITHUB_WORKSPACE", str(place))
    assert "::error file=some data.ttl,line=" in render(outside, "github")


def test_github_annotations(result: ValidationResult) -> None:
    lines = render(result, "github").split("\n")
    told = [line for line in lines if line.startswith("::")]
    assert len(told) == len(WANTED)
    pattern = r"::(error|warning|notice) file=some data\.ttl,line=(\d+),[^:]*title=[^:]*::(.+)"
    matches = [re.fullmatch(pattern, line) for line in told]
    assert all(matches)
    kinds = [(match[1], int(match[2])) for match in matches if match]
    names = {"violation": "error", "warning": "warning", "info": "notice"}
    assert sorted(kinds) == sorted((names[severity], line) for severity, _, line in WANTED)
    (day,) = [line for line in told if ",line=8," in line]
    assert "thing <A>, 100%25: A day is a date: 100%25, [sic].%0A→ no such xsd:date%0A“On" in day
    assert lines[-1].startswith("does not conform")


def test_junit_as_ci_reads_it(place: Path, result: ValidationResult) -> None:
    text = render(result, "junit")
    (place / "report.xml").write_text(text, encoding="utf-8")
    read = JUnitXml.fromfile(str(place / "report.xml"))
    cases = [(suite.name, case) for suite in read for case in suite]
    assert read.tests == len(cases) == len(WANTED)
    assert (read.failures, read.skipped, read.errors) == (4, 3, 0)
    assert {name for name, _ in cases} == {"actor", "meeting", "other"}
    assert len({(case.classname, case.name) for _, case in cases}) == len(cases)
    assert all(len(case.result) == 1 for _, case in cases)
    (day,) = [case for _, case in cases if case._elem.get("line") == "8"]
    assert day._elem.get("file") == "some data.ttl"
    assert day.name == "TAC-M901 day: thing <A>, 100%"
    assert day.result[0].type == "violation"
    assert "some data.ttl:8" in day.result[0].text


def test_junit_passes_the_rules_that_nothing_breaks(place: Path) -> None:
    (place / "fine.ttl").write_text("<urn:s> <urn:p> <urn:o> .", encoding="utf-8")
    root = Xml.fromstring(render(held("fine.ttl"), "junit"))
    assert (root.get("tests"), root.get("failures")) == ("3", "0")
    assert not list(root.iter("failure"))
    mild = Xml.fromstring(render(held(fail_on="info"), "junit"))
    assert mild.get("failures") == str(len(WANTED))


def test_html_stands_alone(result: ValidationResult) -> None:
    page = render(result, "html")
    assert not re.search(
        r"(?:src|href)=|https?://(?!e\.example|w3id\.org|www\.w3\.org)|@import", page
    )
    assert page.count('<article class="fault') == len(WANTED)
    assert "thing &lt;A&gt;, 100%" in page
    assert "<A>" not in page
    for text in ("A thing has a name.", "事物须有名称。", "some data.ttl:8", "A day sorts."):
        assert text in page


@pytest.mark.parametrize("form", FORMATS)
def test_a_cut_report_says_so_and_counts_all(result: ValidationResult, form: str) -> None:
    more = str(len(WANTED) - 2)
    whole, cut = render(result, form), render(result, form, limit=2)
    if form == "json":
        assert json.loads(cut)["more"] == int(more)
        assert json.loads(cut)["counts"] == json.loads(whole)["counts"]
    else:
        assert f"… and {more} more" in cut
        assert "… and" not in whole
    assert len(cut) < len(whole)
    assert result.report(limit=2).faults == result.report().faults[:2]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_only_what_is_new_fails_against_a_baseline(place: Path, form: str) -> None:
    earlier = place / f"earlier.{form}"
    earlier.write_text(render(held(), form), encoding="utf-8")
    again = held(baseline=earlier)
    assert (again.conforms, again.results, again.known, again.gone) == (True, [], len(WANTED), 0)
    moved = "\n\n# moved\n" + DATA.replace('"2025-02-30"', '"2025-02-31"').replace("    e:", "\te:")
    (place / "some data.ttl").write_text(moved, encoding="utf-8")
    new = held(baseline=earlier)
    assert not new.conforms
    assert [each.value for each in new.results] == [
        '"2025-02-31"^^<http://www.w3.org/2001/XMLSchema#date>'
    ]
    assert (new.known, new.gone) == (len(WANTED) - 1, 1)
    for each in FORMATS:
        text = render(new, each)
        if each == "json":
            assert json.loads(text)["baseline"] == {"known": len(WANTED) - 1, "gone": 1}
        else:
            assert f"baseline: {len(WANTED) - 1} known left out, 1 gone" in text, each


def test_a_fault_twice_is_known_once(place: Path) -> None:
    """Faults of nameless things look alike: as many are known as the baseline has."""
    (place / "one.ttl").write_text("[] a <http://e.example/Thing> .")
    (place / "two.ttl").write_text(
        "[] a <http://e.example/Thing> . [] a <http://e.example/Thing> ."
    )
    (place / "one.json").write_text(render(held("one.ttl"), "json"))
    found = held("two.ttl", baseline=place / "one.json")
    assert (len(found.results), found.known, found.gone) == (2, 2, 0)
    assert "none of its faults" not in render(found, "text")
    other = held("some data.ttl", baseline=place / "one.json", only=["TAC-A903"])
    told = render(other, "text")
    assert "baseline: 0 known left out, 2 gone; none of its faults is in this data\n" in told


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file"),
        (b"\xff\xfe", "not UTF-8 text"),
        (b"", "no json or sarif report"),
        (b"[]", "no json or sarif report"),
        (b'{"results": [{}], "more": 0}', "no json or sarif report"),
        (b'{"runs": [{"results": []}]}', "no json or sarif report"),
        (b"[" * 100000, "no json or sarif report"),
        (b'{"results": [{"fingerprint": "a"}], "more": 8}', r"cut at 1 of 9 faults.*--limit 9"),
    ],
)
def test_what_is_no_baseline_is_refused(place: Path, content: bytes | None, message: str) -> None:
    path = place / "earlier.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        held(baseline=path)


def test_only_some_rules(place: Path) -> None:
    found = held(only=["tac-a902"])
    assert [each.code for each in found.results] == ["TAC-A902"]
    assert found.conforms
    assert list(found.rules) == ["TAC-A902"]
    with pytest.raises(InputError, match=r"no rule 'TAC-A920'; did you mean .*TAC-A902"):
        held(only=["TAC-A920"])
    with pytest.raises(InputError, match=r"no rule 'x'$"):
        held(only=["x"])


def test_fingerprints_are_the_same_whatever_the_engine(place: Path) -> None:
    marks = [
        sorted(fault.fingerprint for fault in held(engine=engine).report().faults)
        for engine in ("pyshacl", "auto")
    ]
    assert marks[0] == marks[1]


def test_data_in_memory_has_no_place(place: Path) -> None:
    graph = rdflib.Graph().parse(place / "some data.ttl")
    result = validate(graph, shapes=["shapes.ttl"], alone=True)
    assert len(result.results) == len(WANTED)
    assert {fault.place for fault in result.report().faults} == {None}
    for form in FORMATS:
        assert render(result, form)


def test_a_file_without_lines_says_so(place: Path) -> None:
    thing = {"@id": "http://e.example/a", "@type": "http://e.example/Thing"}
    (place / "some.jsonld").write_text(json.dumps(thing), encoding="utf-8")
    result = held("some.jsonld")
    assert "\n  some.jsonld (no line: of Turtle and its kin only)\n" in render(result, "text")
    assert "::warning file=some.jsonld,title=" in render(result, "github")
    (run,) = json.loads(render(result, "sarif"))["runs"]
    where = run["results"][0]["locations"][0]["physicalLocation"]
    assert where == {"artifactLocation": {"uri": "some.jsonld", "uriBaseId": "%SRCROOT%"}}


def test_the_own_graph_is_told_from_its_own_files() -> None:
    """Each severity that is found, with the line of the committed graph and the report's words."""
    result = validate(fail_on="info")
    for fault in result.report(limit=20).faults:
        assert fault.result.severity in SEVERITIES
        assert fault.place
        assert fault.place.line
        assert fault.place.file.is_relative_to(paths.HOME)
        line = fault.place.file.read_text(encoding="utf-8").split("\n")[fault.place.line - 1]
        assert line[(fault.place.column or 1) - 1 :].strip()


def test_a_result_made_by_hand_is_told_too() -> None:
    empty = ValidationResult(conforms=True, results=[], labels={}, triples=0)
    assert render(empty, "text") == "conforms: no fault in 0 triples"
