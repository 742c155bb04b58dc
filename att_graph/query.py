"""A stored question and its parameters → the answer, with its proof, or why there is none."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from att_graph import absence, terms
from att_graph.errors import InputError
from att_graph.evidence import with_evidence
from att_graph.questions import question
from att_graph.store import Store, Table, open_store


def ask(
    name: str,
    /,
    *,
    store: Store | None = None,
    data: Iterable[str | Path] | None = None,
    evidence: bool = False,
    **params: object,
) -> Table:
    """A stored question and its parameters → the answer: `ask("asked-of-actor", actor="PAN").rows`.

    Asks the project's own graph, or the RDF files `data`, or a store that is already open.
    Parameters left out keep the default written in the query; the others are words that
    `terms.resolve` understands. With `evidence` each row carries its quotation and paragraph. An
    answer without a row says why in `note`. Raises InputError for a question, a parameter or a
    value that does not exist.
    """
    given = {key: str(value) for key, value in params.items()}

    def opened() -> Store:
        return store if store is not None else open_store(data)

    return answer(name, given, opened, evidence=evidence)


def answer(
    name: str, params: dict[str, str], opened: Callable[[], Store], *, evidence: bool = False
) -> Table:
    """`ask` with its parameters in a dict; the store is opened once the names are good."""
    asked = question(name)
    known = {parameter.name: parameter for parameter in asked.params}
    for given in params:
        if given not in known:
            takes = ", ".join(known) or "no parameter"
            raise InputError(f"question '{name}' takes {takes}, not '{given}'")
    if evidence and not asked.evidence:
        reason = asked.no_evidence or "its rows stand on no single fact"
        raise InputError(f"question '{name}' has no evidence to show: {reason}")
    store = opened()
    terms_of = {
        given: terms.resolve(store, known[given].kind, value, given)
        for given, value in params.items()
    }
    found = store.query(asked.filled(terms_of), str(asked.path))
    if evidence:
        found = with_evidence(store, found, asked.evidence)
    return found if found.rows else replace(found, note=absence.why(store, asked, terms_of))
