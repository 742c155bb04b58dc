"""A SPARQL query sent to an endpoint: the one place that uses the network, when told to."""

from typing import Any

from att_graph import vocab
from att_graph.errors import InputError
from att_graph.store import Cell, Table, plain_literal

TIMEOUT = 60  # seconds


def query(url: str, text: str) -> Table:
    """A SELECT or ASK query → the endpoint's answer as a table, as `Store.query` gives its own.

    Raises InputError for an address that is not http(s), an endpoint that does not answer or that
    refuses the query. Standard: SPARQL 1.1 Protocol, with results in JSON.
    """
    if not url.startswith(("http://", "https://")):
        raise InputError(f"endpoint: '{url}' is no http(s) address")
    from SPARQLWrapper import JSON, POST, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    wrapper = SPARQLWrapper(url, returnFormat=JSON, agent="att-graph")
    wrapper.setMethod(POST)
    wrapper.setTimeout(TIMEOUT)
    wrapper.setQuery(text)
    if wrapper.queryType not in ("SELECT", "ASK"):
        raise InputError(f"{url}: only SELECT and ASK queries can be sent to an endpoint")
    try:
        answer: Any = wrapper.queryAndConvert()
    except (SPARQLWrapperException, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(f"{url}: {reason or type(error).__name__}") from error
    if not isinstance(answer, dict):
        raise InputError(f"{url}: the answer is not SPARQL results in JSON")
    if "boolean" in answer:
        return Table(("answer",), [(bool(answer["boolean"]),)])
    names = tuple(answer["head"]["vars"])
    rows = answer["results"]["bindings"]
    return Table(names, [tuple(_cell(row.get(name)) for name in names) for row in rows])


def _cell(binding: dict[str, str] | None) -> Cell:
    if binding is None:
        return None
    if binding["type"] in ("uri", "bnode"):
        return binding["value"]
    kind = binding.get("datatype", vocab.PREFIXES["xsd"] + "string")
    return plain_literal(binding["value"], kind)
