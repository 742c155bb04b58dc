"""What files say by their text: the terms they use, the prefixes they declare; and `--ontology`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from att_graph import files, vocab
from att_graph.cli import app
from att_graph.errors import InputError
from att_graph.validate import validate
from att_graph.validation import uses

HEAD = """@base <https://w3id.org/att-graph/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tac: <https://w3id.org/att-graph/ontology#> .
"""
LAMP = """tac:Lamp a owl:Class ;
    rdfs:label "Lamp"@en, "灯"@zh ;
    skos:definition "What gives light."@en, "发光之物。"@zh ;
    skos:example "a lamp in a tower"@en ;
    rdfs:subClassOf tac:Instrument ;
    rdfs:isDefinedBy <ontology> .
"""


def told(path: Path, content: str) -> tuple[set[str], dict[str, tuple[bool, bool]]]:
    """The terms a file uses, and its prefixes: name → (declared, used)."""
    path.write_text(content, encoding="utf-8")
    terms, declared, used = set(), set(), {}
    for triple in uses.told([path]):
        subject = str(triple.subject).strip("<>")
        if subject.startswith(f"{uses.FILE}{path.name}"):
            name = subject.partition("#")[2]
            if triple.predicate.value == uses.SHAPE + "uses":
                terms.add(str(triple.object).strip("<>").removeprefix(vocab.ONTOLOGY))
            elif triple.predicate.value.endswith("#namespace"):
                declared.add(name)
            elif triple.predicate.value == uses.SHAPE + "used":
                used[name] = str(triple.object).startswith('"true"')
    return terms, {name: (name in declared, is_used) for name, is_used in used.items()}


def test_a_query_says_its_terms_and_prefixes(tmp_path: Path) -> None:
    terms, prefixes = told(
        tmp_path / "lamps.rq",
        """#+ summary: tac:Comment is no term, it stands in a comment
        PREFIX tac: <https://w3id.org/att-graph/ontology#>
        prefix sh: <http://www.w3.org/ns/shacl#>
        SELECT ?x WHERE { # tac:Another
          ?x a tac:State ; tac:iso3 "tac:Text" ;
            <https://w3id.org/att-graph/ontology#m49> 'tac:More'
          FILTER(?x < 3 && ?tac:y > 2) BIND(\"""tac:Long "text" \""" AS ?z) ?z skos:note _:tac
        }""",
    )
    assert terms == {"State", "iso3", "m49"}
    assert prefixes == {"tac": (True, True), "sh": (True, False), "skos": (False, True)}


def test_turtle_says_what_its_queries_say_too(tmp_path: Path) -> None:
    terms, prefixes = told(
        tmp_path / "shapes.ttl",
        """@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix tac: <https://w3id.org/att-graph/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        <p> sh:prefix "tac" ; sh:namespace "https://w3id.org/att-graph/ontology#"^^xsd:anyURI .
        <s> sh:targetClass tac:State ; sh:sparql <q> .
        <q> sh:select "SELECT $this { $this tac:iso3 ?x ; rdfs:label 'owl:Nothing' }" .
        """.replace("<p>", "<https://e.example/p>")
        .replace("<s>", "<https://e.example/s>")
        .replace("<q>", "<https://e.example/q>"),
    )
    assert terms == {"State", "iso3"}
    assert prefixes == {
        "sh": (True, True),
        "tac": (True, True),
        "xsd": (True, True),
        "owl": (True, False),
        "query-tac": (True, True),
        "query-rdfs": (False, True),
    }


def test_the_table_of_prefixes_is_told() -> None:
    table = [t for t in uses.told([]) if t.predicate.value == uses.SHAPE + "table"]
    lists = len(files.ontology()) - 2  # tac.ttl and alignments.ttl are no closed lists
    assert len(table) == len(vocab.PREFIXES) + len(vocab.PREFIXES_OUTSIDE) + lists
    assert not vocab.PREFIXES.keys() & vocab.PREFIXES_OUTSIDE.keys()


def test_the_ontology_conforms() -> None:
    result = validate(ontology=True)
    assert result.results == []
    assert result.triples > 5000
    assert len(result.rules) > 45


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (HEAD + LAMP, []),
        (HEAD + LAMP.replace("tac:Instrument", "tac:Instrumint"), ["TAC-S015"]),
        (HEAD + LAMP.replace(', "灯"@zh', ""), ["TAC-S001"]),
        (HEAD + LAMP.replace("tac:Lamp", "tac:Lamps"), ["TAC-S011"]),
        (HEAD.replace("prefix skos:", "prefix s:") + LAMP.replace("skos:", "s:"), ["TAC-S063"]),
        (HEAD + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" + LAMP, ["TAC-S065"]),
        (HEAD + LAMP.replace("tac:Instrument", "tac:State, tac:Person"), ["TAC-S074"]),
        (HEAD + LAMP + "tac:Lamp owl:equivalentClass skos:Concept .", ["TAC-S072"]),
    ],
)
def test_a_further_file_is_held_against_the_same_rules(
    tmp_path: Path, content: str, codes: list[str]
) -> None:
    file = tmp_path / "lamps.ttl"
    file.write_text(content, encoding="utf-8")
    assert [result.code for result in validate(file, ontology=True).results] == codes


def test_options_that_do_not_go_together(tmp_path: Path) -> None:
    for wrong in ({"alone": True}, {"shapes": []}, {"engine": "slow"}, {"fail_on": "all"}):
        with pytest.raises(InputError):
            validate(ontology=True, **wrong)  # type: ignore[arg-type]


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "lamps.ttl"
    file.write_text(HEAD + LAMP.replace("Lamp a", "lamp a"), encoding="utf-8")
    good, bad = (
        CliRunner().invoke(app, ["validate", "--ontology", *more]) for more in ([], [str(file)])
    )
    assert good.exit_code == 0
    assert "conforms" in good.stdout
    assert bad.exit_code == 1
    assert "UpperCamelCase" in bad.stdout
