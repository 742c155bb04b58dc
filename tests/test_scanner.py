"""The scanner of Turtle: the triples Oxigraph reads, each with its parts at the right place."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from att_graph.validation.scanner import OutOfStepError, Placed, resolve, scan

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path
    for folder in ("data", "ontology", "shapes", "tests")
    for path in (ROOT / folder).rglob("*.ttl")
)
Terms = tuple[str, ...]

NASTY = {
    "empty": "# nothing\n",
    "prefixes": "@prefix : <http://e/> . PREFIX a.b: <http://f/>\nprefix x: <g:> \n:s a.b:p :o.",
    "base":
    "@base <http://e/a/b?q#f> . <c> <../d> <#x>, <?y>, <//h/a/../z>, </a/../r>, <> ,"
    "<./.>, <g;x=1/../y> .",
    "base twice":
    "BASE <http://e/a/> BASE <b/>\n<c> <d> <e> . @base <../x> . <c> <d> <urn:a/../b> .",
    "same prefix again":
    "@prefix p: <http://e/> . p:a p:b p:c . @prefix p: <http://f/> . p:a p:b p:c .",
    "escaped names":
    r"@prefix e: <http://e/> . e:a\,b e:c\.d e:%41\~x, e:1, e:_-x, e:a.b.c, e:, e:a\. .",
    "names with dots": "@prefix e: <http://e/> . e:a.b e:c.d e:f.e:g .\n_:b.c e:p _:b.c.",
    "colons in names": "@prefix e: <http://e/> . e:a:b e::c e:d: .",
    "Unicode names": "@prefix é: <http://e/> . é:条约 é:p-ü é:国·家 .",
    "escapes": r"""<http://e/\u0061> <http://e/\U00000062> "\u6761\t\n\"\\\'\b\f\r" .""",
    "long strings":
    '<a:s> <a:p> """a "quoted" \\""" \n. <x> # no comment ""\'""" , \'\'\'b\n\'\' c\'\'\' .',
    "empty strings": "<a:s> <a:p> \"\", '', \"\"\"\"\"\", '''''' .",
    "marks in strings":
    "<a:s> <a:p> \"; . , ] ) # <a>\", '. }', \"a'b\", 'a\"b' ; <a:q> '#' . # \" '\n",
    "comments": "<a:s># .\n<a:p> #;\n <a:o># ,\n.#",
    "no space": "<a:s><a:p>'x'@en,\"y\"^^<a:t>,<a:o>;<a:q>[],(1 2).<a:s><a:p>.5.",
    "languages": "<a:s> <a:p> 'x'@en-GB, 'y'@ZH-hans, 'z'@x-a .",
    "a language, then a name": "@prefix e: <http://e/> .\n<a:s> <a:p> 'x'@en.e:s e:p e:o .",
    "numbers": "<a:s> <a:p> 1, -1, +1, 1.0, .5, -.5, 1e5, 1.e5, 1.5E-3, .5e1, 01, 1.",
    "booleans and a": "<a:s> a <a:o> ; <a:p> true, false.",
    "datatypes":
    "@prefix x: <http://www.w3.org/2001/XMLSchema#> . <a:s> <a:p> '1'^^x:int, 'x'^^x:string .",
    "many semicolons": "<a:s> <a:p> <a:o> ;; ; <a:q> <a:r> ;;. <a:s> <a:t> 1 ; .",
    "labels": "_:a <a:p> _:b . _:b <a:p> _:a, _:1, _:a-b .",
    "nested": "[ <a:p> [ <a:q> [], [ <a:r> () ] ] ] . [] <a:p> [ a <a:o> ] ; <a:q> 'x' .",
    "lists": "(1 (2 [ <a:p> ( ) ]) 'x'@en) <a:p> ( <a:o> ) . () <a:p> (()) .",
    "blank lines and tabs": "\r\n\t<a:s>\r\n\t<a:p>\t\r\n<a:o>\r\n.\r\n",
    "keywords as names":
    "@prefix a: <http://a/> . @prefix true: <http://t/> . a:a a a:a ; true:a true .",
}  # fmt: skip


def own(text: str) -> list[Placed]:
    return list(scan(text))


