"""What the quick engine is proven to read as pySHACL does: anything else is left to pySHACL.

Both are asked the same 800 questions by the tests; what they answer differently is refused here,
and so is what was never asked. Of shapes: `unproven_shapes`. Of data: `unproven_data`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from att_graph import vocab

_SH, _RDF, _XSD, _OWL = (vocab.PREFIXES[name] for name in ("sh", "rdf", "xsd", "owl"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROVEN = _words(
    """
    targetClass targetNode targetSubjectsOf targetObjectsOf property path inversePath
    alternativePath zeroOrMorePath zeroOrOnePath minCount maxCount class datatype nodeKind pattern
    minLength maxLength minInclusive maxInclusive minExclusive maxExclusive uniqueLang languageIn
    equals disjoint lessThan lessThanOrEquals hasValue in and or xone not closed ignoredProperties
    sparql select prefixes declare prefix namespace message name description severity order group
    defaultValue
    """
)
_SINGLE = _words(
    """
    path minCount maxCount datatype nodeKind pattern minLength maxLength minInclusive maxInclusive
    minExclusive maxExclusive uniqueLang languageIn in not closed ignoredProperties severity select
    """
)
_LISTS = ("in", "and", "or", "xone", "languageIn")
_LIMITS = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
_PAIRS = ("lessThan", "lessThanOrEquals")
_NUMBERS = _words(
    """
    integer decimal double float byte short int long unsignedByte unsignedShort unsignedInt
    unsignedLong positiveInteger nonNegativeInteger negativeInteger nonPositiveInteger
    """
)
_DAYS = _words("date dateTime gYear gYearMonth")
_TEXTS = _words("string anyURI boolean")
# Of a pattern: no `\w`, `\p{…}` or `\b`, no looking around or back, no arithmetic of sets.
_PATTERN = re.compile(
    r"(?:[^\\\[(]|\\[dDsS.()\[\]{}*+?^$|\\/-]|\((?!\?)|\(\?:|\[\^?(?:(?!--|&&|~~)[^\[\]\\]|\\[dDsS.\[\]\\/^-])*\])*"
)
QUERY = re.compile(r"(?is)^\s*(?:PREFIX\s+\S*\s*<[^>]*>\s*)*SELECT\s+(?:DISTINCT\s+)?([$?\w\s]+?)\s*(?:WHERE\s*)?\{(.*)$")  # fmt: skip  # noqa: E501
REMARK = re.compile(r"(?m)(?:^|\s)#.*$")
_TYPED = re.compile(r'"((?:[^"\\\n]|\\.)*)"\^\^<' + re.escape(_XSD) + r"(\w+)> \.$", re.MULTILINE)
_NUMBER = re.compile(r"[+-]?(?:\d{1,17}(?:\.\d{0,17})?|\.\d{1,17})", re.ASCII)
_WORD = re.compile(r"(?!inf|nan)[a-z]{0,40}", re.IGNORECASE | re.ASCII)  # no number to anybody
_DAY = re.compile(r"(?!.*\d{10})[!-~]{0,32}")
_DURATION = re.compile(
    r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?", re.ASCII
)
_LAST = {"date": "9999-12-31", "dateTime": "9999-12-31T23:59:59"}  # how each is written

About = dict[object, dict[str, list[object]]]


def about(rules: Iterable[ox.Triple]) -> About:
    """Shapes → each subject, its properties (those of SHACL by their short name), their values."""
    found: About = {}
    for rule in rules:
        said = found.setdefault(rule.subject, {})
        said.setdefault(rule.predicate.value.removeprefix(_SH), []).append(rule.object)
    return found


def items(shapes: About, head: object) -> list[object]:
    """An RDF list → its members."""
    found, seen = [], set()
    while head in shapes and head not in seen:
        seen.add(head)
        found += shapes[head].get(_RDF + "first", [])
        head = next(iter(shapes[head].get(_RDF + "rest", [])), None)
    return found


def unproven_shapes(shapes: About) -> str | None:
    """The first feature of shapes on which the quick engine is not proven; None where it is."""
    return next(iter(_features(shapes)), None)


def _features(shapes: About) -> Iterator[str]:
    for subject, said in shapes.items():
        terms = [name for name in said if "/" not in name]
        if not terms:
            continue
        for name in terms:
            if name not in _PROVEN:
                yield f"sh:{name}"
            elif name in _SINGLE and len(said[name]) > 1:
                yield f"sh:{name} twice"
        yield from _values(shapes, subject, said)
        yield from (
            f"the path of {_named(subject)}" for p in said.get("path", ()) if _odd(shapes, p)
        )
        yield from _queries(shapes, said)


def _values(shapes: About, subject: object, said: dict[str, list[object]]) -> Iterator[str]:
    kinds = {getattr(kind, "value", "") for kind in said.get(_RDF + "type", ())}
    if _OWL + "Class" in kinds or _SH + "ConstraintComponent" in kinds:
        yield "a class as a shape" if _OWL + "Class" in kinds else "constraint components"
    for name in (each for each in _LISTS if each in said):
        if any(not items(shapes, head) for head in said[name]):
            yield f"an empty list of sh:{name}"
    for kind in (getattr(each, "value", "") for each in said.get("datatype", ())):
        known = kind.removeprefix(_XSD)
        if known not in _NUMBERS | _DAYS | _TEXTS | {"duration", _RDF + "langString"}:
            yield f"sh:datatype <{kind}>"
    for value in (getattr(each, "value", "") for each in said.get("pattern", ())):
        if not _PATTERN.fullmatch(value) or not _compiles(value):
            yield f"the pattern {value}"
    for name in ("uniqueLang", "closed"):
        if any(getattr(each, "value", "") not in ("true", "false") for each in said.get(name, ())):
            yield f"sh:{name} without true or false"
    if any(getattr(each, "value", "0") == "0" for each in said.get("minLength", ())):
        yield "sh:minLength 0"
    counted = {"minCount", "maxCount", "uniqueLang", *_PAIRS} & said.keys()
    if counted and "path" not in said:
        yield f"sh:{min(counted)} without a path"
    if any(
        not getattr(n, "value", "").isdigit()
        for c in ("minCount", "maxCount")
        for n in said.get(c, ())
    ):
        yield "a count that is no number"
    if any(prop not in shapes or "path" not in shapes[prop] for prop in said.get("property", ())):
        yield "sh:property without a path"
    if "closed" in said and any(
        not isinstance(path, ox.NamedNode)
        for prop in said.get("property", ())
        for path in shapes.get(prop, {}).get("path", ())
    ):
        yield "sh:closed beside a path of several steps"
    if {*_LIMITS, *_PAIRS} & said.keys() and any(
        not isinstance(path, ox.NamedNode) for path in said.get("path", [None])
    ):
        yield "a comparison of values that no single property leads to"


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _odd(shapes: About, path: object, inside: bool = False) -> bool:
    """Whether a path is other than those that were tried."""
    said = shapes.get(path, {})
    if isinstance(path, ox.NamedNode):
        return False
    if steps := items(shapes, path):
        return inside or len(steps) < 2 or any(_odd(shapes, step) for step in steps)
    either = [step for head in said.get("alternativePath", ()) for step in items(shapes, head)]
    single = [said[n][0] for n in ("inversePath", "zeroOrMorePath", "zeroOrOnePath") if n in said]
    parts = either or single
    return not parts or any(not isinstance(part, ox.NamedNode) for part in parts)


def _queries(shapes: About, said: dict[str, list[object]]) -> Iterator[str]:
    for node in said.get("sparql", ()):
        constraint = shapes.get(node, {})
        texts = [getattr(each, "value", "") for each in constraint.get("select", ())]
        if not texts:
            yield "sh:sparql without sh:select"
        paths = said.get("path", [])
        if paths and len(set(_tells(shapes, said))) > 1:
            yield "one SELECT with ?value and one without"
        for text in texts:
            yield from _query(text, paths)
            if not _reads(prefixes(shapes, constraint) + text.replace("$PATH", "<p:p>")):
                yield "a query that cannot be read"


def prefixes(shapes: About, constraint: dict[str, list[object]]) -> str:
    """The PREFIX lines of a constraint's query, from its sh:prefixes."""
    declared = [
        {name: getattr(values[0], "value", "") for name, values in shapes.get(node, {}).items()}
        for header in constraint.get("prefixes", ())
        for node in shapes.get(header, {}).get("declare", ())
    ]
    return "".join(f"PREFIX {d.get('prefix')}: <{d.get('namespace')}>\n" for d in declared)


