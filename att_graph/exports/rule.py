"""A rule as a page: what it demands, why, a wrong and a right example, and how to mend."""

from collections.abc import Iterable
from pathlib import Path

from att_graph import files, paths
from att_graph.validation import checks
from att_graph.validation.dataset import triples_of
from att_graph.validation.faults import picked
from att_graph.validation.rules import Rule, rules

_MEANING = {
    "violation": "violation: the data is wrong",
    "warning": "warning: look at it",
    "info": "info: a known oddity of the source",
}


def explained(code: str, shapes: Iterable[str | Path] | None = None) -> str:
    """A code → the page of its rule: the stored one, or one made of the shapes that are given.

    Raises InputError for a code that no rule has, with near ones.
    """
    found = _rules(shapes)
    rule = found[picked([code], found).pop()]
    stored = paths.RULES / f"{rule.code}.md"
    if shapes is None and stored.is_file():
        return stored.read_text(encoding="utf-8").removesuffix("\n")
    return page(rule).removesuffix("\n")


def page(rule: Rule, wrong: str = "", right: str = "") -> str:
    """A rule and its examples in Turtle → its page in Markdown. What is not known is left out."""
    name = rule.name.get("en", "")
    lines = [f"# {rule.code} {name}".rstrip(), ""]
    lines += [f"{text}  " for text in rule.message.values()]
    lines += ["", f"{_MEANING.get(rule.severity, rule.severity)} · {rule.family or 'no'} family"]
    lines += _part("Why", rule.why)
    lines += _part("What it demands", _demands(rule))
    lines += _part("Wrong", _block("turtle", wrong))
    lines += _part("Right", _block("turtle", right))
    lines += _part("How to mend", rule.remedy)
    return "\n".join(lines) + "\n"


def _demands(rule: Rule) -> str:
    """Target, path and constraints, short names and all; the query of a rule that is one."""
    lines = [*rule.targets]
    if rule.path:
        lines.append(f"sh:path {rule.path}")
    lines += rule.constraints
    blocks = [_block("turtle", "\n".join(lines))] if lines else []
    blocks += [_block("sparql", _outdented(query)) for query in rule.queries]
    return "\n\n".join(blocks)


def _part(title: str, text: str) -> list[str]:
    return ["", f"## {title}", "", text] if text else []


def _block(tongue: str, text: str) -> str:
    return f"```{tongue}\n{text.strip(chr(10))}\n```" if text.strip() else ""


def _outdented(query: str) -> str:
    """A query without the lines of its header, and without the margin it has in its shape."""
    kept = [line for line in query.split("\n") if not line.startswith("#+")]
    margin = min((len(line) - len(line.lstrip()) for line in kept if line.strip()), default=0)
    first_is_bare = bool(kept) and kept[0][:1].strip()
    if first_is_bare:
        rest = [len(line) - len(line.lstrip()) for line in kept[1:] if line.strip()]
        margin = min(rest, default=0)
        return "\n".join([kept[0], *(line[margin:].rstrip() for line in kept[1:])])
    return "\n".join(line[margin:].rstrip() for line in kept)


def _rules(shapes: Iterable[str | Path] | None) -> dict[str, Rule]:
    """The rules of given shapes; else all of the project: shapes, checks, and rules of style."""
    if shapes is not None:
        return rules(triple for path in files.find(shapes) for triple in triples_of(path))
    return every()


def every() -> dict[str, Rule]:
    """Every rule of the project by its code: those of the shapes, of style, and the checks."""
    found = [*files.shapes(), *files.style()]
    known = rules(triple for path in found for triple in triples_of(path))
    return dict(sorted({**known, **{c.rule.code: c.rule for c in checks.checks()}}.items()))
