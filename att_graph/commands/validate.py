"""`att-graph validate`: a graph held against the shapes."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from att_graph.console import known, say
from att_graph.errors import DataError


def validate(
    path: Annotated[
        list[str] | None, typer.Argument(help="RDF files and directories; else the own graph.")
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", help="text, json, turtle, junit, sarif, github or html."),
    ] = "text",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where to write; else standard output.")
    ] = None,
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
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", help="Only this rule, as TAC-P003; may be repeated."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", help="A json or sarif report: what it holds does not count."),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, help="Tell this many faults; count all.")
    ] = 1000,
    lang: Annotated[str, typer.Option(help="Language of the messages: en or zh.")] = "en",
    explain: Annotated[
        str | None, typer.Option("--explain", help="Show the page of this rule, and stop.")
    ] = None,
) -> None:
    """Hold a graph against the shapes and say what is wrong with it."""
    from att_graph.exports import report
    from att_graph.files import place
    from att_graph.validate import validate as validate_graph
    from att_graph.validation.wording import closing

    if explain is not None:
        from att_graph.exports.rule import explained

        say(explained(explain, shapes))
        return
    known(form, report.FORMATS)
    known(lang, report.LANGUAGES, "lang")
    result = validate_graph(
        path or None,
        fail_on=fail_on,
        engine=engine,
        shapes=shapes or None,
        alone=alone,
        ontology=ontology,
        only=rule or (),
        baseline=baseline,
    )
    if result.note:
        print(f"att-graph: {result.note}", file=sys.stderr)
    text = report.render(result, form, lang=lang, limit=limit)
    if out is None:
        say(text)
    else:
        place(out, (text + "\n").encode("utf-8", "replace"))
        say(closing(result.report(limit=0)))
    if not result.conforms:
        raise typer.Exit(DataError.exit_code)
