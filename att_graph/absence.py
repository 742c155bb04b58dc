"""A question without a row in answer → the sentence that says why there is none."""

from collections.abc import Iterator, Mapping

from att_graph import vocab
from att_graph.questions import Parameter, Question
from att_graph.store import Store

_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in vocab.PREFIXES.items())
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

    `given` are the parameters as terms. One of these holds, and is looked for in this order: a
    meeting is named in the data but no fact tells of it; nothing of the kind is recorded at all;
    the kind is recorded, and nothing fits.
    """
    values = {**_defaults(asked), **given}
    for parameter in asked.params:
        if parameter.kind == "meeting" and not _told(store, values[parameter.name]):
            name = _label(store, values[parameter.name])
            return f"{name} is named in this data, but no report on it has been read"
    fewer = [p for p in asked.params if p.kind != "meeting"]
    others = [p for p in asked.params if p.kind == "meeting"]
    if not asked.params:
        return "this data records nothing of the kind"
    if fewer and _answers(store, asked, values, fewer):
        return (
            f"nothing fits {_named(store, asked, values)}, though facts of this kind are recorded"
        )
    if others and _answers(store, asked, values, [*fewer, *others]):
        meeting = _label(store, values[others[0].name])
        return f"no fact of this kind is recorded for {meeting}; others have some"
    return "this data records nothing of the kind, whatever is asked for"


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
    found = store.query(f"{_HEAD} ASK {{ ?fact {_SPOKEN_OF} {meeting} }}")
    return bool(found.rows[0][0])


def _named(store: Store, asked: Question, values: Mapping[str, str]) -> str:
    return ", ".join(f"{p.name} {_label(store, values[p.name])}" for p in asked.params)


def _label(store: Store, term: str) -> str:
    """A thing's name, English first; a value as it was written."""
    if not term.startswith("<"):
        return term.partition("^^")[0].strip('"')
    rows = store.query(
        f"{_HEAD} SELECT ?label {{ {term} rdfs:label|skos:prefLabel ?label"
        " BIND(LANG(?label) = 'en' AS ?english) } ORDER BY DESC(?english) ?label LIMIT 1"
    ).rows
    return str(rows[0][0]) if rows else term.strip("<>")
