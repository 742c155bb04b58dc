"""A query of a shape in; the same query with one condition dropped or turned round out.

Each FILTER and HAVING is dropped and negated, each comparison includes or excludes its bound or is
turned round, each `&&` becomes `||` and the reverse, each branch of a UNION is dropped, each
OPTIONAL is required, each number goes one up. Each statement of a pattern is dropped too.
"""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""\#[^\n]*|<[^<>"{}|^`\\\s]*>|\"\"\".*?\"\"\"|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
    r"""|[?$]\w+|[A-Za-z][\w-]*:[\w./%-]*\w|\w+|&&|\|\||!=|<=|>=|\^\^|\s+|.""",
    re.S,
)
_TURNED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "=", "&&": "||", "||": "&&"}
_OPEN, _CLOSE = {"(": ")", "{": "}"}, {")", "}"}


def changed(query: str) -> Iterator[tuple[str, str]]:
    """Every change: (what is said of it, the changed query)."""
    tokens = [t for t in _TOKEN.findall(query) if not t.startswith("#")]
    made: dict[str, str] = {}
    for how, new in _changes(tokens):
        text = "".join(new)
        if text not in made and "".join(text.split()) != "".join("".join(tokens).split()):
            made[text] = how
    seen: dict[str, int] = {}
    for text, how in made.items():
        number = seen[how] = seen.get(how, 0) + 1
        yield (how if number == 1 else f"{how} ({number})"), text


def _changes(tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    for at, token in enumerate(tokens):
        before, after = tokens[:at], tokens[at + 1 :]
        match token.upper():
            case "FILTER" | "HAVING" as word:
                end = _end(tokens, at + 1)
                said = " ".join("".join(tokens[at:end]).split())
                yield f"{said} dropped", [*before, *tokens[end:]]
                yield f"{said} negated", [*before, *_negated(tokens[at:end], word), *tokens[end:]]
            case "UNION":
                start, end = _begin(tokens, at), _end(tokens, at + 1)
                yield "branch before UNION dropped", [*tokens[:start], *tokens[at + 1 :]]
                yield "branch after UNION dropped", [*before, *tokens[end:]]
            case "OPTIONAL":
                yield "OPTIONAL required", [*before, *after]
            case _ if token in _TURNED and not _inside(tokens, at):
                around = " ".join("".join(tokens[max(0, at - 4) : at + 5]).split())
                yield f"{token} to {_TURNED[token]} in {around}", [*before, _TURNED[token], *after]
            case _ if token.isdigit():
                around = " ".join("".join(tokens[max(0, at - 6) : at + 1]).split())
                yield f"{around} one up", [*before, str(int(token) + 1), *after]
    yield from _statements(tokens)


def _inside(tokens: list[str], at: int) -> bool:
    """Whether an equals sign is none of a comparison: that of a BIND or of a separator."""
    return tokens[at] == "=" and "separator" in "".join(tokens[max(0, at - 3) : at]).lower()


def _skip(tokens: list[str], at: int) -> int:
    while at < len(tokens) and tokens[at].isspace():
        at += 1
    return at


def _end(tokens: list[str], at: int) -> int:
    """Where the expression or group that starts here ends."""
    at = _skip(tokens, at)
    while tokens[at] not in _OPEN:  # NOT EXISTS, or the name of a function
        at += 1
    depth = 0
    while True:
        depth += (tokens[at] in _OPEN) - (tokens[at] in _CLOSE)
        at += 1
        if not depth:
            return at


def _begin(tokens: list[str], at: int) -> int:
    """Where the group that ends before this token begins."""
    depth = 0
    while True:
        at -= 1
        depth += (tokens[at] in _CLOSE) - (tokens[at] in _OPEN)
        if not depth and tokens[at] == "{":
            return at


def _negated(tokens: list[str], word: str) -> list[str]:
    inner = "".join(tokens[1:]).strip()
    if inner.upper().startswith("NOT EXISTS"):
        return [word, " ", inner[4:].lstrip()]
    if inner.upper().startswith("EXISTS"):
        return [word, " NOT ", inner]
    return [word, " (!", inner if inner.startswith("(") else f"({inner})", ")"]


def _statements(tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each statement, from its subject to the full stop, dropped."""
    text = "".join(tokens)
    for found in re.finditer(r"(?<=[{.}])(\s*)([?$]\w+|<[^>]*>)\s[^{}]*?(?:\s\.|(?=\s*\}))", text):
        inner = found[0]
        if re.search(r"\b(SELECT|WHERE|FILTER|BIND|OPTIONAL)\b", inner, re.I):
            inner = re.split(r"\b(?:SELECT|FILTER|BIND|OPTIONAL)\b", inner, flags=re.I)[0]
        start = found.start()
        said = " ".join(inner.split())
        yield f"{said} dropped", [text[:start], " ", text[start + len(inner) :]]
