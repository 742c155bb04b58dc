"""What `validate` finds, says and refuses; and that the quick engine finds the same."""

import importlib.util
import logging
import os
from pathlib import Path

import pytest
import rdflib

from att_graph import paths
from att_graph.errors import InputError
from att_graph.exports import report
from att_graph.validate import SEVERITIES, validate

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
FIXTURES = Path(__file__).parent / "shapes"
CASES = sorted(FIXTURES.glob("*/*.ttl"))
GRAPHS = sorted(paths.GRAPH.glob("*.ttl"))
needs_fast = pytest.mark.skipif(
    importlib.util.find_spec("shacl_rust") is None, reason="the extra 'fast' is not installed"
)

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
e:Thing a sh:NodeShape ; sh:targetClass e:Thing ;
    sh:property e:day , e:name , e:maker ;
    sh:sparql [ a sh:SPARQLConstraint ; sh:message "A thing is not its own part."@en ;
        sh:select "SELECT $this WHERE { $this <http://example.org/part> $this }" ] .
e:day a sh:PropertyShape ; sh:path e:day ; sh:datatype xsd:date ;
    sh:message "一天。"@zh , "A day is a date."@en .
e:name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Warning ;
    sh:message "A thing has a name."@en .
e:maker a sh:PropertyShape ; sh:path [ sh:inversePath e:made ] ; sh:minCount 1 ;
    sh:severity sh:Info ; sh:message "Somebody made it."@en .
