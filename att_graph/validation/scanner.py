"""Turtle text in; its triples out, each with the places in the text where its parts stand.

A parser of our own beside Oxigraph's, since no RDF library keeps places. It reads what Oxigraph has
accepted (Turtle 1.1, N-Triples, N-Quads, TriG; the graph of a quad is passed over), so it checks no
more than it needs to stay in step. Statements about other subjects are passed over whole.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NoReturn

import pyoxigraph as ox

from att_graph import vocab

Span = tuple[int, int]  # code points of the text, half-open

_RDF = vocab.PREFIXES["rdf"]
_XSD = vocab.PREFIXES["xsd"]
_NAME = r"(?:[\w\-:%]|[^\x00-\x7f]|\\.)"
_PATTERNS = {
    "space": r"(?:[ \t\r\n]++|#[^\r\n]*+)++",
    "iri": r"<[^<>]*+>",
    "text": r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"""' + r"|'''(?:[^'\\]++|\\.|'{1,2}+(?!'))*+'''"
    r'|"(?:[^"\\\r\n]++|\\.)*+"' + r"|'(?:[^'\\\r\n]++|\\.)*+'",
    "lang": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "double": r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+",
    "decimal": r"[+-]?[0-9]*\.[0-9]+",
    "integer": r"[+-]?[0-9]+",
    "blank": rf"_:{_NAME}(?:{_NAME}|\.++(?={_NAME}))*+",
    "name": rf"(?:(?:[^\W\d_]|[^\x00-\x7f])(?:[\w\-]|\.++(?=[\w\-]))*+)?:"
    rf"(?:{_NAME}|\.++(?={_NAME}))*+",
    "word": r"[A-Za-z]+",
    "mark": r"\^\^|[.;,\[\](){}]",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{p})" for kind, p in _PATTERNS.items()), re.DOTALL)
_BODY = re.compile(
    "(?:"
    + "|".join(f"(?:{p})" for kind, p in _PATTERNS.items() if kind != "mark")
    + r"|\^\^|[;,\[\]()])*+\.",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_BACKSLASH = "\\"  # in a local name it stands before a mark, and only there
_CONTROL = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_IRI = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)


class OutOfStepError(Exception):
    """The text is not what this scanner reads: no place in it can be told."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A triple, its terms as in N-Triples, and the spans of subject, predicate and object."""

    subject: str
    predicate: str
    object: str
    at: tuple[Span, Span, Span]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: Span


def scan(text: str, wanted: Container[str] | None = None) -> Iterator[Placed]:
    """The triples of a text in its order; if `wanted` is given, at least those of these subjects.

    Terms are as in N-Triples; a blank node is `_:` with its label, or with a name that no label can
    have. Raises OutOfStepError for what is no Turtle, or is of a later version.
    """
    reader = _Reader(text, wanted)
    try:
        yield from reader.document()
    except (RecursionError, KeyError, ValueError) as error:
        raise OutOfStepError(str(error)) from error


class _Reader:
    def __init__(self, text: str, wanted: Container[str] | None) -> None:
        self.text, self.wanted = text, wanted
        self.place = 0
        self.base = ""
        self.prefixes: dict[str, str] = {}
        self.named: dict[str, str] = {}  # a name or IRI as written → its term
        self.found: list[Placed] = []
        self.token = self.read()

    def read(self) -> _Token:
        """The next token; of kind "" at the end."""
        while self.place < len(self.text):
            match = _TOKEN.match(self.text, self.place)
            if match is None:
                raise OutOfStepError(f"no token at {self.place}")
            self.place = match.end()
            if match.lastgroup != "space":
                return _Token(match.lastgroup or "", match[0], match.span())
        return _Token("", "", (self.place, self.place))

    def take(self, mark: str = "") -> _Token:
        """The token that stands next, which must be this mark, if one is given."""
        taken = self.token
        if mark and taken.text != mark:
            self.lost()
        self.token = self.read()
        return taken

    def lost(self) -> NoReturn:
        raise OutOfStepError(f"{self.token.text!r} at {self.token.at[0]}")

    def document(self) -> Iterator[Placed]:
        while self.token.kind:
            if self.token.text in ("{", "}"):
                self.take()
            elif not self.directive():
                self.statement()
                yield from self.found
                self.found.clear()

    def directive(self) -> bool:
        word = self.token.text.lower()
        if word == "graph" and self.token.kind == "word":
            self.take()
            self.term()
            self.take("{")
            return True
        if word.removeprefix("@") not in ("prefix", "base", "version"):
            return False
        self.take()
        if word.endswith("prefix"):
            name = self.take().text
            self.prefixes[name] = self.resolved(self.take())
        elif word.endswith("base"):
            self.base = self.resolved(self.take())
        else:
            self.take()
        self.named.clear()
        if word.startswith("@"):
            self.take(".")
        return True

    def statement(self) -> None:
        start = self.token
        named = start.kind in ("iri", "name", "blank")
        if named and self.wanted is not None and self.iri_or_blank(start) not in self.wanted:
            return self.pass_over()
        bare = start.text == "["
        subject, at = self.term()
        if self.token.text == "{":  # what was read is the name of a graph
            self.take()
            return None
        if not (bare and self.token.text in (".", "}")):
            self.predicates(subject, at)
        if self.token.kind not in ("mark", ""):
            self.term()  # the graph of a quad
        if self.token.text != "}":
            self.take(".")
        return None

    def pass_over(self) -> None:
        match = _BODY.match(self.text, self.place)
        if match is None or self.token.kind == "":
            self.wanted = None  # a graph's braces: each triple is read
            return self.statement()
        self.place = match.end()
        self.token = self.read()
        return None

    def predicates(self, subject: str, at: Span) -> None:
        """`predicate object, object; predicate object` about a subject."""
        while True:
            predicate = self.take()
            relation = f"<{_RDF}type>" if predicate.text == "a" else self.iri_or_blank(predicate)
            while True:
                home = len(self.found)
                value, place = self.term()
                self.found.insert(home, Placed(subject, relation, value, (at, predicate.at, place)))
                if self.token.text != ",":
                    break
                self.take()
            if self.token.text != ";":
                return
            while self.token.text == ";":
                self.take()
            if self.token.text in (".", "]", "}", ""):
                return

    def term(self) -> tuple[str, Span]:
        """The term that stands next, and where; what is nested in it goes to `found`."""
        token = self.take()
        if token.text == "[":
            return self.nested(token)
        if token.text == "(":
            return self.collection(token)
        if token.kind == "text":
            return self.literal(token)
        if token.kind in ("integer", "decimal", "double"):
            return _literal(token.text, token.kind), token.at
        if token.text in ("true", "false"):
            return _literal(token.text, "boolean"), token.at
        return self.iri_or_blank(token), token.at

    def nested(self, opening: _Token) -> tuple[str, Span]:
        name = f"_: {opening.at[0]}"
        if self.token.text != "]":
            self.predicates(name, opening.at)
        self.take("]")
        return name, opening.at

    def collection(self, opening: _Token) -> tuple[str, Span]:
        head = before = ""
        at = opening.at
        while self.token.text != ")":
            start = self.token.at
            link = f"_: {start[0]} item"
            if before:
                rest = Placed(before, f"<{_RDF}rest>", link, (at, start, start))
                self.found.append(rest)
            head, before, at = head or link, link, start
            value, place = self.term()
            first = Placed(link, f"<{_RDF}first>", value, (place, place, place))
            self.found.append(first)
        end = self.take().at
        if before:
            nil = Placed(before, f"<{_RDF}rest>", f"<{_RDF}nil>", (at, end, end))
            self.found.append(nil)
        return head or f"<{_RDF}nil>", opening.at

    def literal(self, token: _Token) -> tuple[str, Span]:
        width = 3 if token.text[:3] in ('"""', "'''") else 1
        text = _unescaped(token.text[width:-width])
        if self.token.kind == "lang" and self.token.at[0] == token.at[1]:
            tag = self.take()
            written = str(ox.Literal(text, language=tag.text[1:]))
            return written, (token.at[0], tag.at[1])
        if self.token.text == "^^":
            self.take()
            kind = self.take()
            datatype = ox.NamedNode(self.iri_or_blank(kind)[1:-1])
            return str(ox.Literal(text, datatype=datatype)), (token.at[0], kind.at[1])
        return str(ox.Literal(text)), token.at

    def iri_or_blank(self, token: _Token) -> str:
        """An IRI or a blank node as N-Triples writes it; the same token gives the same."""
        known = self.named.get(token.text)
        if known is None:
            if token.kind == "blank":
                known = token.text
            elif token.kind == "iri":
                known = f"<{self.resolved(token)}>"
            elif token.kind == "name":
                prefix, _, local = token.text.partition(":")
                known = f"<{self.prefixes[prefix + ':']}{local.replace(_BACKSLASH, '')}>"
            else:
                raise OutOfStepError(f"{token.text!r} at {token.at[0]} is no name")
            self.named[token.text] = known
        return known

    def resolved(self, token: _Token) -> str:
        if token.kind != "iri":
            raise OutOfStepError(f"{token.text!r} at {token.at[0]} is no IRI")
        iri = _unescaped(token.text[1:-1])
        return resolve(self.base, iri) if self.base else iri


def resolve(base: str, relative: str) -> str:
    """A base IRI and a reference in; the IRI it stands for out. Standard: RFC 3986, section 5.2.

    What has a scheme or a host of its own keeps its path as written, dots too, as in Oxigraph.
    """
    scheme, host, path, query, fragment = _parts(relative)
    if scheme is not None:
        return relative
    scheme, base_host, base_path, base_query, _ = _parts(base)
    if host is not None:
        return f"{scheme}:{relative}"
    if not path:
        path, query = base_path, base_query if query is None else query
    elif path.startswith("/"):
        path = _without_dots(path)
    else:
        root = "/" if base_host is not None and not base_path else ""
        path = _without_dots(root + base_path[: base_path.rfind("/") + 1] + path)
    authority = "" if base_host is None else f"//{base_host}"
    return f"{scheme}:{authority}{path}{query or ''}{fragment or ''}"


def _parts(iri: str) -> tuple[str | None, str | None, str, str | None, str | None]:
    match = _IRI.fullmatch(iri)
    if match is None:
        raise OutOfStepError(iri)
    return match[1], match[2], match[3], match[4], match[5]


def _without_dots(path: str) -> str:
    """A path without its `.` and `..` steps. Standard: RFC 3986, section 5.2.4."""
    steps: list[str] = []
    parts = path.split("/")
    for place, step in enumerate(parts):
        if step == ".." and len(steps) > 1:
            steps.pop()
        if step not in (".", ".."):
            steps.append(step)
        elif place == len(parts) - 1:
            steps.append("")
    return "/".join(steps)


def _literal(text: str, kind: str) -> str:
    return str(ox.Literal(text, datatype=ox.NamedNode(_XSD + kind)))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _CONTROL.get(match[3], match[3])
