"""`att-graph export`: a release, all or nothing."""

from pathlib import Path
from typing import Annotated

import typer

from att_graph.commands.ask import Data
from att_graph.console import say


def export(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the release.")],
    only: Annotated[
        list[str] | None,
        typer.Option(help="Only this part; may be repeated. A wrong name lists the parts."),
    ] = None,
    data: Data = None,
) -> None:
    """Write a release: dumps, tables, a calendar, views for others, metadata with checksums."""
    from att_graph import paths
    from att_graph.release.contents import contents
    from att_graph.release.write import SUMS, write
    from att_graph.store import graphs_of

    graphs = graphs_of(data or None)
    shared = {"ontology", "authority"} if paths.shipped() else {"ontology"}
    theirs = {name for name, path in graphs if not path.resolve().is_relative_to(paths.HOME)}
    own = ({name for name, _ in graphs} if paths.shipped() and not data else shared) - theirs
    for line in write(contents(graphs, sorted(own)), out, only or ()):
        say(line)
    say(f"{out}: written; {SUMS} holds the checksums")
