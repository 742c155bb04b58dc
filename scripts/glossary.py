"""docs/glossary.md from the ontology and its closed lists.

python scripts/glossary.py            # write it
python scripts/glossary.py --check    # compare only; exit code 1 when it is out of date
"""

import sys
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "glossary.md"

PREFIXES = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
TERMS = """SELECT ?term ?en ?zh ?meaning {{
  ?term a ?kind ; rdfs:label ?en, ?zh ; skos:definition ?meaning .
  VALUES ?kind {{ {kinds} }}
  FILTER(LANG(?en) = "en" && LANG(?zh) = "zh" && LANG(?meaning) = "en")
}}"""
CONCEPTS = """SELECT ?scheme ?title ?titleZh ?of ?key ?en ?zh ?meaning {
  ?scheme a skos:ConceptScheme ; skos:prefLabel ?title, ?titleZh ; skos:definition ?of .
  ?concept skos:inScheme ?scheme ; skos:notation ?key ; skos:prefLabel ?en, ?zh ;
           skos:definition ?meaning .
  FILTER(LANG(?title) = "en" && LANG(?titleZh) = "zh" && LANG(?of) = "en")
  FILTER(LANG(?en) = "en" && LANG(?zh) = "zh" && LANG(?meaning) = "en")
}"""

# say, do not say, because
WORDS = (
    ("act", "action, provision, clause", "one operative verb of a meeting with its own object"),
    ("addressee", "target, assignee", "who is to act; who is told is a recipient"),
    ("commitment", "obligation, duty", "an act that asks somebody; few of them bind"),
    ("conference", "CSP meeting, summit", "one session; the standing organ is a treaty body"),
    ("finding", "error, warning, issue", "something odd in the source, which stays as printed"),
    ("item", "sub-paragraph, bullet", "a list-marked piece of a paragraph"),
    ("participation", "attendance, presence", "an actor at a meeting in a capacity"),
    ("passage", "chunk, segment", "a paragraph's chapeau or an item, as stored"),
    ("quotation", "snippet, excerpt", "exactly the stored text from start to end"),
    ("report", "document, file", "what is read; a document is what a report speaks of"),
    ("State", "country, nation", "as treaties say; a region is not a State"),
    ("State Party", "member, member State", "a State bound by the treaty on a day"),
    ("symbol", "document number, id", "what is printed on a document to cite it"),
    ("tenure", "mandate, position", "a holder in an office from one day or meeting to another"),
)


def main() -> int:
    """Write the page, or compare it."""
    page = made()
    if "--check" in sys.argv[1:]:
        if OUT.is_file() and OUT.read_text(encoding="utf-8") == page:
            return 0
        print("docs/glossary.md is out of date; run scripts/glossary.py")
        return 1
    OUT.write_text(page, encoding="utf-8")
    return 0


def made() -> str:
    """The glossary as Markdown."""
    store = ox.Store()
    for path in sorted((ROOT / "ontology").rglob("*.ttl")):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    lines = [
        "# Glossary",
        "",
        "Made from `ontology/` by `scripts/glossary.py`; change it there.",
        "",
        "## Words to avoid",
        "",
        *_table(("say", "not", "meaning"), WORDS),
        "",
        "## Classes",
        "",
        *_table(("term", "中文", "meaning"), _terms(store, "owl:Class")),
        "",
        "## Properties",
        "",
        *_table(
            ("term", "中文", "meaning"),
            _terms(store, "owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty"),
        ),
    ]
    schemes: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for scheme, title, title_zh, of, *concept in _rows(store, CONCEPTS):
        head = (scheme.rsplit("/concept/", 1)[-1], title, title_zh, of)
        schemes.setdefault(head, set()).add(tuple(concept))
    lines += ["", "## Closed lists"]
    for (key, title, title_zh, of), concepts in sorted(schemes.items()):
        rows = [(f"`{name}`", en, zh, meaning) for name, en, zh, meaning in sorted(concepts)]
        lines += ["", f"### {title} · {title_zh} · `concept/{key}`", "", of, ""]
        lines += _table(("key", "label", "中文", "meaning"), rows)
    return "\n".join(lines) + "\n"


def _terms(store: ox.Store, kinds: str) -> list[tuple[str, ...]]:
    found = {
        (f"`tac:{term.partition('#')[2]}` {en}", zh, meaning)
        for term, en, zh, meaning in _rows(store, TERMS.format(kinds=kinds))
        if "/ontology#" in term
    }
    return sorted(found)


def _rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(cell.value for cell in row) for row in found]


def _table(head: tuple[str, ...], rows: object) -> list[str]:
    body = [head, tuple("---" for _ in head), *rows]  # type: ignore[misc]
    return ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in body]


if __name__ == "__main__":
    sys.exit(main())