def triples(found: list[Placed]) -> list[Terms]:
    return [(each.subject, each.predicate, each.object) for each in found]


def reference(text: str, form: ox.RdfFormat = ox.RdfFormat.TURTLE) -> list[Terms]:
    return [(str(q.subject), str(q.predicate), str(q.object)) for q in ox.parse(text, form)]


def same(ours: list[Terms], theirs: list[Terms]) -> bool:
    """Whether two lists of triples are equal, whatever their blank nodes are called."""
    if len(ours) != len(theirs):
        return False
    graphs = []
    for triples in (ours, theirs):
        names: dict[str, str] = {}
        lines = [" ".join(_plain(term, names) for term in terms) + " ." for terms in triples]
        graph = ox.Dataset(ox.parse("\n".join(lines), ox.RdfFormat.N_TRIPLES))
        graph.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
        graphs.append(Counter(map(str, graph)))
    return graphs[0] == graphs[1]


def _plain(term: str, names: dict[str, str]) -> str:
    return names.setdefault(term, f"_:n{len(names)}") if term.startswith("_:") else term


def test_every_turtle_file_of_the_project() -> None:
    assert len(FILES) > 290
    count = 0
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        ours, theirs = triples(own(text)), reference(text)
        blanks = [
            Counter(tuple("_:" if t.startswith("_:") else t for t in terms) for terms in each)
            for each in (ours, theirs)
        ]
        assert blanks[0] == blanks[1], path
        count += len(theirs)
    assert count > 30000


@pytest.mark.parametrize("name", NASTY)
def test_nasty_turtle(name: str) -> None:
    theirs = reference(NASTY[name])
    assert same(triples(own(NASTY[name])), theirs)
    assert theirs or name == "empty"


@pytest.mark.parametrize("name", sorted(set(NASTY) - {"base twice", "same prefix again"}))
def test_a_place_is_that_of_the_term(name: str) -> None:
    """What stands at a place, read again by itself with the text's prefixes, is the same term."""
    text = NASTY[name]
    for each in own(text):
        terms = (each.subject, each.predicate, each.object)
        for term, (start, end) in zip(terms, each.at, strict=True):
            there = text[start:end]
            if each.predicate.endswith(("#first>", "#rest>")):
                assert there  # the item, which stands for its link in the list
            elif term.startswith("_: "):
                assert there in ("[", "(")
            elif there in ("a", "("):
                assert term.endswith(("#type>", "#nil>"))
            else:
                again = reference(f"{text}\n<urn:only> <urn:only> {there} .")
                assert [o for s, _, o in again if s == "<urn:only>"] == [term]


@pytest.mark.parametrize("name", NASTY)
def test_other_subjects_are_passed_over(name: str) -> None:
    found = own(NASTY[name])
    for subject in {each.subject for each in found if not each.subject.startswith("_: ")}:
        kept = [each for each in scan(NASTY[name], {subject}) if each.subject == subject]
        assert kept == [each for each in found if each.subject == subject]


def test_lines_of_the_other_formats() -> None:
    quads = '<a:s> <a:p> "x"@en <a:g> .\n_:b <a:p> _:b .\n'
    assert triples(own(quads)) == reference(quads, ox.RdfFormat.N_QUADS)
    trig = (
        "@prefix e: <a:> . e:g { e:s e:p e:o . e:s e:q [ e:r 1 ] } { e:s e:p e:x } GRAPH e:h {}\n"
    )
    trig += "graph <a:i> { e:s e:p 'z' . } e:s e:p e:last . [] { e:t e:p e:o }"
    assert same(triples(own(trig)), reference(trig, ox.RdfFormat.TRIG))
    some = [each for each in scan(trig, {"<a:t>"}) if each.subject == "<a:t>"]
    assert len(some) == 1


@pytest.mark.parametrize(
    "text", ["<a:s> <a:p> ", "<a:s> <a:p> \"", "e:s e:p e:o .", "<a:s> <a:p> <<( 1 )>> .", "1 . 2",
             "<a:s> <a:p> <a:o> ] .", "[" * 5000, "(" * 5000, "@prefix", "@prefix a: b: ."]
)  # fmt: skip
def test_what_is_out_of_step_is_said(text: str) -> None:
    with pytest.raises(OutOfStepError):
        own(text)


