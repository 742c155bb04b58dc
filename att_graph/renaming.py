"""A report and new refs in; the same report with every mention of the old ones exchanged."""

from dataclasses import fields, is_dataclass
from typing import Any

from att_graph.model import Fact, Person, Ref, Report

_BUILT = ("tenure", "participation", "intervention")  # their keys hold the key of who holds or came


def rename(report: Report, refs: dict[Ref, Ref]) -> None:
    """Exchange refs throughout a report, in place; facts that get one ref become one fact.

    The key of a tenure, participation or intervention ends in its holder's key, and follows it.
    """
    if not any(ref in report.facts or _mentions(report, ref) for ref in refs):
        return
    wanted = dict(refs)
    for ref in report.facts:
        if ref.kind in _BUILT:
            for was, now in refs.items():
                if ref.key.endswith(f"-{was.key}"):
                    key = ref.key.removesuffix(was.key) + now.key
                    wanted[ref] = Ref(ref.kind, key)
    facts = list(report.facts.values())
    report.facts.clear()
    for fact in facts:
        for entry in fields(fact):
            value = getattr(fact, entry.name)
            if isinstance(value, Ref):
                setattr(fact, entry.name, wanted.get(value, value))
            elif isinstance(value, list) and value and isinstance(value[0], Ref):
                setattr(fact, entry.name, list(dict.fromkeys(wanted.get(v, v) for v in value)))
        kept = report.facts.get(fact.ref)
        if kept is not None and isinstance(fact, Person):
            _one_label(kept, fact)
        report.add(fact)
    for name in ("treaty", "meeting", "body", "document"):
        value = getattr(report, name)
        setattr(report, name, wanted.get(value, value))


def _one_label(kept: Fact, fact: Fact) -> None:
    """A second form of a name is another name, not a second label."""
    tongues = {words.lang for words in kept.labels}
    fact.names += [words for words in fact.labels if words.lang in tongues]
    fact.labels = [words for words in fact.labels if words.lang not in tongues]
    fact.names = [words for words in fact.names if words not in kept.labels]


def mentioned(fact: Fact) -> list[Ref]:
    """The refs that a fact's own fields hold, its own ref first."""
    found: list[Ref] = []
    for entry in fields(fact):
        value: Any = getattr(fact, entry.name)
        values = value if isinstance(value, list) else [value]
        found += [each for each in values if isinstance(each, Ref)]
    return found


def _mentions(report: Report, ref: Ref) -> bool:
    return any(is_dataclass(f) and ref in mentioned(f) for f in report.facts.values())
