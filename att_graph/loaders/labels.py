"""One label of a thing in each language; what else it is called there is another name."""

from att_graph.model import Report

# Things that bear names; the labels of other facts are made of what they say.
NAMED = {"organisation", "person", "office", "group", "document", "meeting", "body", "treaty"}


def settle(report: Report) -> None:
    """Keep the first label in each language: the one that structure supplies, else as printed.

    A report in English names in that language what structure has named in it already.
    """
    for fact in report.facts.values():
        first = {words.lang: words for words in reversed(fact.labels)}
        further = [words for words in fact.labels if words != first[words.lang]]
        if further:
            fact.labels = [words for words in fact.labels if words == first[words.lang]]
        for words in further:
            told = [*fact.names, getattr(fact, "title", None)]
            if fact.ref.kind in NAMED and words not in told:
                fact.names.append(words)
