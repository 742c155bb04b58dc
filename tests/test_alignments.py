"""Links to other vocabularies: known, complete, and never saying more than always holds."""

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures import triples
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef, namespace

from att_graph import files, paths, vocab
from att_graph.validate import ENGINES
from att_graph.validation import closure, style

DOCS = Path(__file__).parent.parent / "docs"
FIXTURES = Path(__file__).parent / "shapes"
OWNERS = {
    str(each): each
    for each in (getattr(namespace, name) for name in ("DCTERMS", "FOAF", "ORG", "PROV", "SDO"))
} | {str(SKOS): SKOS}
LISTED = (vocab.PREFIXES_OUTSIDE["eli"], vocab.PREFIXES_OUTSIDE["oa"])  # in the facts file alone
ORDER = (RDFS.subClassOf, RDFS.subPropertyOf)
TYPE, CONCEPT = str(RDF.type), ox.NamedNode(str(SKOS.Concept))
# No vocabulary of the eight has a near term; a subclass is linked through its superclass.
UNLINKED = {"Naming", "Review"}
PREFIXES = "".join(
    f"@prefix {name}: <{iri}> .\n"
    for name, iri in (vocab.PREFIXES | vocab.PREFIXES_OUTSIDE).items()
)


@pytest.fixture(scope="module")
def links() -> Graph:
    return Graph().parse(paths.ONTOLOGY / "alignments.ttl")


@pytest.fixture(scope="module")
def facts() -> Graph:
    (path,) = files.outside()
    return Graph().parse(path)


@cache
def axioms() -> list[ox.Triple]:
    return triples([*files.ontology(), *files.outside()])


@cache
def data() -> list[ox.Triple]:
    """The project's own graph and every right example."""
    examples = sorted(FIXTURES.glob("*/valid-*.ttl"))
    assert len(examples) > 30
    return triples([*files.own(), *files.authority(), FIXTURES / "context.ttl", *examples])


def turtle(text: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(PREFIXES + text, ox.RdfFormat.TURTLE)]


def test_every_term_of_others_exists(links: Graph, facts: Graph) -> None:
    named = {str(n) for g in (links, facts) for t in g for n in t if isinstance(n, URIRef)}
    basic = (vocab.PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd"))
    ground = (*basic, vocab.BASE, "https://creativecommons.org/")
    outside = sorted(name for name in named if not name.startswith(ground))
    assert len(outside) > 90
    for term in outside:
        (owner,) = (start for start in (*OWNERS, *LISTED) if term.startswith(start))
        listed = owner in LISTED and (URIRef(term), RDF.type, None) in facts
        assert listed or URIRef(term) in OWNERS.get(owner, ()), term


def test_every_class_is_linked_or_said_not_to_be(links: Graph) -> None:
    core = Graph().parse(paths.ONTOLOGY / "tac.ttl")
    linked = set(links.subjects())
    classes = {c for c in core.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef)}
    lone = {
        str(each).removeprefix(vocab.ONTOLOGY)
        for each in classes
        if not linked & set(core.transitive_objects(each, RDFS.subClassOf))
    }
    assert lone == UNLINKED


def test_all_eight_vocabularies_are_linked(links: Graph) -> None:
    for start in (*OWNERS, *LISTED):
        count = sum(str(value).startswith(start) for value in links.objects())
        assert count >= 3, start


def test_the_page_gives_the_reason_of_each_link_of_order(links: Graph) -> None:
    page = (DOCS / "alignments.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(tac:\w+)` \| `(\w+:\w+)` \| (.+\.) \|$", page, re.MULTILINE)
    told = [(term, other) for term, other, _ in rows]
    manager = links.namespace_manager
    made = {
        (manager.curie(term), manager.curie(other))
        for link in ORDER
        for term, other in links.subject_objects(link)
    }
    assert len(told) == len(set(told)) > 35
    assert set(told) == made