@pytest.mark.parametrize(
    ("relative", "resolved"),
    [  # RFC 3986, section 5.4
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("http:g", "http:g"),
    ],
)  # fmt: skip
def test_references_are_resolved_as_the_standard_says(relative: str, resolved: str) -> None:
    assert resolve("http://a/b/c/d;p?q", relative) == resolved


SPACE = st.sampled_from([" ", "\n", "\t", " # . ; \" '\n", "\r\n", "  "])
WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)
LOCAL = st.text(st.sampled_from("ab1-_.:é国%"), max_size=6).map(
    lambda name: name.replace("%", "%4a").strip(".").lstrip("-.")
)


def _quoted(text: str, style: str) -> str:
    escaped = "".join(
        {"\\": "\\\\", "\n": "\\n", "\r": "\\r", style[0]: "\\" + style[0]}.get(c, c) for c in text
    )
    if len(style) == 3:
        escaped = escaped.replace("\\n", "\n")
    return f"{style}{escaped}{style}"


IRIS = st.one_of(
    LOCAL.map(lambda name: f"e:{name}"),
    LOCAL.map(lambda name: f"<http://e/{name}>"),
    LOCAL.map(lambda name: f"<{name.replace(':', '')}>"),
    st.sampled_from([r"e:x\,y", r"<http://e/\u00e9>", "<#f>", "<../u>", ":", "e:a.b"]),
)
LITERALS = st.one_of(
    st.builds(_quoted, WORDS, st.sampled_from(['"', "'", '"""', "'''"])),
    st.builds(_quoted, WORDS, st.just('"')).map(lambda text: text + "@en-GB"),
    st.builds(_quoted, WORDS, st.just("'")).map(lambda text: text + "^^e:t"),
    st.sampled_from(["1", "-2.5", "1e9", ".5", "true", "false"]),
)
BLANKS = st.sampled_from(["_:a", "_:b.c", "_:1"])


@st.composite
def statements(draw: st.DrawFn) -> str:
    """A statement of Turtle in one of many ways of writing it."""

    def spaced(*parts: str) -> str:
        return "".join(part + draw(SPACE) for part in parts)

    def value(depth: int) -> str:
        sort = draw(st.integers(0, 5 if depth else 3))
        if sort == 4:
            return f"[{draw(SPACE)}{pairs(depth - 1) if draw(st.booleans()) else ''}]"
        if sort == 5:
            return spaced("(", *(value(depth - 1) for _ in range(draw(st.integers(0, 3))))) + ")"
        return draw((IRIS, LITERALS, LITERALS, BLANKS)[sort])

    def pairs(depth: int) -> str:
        made = []
        for _ in range(draw(st.integers(1, 3))):
            values = [value(depth) for _ in range(draw(st.integers(1, 3)))]
            predicate = "a" if draw(st.integers(0, 4)) == 0 else draw(IRIS)
            made.append(spaced(predicate) + f"{draw(SPACE)},{draw(SPACE)}".join(values))
        return f"{draw(SPACE)};{draw(SPACE)}".join(made) + draw(SPACE)

    subject = draw(st.one_of(IRIS, BLANKS, st.just("[]"), st.just("( 1 )")))
    return spaced(subject) + pairs(2) + "." + draw(SPACE)


@settings(max_examples=300, deadline=None)
@given(st.lists(statements(), min_size=1, max_size=4))
def test_any_turtle_is_read_as_oxigraph_reads_it(parts: list[str]) -> None:
    head = "@base <http://e/x/y> . @prefix e: <http://e/> . PREFIX : <http://f#>\n"
    text = head + "".join(parts)
    theirs = reference(text)
    found = own(text)
    blank = [
        Counter(tuple("_:" if t.startswith("_:") else t for t in terms) for terms in each)
        for each in (triples(found), theirs)
    ]
    assert blank[0] == blank[1]
    for subject in {each.subject for each in found if not each.subject.startswith("_:")}:
        kept = [each for each in scan(text, {subject}) if each.subject == subject]
        assert kept == [each for each in found if each.subject == subject]
