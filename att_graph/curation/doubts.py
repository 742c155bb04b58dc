"""A sentence and what was read from it in; what its form promises and nobody read out.

In the part that holds the acts, wherever the meeting is the subject an act must begin; in the part
on organisation, who takes part and who is named must have become facts. Elsewhere a date, a name, a
symbol or a provision that no fact touches is worth a look, and no more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from att_graph.curation.blocks import Block, Mark, Sentence
from att_graph.languages import Language
from att_graph.loaders.reading import mask
from att_graph.model import Act, Fact, Figure, Finding, Participation, Person, Ref

NO_ACT = "no act was read"
HOLDS_ACTS = {"decisions", "recommendations"}
# A signal of the language's table → the facts that account for it; any fact for the others.
_ANSWERS: dict[str, tuple[type[Fact], ...]] = {
    "participation": (Participation, Figure),
    "person": (Person,),
}
_FAULTS = {"unresolved-name", "unknown-verb"}
_CLAUSE = re.compile(r"[^,;:。!?]+[,;:。!?]?")


@dataclass(frozen=True)
class Case:
    """A sentence with all that bears on it; `quoted` when it is quoted law."""

    language: Language
    block: Block
    sentence: Sentence
    quoted: bool
    touching: list[Mark]
    facts: dict[Ref, Fact]


def unread(case: Case) -> Iterator[tuple[str, str]]:
    """The signals (sort, words) in a sentence that no fact of the right class touches."""
    view = case.block.view
    for name, expression in case.language.table("signal"):
        wanted = (*_ANSWERS.get(name, (Fact,)), Finding)
        for hit in expression.finditer(view.norm, case.sentence.start, case.sentence.end):
            spans = view.spans(hit.start(), hit.end())
            if not any(
                isinstance(case.facts[m.fact], wanted) and m.meets(spans) for m in case.touching
            ):
                yield name, view.plain(hit.start(), hit.end())


def missing(case: Case) -> Iterator[str]:
    """What the sentence should have become by its form and did not, each as a few words."""
    for ref in case.sentence.findings:
        finding = case.facts[ref]
        if not isinstance(finding, Finding) or finding.severity == "info":
            continue  # "info" is an oddity that was read all the same
        if finding.sort in _FAULTS:
            yield f"{finding.sort.replace('-', ' ')}: {finding.printed}"
    if case.quoted:
        return
    if case.block.part in HOLDS_ACTS:
        for start, end in _subjects(case):
            if not _act_begins(case, start, end):
                words = case.block.view.plain(start, end)
                yield f"the meeting is the subject, but {NO_ACT}: {words}"
        first = case.block.kind == "item" and not case.block.sentences
        if first and not any(isinstance(case.facts[m.fact], Act) for m in case.touching):
            yield f"an item of what the meeting decided, but {NO_ACT}"
    if case.block.part == "organisation":
        bare = not case.sentence.facts + case.sentence.findings
        for name, words in case.sentence.unread:
            if name in _ANSWERS or (name == "date" and bare):
                yield f"looks like a {name}: {words}"


def _subjects(case: Case) -> Iterator[tuple[int, int]]:
    """Each stretch of a sentence from the meeting as subject to the next time it is."""
    masked = mask(case.block.view.norm)
    starts: list[int] = []
    for clause in _CLAUSE.finditer(masked, case.sentence.start, case.sentence.end):
        words = clause[0].rstrip(",;:。!?")
        connector = case.language.pattern("connector").match(words)
        if case.language.pattern("subject").match(words[connector.end() if connector else 0 :]):
            starts.append(clause.start())
    yield from pairwise([*starts, case.sentence.end])


def _act_begins(case: Case, start: int, end: int) -> bool:
    spans = case.block.view.spans(start, end)
    return any(
        isinstance(case.facts[mark.fact], Act)
        and "actType" in mark.supports
        and any(span.start <= mark.start < span.end for span in spans)
        for mark in case.touching
    )
