"""What exactly is wrong, in a few words after the message of a rule."""

from pathlib import Path

import pytest

from att_graph.exports.report import render
from att_graph.validate import validate
from att_graph.validation.rules import term, terms

HEAD = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <urn:e:> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix tac: <https://w3id.org/att-graph/ontology#> .
"""
# constraint, what is said of e:a → the reason in English and in Chinese
CASES = [
    ("sh:minCount 1", "", "missing", "缺失"),
    ("sh:minCount 2", "e:p e:b", "too few: 1", "过少：1"),
    ("sh:maxCount 1", "e:p e:b , e:c", "too many: 2", "过多：2"),
    ("sh:maxCount 0", "e:p e:b", "not allowed here", "此处不得使用"),
    ("sh:in ( e:b )", "e:p e:c", "not in the closed list", "不在封闭列表内"),
    ("sh:datatype xsd:date", "e:p '1'", "wrong datatype: xsd:string, not xsd:date",
     "数据类型有误：应为xsd:date，而非xsd:string"),
    ("sh:datatype xsd:date", "e:p 'x'@en", "wrong datatype: rdf:langString, not xsd:date",
     "数据类型有误：应为xsd:date，而非rdf:langString"),
    ("sh:datatype xsd:date", "e:p '2025-02-30'^^xsd:date", "no such xsd:date",
     "不是有效的xsd:date"),
    ("sh:datatype xsd:date", "e:p e:b", "an IRI where a literal stands", "应为文字，而非IRI"),
    ("sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] )", "e:p '1'",
     "wrong datatype: xsd:string, not xsd:date or xsd:gYear",
     "数据类型有误：应为xsd:date或xsd:gYear，而非xsd:string"),
    ("sh:class tac:State", "e:p e:b", "wrong class: tac:Person, not tac:State",
     "类有误：应为tac:State，而非tac:Person"),
    ("sh:class tac:State", "e:p e:none", "the value is not described in this data",
     "该值在本数据中没有说明"),
    ("sh:or ( [ sh:class tac:State ] [ sh:class tac:Body ] )", "e:p e:none",
     "the value is not described in this data", "该值在本数据中没有说明"),
    ("sh:class tac:Concept", "e:p <https://w3id.org/att-graph/concept/role/none>",
     "not in the closed list", "不在封闭列表内"),
    ("sh:class tac:State", "e:p 'x'", "a literal, not a thing", "是文字，而非事物"),
    ("sh:nodeKind sh:IRI", "e:p []", "a blank node, which has no IRI", "空白节点，没有IRI"),
    ("sh:sparql [ sh:select 'SELECT $this ?value WHERE { $this <urn:e:p> ?value }' ]", "e:p []",
     "a blank node, which has no IRI", "空白节点，没有IRI"),
    ("sh:pattern '^urn:x'", "e:p e:b", "not in the form that the rule demands", "不符合规定的格式"),
    ("sh:minInclusive 3", "e:p 2", "less than 3", "小于3"),
    ("sh:lessThanOrEquals e:q", "e:p 2 ; e:q 1", "after <urn:e:q>", "晚于或大于<urn:e:q>"),
    ("sh:hasValue e:b", "", "<urn:e:b> is missing", "缺少<urn:e:b>"),
    ("sh:sparql [ sh:select 'SELECT $this ?value WHERE { { SELECT $this ?value (COUNT(DISTINCT ?q)"
     " AS ?those) WHERE { $this <urn:e:p> ?value ; <urn:e:q> ?q } GROUP BY $this ?value }"
     " FILTER(?those != ?value) }' ]", "e:p 3 ; e:q 1 , 2", "counted: 2", "实际计数：2"),
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reasons(constraint: str, said: str, lang: str) -> list[str]:
    path = "" if "sh:sparql" in constraint else "sh:path e:p ;"
    shape = (
        f"{HEAD} e:S a sh:NodeShape ; sh:targetNode e:a ; sh:property e:rule ."
        if path
        else f"{HEAD} e:rule a sh:NodeShape ; sh:targetNode e:a ."
    )
    shape += (
        f" e:rule {path} {constraint} ; sh:severity sh:Violation ;"
        " dcterms:identifier 'TAC-A901' ; sh:message 'It is as it is.'@en ."
    )
    Path("shapes.ttl").write_text(shape, encoding="utf-8")
    Path("data.ttl").write_text(
        f"{HEAD} e:a a e:Thing ; {said} . e:b a tac:Person . e:c a tac:Person .", encoding="utf-8"
    )
    found = validate("data.ttl", shapes=["shapes.ttl"], alone=True)
    assert found.results
    for each in ("text", "sarif", "junit", "github", "html", "json"):
        told = render(found, each, lang=lang).replace("&lt;", "<").replace("&gt;", ">")
        assert found.report(lang).faults[0].reason in told, each
    return [fault.reason for fault in found.report(lang).faults]


@pytest.mark.parametrize(("constraint", "said", "english", "chinese"), CASES)
def test_the_reason_of_each_constraint(
    place: Path, constraint: str, said: str, english: str, chinese: str
) -> None:
    assert set(reasons(constraint, said, "en")) == {english}
    assert set(reasons(constraint, said, "zh")) == {chinese}


def test_terms_are_whole_names_or_whole_iris() -> None:
    base = "https://w3id.org/att-graph/"
    assert term(f"<{base}ontology#State>") == "tac:State"
    assert term(f"<{base}id/state/PAN>") == f"<{base}id/state/PAN>"
    assert term('"1"^^<http://www.w3.org/2001/XMLSchema#date>') == '"1"^^xsd:date'
    assert term(f'"see <{base}ontology#State>"') == f'"see <{base}ontology#State>"'
    assert terms(f"{base}ontology#evidence") == "tac:evidence"
    assert terms(f"^<{base}ontology#evidence> / <urn:x>") == "^tac:evidence / <urn:x>"
    assert terms("") == ""


def test_faults_that_follow_from_one_are_told_once_in_the_text(place: Path) -> None:
    """A thing that is not described is one fault to a person, and to a program as many as point."""
    Path("shapes.ttl").write_text(
        f"{HEAD} e:S a sh:NodeShape ; sh:targetSubjectsOf e:p ; sh:property e:rule ."
        " e:rule sh:path e:p ; sh:class tac:State ; sh:severity sh:Violation ;"
        " dcterms:identifier 'TAC-A901' ; sh:message 'It is as it is.'@en .",
        encoding="utf-8",
    )
    lines = [f"e:a{number} e:p e:none ." for number in range(5)]
    lines += [f"e:b{number} e:p e:described ." for number in range(4)]
    lines += [f"e:c{number} e:p e:other ." for number in range(2)]
    data = f"{HEAD} e:described a tac:Person . " + "\n".join(lines)
    Path("data.ttl").write_text(data, encoding="utf-8")
    found = validate("data.ttl", shapes=["shapes.ttl"], alone=True)
    text = render(found, "text")
    assert text.count("violation TAC-A901") == 1 + 4 + 2
    assert "  <urn:e:a0>\n  … and 4 more of TAC-A901 at the same value\n" in text
    assert text.count("at the same value") == 1
    assert text.splitlines()[-1].startswith("does not conform: 11 violations in ")
    cut = render(found, "text", limit=2)
    assert "… and 5 more\n" in cut
    assert found.text == text
    for form in ("sarif", "junit", "github", "json", "turtle"):
        assert all(f"urn:e:a{number}" in render(found, form) for number in range(5)), form
    described = HEAD + " e:described a tac:Person ; e:p e:none . " + "\n".join(lines)
    Path("data.ttl").write_text(described, encoding="utf-8")
    again = render(validate("data.ttl", shapes=["shapes.ttl"], alone=True), "text")
    assert "… and 3 more of TAC-A901 at the same value" in again  # it is at fault itself