def judged(given: list[ox.Triple], engine: str = "fast") -> list[str]:
    """The codes of what is wrong with the ontology, its links and these further triples."""
    rules = [p for p in files.style() if p.stem in ("header", "alignment")]
    known = dict.fromkeys(closure.terms([*axioms(), *given]))
    return sorted({each.code or "" for each in ENGINES[engine](known, triples(rules))})


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_said_too_strongly(engine: str) -> None:
    assert judged([], engine) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("tac:Act rdfs:subClassOf prov:Actvity .", "TAC-S071"),
        ("tac:State owl:equivalentClass schema:Country .", "TAC-S072"),
        ("tac:holder owl:equivalentProperty org:member .", "TAC-S072"),
        ("schema:CreativeWork rdfs:subClassOf tac:Document .", "TAC-S073"),
        ("tac:Meeting rdfs:subClassOf prov:Activity, prov:Entity .", "TAC-S074"),
        ("tac:Document rdfs:subClassOf prov:Activity .", "TAC-S074"),
        ("tac:Person rdfs:subClassOf org:Organization .", "TAC-S074"),
        ("tac:Tenure rdfs:subClassOf org:Post .", "TAC-S074"),
        ("tac:Document rdfs:subClassOf foaf:Organization .", "TAC-S074"),
        ("tac:unit skos:closeMatch schema:legalName .", "TAC-S075"),
        ("tac:quotedText rdfs:subPropertyOf oa:hasTarget .", "TAC-S075"),
        ("tac:Participation skos:closeMatch prov:agent .", "TAC-S075"),
        ("tac:evidence rdfs:subPropertyOf prov:wasDerivedFrom .", "TAC-S076"),
        ("tac:madeBy rdfs:subPropertyOf prov:wasAssociatedWith .", "TAC-S076"),
        ("tac:submittedBy rdfs:subPropertyOf prov:wasAttributedTo .", "TAC-S077"),
        ("tac:holder rdfs:subPropertyOf org:member .", "TAC-S077"),
        ("tac:role rdfs:subPropertyOf org:role .", "TAC-S077"),
    ],
)
def test_a_link_that_says_too_much_is_caught(link: str, code: str) -> None:
    assert code in judged(turtle(link))


def clashes(more: str = "") -> set[tuple[str, str, str]]:
    """Things of the data that end in two classes excluding each other: (thing, class, class)."""
    known = [*axioms(), *turtle(more)]
    of: dict[str, set[str]] = {}
    for triple in closure.types(known, [*known, *data()]):
        of.setdefault(str(triple.subject), set()).add(str(triple.object))
    apart = [
        (str(t.subject), str(t.object)) for t in known if t.predicate.value == str(OWL.disjointWith)
    ]
    assert len(of) > 3000
    return {
        (thing, one, other)
        for thing, its in of.items()
        for one, other in apart
        if one in its and other in its
    }


def test_no_thing_ends_in_two_classes_that_exclude_each_other() -> None:
    assert clashes() == set()


@pytest.mark.parametrize(
    "axiom",
    [
        "tac:evidence rdfs:range prov:Activity .",
        "tac:partOf rdfs:range org:ChangeEvent . org:ChangeEvent owl:disjointWith foaf:Agent .",
        "tac:actType rdfs:range skos:ConceptScheme .",
        "tac:holder rdfs:range foaf:Organization .",
    ],
)
def test_a_link_that_the_data_contradict_is_caught(axiom: str) -> None:
    assert clashes(axiom)


def test_the_shape_sees_the_same_contradiction() -> None:
    """Whoever validates data that carry what follows meets it as TAC-K001."""
    known = [*axioms(), *turtle("tac:Document rdfs:subClassOf prov:Activity .")]
    written = [quad for quad in data() if quad.predicate.value == TYPE and quad.object != CONCEPT]
    drawn = [*known, *closure.types(known, written)]
    rules = triples([paths.SHAPES / "header.ttl", paths.SHAPES / "disjoint.ttl"])
    found = {each.code for each in ENGINES["fast"](dict.fromkeys(drawn), rules)}
    assert found == {"TAC-K001"}


def test_properties_make_nothing_more_of_a_thing_than_its_types_do() -> None:
    """But for SKOS, by which whatever has an exact match elsewhere is a concept."""
    typed = [triple for triple in data() if triple.predicate.value == TYPE]
    by_type = set(closure.types(axioms(), typed))
    more = {
        triple.object
        for triple in set(closure.types(axioms(), data())) - by_type
        if not getattr(triple.object, "value", "").startswith((vocab.BASE, str(RDF)))
    }
    assert more <= {CONCEPT}


def test_what_follows_of_things() -> None:
    """RDFS: domain and range, of a wider property too, and all classes above."""
    known = turtle("""
        tac:a rdfs:subPropertyOf tac:b . tac:b rdfs:subPropertyOf tac:c .
        tac:b rdfs:domain tac:D . tac:c rdfs:range tac:R .
        tac:D rdfs:subClassOf tac:E . tac:E rdfs:subClassOf tac:D, tac:F .
    """)
    given = turtle("tac:x tac:a tac:y ; a tac:G . tac:x tac:c 'text' . _:z tac:b tac:w .")
    found: dict[str, set[str]] = {}
    for triple in closure.types(known, given):
        name = "z" if isinstance(triple.subject, ox.BlankNode) else str(triple.subject)[-2]
        found.setdefault(name, set()).add(str(triple.object)[-2])
    assert found == {"x": set("DEFG"), "y": {"R"}, "z": set("DEF"), "w": {"R"}}


def test_the_two_parts_of_the_ontology_are_both_read() -> None:
    written, drawn = style.parts()
    assert all(len(rules) > 100 for _, rules in (written, drawn))
    assert len(written[0]) > 5000
    assert len(drawn[0]) > 4000
