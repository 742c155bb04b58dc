"""`att-graph shapes`: the shapes as one file for any SHACL engine."""

from pathlib import Path
from typing import Annotated

import typer

from att_graph.console import say


def shapes(
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="A file, or a folder; else standard output."),
    ] = None,
    with_ontology: Annotated[
        bool, typer.Option("--with-ontology", help="Add the ontology and its closed lists.")
    ] = False,
) -> None:
    """Write the shapes as one file for any SHACL engine."""
    from att_graph.exports.bundle import bundle, name
    from att_graph.files import place

    text = bundle(with_ontology=with_ontology)
    if out is None:
        say(text.removesuffix("\n"))
        return
    path = out / name(with_ontology=with_ontology) if out.is_dir() else out
    place(path, text.encode())
    say(f"{path}: written")
