"""Reports in that say different things where only one can be so; both kept, each with its words.

The report that is nearest to the thing (the conference's own, else the earliest) keeps its word on
the node; the other's becomes a finding with its quotation. Days of a meeting stay both on the
node where they overlap: a query may then still ask for either.
"""

from att_graph.iris import digest
from att_graph.model import (
    Document,
    Evidence,
    Fact,
    Finding,
    Meeting,
    Organisation,
    Participation,
    Ref,
    Report,
    Words,
)
from att_graph.text import fold

# class → fields of which a thing has one value, each with the property that evidence supports.
_SINGLE: dict[type[Fact], tuple[tuple[str, str], ...]] = {
    Meeting: (
        ("ordinal", "ordinal"),
        ("start", "startDate"),
        ("end", "endDate"),
        ("host", "place"),
        ("mode", "mode"),
        ("cycle", "cycle"),
    ),
    Document: (
        ("sort", "documentType"),
        ("revision_of", "revisionOf"),
        ("annex_of", "annexOf"),
    ),
    Organisation: (("sort", "organisationKind"),),
    Participation: (("capacity", "capacity"), ("within", "withinDelegationOf")),
}
_DAYS = ("start", "end")


def settle(reports: list[Report]) -> None:
    """Findings where reports contradict each other, added to the one that is further off."""
    ordered = sorted(reports, key=lambda r: (r.issued or "", r.id))
    for kind, singles in _SINGLE.items():
        told: dict[Ref, list[tuple[Report, Fact]]] = {}
        for report in ordered:
            for fact in report.all(kind):
                told.setdefault(fact.ref, []).append((report, fact))
        for ref, pairs in told.items():
            if len(pairs) > 1:
                pairs.sort(key=lambda pair: not _home(pair[0], ref))  # stable: else the earliest
                for name, term in singles:
                    _compare(pairs, name, term)


def _home(report: Report, ref: Ref) -> bool:
    return ref in (report.meeting, report.document) and (ref.kind != "meeting" or not report.body)


def _compare(pairs: list[tuple[Report, Fact]], name: str, term: str) -> None:
    first = next((getattr(f, name) for _, f in pairs if getattr(f, name) is not None), None)
    base = next((f for _, f in pairs if getattr(f, name) is not None), None)
    for report, fact in pairs:
        value = getattr(fact, name)
        if value in (None, "") or value == first or base is None:
            continue
        _finding(report, fact, term, str(getattr(first, "key", first)), str(_plain(value)))
        if name not in _DAYS or not _overlap(base, fact):
            setattr(fact, name, None if not isinstance(value, str) or name in _DAYS else first)


def _plain(value: object) -> object:
    return value.key if isinstance(value, Ref) else value


def _overlap(one: Fact, other: Fact) -> bool:
    if not isinstance(one, Meeting) or not isinstance(other, Meeting):
        return False
    days = [day for day in (one.start, other.start) if day]
    ends = [day for day in (one.end, other.end) if day]
    return not days or not ends or max(days) <= min(ends)


def _finding(report: Report, fact: Fact, term: str, kept: str, value: str) -> None:
    """The statement that gave way: what was printed, what is kept, and where."""
    proofs = [e for e in fact.evidence if term in e.supports] or fact.evidence
    spans = proofs[0].spans if proofs else ()
    if not spans:
        return
    text = report.source.text[spans[0].start : spans[-1].end]
    key = f"{report.id}/reports-differ-{digest(f'{fact.ref.kind}/{fact.ref.key}/{term}')}"
    finding = Finding(Ref("finding", key), sort="reports-differ", printed=fold(text)[:200] or value)
    finding.read_as, finding.severity, finding.about = kept, "warning", [fact.ref]
    finding.why = f"This report gives the {term} as {value}; another gives {kept}."
    finding.labels = [Words(f"reports differ: {term} of {fact.ref.kind}/{fact.ref.key}", "en")]
    finding.evidence = [Evidence(spans, ("printed", "findingType", "about", "readAs"))]
    report.add(finding)
