"""The files of a release for a reader: a plain text and a page."""

from html import escape

from att_graph.release.contents import Contents
from att_graph.release.metadata import TITLE, rights, version

_WHAT = {
    "att-graph.trig": "every named graph, readable (TriG)",
    "att-graph.nq": "every named graph, canonical and sorted (N-Quads)",
    "att-graph.ttl": "the union of the graphs (Turtle)",
    "att-graph.jsonld": "the union of the graphs, each fact with its quotations (JSON-LD)",
    "context.jsonld": "the context of the JSON-LD",
    "calendar.ics": "meetings and deadlines (iCalendar)",
    "dcat.ttl": "this release described, with checksums (DCAT 3)",
    "void.ttl": "what the graphs hold, counted (VoID)",
    "dataset.jsonld": "this release described (schema.org)",
    "csv/csv-metadata.json": "what the columns of the tables mean (CSVW)",
    "questions.md": "the stored questions",
    "questions.ttl": "the stored questions as SPARQL with their words (sh:SPARQLExecutable)",
}


def listed(contents: Contents, made: dict[str, bytes]) -> bytes:
    """The release in plain text: version, graphs with their rights, files with their sizes."""
    lines = [TITLE["en"], TITLE["zh"], "", f"Version {version(contents)}"]
    lines += [f"Newest report of {contents.day}"] if contents.day else []
    lines += ["", "Graphs"]
    for graph, triples in contents.graphs.items():
        lines.append(f"  {graph}")
        lines.append(f"    {len(triples)} triples. {rights(contents, graph).statement}")
    lines += ["", "Files (`sha256sum -c SHA256SUMS` checks them)"]
    width = max(map(len, made), default=0)
    for name, data in sorted(made.items()):
        lines.append(f"  {name:<{width}}  {len(data):>9}  {_what(name)}".rstrip())
    return ("\n".join(lines) + "\n").encode()


def page(contents: Contents, made: dict[str, bytes]) -> bytes:
    """The same as a page with links."""
    rows = "".join(
        f'<tr><td><a href="{escape(name)}">{escape(name)}</a></td><td>{len(data)}</td>'
        f"<td>{escape(_what(name))}</td></tr>\n"
        for name, data in sorted(made.items())
    )
    graphs = "".join(
        f"<tr><td>{escape(graph)}</td><td>{len(triples)}</td>"
        f"<td>{escape(rights(contents, graph).statement)}</td></tr>\n"
        for graph, triples in contents.graphs.items()
    )
    title = f"{escape(TITLE['en'])} {escape(version(contents))}"
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>'
        f"{title}</title></head>\n<body>\n<h1>{title}</h1>\n"
        f'<p lang="zh">{escape(TITLE["zh"])}</p>\n'
        "<h2>Files</h2>\n<table>\n<tr><th>file</th><th>bytes</th><th>content</th></tr>\n"
        f"{rows}</table>\n<h2>Graphs</h2>\n<table>\n"
        f"<tr><th>graph</th><th>triples</th><th>rights</th></tr>\n{graphs}</table>\n"
        "</body>\n</html>\n"
    ).encode()


def _what(name: str) -> str:
    if name.startswith("views/"):
        return "a view in the words of others"
    return _WHAT.get(name, "a table" if name.endswith(".csv") else "")
