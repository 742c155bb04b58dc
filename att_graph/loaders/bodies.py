"""Treaty bodies: which conference set up which."""

import re

from att_graph.loaders.reading import Place, Reading, language_label
from att_graph.model import Body, Ref


def read(reading: Reading) -> None:
    """Add a fact for each body of which the report says which conference established it."""
    for place in reading.places:
        if not reading.language.pattern("conference").search(place.text):
            continue
        for name in ("established-by", "established-passive"):
            for found in reading.language.pattern(name).finditer(place.text):
                _established(reading, place, found)


def _established(reading: Reading, place: Place, found: re.Match[str]) -> None:
    by = reading.called(found["by"])
    start, done = found.start("what"), set[Ref]()
    for begin, end, ref in reading.names.search(found["what"], "body"):
        if by is None or ref == reading.conferences or ref in done:
            continue
        done.add(ref)
        fact = Body(ref, labels=language_label(ref, reading.language.code), established=by)
        fact.prove(place.view.spans(found.start("by"), found.end("by")), "establishedBy")
        fact.prove(place.view.spans(start + begin, start + end), "establishedBy")
        reading.report.add(fact)
