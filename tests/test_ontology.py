"""The ontology and its closed lists: complete, unambiguous, general, and quiet in both engines."""

import logging
import re
import warnings
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDFS, SKOS

from att_graph import files, paths, vocab

FILES = files.ontology()
SCHEMES = sorted((paths.ONTOLOGY / "concepts").glob("*.ttl"))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(paths.ONTOLOGY / "tac.ttl")


def terms(graph: Graph) -> list[URIRef]:
    found = {s for kind in KINDS for s in graph.subjects(RDF.type, kind)}
    return sorted(t for t in found if isinstance(t, URIRef) and t.startswith(vocab.ONTOLOGY))


def languages(graph: Graph, node: URIRef, predicate: URIRef) -> set[str | None]:
    return {o.language for o in graph.objects(node, predicate) if isinstance(o, Literal)}


def test_every_file_is_found() -> None:
    assert {p.name for p in FILES} >= {"tac.ttl", "alignments.ttl", "act-type.ttl"}
    assert len(SCHEMES) == 19


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_loads_in_both_engines_without_a_warning(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        rdflib_count = len(Graph().parse(path))
        store = ox.Store()
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    assert len(store) == rdflib_count > 0
    assert not caplog.records


def test_no_literal_is_ill_typed() -> None:
    for path in FILES:
        for _, _, value in Graph().parse(path):
            assert not (isinstance(value, Literal) and value.ill_typed), (path.name, value)


def test_every_term_is_labelled_defined_and_shown(core: Graph) -> None:
    found = terms(core)
    assert len(found) > 120
    for term in found:
        assert languages(core, term, RDFS.label) >= {"en", "zh"}, term
        definitions = [d for d in core.objects(term, SKOS.definition) if isinstance(d, Literal)]
        english = [str(d) for d in definitions if d.language == "en"]
        assert len(english) == 1, term
        assert re.fullmatch(r"[A-Z][^.]*\.", english[0]), f"one sentence, please: {term}"
        assert core.value(term, SKOS.example), term


def test_a_term_has_one_kind_and_one_label_a_language(core: Graph) -> None:
    for term in terms(core):
        assert sum((term, RDF.type, kind) in core for kind in KINDS) == 1, term
        labels = [o.language for o in core.objects(term, RDFS.label) if isinstance(o, Literal)]
        assert len(labels) == len(set(labels)), term


def test_several_classes_are_never_several_domains(core: Graph) -> None:
    for term in terms(core):
        assert len(list(core.objects(term, RDFS.domain))) <= 1, term
        assert len(list(core.objects(term, RDFS.range))) <= 1, term


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        *((name, "Actor") for name in ("State", "Organisation", "TreatyBody", "Person")),
        *((name, "Actor") for name in ("Office", "ActorGroup")),
        *((name, "Act") for name in ("Decision", "Recommendation", "Commitment")),
        ("Conference", "Meeting"),
        ("Treaty", "Instrument"),
    ],
)
def test_superclasses(core: Graph, narrow: str, wide: str) -> None:
    pair = (URIRef(vocab.ONTOLOGY + narrow), RDFS.subClassOf, URIRef(vocab.ONTOLOGY + wide))
    assert pair in core


# What a thing may be at once although neither is the other's superclass.
OPEN = {
    frozenset(pair.split(" "))
    for pair in ("Document Instrument", "Document Treaty", "Commitment Decision",
                 "Commitment Recommendation")
}  # fmt: skip


def test_two_classes_exclude_each_other_unless_that_is_left_open(core: Graph) -> None:
    classes = [term for term in terms(core) if (term, RDF.type, OWL.Class) in core]
    above = {term: set(core.transitive_objects(term, RDFS.subClassOf)) for term in classes}
    excluded = {frozenset(pair) for pair in core.subject_objects(OWL.disjointWith)}
    pairs = 0
    for one, other in combinations(classes, 2):
        related = one in above[other] or other in above[one]
        apart = any(frozenset((a, b)) in excluded for a in above[one] for b in above[other])
        names = frozenset(term.removeprefix(vocab.ONTOLOGY) for term in (one, other))
        assert [related, apart, names in OPEN].count(True) == 1, sorted(names)
        pairs += apart
    assert pairs > 300
    assert all(len(pair) == 2 for pair in excluded)


def test_every_term_in_use_is_defined(core: Graph) -> None:
    """Shapes, queries, authority files and built graphs use no term that the ontology lacks."""
    defined = {t.removeprefix(vocab.ONTOLOGY) for t in terms(core)}
    folders = (paths.ONTOLOGY, paths.SHAPES, paths.QUERIES, paths.DATA)
    users = [f for d in folders for f in sorted(d.rglob("*")) if f.suffix in {".ttl", ".rq"}]
    assert users
    for path in users:
        text = re.sub(r'"(?:[^"\\]|\\.)*"', '""', path.read_text(encoding="utf-8"))
        text = re.sub(r"(?m)^\s*#.*$", "", text)
        used = set(re.findall(r"(?<![\w-])tac:(\w+)", text))
        used |= set(re.findall(re.escape(vocab.ONTOLOGY) + r"(\w+)", text))
        assert used <= defined, f"{path.name}: {sorted(used - defined)}"


