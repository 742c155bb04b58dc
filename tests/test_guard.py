"""The quick engine answers only what it is proven to answer as pySHACL does."""

from collections import Counter

import pyoxigraph as ox
import pytest

from att_graph import files, vocab
from att_graph.errors import InputError
from att_graph.validation import batch, engines, guard

HEAD = "".join(
    f"@prefix {name}: <{iri}> .\n"
    for name, iri in {**vocab.PREFIXES, "e": "http://e.example/"}.items()
)
TARGET = "e:S a sh:NodeShape ; sh:targetClass e:T ; sh:property e:P . e:P sh:path "


def parsed(text: str) -> list[ox.Triple]:
    found = ox.parse((HEAD + text).encode(), ox.RdfFormat.TURTLE)
    return list(dict.fromkeys(quad.triple for quad in found))


def doubt(shapes: str, data: str) -> str | None:
    about = guard.about(parsed(shapes))
    lines = "".join(f"{triple} .\n" for triple in parsed(data))
    return guard.unproven_shapes(about) or guard.unproven_data(about, lines)


def keys(engine: str, shapes: str, data: str) -> Counter[tuple[str, ...]]:
    found = getattr(engines, engine)(parsed(data), parsed(shapes))
    return Counter(result.key() for result in found)


DATA = """
e:a a e:T ; e:p 1, "x", "x"@en, "2025-02-28"^^xsd:date, e:b, true, "" ; e:q 2, e:b ; e:r e:b .
e:b a e:C ; e:q e:d , 5 ; e:p e:a . e:C rdfs:subClassOf e:D . e:e a e:T . e:f e:p e:a .
_:n a e:T ; e:p _:m . e:d a e:T ; e:p "b"@en, "c"@en, "中文"@zh .
"""
IRI = "e:p ; "
PROPERTY_SHAPES = [
    *(IRI + f"sh:{name} {n}" for name in ("minCount", "maxCount") for n in (0, 1, 2)),
    *(IRI + f"sh:datatype xsd:{kind}" for kind in ("integer", "string", "date", "boolean")),
    *(IRI + f"sh:nodeKind sh:{kind}" for kind in ("IRI", "Literal", "BlankNode", "IRIOrLiteral")),
    *(IRI + f"sh:class e:{kind}" for kind in ("C", "D", "T", "None")),
    *(
        IRI + f'sh:pattern "{p}"'
        for p in ("^[a-z]$", "^\\\\S+$", "x|b", "[一-龥]", "/[a-d]$", "^.$")
    ),
    *(IRI + f"sh:{name} {n}" for name in ("minLength", "maxLength") for n in (1, 3)),
    *(IRI + f"sh:hasValue {value}" for value in ("1", '"x"', '"x"@en', "e:b", "true")),
    *(IRI + f"sh:in ( {values} )" for values in ('1 "x"', "e:b e:a", "true")),
    *(IRI + f"sh:{name} e:{other}" for name in ("equals", "disjoint") for other in "qr"),
    *(
        IRI + f"sh:{name} ( [ sh:datatype xsd:string ] [ sh:nodeKind sh:IRI ] )"
        for name in ("and", "or", "xone")
    ),
    IRI + "sh:not [ sh:class e:C ]",
    IRI + "sh:uniqueLang true",
    IRI + 'sh:languageIn ( "en" )',
    IRI + "sh:minCount 3 ; sh:severity sh:Warning",
    "e:q ; sh:property [ sh:path e:p ; sh:minCount 1 ]",
    "[ sh:inversePath e:p ] ; sh:minCount 1",
    "( e:p e:q ) ; sh:maxCount 1",
    "( e:p [ sh:inversePath e:r ] ) ; sh:maxCount 0",
    "[ sh:alternativePath ( e:p e:r ) ] ; sh:nodeKind sh:Literal",
    "[ sh:zeroOrMorePath e:p ] ; sh:maxCount 1",
    "[ sh:zeroOrOnePath e:p ] ; sh:class e:T",
    IRI + 'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value }" ]',
    IRI + 'sh:sparql [ sh:select "SELECT $this WHERE { $this <http://e.example/q> ?x }" ]',
    IRI + 'sh:sparql [ sh:select "SELECT $this WHERE { $this $PATH ?x FILTER(isIRI(?x)) }" ]',
    "e:none ; " + 'sh:sparql [ sh:select "SELECT $this WHERE { $this a ?x }" ]',
]
SELECTS = [  # on a node shape
    "$this WHERE { $this <http://e.example/q> ?x }",
    "$this WHERE { FILTER NOT EXISTS { $this <http://e.example/q> ?x } }",
    "$this WHERE { FILTER EXISTS { $this ?p ?x FILTER(?x != $this) } }",
    "$this WHERE { OPTIONAL { $this <http://e.example/q> ?x } FILTER(!BOUND(?x)) }",
    "$this WHERE { $this ?p ?x } GROUP BY $this HAVING (COUNT(?x) > 3)",
    "$this ?value WHERE { $this ?p ?value . ?value a ?kind }",
    "$this ?value ?path WHERE { $this ?path ?value FILTER(isIRI(?value)) }",
    "$this ?value WHERE { $this <http://e.example/p>/<http://e.example/q> ?value }",
    "$this ?value WHERE { { $this ?p ?value } UNION { ?value ?q $this } }",
    """$this WHERE { { SELECT $this (COUNT(?x) AS ?n) WHERE { $this ?p ?x } GROUP BY $this }
        FILTER(?n > 3) }""",
]
ALIKE = [f"{TARGET}{shape} ." for shape in PROPERTY_SHAPES]
ALIKE += [
    f'e:S sh:targetClass e:T ; sh:sparql [ sh:select """ SELECT {each} """ ] .' for each in SELECTS
]


