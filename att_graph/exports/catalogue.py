"""The stored questions for readers: a page, and Turtle in which each is an executable query.

The Turtle has the form of the SPARQL examples of the SIB Swiss Institute of Bioinformatics.
"""

import re
from collections.abc import Iterator, Sequence

from att_graph import vocab
from att_graph.questions import TAGS, Question

SPACE = vocab.BASE + "question/"
PREFIXES = vocab.BASE + "question"
TARGET = vocab.BASE + "sparql"
_SORTS = {
    "SELECT": ("SPARQLSelectExecutable", "select"),
    "ASK": ("SPARQLAskExecutable", "ask"),
    "CONSTRUCT": ("SPARQLConstructExecutable", "construct"),
}
_PREFIX = re.compile(r"^PREFIX ([\w-]*): <([^>]*)>", re.MULTILINE)


def page(questions: Sequence[Question]) -> str:
    """The catalogue as Markdown: what there is by tag, then each question."""
    lines = [
        "# Questions",
        "",
        f"Made from the headers of the {len(questions)} files in `queries/questions/` by",
        "`make questions`; change it there. Each file runs as it stands in any SPARQL tool;",
        "`att-graph ask NAME KEY=VALUE` fills its parameters; `--with-evidence` adds the words",
        "that prove each row.",
        "",
        *_table(("about", "questions"), _by_tag(questions)),
    ]
    for each in questions:
        lines += ["", f"## {each.name}", "", *_question(each)]
    return "\n".join(lines) + "\n"


def turtle(questions: Sequence[Question]) -> str:
    """The questions as `sh:SPARQLExecutable`. Standard: SHACL Advanced Features, section 5."""
    prefixes = {name: space for each in questions for name, space in _PREFIX.findall(each.text)}
    out = [
        f"@prefix {name}: <{vocab.PREFIXES[name]}> ."
        for name in ("owl", "rdf", "rdfs", "schema", "sh", "xsd")
    ]
    out += ["", f"<{PREFIXES}> a owl:Ontology ;"]
    declared = [
        f'    sh:declare [ sh:prefix "{name}" ; sh:namespace "{space}"^^xsd:anyURI ]'
        for name, space in sorted(prefixes.items())
    ]
    out.append(" ;\n".join(declared) + " .")
    for each in questions:
        out += ["", *_executable(each)]
    return "\n".join(out) + "\n"


def query(question: Question) -> str:
    """The query without its header."""
    return re.sub(r"^#\+.*\n", "", question.text, flags=re.MULTILINE).strip("\n") + "\n"


def _executable(question: Question) -> Iterator[str]:
    words = re.sub(r"(?m)#.*$|<[^>]*>|\"[^\"]*\"", "", query(question))
    found = re.search(r"\b(SELECT|ASK|CONSTRUCT)\b", words)
    kind, link = _SORTS[found[1] if found else "SELECT"]
    yield f"<{SPACE}{question.name}> a sh:SPARQLExecutable, sh:{kind} ;"
    yield f"    rdfs:label {_text(question.name)} ;"
    comments = [f"{_text(question.summary)}@en"]
    comments += [f"{_text(question.summary_zh)}@zh"] if question.summary_zh else []
    yield f"    rdfs:comment {', '.join(comments)} ;"
    if question.description:
        yield f"    schema:description {_text(question.description)}@en ;"
    if question.tags:
        yield f"    schema:keywords {', '.join(map(_text, question.tags))} ;"
    yield f"    schema:target <{TARGET}> ;"
    yield f"    sh:prefixes <{PREFIXES}> ;"
    yield f"    sh:{link} {_long(query(question))} ."


def _question(question: Question) -> Iterator[str]:
    yield f"**{question.summary}** {question.summary_zh}".rstrip()
    if question.description:
        yield from ("", question.description)
    if question.params:
        rows = [(f"`{p.name}`", p.kind, f"`{p.example}`", p.description) for p in question.params]
        yield from ("", *_table(("parameter", "kind", "example", "meaning"), rows))
    columns = [(f"`{name}`", meaning) for name, meaning in question.columns.items()]
    yield from ("", *_table(("column", "meaning"), columns))
    shown = f"Best shown as: {question.view}."
    if question.evidence:
        shown += f" Its evidence is that of `{question.evidence}`."
    elif question.no_evidence:
        shown += f" No evidence of its own: {question.no_evidence}."
    yield from ("", shown, "", f"    att-graph ask {_call(question)}")


def _call(question: Question) -> str:
    given = [f"{p.name}={p.example}" for p in question.params]
    return " ".join(
        [question.name, *(f"'{g}'" if re.search(r"[^\w=/:.-]", g) else g for g in given)]
    )


def _by_tag(questions: Sequence[Question]) -> list[tuple[str, ...]]:
    return [
        (tag, ", ".join(f"[{q.name}](#{q.name})" for q in questions if tag in q.tags))
        for tag in TAGS
        if any(tag in q.tags for q in questions)
    ]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    body = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in body]


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _long(text: str) -> str:
    return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
