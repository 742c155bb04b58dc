"""`att-graph validate`: a graph held against the shapes."""

import sys
from typing import Annotated

import typer

from att_graph.console import say
from att_graph.errors import DataError, InputError


def validate(
    path: Annotated[
        list[str] | None, typer.Argument(help="RDF files and directories; else the own graph.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or turtle.")] = "text",
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 from this severity upwards: violation, warning or info.")
    ] = "violation",
    engine: Annotated[
        str, typer.Option(help="auto (fast, else pyshacl), fast or pyshacl.")
    ] = "auto",
    shapes: Annotated[
        list[str] | None,
        typer.Option("--shapes", help="Shapes of your own instead of ours; may be repeated."),
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Leave our authority files out; the ontology stays.")
    ] = False,
    ontology: Annotated[
        bool, typer.Option("--ontology", help="The ontology itself, and files that add to it.")
    ] = False,
) -> None:
    """Hold a graph against the shapes and say what is wrong with it."""
    from att_graph.exports import report
    from att_graph.validate import validate as validate_graph

    if form not in report.FORMATS:
        raise InputError(f"format: '{form}' is none of {', '.join(report.FORMATS)}")
    result = validate_graph(
        path or None,
        fail_on=fail_on,
        engine=engine,
        shapes=shapes or None,
        alone=alone,
        ontology=ontology,
    )
    if result.note:
        print(f"att-graph: {result.note}", file=sys.stderr)
    say(report.render(result, form))
    if not result.conforms:
        raise typer.Exit(DataError.exit_code)
