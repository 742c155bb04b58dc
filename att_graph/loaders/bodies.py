"""Treaty bodies: which conference set up which."""

import re

from att_graph.loaders.reading import Place, Reading, language_label
from att_graph.model import Body, Ref


def read(reading: Reading) -> None:
    """Add a fact for each body of which the report says which conference established it."""
    for place in reading.places:
        for name in ("established-by", "established-passive"):
            for found in reading.language.pattern(name).finditer(place.text):
                _established(reading, place, found)


def _established(reading: Reading, place: Place, found: re.Match[str]) -> None:
    by = reading.called(found["by"])
    start = found.start("what")
    for _, end, ref in reading.names.search(found["what"], "body"):
        if by is None or ref == reading.conferences:
            continue
        _add(reading, place, ref, by, found, start + end)


def _add(reading: Reading, place: Place, ref: Ref, by: Ref, found: re.Match[str], end: int) -> None:
    fact = Body(ref, labels=language_label(ref, reading.language.code), established=by)
    stop = max(end, found.end("by"))
    fact.prove(place.view.spans(found.start(), stop), "establishedBy")
    reading.report.add(fact)