def _reads(query: str) -> bool:
    try:
        ox.Store().query(query)
    except (SyntaxError, ValueError):
        return False
    return True


def silent(shapes: About) -> set[str]:
    """The property shapes, as in N-Triples, whose queries tell no value.

    The quick engine puts each value of the path in its place, where pySHACL puts none.
    """
    return {
        str(shape)
        for shape, said in shapes.items()
        if "path" in said and said.get("sparql") and not any(_tells(shapes, said))
    }


def _tells(shapes: About, said: dict[str, list[object]]) -> Iterator[bool]:
    """Of each query of a shape, whether it tells ?value."""
    for node in said.get("sparql", ()):
        for text in (getattr(each, "value", "") for each in shapes[node].get("select", ())):
            parts = QUERY.match(re.sub(REMARK, " ", text))
            yield bool(parts and re.search(r"[$?]value\b", parts[1]))


def _query(text: str, paths: list[object]) -> Iterator[str]:
    """What a query does that was not tried, or gave other rows."""
    parts = QUERY.match(re.sub(REMARK, " ", text))
    if not parts:
        yield "a SELECT that computes what it tells"
        return
    told = set(re.findall(r"[$?](\w+)", parts[1]))
    body = parts[2]
    if "this" not in told:
        yield "a SELECT without $this"
    for name in {"value", "path"} - told:
        if re.search(rf"[$?]{name}\b", body):
            yield f"?{name} in a query that does not tell it"
    if told & {"value", "path"} and re.search(r"(?i)\bAS\s+[$?](?:value|path)\b", body):
        yield "a SELECT that computes what it tells"
    if "$PATH" in body and not all(isinstance(path, ox.NamedNode) for path in paths):
        yield "$PATH of several steps"
    if re.search(
        r"(?i)[$?](?:shapesGraph|currentShape|failure)\b|\b(?:VALUES|SERVICE|MINUS)\b", text
    ):
        yield "a query with VALUES, SERVICE, MINUS, $shapesGraph, $currentShape or ?failure"
    if re.search(r"(?i)\b(?:BIND|LIMIT|OFFSET)\b", body):
        yield "a query with BIND, LIMIT or OFFSET"


