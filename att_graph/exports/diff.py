"""What changed between two graphs, as text, as Markdown, or as JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from att_graph.comparison.diff import Change, Detail, Difference
from att_graph.errors import InputError

FORMATS = ("text", "md", "json")
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
_GAINS = {"participations": {"added": "gained", "removed": "lost"}}
_KEPT = 10  # unchanged characters shown on each side of a change
_LONGEST = 160


def render(found: Difference, form: str) -> str:
    """Differences → their text in one of FORMATS, without a final line break."""
    if form == "json":
        tree = {"same": found.same, "changes": [asdict(each) for each in found.changes]}
        return json.dumps(tree, ensure_ascii=False, indent=2)
    if form == "text":
        return "\n".join(_text(found))
    if form == "md":
        return "\n".join(_markdown(found))
    raise InputError(f"format: '{form}' is none of {', '.join(FORMATS)}")


def _text(found: Difference) -> Iterator[str]:
    for section, changes in groupby(found.changes, key=lambda each: each.section):
        yield section
        for each in changes:
            yield f"  {_SIGNS[each.kind]} {_cut(each.what)}"
            yield from (f"      {_detail(detail)}" for detail in each.details)
        yield ""
    yield _summary(found)


def _markdown(found: Difference) -> Iterator[str]:
    yield f"**{_summary(found)}**"
    for section, changes in groupby(found.changes, key=lambda each: each.section):
        yield from ("", f"### {section[0].upper()}{section[1:]}", "")
        for each in changes:
            yield f"- **{_word(each)}** {_escaped(_cut(each.what))}"
            yield from (f"  - {_escaped(_detail(detail))}" for detail in each.details)


def _summary(found: Difference) -> str:
    """ "2 participations gained, 1 act changed", or that nothing differs."""
    if found.same:
        return "No differences."
    counts: dict[tuple[str, str], int] = {}
    for each in found.changes:
        key = each.section, _word(each)
        counts[key] = counts.get(key, 0) + 1
    return ", ".join(f"{section}: {n} {word}" for (section, word), n in counts.items()) + "."


def _word(change: Change) -> str:
    return _GAINS.get(change.section, {}).get(change.kind, change.kind)


def _detail(detail: Detail) -> str:
    if detail.wording:
        return f"{detail.property}: {_brief(detail.wording)}"
    if len(detail.removed) == len(detail.added) == 1:
        return f"{detail.property}: {_cut(detail.removed[0])} → {_cut(detail.added[0])}"
    parts = [f"- {_cut(value)}" for value in detail.removed]
    parts += [f"+ {_cut(value)}" for value in detail.added]
    return f"{detail.property}: {'; '.join(parts)}"


def _brief(wording: str) -> str:
    """Marked wording with long unchanged stretches cut to the words beside the changes."""
    pieces = re.split(r"(\[-.*?-\]|\{\+.*?\+\})", wording)
    out = []
    for number, piece in enumerate(pieces):
        if number % 2 or len(piece) <= 2 * _KEPT:
            out.append(piece)
            continue
        before = piece[:_KEPT] if number else ""
        after = piece[-_KEPT:] if number < len(pieces) - 1 else ""
        out.append(f"{before}…{after}")
    return "".join(out)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _escaped(text: str) -> str:
    return re.sub(r"([*_`\[\]<>|\\])", r"\\\1", text)
