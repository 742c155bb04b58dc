"""Labels of things that several editions name: one in each language; the rest are other names."""

from att_graph.loaders.labels import NAMED
from att_graph.model import Fact, Ref, Report, Words


def share(group: list[Report]) -> None:
    """For each thing and language, the labels of the edition in that language, else of the first.

    What another edition calls it in that language becomes an alternative name of a thing that
    bears names, and goes where the label was made.
    """
    told: dict[Ref, list[tuple[Report, Fact]]] = {}
    for report in group:
        for ref, fact in report.facts.items():
            told.setdefault(ref, []).append((report, fact))
    for ref, rows in told.items():
        if len(rows) > 1 and ref.kind != "finding":
            _one_a_language(ref, rows)


def _one_a_language(ref: Ref, rows: list[tuple[Report, Fact]]) -> None:
    langs = {words.lang for _, fact in rows for words in fact.labels}
    for lang in langs:
        having = [row for row in rows if any(words.lang == lang for words in row[1].labels)]
        first = min(having, key=lambda row: (row[0].lang != lang, rows.index(row)))
        kept = [words for words in first[1].labels if words.lang == lang]
        for _, fact in rows:
            if fact is not first[1]:
                _give_up(ref, fact, kept, lang)


def _give_up(ref: Ref, fact: Fact, kept: list[Words], lang: str) -> None:
    given_up = [words for words in fact.labels if words.lang == lang and words not in kept]
    if any(words.lang == lang for words in fact.labels):
        fact.labels = [words for words in fact.labels if words.lang != lang] + kept
    for words in given_up:
        if ref.kind in NAMED and words not in fact.names:
            fact.names.append(words)
