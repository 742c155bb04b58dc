"""`att-graph ask` and `att-graph query`: stored questions, and queries of one's own."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from att_graph.console import content, keys_and_values, say
from att_graph.errors import InputError

if TYPE_CHECKING:
    from att_graph.store import Store

Data = Annotated[
    list[str] | None, typer.Option(help="Ask this RDF file or directory; may be repeated.")
]
Folder = Annotated[
    Path | None, typer.Option("--store", help="Keep the graphs in this folder between calls.")
]
Backend = Annotated[str, typer.Option(help="oxigraph or rdflib.")]
Endpoint = Annotated[str | None, typer.Option(help="Ask this SPARQL endpoint instead.")]


def ask(
    name: Annotated[str | None, typer.Argument(help="A stored question.")] = None,
    params: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Its parameters.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show the stored questions.")] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Show the question's SPARQL, parameters and columns.")
    ] = False,
    evidence: Annotated[
        bool, typer.Option("--with-evidence", help="Show the words that prove each row.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="table, csv, json or md.")] = "table",
    data: Data = None,
    store: Folder = None,
    backend: Backend = "oxigraph",
    endpoint: Endpoint = None,
) -> None:
    """Answer a stored question: `att-graph ask asked-of-actor actor=PAN`."""
    from att_graph import questions as stored
    from att_graph.exports import render
    from att_graph.query import answer
    from att_graph.store import open_store

    if list_ or name is None:
        say(render(stored.catalogue(), form))
    elif show:
        say(stored.question(name).text.removesuffix("\n"))
    else:
        given = keys_and_values(params or [])

        def opened() -> "Store":
            return open_store(data or None, folder=store, backend=backend, endpoint=endpoint)

        found = answer(name, given, opened, evidence=evidence)
        say(render(found, form))
        if found.note:
            print(f"att-graph: {found.note}", file=sys.stderr)


def query(
    file: Annotated[str, typer.Argument(help="A SPARQL query, or - for standard input.")],
    form: Annotated[str, typer.Option("--format", help="table, csv, json or md.")] = "table",
    data: Data = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Leave the ontology and the authority files out.")
    ] = False,
    store: Folder = None,
    backend: Backend = "oxigraph",
    endpoint: Endpoint = None,
) -> None:
    """Run a SPARQL query of your own on the graph."""
    from att_graph.exports import render
    from att_graph.store import open_store

    text = content(file)
    if not text.strip():
        raise InputError(f"{file}: is empty")
    opened = open_store(data or None, alone=alone, folder=store, backend=backend, endpoint=endpoint)
    say(render(opened.query(text, file), form))