@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_every_concept_is_complete(path: Path) -> None:
    graph = Graph().parse(path)
    scheme = URIRef(vocab.CONCEPT + path.stem)
    assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
    assert languages(graph, scheme, RDFS.label) >= {"en", "zh"}
    concepts = list(graph.subjects(RDF.type, SKOS.Concept))
    assert concepts
    for concept in concepts:
        assert isinstance(concept, URIRef)
        notations = [str(n) for n in graph.objects(concept, SKOS.notation)]
        assert [f"{scheme}/{n}" for n in notations] == [str(concept)]
        assert (concept, SKOS.inScheme, scheme) in graph
        assert languages(graph, concept, SKOS.prefLabel) >= {"en", "zh"}, concept
        assert (concept, SKOS.topConceptOf, scheme) in graph
        assert "en" in languages(graph, concept, SKOS.definition), concept


def shared_words(path: Path) -> dict[Literal, list[URIRef]]:
    """The trigger words of a scheme that stand on more than one concept in one language."""
    graph = Graph().parse(path)
    users: dict[Literal, list[URIRef]] = defaultdict(list)
    for concept, word in graph.subject_objects(SKOS.hiddenLabel):
        if isinstance(concept, URIRef) and isinstance(word, Literal):
            assert word.language, f"{concept}: {word} has no language"
            users[word].append(concept)
    return {word: concepts for word, concepts in users.items() if len(concepts) > 1}


@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_a_word_on_two_concepts_is_explained_on_both(path: Path) -> None:
    graph = Graph().parse(path)
    shared = shared_words(path)
    if path.stem != "role":
        assert not shared
    for word, concepts in shared.items():
        for concept in concepts:
            assert graph.value(concept, SKOS.scopeNote), f"{word} on {concept}"


def test_every_act_type_can_be_read_and_weighed() -> None:
    graph = Graph().parse(paths.ONTOLOGY / "concepts" / "act-type.ttl")
    graph.parse(paths.ONTOLOGY / "concepts" / "strength.ttl")
    tac = vocab.ONTOLOGY
    concepts = list(graph.subjects(SKOS.inScheme, URIRef(vocab.CONCEPT + "act-type")))
    assert len(concepts) == 24
    roles = {"addressee", "beneficiary", "document", "holder", "clause"}
    for concept in concepts:
        assert isinstance(concept, URIRef)
        assert languages(graph, concept, SKOS.hiddenLabel) == {"en", "es", "fr", "zh"}, concept
        strength = graph.value(concept, URIRef(tac + "strength"))
        assert graph.value(strength, URIRef(tac + "rank")), concept
        assert str(graph.value(concept, URIRef(tac + "objectRole"))) in roles
    triggers = graph.subject_objects(SKOS.hiddenLabel)
    words = {str(w): c for c, w in triggers if isinstance(w, Literal) and w.language == "zh"}
    assert str(words["赞赏地注意到"]).endswith("/take-note")
    assert str(words["赞赏"]).endswith("/appreciate")
    assert not any(word.endswith("了") for word in words)


def general_text() -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in FILES)


def test_it_names_no_treaty_no_conference_and_no_thing() -> None:
    text = general_text()
    for pattern in (r"\bCSP ?\d", r"\bATT\b", "Arms Trade", "武器贸易", vocab.THING, r"\batt:"):
        assert not re.search(pattern, text), pattern


def named(folder: Path, kind: str) -> set[str]:
    """The labels, two characters and more, of all things of a class in a folder of Turtle."""
    store = ox.Store()
    for path in sorted(folder.glob("*.ttl")):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    a, label = ox.NamedNode(str(RDF.type)), ox.NamedNode(str(RDFS.label))
    found = set()
    for thing in store.quads_for_pattern(None, a, ox.NamedNode(vocab.ONTOLOGY + kind)):
        for quad in store.quads_for_pattern(thing.subject, label, None):
            if isinstance(quad.object, ox.Literal) and len(quad.object.value) > 1:
                found.add(quad.object.value)
    return found


@pytest.mark.parametrize(("folder", "kind"), [(paths.AUTHORITY, "State"), (paths.GRAPH, "Person")])
def test_it_names_no_state_and_no_person(folder: Path, kind: str) -> None:
    names = named(folder, kind)
    assert names, f"no {kind} in {folder.name}"
    text = general_text()
    latin = re.compile(r"[\w.-]+(?: [\w.-]+)*")
    for name in sorted(names):
        edge = r"\b" if latin.fullmatch(name) and name.isascii() else ""
        assert not re.search(edge + re.escape(name) + edge, text), name
