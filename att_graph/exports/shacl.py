"""A validation as the report that the SHACL standard describes (section 3.6), in Turtle."""

import re

import pyoxigraph as ox

from att_graph import vocab
from att_graph.validation.faults import Fault, Report
from att_graph.validation.wording import compared, more

_PREFIXES = "".join(
    f"@prefix {name}: <{vocab.PREFIXES[name]}> .\n" for name in ("dcterms", "rdfs", "sh")
)
_TOKEN = re.compile(r"\s*(<[^>]*>|[\^/|()*+?]|[^\s\^/|()*+?<>]+:[^\s|()*+?<>]*)")
_REPEATED = {"*": "zeroOrMorePath", "+": "oneOrMorePath", "?": "zeroOrOnePath"}


def render(report: Report) -> str:
    """A report → Turtle; messages in every language they have, blank nodes by one name each."""
    clean = not report.faults and not report.more  # SHACL: any result, whatever its severity
    names: dict[str, str] = {}
    results = [_fault(fault, names) for fault in report.faults]
    said = [note for note in (more(report), compared(report)) if note]
    parts = [f"sh:conforms {str(clean).lower()}"]
    if said:
        parts.append(f"rdfs:comment {ox.Literal('; '.join(said), language='en')}")
    if results:
        parts.append("sh:result\n" + " ,\n".join(results))
    return f"{_PREFIXES}\n[] a sh:ValidationReport ;\n    " + " ;\n    ".join(parts) + " ."


def _fault(fault: Fault, names: dict[str, str]) -> str:
    result = fault.result
    spoken = result.messages or (("", result.message),)
    parts = [
        "a sh:ValidationResult",
        f"sh:focusNode {_node(result.focus, names)}",
        f"sh:resultSeverity sh:{result.severity.capitalize()}",
        f"sh:sourceConstraintComponent <{result.component}>",
        "sh:resultMessage " + " , ".join(_said(text, lang) for lang, text in spoken),
    ]
    path = "" if not result.path else _path(result.path)
    if path:
        parts.append(f"sh:resultPath {path}")
    if result.value:
        parts.append(f"sh:value {_node(result.value, names)}")
    if result.source_shape:
        parts.append(f"sh:sourceShape <{result.source_shape}>")
    if result.code:
        parts.append(f"dcterms:identifier {ox.Literal(result.code)}")
    body = " ;\n            ".join(parts)
    return f"        [ {body} ]"


def _said(text: str, lang: str) -> str:
    return str(ox.Literal(text, language=lang) if lang else ox.Literal(text))


def _node(name: str, names: dict[str, str]) -> str:
    if name.startswith("_:"):
        return names.setdefault(name, f"_:b{len(names) + 1}")
    return name if name.startswith(("<", '"')) else f"<{name}>"


def _path(path: str) -> str:
    """A path as SPARQL writes it → as SHACL writes it in Turtle; empty for one not understood."""
    if re.fullmatch(r"[^\s<>\^/|()*+?]+:[^\s<>\^|()]*", path):
        return f"<{path}>"
    tokens = _TOKEN.findall(path)
    if "".join(tokens) != re.sub(r"\s", "", path):
        return ""
    try:
        made = _either(tokens)
    except IndexError:
        return ""
    return "" if tokens else made


def _either(tokens: list[str]) -> str:
    steps = [_sequence(tokens)]
    while tokens[:1] == ["|"]:
        tokens.pop(0)
        steps.append(_sequence(tokens))
    return steps[0] if len(steps) == 1 else f"[ sh:alternativePath ( {' '.join(steps)} ) ]"


def _sequence(tokens: list[str]) -> str:
    steps = [_step(tokens)]
    while tokens[:1] == ["/"]:
        tokens.pop(0)
        steps.append(_step(tokens))
    return steps[0] if len(steps) == 1 else f"( {' '.join(steps)} )"


def _step(tokens: list[str]) -> str:
    token = tokens.pop(0)
    if token == "^":
        return f"[ sh:inversePath {_step(tokens)} ]"
    made = token
    if token == "(":
        made = _either(tokens)
        tokens.pop(0)
    elif not token.startswith("<"):
        made = f"<{token}>"
    while tokens[:1] and tokens[0] in _REPEATED:
        made = f"[ sh:{_REPEATED[tokens.pop(0)]} {made} ]"
    return made
