"""The rules among the shapes: each with its code, its texts and its constraints in words."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from att_graph import files, paths
from att_graph.validation.rules import FAMILIES, Rule, codes, family, messages, rules

SEVERITIES = Path(__file__).parent / "shapes" / "severities.csv"

SHAPES = """
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix e: <http://e.example/> .
@prefix shape: <https://w3id.org/att-graph/shapes#> .
@prefix tac: <https://w3id.org/att-graph/ontology#> .
e:Thing a sh:NodeShape ; sh:targetClass tac:Act ; sh:targetSubjectsOf e:p ;
    sh:property e:name , e:free ;
    dcterms:identifier "TAC-C901" ; sh:severity sh:Warning ; sh:closed true ;
    rdfs:label "thing"@en , "事物"@zh ; sh:message "事物。"@zh , "A thing."@en ;
    sh:sparql [ a sh:SPARQLConstraint ; sh:select "SELECT $this {}" ] .
e:name sh:path ( e:a [ sh:inversePath e:b ] ) ; dcterms:identifier "TAC-P902" ;
    sh:severity sh:Info ;
    sh:name "name"@en ; sh:message "Named."@en ; rdfs:comment "Why."@en ; shape:remedy "Mend."@en ;
    sh:minCount 1 ; sh:pattern "^a\\"b$" ; sh:in ( e:x tac:Act "y"@en ) ;
    sh:or ( [ sh:class tac:Act ] [ sh:not [ sh:property [ sh:path e:c ; sh:maxCount 2 ] ] ] ) .
e:free sh:path [ sh:alternativePath ( e:a e:b ) ] ; sh:minCount 1 ; sh:severity sh:Info .
e:again sh:node e:again ; dcterms:identifier "XYZ-1" ; sh:severity sh:Violation ;
    sh:path [ sh:oneOrMorePath e:a ] .
"""


def triples(text: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def own() -> dict[str, Rule]:
    return rules(quad.triple for path in files.find([paths.SHAPES]) for quad in files.quads(path))


def test_a_rule_says_all_that_its_shape_says() -> None:
    found = rules(triples(SHAPES))
    assert list(found) == ["TAC-C901", "TAC-P902", "XYZ-1"]
    thing, name, again = found.values()
    assert thing.shape == "http://e.example/Thing"
    assert (thing.family, name.family, again.family) == ("act", "participation", "")
    assert (thing.severity, name.severity) == ("warning", "info")
    assert thing.name == {"en": "thing", "zh": "事物"}
    assert thing.message == {"en": "A thing.", "zh": "事物。"}
    assert (name.why, name.remedy) == ("Why.", "Mend.")
    assert (thing.why, thing.remedy) == ("", "")
    assert thing.queries == ("SELECT $this {}",)
    assert name.queries == ()


def test_constraints_paths_and_targets_are_readable() -> None:
    thing, name, again = rules(triples(SHAPES)).values()
    assert thing.constraints == ("sh:closed true",)
    assert name.constraints == (
        'sh:in ( <http://e.example/x> tac:Act "y"@en )',
        "sh:minCount 1",
        "sh:or ( [ sh:class tac:Act ] [ sh:not [ sh:property"
        " [ sh:path <http://e.example/c> ; sh:maxCount 2 ] ] ] )",
        'sh:pattern "^a\\"b$"',
    )
    assert name.path == "<http://e.example/a> / ^<http://e.example/b>"
    assert again.path == "<http://e.example/a>+"
    assert again.constraints == ("sh:node <http://e.example/again>",)
    assert thing.targets == ("sh:targetClass tac:Act", "sh:targetSubjectsOf <http://e.example/p>")
    assert name.targets == thing.targets


def test_codes_and_messages_by_shape() -> None:
    given = triples(SHAPES)
    assert codes(given)["<http://e.example/name>"] == "TAC-P902"
    assert messages(given)["<http://e.example/Thing>"] == {"en": "A thing.", "zh": "事物。"}


def test_shapes_that_run_in_circles_are_told_all_the_same() -> None:
    circle = (
        SHAPES
        + "_:a sh:not _:a . e:round sh:not _:a ; sh:severity sh:Info ; "
        + (
            'dcterms:identifier "R" . _:l rdf:first e:x ; rdf:rest _:l . '
            'e:list sh:in _:l ; sh:severity sh:Info ; dcterms:identifier "L" .'
        )
    )
    head = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    found = rules(triples(head + circle))
    assert "…" in found["R"].constraints[0]
    assert found["L"].constraints == ("sh:in ( <http://e.example/x> )",)


def test_every_rule_of_the_project_is_found(own: dict[str, Rule]) -> None:
    assert len(own) > 190
    for rule in own.values():
        assert rule.name.keys() == rule.message.keys() == {"en", "zh"}, rule.code
        assert rule.targets, rule.code
        assert rule.constraints or rule.queries, rule.code
        assert "[  ]" not in "".join(rule.constraints), rule.code


def test_every_rule_says_why_and_how_to_mend(own: dict[str, Rule]) -> None:
    untold = {rule.code for rule in own.values() if not (rule.why and rule.remedy)}
    assert untold == set()


def test_the_letter_of_a_code_names_its_file(own: dict[str, Rule]) -> None:
    assert len(set(FAMILIES.values())) == len(FAMILIES)
    for path in files.find([paths.SHAPES]):
        stem = path.stem if path.parent == paths.SHAPES else path.parent.name
        for code in rules(quad.triple for quad in files.quads(path)):
            assert family(code) == stem, code


def test_a_severity_changes_on_purpose(
    own: dict[str, Rule], request: pytest.FixtureRequest
) -> None:
    """What fails a pull request and what only asks for a look; --update-golden writes the table."""
    table = "".join(f"{code},{rule.severity}\n" for code, rule in sorted(own.items()))
    found = f"code,severity\n{table}"
    if request.config.getoption("--update-golden"):
        SEVERITIES.write_text(found, encoding="utf-8")
    assert SEVERITIES.read_text(encoding="utf-8") == found
