"""One fault as every engine tells it, and how its terms and paths are written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One fault: `focus` breaks the rule that `message` states, by `value` at `path`, if any.

    IRIs stand in full, a blank node as `_:name`; a path that is no single property is written as in
    SPARQL (`^<…>`); `value` is as in N-Triples; `severity` is violation, warning or info;
    `source_shape` is None where the shape has no name, `code` where it has no code; `messages` are
    (language, text), `message` the English one.
    """

    focus: str
    path: str | None
    value: str | None
    message: str
    severity: str
    component: str
    source_shape: str | None
    code: str | None = None
    messages: tuple[tuple[str, str], ...] = ()

    def key(self) -> tuple[str, str, str, str, str, str]:
        """What two engines must agree on: focus, path, component, value, severity, source shape.

        A blank node is known by nothing but being one: each engine names it anew.
        """
        return (
            _nameless(self.focus),
            self.path or "",
            self.component,
            _nameless(self.value or ""),
            self.severity,
            self.source_shape or "",
        )


def _nameless(term: str) -> str:
    return "_:" if term.startswith("_:") else term


def bare(term: str) -> str:
    """`<iri>` without its brackets; anything else, a path for example, as it is."""
    return term[1:-1] if term.startswith("<") and term.find(">") == len(term) - 1 else term


def unwrapped(path: str) -> str:
    """A path without brackets around the whole of it: `(<a> | <b>)` is `<a> | <b>`."""
    depth = 0
    for place, sign in enumerate(path):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return path[1:-1] if place and place == len(path) - 1 else path
    return path


def english(spoken: dict[str, str]) -> str:
    """The English sentence among translations, else the first in alphabetical order."""
    ordered = sorted((lang not in ("en", ""), text) for lang, text in spoken.items())
    return ordered[0][1] if ordered else ""