"""
DATA = """
@prefix e: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:a a e:Thing ; rdfs:label "thing A"@en , "甲"@zh ; e:day "2025-02-30"^^xsd:date ; e:part e:a .
"""


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPES, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.ttl"
    path.write_text(DATA, encoding="utf-8")
    return path


ENGINES = ["pyshacl", pytest.param("fast", marks=needs_fast)]


@pytest.mark.parametrize("engine", ENGINES)
def test_each_fault_is_one_result(data: Path, shapes: Path, engine: str) -> None:
    result = validate(data, shapes=[shapes], engine=engine)
    assert not result.conforms
    e, sh = "http://example.org/", str(SH)
    day = '"2025-02-30"^^<http://www.w3.org/2001/XMLSchema#date>'
    found = [(each.path, each.component.removeprefix(sh), each.value) for each in result.results]
    assert found == [
        (None, "SPARQLConstraintComponent", f"<{e}a>"),
        (e + "day", "DatatypeConstraintComponent", day),
        (e + "name", "MinCountConstraintComponent", None),
        (f"^<{e}made>", "MinCountConstraintComponent", None),
    ]
    assert [each.severity for each in result.results] == ["violation"] * 2 + ["warning", "info"]
    assert [each.message for each in result.results] == [
        "A thing is not its own part.",
        "A day is a date.",
        "A thing has a name.",
        "Somebody made it.",
    ]
    assert {each.focus for each in result.results} == {e + "a"}
    assert result.results[1].source_shape == e + "day"


def test_the_text_names_the_thing_the_rule_and_the_value(data: Path, shapes: Path) -> None:
    text = validate(data, shapes=[shapes]).text
    assert "violation: thing A\n  A day is a date.\n" in text
    assert "2025-02-30" in text
    assert text.splitlines()[-1].startswith("does not conform: 2 violations, 1 warning, 1 info in ")


def test_an_ill_typed_literal_leaves_no_traceback_in_the_log(
    data: Path, shapes: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        validate(data, shapes=[shapes])
    assert caplog.records == []


@pytest.mark.parametrize("form", report.FORMATS)
def test_every_format_tells_every_fault(data: Path, shapes: Path, form: str) -> None:
    result = validate(data, shapes=[shapes])
    text = report.render(result, form)
    assert all(each.message in text for each in result.results)


def test_the_turtle_report_is_shacl(data: Path, shapes: Path) -> None:
    text = report.render(validate(data, shapes=[shapes]), "turtle")
    graph = rdflib.Graph().parse(data=text)
    results = list(graph.subjects(rdflib.RDF.type, SH.ValidationResult))
    assert len(results) == 4
    assert graph.value(None, SH.conforms, rdflib.Literal(False))
    steps = [path for _, path in graph.subject_objects(SH.resultPath)]
    assert any(graph.value(step, SH.inversePath) for step in steps)


def test_a_conforming_report_in_turtle(tmp_path: Path, data: Path) -> None:
    none = tmp_path / "none.ttl"
    none.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> . <http://e.org/S> a sh:NodeShape .")
    result = validate(data, shapes=[none])
    assert result.conforms
    assert "no fault" in result.text
    graph = rdflib.Graph().parse(data=report.render(result, "turtle"))
    assert graph.value(None, SH.conforms, rdflib.Literal(True))


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize("fail_on", SEVERITIES)
def test_fail_on_is_the_mildest_fault_that_counts(
    tmp_path: Path, data: Path, severity: str, fail_on: str
) -> None:
    shape = tmp_path / "one.ttl"
    shape.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://example.org/> ."
        "e:S a sh:NodeShape ; sh:targetClass e:Thing ; sh:property e:p ."
        f"e:p sh:path e:none ; sh:minCount 1 ; sh:severity sh:{severity.capitalize()} ."
    )
    result = validate(data, shapes=[shape], fail_on=fail_on)
    assert [each.severity for each in result.results] == [severity]
    assert result.conforms is (SEVERITIES.index(severity) > SEVERITIES.index(fail_on))


def test_a_graph_is_validated_as_its_file_is_and_not_changed(data: Path, shapes: Path) -> None:
    graph = rdflib.Graph().parse(data)
    before = set(graph)
    from_graph, from_file = validate(graph, shapes=[shapes]), validate(data, shapes=[shapes])
    assert [each.key() for each in from_graph.results] == [each.key() for each in from_file.results]
    assert set(graph) == before


def test_ontology_and_authority_are_joined_and_conform(tmp_path: Path) -> None:
    path = tmp_path / "one.ttl"
    path.write_text(
        "<https://w3id.org/att-graph/id/state/PAN> a <https://w3id.org/att-graph/ontology#State> ."
    )
    result = validate(path)
    assert result.results == []
    assert result.triples > 1000


@pytest.mark.parametrize(("argument", "value"), [("fail_on", "fatal"), ("engine", "slow")])
def test_unknown_words_are_refused(data: Path, argument: str, value: str) -> None:
    with pytest.raises(InputError, match=f"'{value}' is none of"):
        validate(data, **{argument: value})


def test_broken_shapes_are_a_wrong_input(tmp_path: Path, data: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text(SHAPES.replace("SELECT $this", "SELEKT $this"), encoding="utf-8")
    with pytest.raises(InputError, match="the shapes cannot be used") as caught:
        validate(data, shapes=[broken])
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_missing_engine_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "shacl_rust", None)
    with pytest.raises(InputError, match="not installed"):
        validate(data, engine="fast")
    served = validate(data)
    assert served.engine == "pyshacl"
    assert served.note.startswith("engine: pyshacl runs, because the quick engine is not installed")


@pytest.mark.parametrize("engine", ["pyshacl", pytest.param("auto", marks=needs_fast)])
def test_the_engine_that_runs_is_told(data: Path, engine: str) -> None:
    ran = validate(data, engine=engine)
    assert (ran.engine, ran.note) == ("fast" if engine == "auto" else engine, "")


@pytest.mark.skipif(not GRAPHS, reason="data/graph is not built")
def test_the_projects_own_graph_conforms() -> None:
    """It has oddities of its sources, each explained by a finding, and no fault."""
    result = validate(fail_on="warning")
    assert result.conforms
    assert {(each.code, each.severity) for each in result.results} == {("TAC-F026", "info")}
    assert len(result.results) == 4


@pytest.mark.parametrize(
    "error",
    [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file or directory")],
)
def test_a_folder_that_cannot_be_looked_into_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """One that may not be read, and one that goes while it is searched."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    look = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "inner":
            raise type(error)(*error.args, str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(InputError, match=f"^{tmp_path / 'inner'}: {error.strerror.lower()}$"):
        validate(tmp_path)


def test_a_file_that_goes_while_files_are_weighed_is_one_sentence(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weighed(found: object) -> list[Path]:
        raise FileNotFoundError(2, "No such file or directory", str(data))

    monkeypatch.setattr("att_graph.intake.weighed", weighed)
    with pytest.raises(InputError, match=f"^{data}: no such file or directory$"):
        validate(data)
