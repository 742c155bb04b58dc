"""`att-graph publish`: the named graphs into a store far away."""

from typing import Annotated

import typer

from att_graph.commands.ask import Data
from att_graph.console import say
from att_graph.errors import InputError


def publish(
    url: Annotated[str, typer.Argument(help="A Graph Store Protocol address, as …/store.")],
    data: Data = None,
    update: Annotated[
        bool, typer.Option("--update", help="The address takes SPARQL Update instead.")
    ] = False,
    query: Annotated[
        str | None, typer.Option(help="With --update: where the graphs are read back.")
    ] = None,
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
) -> None:
    """Put each named graph into a remote store, replaced whole, and compare what stands there.

    User and password, or a token, come from ATT_GRAPH_USER and ATT_GRAPH_PASSWORD, or
    ATT_GRAPH_TOKEN.
    """
    from att_graph import publish as step
    from att_graph.store import graphs_of

    if update != (query is not None):
        raise InputError("publish: --update and --query go together")
    target = step.Update(url, query) if query is not None else step.GraphStore(url)
    done = step.publish(target, graphs_of(data or None), dry=dry, tell=say)
    count = sum(each.written for each in done)
    say(f"{count} of {len(done)} graphs written" + (" (dry run)" if dry else ""))
