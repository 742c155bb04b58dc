"""What acts are about: by the terms they use, else by what they stand beside."""

from att_graph.gazetteer import concepts
from att_graph.loaders.reading import Place, Reading
from att_graph.model import Act, Document, Ref


def of_words(reading: Reading, act: Act, place: Place, start: int, end: int) -> None:
    """Add the topics whose terms `place.text[start:end]` uses."""
    terms = concepts.scheme("topic", reading.language.code)
    for a, b, key in terms.all_within(place.text[start:end]):
        if key not in act.topics:
            act.topics.append(key)
            act.prove(place.view.spans(start + a, start + b), "topic")


def of_context(reading: Reading) -> None:
    """Add the topics of acts whose own words show none ("encouraged others to follow suit").

    Such an act is about what the title of the document says on which it acts; else about what the
    act before it in its place is about, or the last of its paragraph's chapeau. An act that points
    back ("to contribute to that Programme") has those topics beside its own.
    """
    last: dict[tuple[str, str | None], Act] = {}
    where = {place.ref: (place.number, place.item) for place in reading.places}
    back = reading.language.pattern("points-back")
    for act in reading.report.all(Act):
        at = where.get(act.recorded_in or Ref("passage", ""))
        if at is None:
            continue
        if not act.topics:
            _of_titles(reading, act)
        before = last.get(at) or last.get((at[0], None))
        if before and (not act.topics or (act.content and back.search(act.content.value))):
            _also(act, before)
        if act.topics:
            last[at] = act


def _of_titles(reading: Reading, act: Act) -> None:
    terms = concepts.scheme("topic", reading.language.code)
    for ref in act.acts_on:
        document = reading.report.facts.get(ref)
        if not isinstance(document, Document) or not document.title:
            continue
        shown = dict.fromkeys(key for _, _, key in terms.all_within(document.title.value))
        act.topics += [key for key in shown if key not in act.topics]
        for proof in document.evidence if shown else ():
            if "title" in proof.supports:
                act.prove(proof.spans, "topic")


def _also(act: Act, before: Act) -> None:
    act.topics += [key for key in before.topics if key not in act.topics]
    for proof in before.evidence:
        if "topic" in proof.supports:
            act.prove(proof.spans, "topic")
