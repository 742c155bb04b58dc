"""The command `att-graph`: its subcommands, each with its options and its help."""

import io
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from att_graph import __version__, confine
from att_graph.commands.ask import Data, ask, query
from att_graph.commands.export import export
from att_graph.commands.publish import publish
from att_graph.commands.serve import serve
from att_graph.commands.shapes import shapes
from att_graph.commands.validate import validate
from att_graph.console import folder, known, say
from att_graph.errors import AttGraphError, DataError, InputError
from att_graph.languages import SUPPORTED

# Typer carries a click of its own, or takes the one installed: its error is found through Typer.
_USAGE: type[Exception] = typer.BadParameter.__mro__[2]
_LANGS = ", ".join(SUPPORTED[:-1]) + f" or {SUPPORTED[-1]}"

app = typer.Typer(
    name="att-graph",
    help="A validated knowledge graph of the Arms Trade Treaty, read from conference reports.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> NoReturn:
    """Run the command; exit 0 well, 1 the data is at fault, 2 the command or its input is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # The graph is multilingual, and the same bytes, whatever the locale and the system.
            stream.reconfigure(encoding="utf-8", newline="\n")
    sys.exit(_run())


def _run() -> int:
    try:
        code = confine.run(sys.argv[1:])
        if code is not None:
            return code
        return app(prog_name="att-graph", standalone_mode=False) or 0
    except _USAGE as error:
        return _misused(error)
    except AttGraphError as error:
        print(f"att-graph: {error}", file=sys.stderr)
        return error.exit_code
    except MemoryError:
        print(f"att-graph: {confine.short_of_memory(sys.argv[1])}", file=sys.stderr)
        return InputError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0


def _misused(error: Exception) -> int:
    """A command or an option that is not there, or takes no such value: one sentence, or help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error, file=sys.stderr)
    else:
        said: str = getattr(error, "format_message")()  # noqa: B009
        print(f"att-graph: {' '.join(said.split()).removesuffix('.')}", file=sys.stderr)
    return InputError.exit_code


@app.callback(invoke_without_command=True)
def _att_graph(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    if version:
        say(f"att-graph {__version__}")
        raise typer.Exit


@app.command()
def build(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say whether data/graph is up to date.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the graphs into this directory instead.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="The data folder; else the one in use.")
    ] = None,
) -> None:
    """Read the reports in data/sources and write data/graph."""
    from att_graph import paths

    if paths.HOME.name == "_resources" and data is None and out is None and not check:
        raise InputError("build writes data/graph of a checkout; in an installed copy give --out")
    folder(data, out or Path() if check else out)
    from att_graph.build import build as build_graphs

    result = build_graphs(check=check, out=out)
    for line in result.lines:
        say(line)
    if not result.ok:
        raise typer.Exit(DataError.exit_code)