def unproven_data(shapes: About, lines: str) -> str | None:
    """The first value of the data, as N-Triples, that the engines may read otherwise, else None."""
    for match in _TYPED.finditer(lines):
        if not _alike(match[1], match[2]):
            return f'"{match[1][:40]}" as xsd:{match[2]}'
    for family, predicates in _compared(shapes):
        for value in (each for predicate in predicates for each in _objects(lines, predicate)):
            here = _family(value)
            if not here or here != (family or here):
                return f"{value[:60]} where values are compared"
            family = here
    return None


def _objects(lines: str, predicate: str) -> Iterator[str]:
    mark = f"> <{predicate}> "
    place = lines.find(mark)
    while place >= 0:
        start = place + len(mark)
        if lines[start] != ".":  # else the predicate is the object of another triple
            yield lines[start : lines.index(" .\n", start)]
        place = lines.find(mark, start)


def _alike(text: str, kind: str) -> bool:
    """Whether both engines say the same of a text as a value of a datatype."""
    if kind in _NUMBERS:
        return bool(_NUMBER.fullmatch(text) or _WORD.fullmatch(text))
    if kind == "duration":
        return bool(_DURATION.fullmatch(text))
    return bool(kind not in _DAYS or _DAY.fullmatch(text))


def _compared(shapes: About) -> Iterator[tuple[str, list[str]]]:
    """Properties whose values are compared with each other or with a limit of a family."""
    for said in shapes.values():
        paths = [path.value for path in said.get("path", ()) if isinstance(path, ox.NamedNode)]
        for name in _LIMITS:
            yield from ((_family(str(limit)), paths) for limit in said.get(name, ()))
        for name in _PAIRS:
            for other in said.get(name, ()):
                yield "", [*paths, getattr(other, "value", "")]


@cache
def _family(value: str) -> str:
    """The family of a value within which `<` says the same in both engines; "" is none."""
    match = _TYPED.fullmatch(f"{value} .")
    if not match:
        return ""
    text, kind = match.groups()
    if kind in _NUMBERS:
        return "number" if _NUMBER.fullmatch(text) else ""
    last = _LAST.get(kind, "")
    if re.sub(r"[0-9]", "9", text) != re.sub(r"[0-9]", "9", last):
        return ""
    limit = ox.Literal(last, datatype=ox.NamedNode(_XSD + kind))
    return kind if ox.Store().query(f"ASK {{ FILTER({value} <= {limit}) }}") else ""


def _named(node: object) -> str:
    return getattr(node, "value", "") if isinstance(node, ox.NamedNode) else "a shape"
