"""What follows from the reports: traces by comparing texts, rules as stored queries."""

from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef

from att_graph import paths, vocab
from att_graph.build import build
from att_graph.infer import infer, rules
from att_graph.traces import alike, change

TAC = vocab.ONTOLOGY


@pytest.fixture(scope="module")
def inferred() -> Graph:
    reports = [p for p in sorted(paths.GRAPH.glob("*.ttl")) if p.name != "inferred.ttl"]
    assert len(reports) >= 2
    return infer(reports)


def test_each_recommendation_is_traced_once_and_none_wrongly(inferred: Graph) -> None:
    pairs = {
        (str(d).rsplit("/", 1)[1], str(r).rsplit("/", 1)[1])
        for d, r in inferred.subject_objects(URIRef(TAC + "adopts"))
    }
    assert pairs == {
        ("24-a-1", "22-1-1"),
        ("24-a-2", "22-1-2"),
        ("24-b-1", "22-2-1"),
        ("24-b-2", "22-2-2"),
        ("24-c-1", "22-3-1"),
        ("24-d-1", "22-4-1"),
    }


def test_unlike_texts_are_not_traced(tmp_path: Path) -> None:
    """Without the item that took a recommendation over, the next best item is not taken instead."""
    for path in paths.GRAPH.glob("csp11-*.ttl"):
        text = path.read_text(encoding="utf-8")
        for item in ("24-c", "24-d"):
            blocks = [b for b in text.split("\n\n") if not b.startswith(f"<id/act/csp11/{item}-")]
            text = "\n\n".join(blocks) + "\n"
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    graph = infer(sorted(tmp_path.glob("*.ttl")))
    traced = {str(r).rsplit("/", 1)[1] for r in graph.objects(None, URIRef(TAC + "adopts"))}
    assert traced == {"22-1-1", "22-1-2", "22-2-1", "22-2-2"}


def test_every_inferred_triple_names_its_rule(inferred: Graph) -> None:
    stated = {
        (
            inferred.value(s, RDF.subject),
            inferred.value(s, RDF.predicate),
            inferred.value(s, RDF.object),
        )
        for s in inferred.subjects(RDF.type, RDF.Statement)
    }
    statements = set(inferred.subjects(RDF.type, RDF.Statement))
    findings = set(inferred.subjects(RDF.type, URIRef(TAC + "Finding")))
    assert all(inferred.value(finding, URIRef(TAC + "rule")) for finding in findings)
    plain = {(s, p, o) for s, p, o in inferred if s not in statements | findings}
    assert plain
    assert plain == stated
    keys = {str(o).rsplit("/", 1)[1] for o in inferred.objects(None, URIRef(TAC + "rule"))}
    assert keys == {rule.key for rule in rules()} | {"text-comparison"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("请秘书处报告", "请秘书处报告", ""),
        ("欢迎指南", "核可指南", "[-欢迎-]{+核可+}指南"),
        ("区域倡导者", "区域普遍化倡导者", "区域{+普遍化+}倡导者"),
        (
            "report to the Conference",
            "report to the Committee",
            "report to the [-Conference-]{+Committee+}",
        ),
    ],
)
def test_a_change_is_marked_word_by_word(before: str, after: str, expected: str) -> None:
    assert change(before, after) == expected


def test_texts_that_share_little_are_not_alike() -> None:
    assert alike("请秘书处编写一份报告", "请秘书处编写一份报告") == 1.0
    assert alike("请秘书处编写一份报告", "欢迎巴拿马提交的工作文件") == 0.0


def test_stated_shares_are_explained_by_counts(inferred: Graph) -> None:
    counts = {
        (int(str(inferred.value(f, URIRef(TAC + "numerator")))), int(str(d)))
        for f, d in inferred.subject_objects(URIRef(TAC + "denominator"))
    }
    assert counts == {(11, 48), (10, 48), (6, 15), (3, 15)}


def test_a_share_that_no_count_gives_becomes_a_finding(tmp_path: Path) -> None:
    for path in paths.GRAPH.glob("csp11-*.ttl"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(
            text.replace("tac:value 23.0", "tac:value 99.0").replace(
                'tac:value "23"^^xsd:decimal', 'tac:value "99"^^xsd:decimal'
            ),
            encoding="utf-8",
        )
    graph = infer(sorted(tmp_path.glob("*.ttl")))
    printed = {str(o) for o in graph.objects(None, URIRef(TAC + "printed"))}
    assert "99%" in printed or "99.0%" in printed


def test_the_build_writes_the_inferred_graph(tmp_path: Path) -> None:
    build(out=tmp_path)
    assert (tmp_path / "inferred.ttl").read_bytes() == (paths.GRAPH / "inferred.ttl").read_bytes()
