"""A question without a row in answer → the sentence that says why there is none."""

from collections.abc import Iterator, Mapping

from att_graph import vocab
from att_graph.questions import Parameter, Question
from att_graph.store import Store

_XSD = vocab.PREFIXES["xsd"]
# What stands for "any value" where a question compares rather than matches.
_WIDEST = {
    "date": (f'"0001-01-01"^^<{_XSD}date>', f'"9999-12-31"^^<{_XSD}date>'),
    "number": ("-999999999", "999999999"),
    "text": ('""',),
}
_SPOKEN_OF = (
    "tac:meeting|tac:madeBy|tac:about|tac:dueAt|tac:startsAt|tac:endsAt|tac:proposedTo|tac:office"
)


def why(store: Store, asked: Question, given: Mapping[str, str]) -> str:
    """Why a question has no answer: one sentence for a person, without a final full stop.

    `given` are the parameters as terms. One of these holds, and is looked for in this order: two
    meetings are in the wrong order or without a day; a meeting is only named; a body, meeting or
    treaty has no such fact; nothing fits, though such facts are recorded; none is recorded at all.
    """
    values = {**_defaults(asked), **given}
    meetings = {values[p.name]: p.name for p in asked.params if p.kind == "meeting"}
    turned = _turned(store, list(meetings)) if len(meetings) > 1 else ""
    if turned:
        return turned
    for meeting in meetings:
        if not _told(store, meeting):
            name = _label(store, meeting)
            return f"{name} is named in this data, but no report on it has been read"
    for parameter in asked.params:
        term = values[parameter.name]
        if _is_whole(store, term) and _answers(store, asked, values, [parameter]):
            return f"no fact of this kind is recorded for {_label(store, term)}; others have some"
    wide = [p for p in asked.params if p.kind != "meeting"]
    if wide and _answers(store, asked, values, wide):
        what = ", ".join(f"{p.name} {_label(store, values[p.name])}" for p in asked.params)
        return f"nothing fits {what}, though facts of this kind are recorded"
    if asked.params and _answers(store, asked, values, list(asked.params)):
        some = " and ".join(_label(store, meeting) for meeting in meetings)
        return f"no fact of this kind is recorded for {some}; others have some"
    count = _count(store, asked.among) if asked.among else 0
    if count:
        kind = _label(store, f"<{vocab.ONTOLOGY}{asked.among.removeprefix('tac:')}>")
        return f"none fits, of {count} things of the kind '{kind}' that are recorded"
    return "this data records nothing of the kind" + (
        ", whatever is asked for" if asked.params else ""
    )


def _turned(store: Store, meetings: list[str]) -> str:
    """What is wrong with two meetings that should enclose a time, or nothing."""
    days = []
    for meeting in meetings:
        rows = store.query(f"{vocab.PROLOGUE} SELECT ?day {{ {meeting} tac:startDate ?day }}").rows
        if not rows:
            return f"the day of {_label(store, meeting)} is not known"
        days.append(str(rows[0][0]))
    if days[0] > days[-1]:
        return f"{_label(store, meetings[0])} was after {_label(store, meetings[-1])}"
    return ""


def _is_whole(store: Store, term: str) -> bool:
    """Whether a term is something that facts are recorded for as a whole, report by report."""
    if not term.startswith("<"):
        return False
    kinds = "tac:Meeting tac:TreatyBody tac:Treaty"
    found = store.query(f"{vocab.PROLOGUE} ASK {{ VALUES ?kind {{ {kinds} }} {term} a ?kind }}")
    return bool(found.rows[0][0])


def _count(store: Store, kind: str) -> int:
    rows = store.query(
        f"{vocab.PROLOGUE} SELECT (COUNT(DISTINCT ?thing) AS ?n) {{ ?thing a {kind} }}"
    ).rows
    return int(str(rows[0][0]))


def _defaults(asked: Question) -> dict[str, str]:
    return {parameter.name: asked.default(parameter.name) for parameter in asked.params}


def _answers(
    store: Store, asked: Question, values: Mapping[str, str], wide: list[Parameter]
) -> bool:
    """Whether the question has a row when some of its parameters may be anything."""
    return any(store.select(text) for text in _widened(asked.filled(dict(values)), asked, wide))


def _widened(text: str, asked: Question, wide: list[Parameter]) -> Iterator[str]:
    if not wide:
        yield text
        return
    first, *rest = wide
    ends = _WIDEST.get(first.kind)
    if ends is None:
        yield from _widened(asked.opened(text, first.name), asked, rest)
    else:
        for end in ends:
            yield from _widened(asked.refilled(text, first.name, end), asked, rest)


def _told(store: Store, meeting: str) -> bool:
    """Whether any fact is of this meeting."""
    return bool(
        store.query(
            f"{vocab.PROLOGUE} SELECT ?fact {{ ?fact {_SPOKEN_OF} {meeting} }} LIMIT 1"
        ).rows
    )


def _label(store: Store, term: str) -> str:
    """A thing's name, English first; a value as it was written."""
    if not term.startswith("<"):
        return term.partition("^^")[0].strip('"')
    rows = store.query(
        f"{vocab.PROLOGUE} SELECT ?label {{ {term} rdfs:label|skos:prefLabel ?label"
        " BIND(LANG(?label) = 'en' AS ?english) } ORDER BY DESC(?english) ?label LIMIT 1"
    ).rows
    return str(rows[0][0]) if rows else term.strip("<>")
