"""The treaty that the report is about: where it is named, and when it entered into force."""

from att_graph.gazetteer import actors
from att_graph.loaders import dates
from att_graph.loaders.reading import Reading, language_label
from att_graph.loaders.symbols import SYMBOL, canonical, take_apart, treaty_shown
from att_graph.model import Treaty


def read(reading: Reading) -> None:
    """Add the fact of the report's treaty."""
    report = reading.report
    if report.treaty is None:
        return
    fact = Treaty(report.treaty, labels=language_label(report.treaty, reading.language.code))
    for view in [*reading.parsed.masthead, *(place.view for place in reading.places)]:
        named = [m for m in reading.names.search(view.norm, "treaty") if m[2] == report.treaty]
        if named:
            fact.prove(view.spans(named[0][0], named[0][1]), "label")
            break
    for place in reading.places:
        found = reading.language.pattern("entry-into-force").search(place.text)
        day = dates.day(found, reading.language) if found else None
        if found and day:
            fact.in_force = day
            fact.prove(place.view.spans(found.start(), found.end()), "entryIntoForce")
            break
    if not fact.evidence:
        _shown(reading, fact)
    if fact.evidence:  # a treaty that only the caller named is known by its authority file
        report.add(fact)


def _shown(reading: Reading, fact: Treaty) -> None:
    """A treaty that no words name: the symbol, or the organisation it set up, shows it."""
    for view in reading.parsed.masthead:
        for found in SYMBOL.finditer(view.norm):
            if treaty_shown(take_apart(canonical(found[0]))) == fact.ref:
                fact.prove(view.spans(*found.span()), "label")
                return
        for start, end, ref in reading.names.search(view.norm, "organisation"):
            if fact.ref in actors.linking("entrustedTo", ref):
                fact.prove(view.spans(start, end), "label")
                return