@app.command()
def add(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Reports, each a file.")],
    data: Annotated[
        Path | None, typer.Option("--data", help="The data folder; else the one in use.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put the text in the place of the stored one.")
    ] = False,
    kind: Annotated[str | None, typer.Option(help="Kind of report, where it is known.")] = None,
    lang: Annotated[str | None, typer.Option(help=f"Language of the report: {_LANGS}.")] = None,
    report_id: Annotated[str | None, typer.Option(help="Name of the report in IRIs.")] = None,
    treaty: Annotated[
        str | None, typer.Option(help="The treaty, as att, where it is known.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option(help="The meeting, as csp5, where it is known.")
    ] = None,
    engine: Annotated[
        str, typer.Option(help="auto (fast, else pyshacl), fast or pyshacl.")
    ] = "auto",
) -> None:
    """Store reports, rebuild the graph, validate it, and say what is new: all or nothing."""
    folder(data)
    from att_graph.curation.add import add as add_reports

    done = add_reports(
        files,
        replace=replace,
        kind=kind,
        lang=lang,
        report_id=report_id,
        treaty=treaty,
        meeting=meeting,
        engine=engine,
    )
    for line in [*done.lines, *(line for each in done.news for line in each.lines())]:
        say(line)


@app.command()
def convert(
    files: Annotated[
        list[str], typer.Argument(help="A report, or - for standard input; several: one graph.")
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where to write; else standard output.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Kind of report, where it is known.")] = None,
    lang: Annotated[str | None, typer.Option(help=f"Language of the report: {_LANGS}.")] = None,
    report_id: Annotated[str | None, typer.Option(help="Name of the report in IRIs.")] = None,
    treaty: Annotated[
        str | None, typer.Option(help="The treaty, as att, where it is known.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option(help="The meeting, as csp5, where it is known.")
    ] = None,
    symbol: Annotated[str | None, typer.Option(help="Its symbol, where it is known.")] = None,
    text: Annotated[
        Path | None, typer.Option(help="Write the text here that the offsets count in.")
    ] = None,
    excerpt: Annotated[
        bool, typer.Option("--excerpt", help="Take a text that breaks off for what it holds.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="turtle, nquads or jsonld.")] = "turtle",
) -> None:
    """Read a report, or editions of one, from text, Markdown, HTML, DOCX or PDF: its graph."""
    from att_graph.build import agreed, incomplete, reports_of, written
    from att_graph.caption import caption
    from att_graph.curation.nearest import residue_of, told
    from att_graph.files import place

    if text is not None and len(files) > 1:
        raise InputError("--text writes one text; give one file with it.")
    read = reports_of(
        *files,
        kind=kind,
        lang=lang,
        report_id=report_id,
        treaty=treaty,
        meeting=meeting,
        symbol=symbol,
        excerpt=excerpt,
    )
    # The acts of another edition may take the place of a report's own: what was not understood
    # is what it was by itself, and still is.
    alone = {report.source.sha256: residue_of(report) for report in read}
    reports = agreed(read)
    graph = written(reports, form)
    if text is not None:
        place(text, reports[0].source.text.encode("utf-8", "replace"))
    if out is None:
        say(graph.decode().removesuffix("\n"))
    else:
        place(out, graph)
    for report in reports:
        print(f"{report.source.name}: read as: {caption(report)}", file=sys.stderr)
        for why in incomplete(report):
            print(f"att-graph: {report.source.name}: {why}", file=sys.stderr)
        left = alone[report.source.sha256]
        if len(reports) > 1:
            own = {(each.sort, each.printed) for each in left}
            left = [each for each in residue_of(report) if (each.sort, each.printed) in own]
        if left:
            print(f"att-graph: {report.id}: {len(left)} not understood", file=sys.stderr)
        for each in left:
            print("\n".join(f"  {line}" for line in told(each)), file=sys.stderr)


app.command()(validate)
app.command()(shapes)


app.command()(ask)
app.command()(query)
app.command()(serve)
app.command()(publish)
app.command()(export)


@app.command()
def coverage(
    report: Annotated[
        str, typer.Argument(help="A report's file, - for standard input, or a report's name.")
    ],
    form: Annotated[str, typer.Option("--format", help="text, html or json.")] = "text",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where to write; else standard output.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Kind of report, where it is known.")] = None,
    lang: Annotated[str | None, typer.Option(help=f"Language of the report: {_LANGS}.")] = None,
) -> None:
    """Show for each sentence of a report what was read from it, or why nothing was."""
    from att_graph.curation.coverage import coverage as cover_report
    from att_graph.exports.coverage import FORMATS, render
    from att_graph.files import place

    known(form, FORMATS)
    found = cover_report(report, kind=kind, lang=lang)
    if out is None:
        say(render(found, form))
    else:
        place(out, (render(found, form) + "\n").encode())


@app.command()
def explain(
    iri: Annotated[str, typer.Argument(help="A thing: its IRI, or act/csp11/24-b-1.")],
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    data: Data = None,
) -> None:
    """Say a fact in a sentence, with its quotations, how it was read, and what hangs on it."""
    from att_graph.explain import explain as explain_thing
    from att_graph.exports.explain import FORMATS, render
    from att_graph.store import open_store

    known(form, FORMATS)
    say(render(explain_thing(open_store(data or None), iri), form))


@app.command()
def review(
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write a file to fill in; else only list.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="The data folder; else the one in use.")
    ] = None,
    severity: Annotated[
        str, typer.Option(help="List findings from this severity upwards: info, warning, error.")
    ] = "info",
) -> None:
    """List open findings and doubtful merges, or write them as a file of reviews to fill in."""
    from att_graph import paths
    from att_graph.curation.worklist import SEVERITIES, listed, template, worklist
    from att_graph.files import place

    known(severity, SEVERITIES, "severity")
    if data is not None:
        if not data.is_dir():
            raise InputError(f"{data}: is no folder")
        paths.use(data)
    if out is not None and out.exists():
        raise InputError(f"{out}: is there already; what it decides would be lost")
    found = worklist(severity)
    if out is None:
        say("\n".join(listed(found)))
    else:
        place(out, template(found).encode(), parents=True)
        say(f"{out}: {len(found)} to decide")


@app.command()
def align(
    files: Annotated[list[str], typer.Argument(help="Editions of one report, two or more.")],
    form: Annotated[str, typer.Option("--format", help="text, csv or json.")] = "text",
    differences: Annotated[
        bool, typer.Option("--differences", help="Only what the editions do not agree on.")
    ] = False,
    kind: Annotated[str | None, typer.Option(help="Kind of report, where it is known.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the files, where known.")] = None,
) -> None:
    """Show editions of one report side by side, paragraph by paragraph."""
    from att_graph.build import reports_of
    from att_graph.comparison.abreast import abreast
    from att_graph.exports.align import FORMATS, render

    known(form, FORMATS)
    found = abreast(reports_of(*files, kind=kind, lang=lang))
    say(render(found, form, differences=differences))


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="An RDF file or directory.")],
    new: Annotated[str, typer.Argument(help="Another, to compare with it.")],
    form: Annotated[str, typer.Option("--format", help="text, md or json.")] = "text",
) -> None:
    """Say what changed between two graphs; exit 1 when something did."""
    from att_graph.comparison.diff import diff as diff_graphs
    from att_graph.exports.diff import FORMATS, render

    known(form, FORMATS)
    found = diff_graphs(old, new)
    say(render(found, form))
    if not found.same:
        raise typer.Exit(DataError.exit_code)


if __name__ == "__main__":
    main()