@pytest.mark.parametrize("shape", ALIKE)
def test_what_is_proven_gives_the_same_in_both(shape: str) -> None:
    assert doubt(shape, DATA) is None
    assert keys("fast", shape, DATA) == keys("pyshacl", shape, DATA)


def test_most_of_them_find_something() -> None:
    assert sum(bool(keys("fast", shape, DATA)) for shape in ALIKE) > 50


SAID = 'sh:sparql [ sh:select "SELECT $this %s" ]'
REFUSED = {  # the shape, and what the data must hold for the engines to differ
    IRI + 'sh:pattern "^X$" ; sh:flags "i"': "sh:flags",
    IRI + 'sh:pattern "^\\\\w+$"': "the pattern",
    IRI + 'sh:pattern "a(?=b)"': "the pattern",
    IRI + 'sh:pattern "("': "the pattern",
    IRI + 'sh:pattern "[a-z&&[b]]"': "the pattern",
    IRI + "sh:node e:N": "sh:node",
    IRI + "sh:qualifiedValueShape [ sh:datatype xsd:string ] ; sh:qualifiedMinCount 1": "qualified",
    IRI + "sh:maxCount 0 ; sh:deactivated true": "sh:deactivated",
    IRI + "sh:in ()": "empty list",
    IRI + "sh:or ()": "empty list",
    IRI + 'sh:uniqueLang "1"^^xsd:boolean': "uniqueLang",
    IRI + "sh:minLength 0": "minLength 0",
    IRI + "sh:minCount 1, 2": "twice",
    IRI + "sh:not [ sh:class e:C ] , [ sh:class e:T ]": "twice",
    IRI + "sh:datatype xsd:time": "sh:datatype",
    IRI + "e:max 3 . e:K a sh:ConstraintComponent ; sh:parameter [ sh:path e:max ]": "sh:parameter",
    "[ sh:oneOrMorePath e:p ] ; sh:minCount 1": "oneOrMorePath",
    "[ sh:inversePath ( e:p e:q ) ] ; sh:minCount 1": "the path",
    "[ sh:inversePath [ sh:inversePath e:p ] ] ; sh:minCount 1": "the path",
    "( e:p e:q ) ; sh:minInclusive 1": "no single property",
    "( e:p e:q ) ; " + SAID % "?value WHERE { $this $PATH ?value }": "$PATH of several steps",
    IRI + SAID % "?value WHERE { $this ?p ?x BIND(STR(?x) AS ?value) }": "computes",
    IRI + SAID % "(COUNT(?x) AS ?value) WHERE { $this ?p ?x } GROUP BY $this": "computes",
    IRI
    + SAID % "WHERE { $this ?p ?x }"
    + ", "
    + (SAID % "?value WHERE { $this ?p ?value }").removeprefix("sh:sparql"): "one without",
    IRI + SAID % "WHERE { $this $PATH ?value }": "does not tell",
    IRI + SAID % "?value WHERE { $this x:p ?value }": "cannot be read",
    IRI + SAID % "?value WHERE { ?value ?p }": "cannot be read",
    IRI + SAID % "?value WHERE { VALUES ?x { 1 } $this ?value ?x }": "VALUES",
    IRI + SAID % "?value WHERE { $this ?p ?value } LIMIT 1": "LIMIT",
    IRI + 'sh:sparql [ sh:ask "ASK {}" ]': "without sh:select",
}


@pytest.mark.parametrize(("shape", "why"), REFUSED.items())
def test_what_is_not_proven_is_left_to_pyshacl(shape: str, why: str) -> None:
    assert why in (doubt(f"{TARGET}{shape} .", DATA) or "")


ILL = [
    ("sh:datatype xsd:duration", '"P1"^^xsd:duration'),
    ("sh:datatype xsd:integer", '" 5 "^^xsd:integer'),
    ("sh:datatype xsd:integer", '"12345678901234567890123"^^xsd:integer'),
    ("sh:datatype xsd:decimal", '"1e5"^^xsd:decimal'),
    ("sh:datatype xsd:date", '"12345678901234567890123-01-01"^^xsd:date'),
    ("sh:minInclusive 1", '"5"'),
    ("sh:minInclusive 1", '"2025"^^xsd:gYear'),
    ("sh:maxInclusive 1", "true"),
    ('sh:minInclusive "2025-01-01"^^xsd:date', '"x"'),
    ("sh:lessThan e:q", '"2025-02-30"^^xsd:date'),
    ("sh:lessThanOrEquals e:q", "e:x"),
]


