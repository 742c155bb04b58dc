"""The versions of the ontology: what changed since the last release, and if its number says so."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import OWL

from att_graph import files

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "scripts" / "ontology.py"
HEAD = """
@prefix tac: <https://w3id.org/att-graph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/att-graph/ontology> owl:versionInfo "%s" .
"""
LAMP = 'tac:Lamp a owl:Class ; skos:definition "What gives light."@en .\n'
BUOY = 'tac:Buoy a owl:Class ; rdfs:subClassOf tac:Lamp ; skos:definition "What floats."@en .\n'
BELL = 'tac:Bell a owl:Class ; skos:definition "What rings."@en .\n'
KEEPER = "tac:keeper a owl:ObjectProperty"
OLD = LAMP + BUOY + f"{KEEPER} ; rdfs:range tac:Buoy .\n"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ontology_versions", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks its module up
    spec.loader.exec_module(module)
    return module


def triples(number: str, text: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(HEAD % number + text, ox.RdfFormat.TURTLE)]


# what the new version says; what the change is called; the step; the lowest version after 1.2.3
CASES = [
    (OLD, [], "1.2.3"),
    (OLD + BELL, [("tac:Bell", "added", "minor")], "1.3.0"),
    (LAMP + BUOY, [("tac:keeper", "removed", "major")], "2.0.0"),
    (OLD.replace("Buoy", "Float"), [
        ("tac:Buoy", "renamed", "major"),
        ("tac:Float", "added", "minor"),
        ("tac:keeper", "range", "major"),
    ], "2.0.0"),
    (OLD.replace("light", "a light"), [("tac:Lamp", "definition", "patch")], "1.2.4"),
    (OLD.replace("range tac:Buoy", "range tac:Lamp"), [("tac:keeper", "range", "minor")], "1.3.0"),
    (LAMP + BUOY + KEEPER + " .", [("tac:keeper", "range", "minor")], "1.3.0"),
    (OLD + "tac:keeper rdfs:domain tac:Lamp .", [("tac:keeper", "domain", "major")], "2.0.0"),
    (OLD + "tac:keeper schema:domainIncludes tac:Lamp .", [("tac:keeper", "on", "minor")], "1.3.0"),
    (OLD.replace("rdfs:subClassOf tac:Lamp ;", ""), [("tac:Buoy", "superclass", "major")], "2.0.0"),
    (OLD.replace("owl:ObjectProperty", "owl:DatatypeProperty"),
     [("tac:keeper", "kind", "major")], "2.0.0"),
    (OLD + "tac:keeper a owl:FunctionalProperty .", [("tac:keeper", "kind", "major")], "2.0.0"),
    (OLD + "tac:Buoy owl:deprecated true .", [("tac:Buoy", "retired", "minor")], "1.3.0"),
    (OLD + BELL + "tac:Bell owl:disjointWith tac:Lamp .", [
        ("tac:Bell", "added", "minor"),
        ("tac:Lamp", "excludes", "minor"),
    ], "1.3.0"),
    (OLD + "tac:Buoy owl:disjointWith tac:Lamp .", [
        ("tac:Buoy", "excludes", "major"),
        ("tac:Lamp", "excludes", "major"),
    ], "2.0.0"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "lowest"), CASES)
def test_a_change_is_told_and_demands_its_step(
    script: ModuleType, text: str, told: list[tuple[str, str, str]], lowest: str
) -> None:
    old, new = (script.version(triples("1.2.3", each)) for each in (OLD, text))
    found = script.changes(old, new)
    assert [(script.short(each.term), each.what, each.step) for each in found] == told
    assert script.demanded("1.2.3", found) == lowest
    assert script.enough(old, new) == (not told)
    assert script.enough(old, script.version(triples(lowest, text)))
    for each in told:
        assert f"| `{each[0]}` |" in script.report(old, new)


@pytest.mark.parametrize(
    ("text", "number", "enough"),
    [
        (LAMP + BUOY, "0.1.1", False),
        (LAMP + BUOY, "0.2.0", True),
        (OLD + BELL, "0.1.9", False),
        (OLD + BELL, "0.2.0", True),
        (OLD.replace("light", "a light"), "0.1.0", False),
        (OLD.replace("light", "a light"), "0.1.1", True),
        (OLD, "0.0.9", False),
    ],
)
def test_before_the_first_full_version_a_minor_step_may_break(
    script: ModuleType, text: str, number: str, enough: bool
) -> None:
    old = script.version(triples("0.1.0", OLD))
    assert script.enough(old, script.version(triples(number, text))) is enough


def test_the_version_says_what_changed_since_the_last_release(script: ModuleType) -> None:
    old, new = script.stored(script.released()), script.version(script.current())
    assert len(old.terms) > 300
    assert script.enough(old, new), "raise owl:versionInfo and owl:versionIRI in ontology/tac.ttl"
    page = script.PAGE.read_text(encoding="utf-8")
    assert page == script.report(old, new), "run python scripts/ontology.py page"


def test_a_removed_term_is_refused_without_its_step(script: ModuleType) -> None:
    """The project's own last release as 1.0.0, and one term less in 1.9.0."""
    old = script.stored(script.released())
    new = script.stored(script.released())
    old.number, new.number = "1.0.0", "1.9.0"
    assert script.enough(old, new)
    del new.terms["https://w3id.org/att-graph/ontology#hostState"]
    assert not script.enough(old, new)
    assert "**1.9.0 is too low.**" in script.report(old, new)
    new.number = "2.0.0"
    assert script.enough(old, new)


def test_a_release_keeps_all_that_a_report_looks_at(script: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "kept.ttl"
    file.write_bytes(script.kept(script.current()))
    now = script.version(script.current())
    assert script.changes(script.stored(file), now) == []
    assert script.stored(file).number == now.number


def test_ontology_shapes_and_alignments_have_one_version() -> None:
    graph = Graph()
    for path in [*files.ontology(), *files.shapes(), *files.style()]:
        graph.parse(path)
    found = {str(iri): str(number) for iri, number in graph.subject_objects(OWL.versionInfo)}
    assert len(found) == 4
    assert len(set(found.values())) == 1, found


def test_the_command(tmp_path: Path) -> None:
    for name, number, text in (("old", "1.0.0", OLD), ("new", "1.1.0", LAMP + BUOY)):
        (tmp_path / f"{name}.ttl").write_text(HEAD % number + text, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(SCRIPT), *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    refused = run("changes", "old.ttl", "new.ttl")
    assert refused.returncode == 1
    assert "| `tac:keeper` |" in refused.stdout
    assert "The changes demand 2.0.0 or later. **1.1.0 is too low.**" in refused.stdout
    assert run("changes", "old.ttl", "old.ttl").returncode == 0
    assert run("sing").returncode == 2
