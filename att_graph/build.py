"""build: every stored report to its graph, and back into data/graph; the flow from end to end."""

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from rdflib import Graph, URIRef

from att_graph import judge, paths, vocab
from att_graph.editions import groups, unite
from att_graph.errors import DataError, InputError
from att_graph.files import place
from att_graph.graph import to_graph
from att_graph.infer import infer
from att_graph.loaders import load
from att_graph.model import Finding, Report
from att_graph.parse import parse
from att_graph.resolve import Resolution, resolve
from att_graph.reviews import reviews
from att_graph.settle import settle
from att_graph.source import Source, read
from att_graph.turtle import write


@dataclass
class BuildResult:
    """What a build did: a line a report, and whether the committed files are what it makes."""

    lines: list[str] = field(default_factory=list)
    ok: bool = True
    paths: list[Path] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    resolution: Resolution = field(default_factory=Resolution)


def report_of(source: Source, *, kind: str | None = None, report_id: str | None = None) -> Report:
    """Source → ParsedReport → Report: what a text says."""
    return load(parse(source), kind=kind or source.kind, report_id=report_id)


def convert(
    *paths: str,
    kind: str | None = None,
    lang: str | None = None,
    report_id: str | None = None,
    treaty: str | None = None,
    meeting: str | None = None,
    symbol: str | None = None,
    excerpt: bool = False,
    format: str = "turtle",
) -> bytes:
    """Any reports' files ("-" for standard input) in; their one graph as bytes out.

    Editions of one report are united. `treaty` and `meeting` are keys ("att", "csp5") that overrule
    what the text shows, as does `symbol`. Raises InputError for what cannot be read as a report,
    DataError for a changed stored source.
    """
    found = reports_of(
        *paths,
        kind=kind,
        lang=lang,
        report_id=report_id,
        treaty=treaty,
        meeting=meeting,
        symbol=symbol,
        excerpt=excerpt,
    )
    return written(agreed(found), format)


def agreed(read: list[Report]) -> list[Report]:
    """Reports in; what they say out, in one name for each thing."""
    united = unite(read)
    reports = [report for group in united for report in group]
    if len(united) > 1:
        resolve(reports)
        settle(reports)
    return reports


def incomplete(report: Report) -> list[str]:
    """What a report that was read as an excerpt lacks, as sentences."""
    return [finding.why for finding in report.all(Finding) if finding.sort == "incomplete-source"]


def written(reports: list[Report], format: str = "turtle") -> bytes:
    """Reports in one name for each thing in; their one graph as bytes out."""
    graph = to_graph(reports[0])
    for report in reports[1:]:
        graph += to_graph(report)
    return write(graph, format, vocab.graph(reports[0].id))


def reports_of(
    *paths: str,
    kind: str | None = None,
    lang: str | None = None,
    report_id: str | None = None,
    treaty: str | None = None,
    meeting: str | None = None,
    symbol: str | None = None,
    excerpt: bool = False,
) -> list[Report]:
    """Reports' files in, what each says out; two of one name are told apart by a number.

    Raises InputError as reading one of them does, and for one name given to several files.
    """
    if report_id and len(paths) > 1:
        raise InputError("--report-id names one report; give one file with it.")
    given = [read(path, report_id=report_id, lang=lang) for path in paths]
    found = [
        replace(
            each,
            treaty=treaty or each.treaty,
            meeting=meeting or each.meeting,
            symbol=symbol or each.symbol,
            excerpt=excerpt or each.excerpt,
        )
        for each in given
    ]
    sources = list({source.sha256: source for source in found}.values())  # a file given twice
    reports = [report_of(source, kind=kind, report_id=report_id) for source in sources]
    seen: set[str] = set()
    for number in _by_reference(reports):
        name, count = reports[number].id, 2
        while reports[number].id in seen:
            again = f"{name}-{count}"
            reports[number] = report_of(sources[number], kind=kind, report_id=again)
            count += 1
        seen.add(reports[number].id)
    return reports


def _by_reference(reports: list[Report]) -> list[int]:
    """The numbers of the reports, each group's reference first: it keeps its name."""
    number = {id(report): place for place, report in enumerate(reports)}
    return [number[id(report)] for group in groups(reports) for report in group]