@pytest.mark.parametrize(("rule", "value"), ILL)
def test_data_that_the_engines_read_otherwise_are_left_to_pyshacl(rule: str, value: str) -> None:
    data = f'e:a a e:T ; e:p {value} ; e:q "2025-02-01"^^xsd:date .'
    shapes = f"{TARGET}e:p ; {rule} ."
    assert doubt(shapes, data)
    found, ran, note = engines.run("fast", parsed(data), parsed(shapes))
    assert ran == "pyshacl"
    assert note.startswith("engine: pyshacl runs, because the data hold ")
    lenient = "xsd:integer" in rule or "xsd:decimal" in rule
    assert len(found) == (0 if lenient else 1)


FINE = [
    ("sh:datatype xsd:date", '"2025-02-30"^^xsd:date', 1),
    ("sh:datatype xsd:integer", '"eleven"^^xsd:integer', 1),
    ("sh:minInclusive 1 ; sh:maxInclusive 9", "0, 1, 9, 10, 2.5", 2),
    ("sh:lessThan e:q", '"2025-01-31"^^xsd:date, "2025-02-01"^^xsd:date', 1),
    ('sh:pattern "^[A-Z]{3}$"', '"ABC\\n", "ABC"', 1),
]


@pytest.mark.parametrize(("rule", "values", "faults"), FINE)
def test_ordinary_faults_are_found_by_either(rule: str, values: str, faults: int) -> None:
    data = f'e:a a e:T ; e:p {values} ; e:q "2025-02-01"^^xsd:date .'
    shapes = f"{TARGET}e:p ; {rule} ."
    assert doubt(shapes, data) is None
    assert keys("fast", shapes, data) == keys("pyshacl", shapes, data)
    assert sum(keys("fast", shapes, data).values()) == faults


def test_the_projects_own_shapes_are_proven() -> None:
    rules = [quad.triple for path in files.shapes() for quad in files.quads(path)]
    assert guard.unproven_shapes(guard.about(rules)) is None


CIRCLES = {
    "property": "e:S a sh:NodeShape ; sh:property e:P . e:P sh:path e:p ; sh:node e:S .",
    "node": "e:S a sh:NodeShape ; sh:node e:R . e:R a sh:NodeShape ; sh:node e:S .",
    "not": "e:S a sh:NodeShape ; sh:not e:S .",
    "and": "e:S a sh:NodeShape ; sh:and ( e:R e:S ) . e:R a sh:NodeShape .",
    "or": "e:S a sh:NodeShape ; sh:or ( [ sh:not [ sh:xone ( e:S e:R ) ] ] ) .",
    "qualified": "e:S sh:property [ sh:path e:p ; sh:qualifiedValueShape e:S ] .",
}


@pytest.mark.parametrize("engine", engines.NAMES)
@pytest.mark.parametrize("shapes", CIRCLES.values(), ids=CIRCLES)
def test_a_shape_that_leads_back_to_itself_is_refused(shapes: str, engine: str) -> None:
    with pytest.raises(InputError, match=r"<http://e.example/[SRP]> leads back to itself") as said:
        engines.run(engine, parsed(DATA), parsed(shapes + " e:S sh:targetClass e:T ."))
    assert "\n" not in str(said.value)


def test_a_shape_met_twice_and_a_long_way_are_no_circle() -> None:
    way = " ".join(f"e:s{n} a sh:NodeShape ; sh:node e:s{n + 1} ." for n in range(3000))
    twice = "e:S a sh:NodeShape ; sh:not e:R ; sh:or ( e:R [ sh:not e:R ] ) . e:R sh:class e:C ."
    for shapes in (way, twice):
        engines.refuse_recursion(guard.about(parsed(shapes)))


@pytest.mark.parametrize("select", SELECTS)
def test_a_query_asked_of_all_at_once_tells_what_asking_each_tells(select: str) -> None:
    shapes = (
        'e:S a sh:NodeShape ; sh:targetClass e:D ; sh:targetObjectsOf e:q ; sh:message "m" ;'
        f' sh:sparql [ sh:select """ SELECT {select} """ ] .'
    )
    assert doubt(shapes, DATA) is None
    assert keys("fast", shapes, DATA) == keys("pyshacl", shapes, DATA)


def test_a_query_is_asked_at_once_only_where_it_finds_its_focus_nodes_itself() -> None:
    asked = [
        bool(
            batch.questions(
                guard.about(
                    parsed(f'e:S sh:targetClass e:D ; sh:message "m" ; sh:sparql [ {text} ] .')
                )
            )
        )
        for text in (f'sh:select """ SELECT {each} """' for each in SELECTS)
    ]
    assert asked == [
        True,
        False,
        False,
        False,
        True,
        True,
        True,
        True,
        False,
        True,
    ]  # the last counts