def stored() -> list[Path]:
    """The folders of data/sources, sorted by name."""
    return sorted(note.parent for note in paths.SOURCES.glob("*/source.toml"))


def build(
    check: bool = False, out: Path | None = None, folders: list[Path] | None = None
) -> BuildResult:
    """Every folder of data/sources in; data/graph (or `out`) written, or with `check` compared.

    `folders` are read instead of those of data/sources. Nothing is written unless every report
    could be read. Raises DataError for a changed source and InputError for one that cannot be read.
    """
    target = out or paths.GRAPH
    made: dict[Path, bytes] = {}
    result = BuildResult()
    sources = [read(folder) for folder in folders or stored()]
    if not sources:
        raise InputError(f"{paths.SOURCES}: holds no report")
    here = judge.bench(sources, reviews())
    decided = judge.merged(here)
    united = unite([report_of(judge.amended(source, here)) for source in sources], decided)
    result.reports = [report for group in united for report in group]
    result.resolution = resolve(result.reports, decided, judge.apart(here))
    settle(result.reports)
    judge.apply(result.reports, here, result.resolution)
    for report in result.reports:
        graph = to_graph(report)
        _check_quotations(graph, report)
        made[target / f"{report.id}.ttl"] = write(graph)
        result.lines.append(_line(report, graph))
    for group in united:
        if len(group) > 1:
            rest = ", ".join(report.id for report in group[1:])
            result.lines.append(f"{group[0].id}: the reference of its editions {rest}")
    inferred = _inferred(made, result.resolution)
    judge.conclude(inferred, here)
    judged = judge.graph_of(here)
    if len(judged):
        made[target / "reviews.ttl"] = write(judged)
        applied = f"{len(here.held)} applied, {len(here.lost)} outdated"
        result.lines.append(f"reviews: {applied}")
    if len(inferred):  # one report alone may let nothing be concluded: no file without triples
        made[target / "inferred.ttl"] = write(inferred)
    result.lines.append(f"inferred: {len(inferred)} triples")
    stale = sorted(set(target.glob("*.ttl")) - set(made))
    for path, data in made.items():
        same = path.is_file() and path.read_bytes() == data
        if check and not same:
            result.ok = False
            result.lines.append(
                f"{path.name}: differs from what the loaders make; run att-graph build."
            )
        elif not check:
            place(path, data, parents=True)
            result.paths.append(path)
    for path in stale:
        if check:
            result.ok = False
            result.lines.append(f"{path.name}: belongs to no report in data/sources.")
        else:
            path.unlink()
    return result


def _check_quotations(graph: Graph, report: Report) -> None:
    """Hold every quotation against the stored text. Raises DataError for one that differs."""
    text, tac = report.source.text, vocab.ONTOLOGY
    for quotation, quoted in graph.subject_objects(URIRef(tac + "quotedText")):
        start, end = (
            int(str(graph.value(quotation, URIRef(tac + edge)))) for edge in ("start", "end")
        )
        if text[start:end] != str(quoted):
            place = f"{report.source.name}: characters {start} to {end}"
            raise DataError(f"{place} are not what {quotation} quotes.")


def _inferred(made: dict[Path, bytes], resolution: Resolution) -> Graph:
    """What follows from the reports just read, before any of them is put in its place."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / path.name for path in made]
        for file, data in zip(files, made.values(), strict=True):
            file.write_bytes(data)
        return infer(files, resolution)


def _line(report: Report, graph: Graph) -> str:
    kinds: dict[str, int] = {}
    for fact in report.facts.values():
        name = type(fact).__name__
        kinds[name] = kinds.get(name, 0) + 1
    told = ", ".join(f"{kinds[name]} {label}" for name, label in _TOLD if name in kinds)
    return f"{report.id}: {len(graph)} triples; {told}"


_TOLD = (
    ("Participation", "participations"),
    ("Act", "acts"),
    ("Document", "documents"),
    ("Meeting", "meetings"),
    ("Person", "persons"),
    ("Tenure", "tenures"),
    ("Finding", "findings"),
)
