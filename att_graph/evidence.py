"""The rows of an answer → the same rows with the words of the report that prove each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from att_graph import vocab
from att_graph.store import Cell, Store, Table, Term
from att_graph.text import Places, spot

COLUMNS = ("quotation", "place", "source")
_AT_ONCE = 200  # facts in one query, so that an endpoint is not sent a book

_QUOTED = """SELECT DISTINCT ?fact ?quotation ?words ?source ?start
WHERE {{
  VALUES ?fact {{ {facts} }}
  ?fact tac:evidence ?quotation .
  ?quotation tac:quotedText ?words ; tac:source ?source ; tac:start ?start .
}}"""
_PASSAGES = """SELECT DISTINCT ?source ?number ?item ?start ?end
WHERE {{
  VALUES ?source {{ {sources} }}
  ?passage a tac:Passage ; tac:source ?source ; tac:number ?number .
  ?passage tac:start ?start ; tac:end ?end .
  OPTIONAL {{ ?passage tac:item ?item }}
}}"""

Quoted = tuple[str, int, str]  # source, start, words


def with_evidence(store: Store, table: Table, column: str) -> Table:
    """A table → the same with COLUMNS: the quotations of the fact in `column`, and their places.

    Several quotations of one fact are joined by " … " in the order of the report. A row whose fact
    has none, because no report states it, gets empty cells.
    """
    place = table.columns.index(column)
    facts = dict.fromkeys(str(row[place]) for row in table.rows if row[place] is not None)
    quoted = _quoted(store, [fact for fact in facts if "://" in fact])
    spots = places(store, (of for each in quoted.values() for of, _, _ in each))
    rows = [(*row, *_cells(quoted.get(str(row[place]), []), spots)) for row in table.rows]
    return Table((*table.columns, *COLUMNS), rows)


def quotations(store: Store, fact: str) -> list[tuple[str, str, str]]:
    """The words that prove a fact, each with its paragraph (or nothing) and its source."""
    quoted = _quoted(store, [fact]).get(fact, [])
    spots = places(store, (of for of, _, _ in quoted))
    return [(words, _marked(spots[of].at(start)), of) for of, start, words in quoted]


def places(store: Store, sources: Iterable[str]) -> dict[str, Places]:
    """Each source → its passages, "24(a)" the name of one; none where a source has none."""
    found: dict[str, list[tuple[int, int, str]]] = {source: [] for source in sources}
    for some in _slices(sorted(found)):
        iris = " ".join(str(ox.NamedNode(source)) for source in some)
        for row in store.select(vocab.PROLOGUE + _PASSAGES.format(sources=iris)):
            name = spot(_text(row["number"]), _text(row["item"]) if row["item"] else None)
            span = (int(_text(row["start"])), int(_text(row["end"])), name)
            found[_text(row["source"])].append(span)
    return {source: Places(spans) for source, spans in found.items()}


def _quoted(store: Store, facts: list[str]) -> dict[str, list[Quoted]]:
    found: dict[str, list[Quoted]] = defaultdict(list)
    for some in _slices(facts):
        iris = " ".join(str(ox.NamedNode(fact)) for fact in some)
        for row in store.select(vocab.PROLOGUE + _QUOTED.format(facts=iris)):
            quoted = (_text(row["source"]), int(_text(row["start"])), _text(row["words"]))
            found[_text(row["fact"])].append(quoted)
    return {fact: sorted(set(quotations)) for fact, quotations in found.items()}


def _cells(quotations: list[Quoted], spots: dict[str, Places]) -> Iterator[Cell]:
    names = dict.fromkeys(_marked(spots[source].at(start)) for source, start, _ in quotations)
    sources = dict.fromkeys(source for source, _, _ in quotations)
    for texts in ((words for _, _, words in quotations), filter(None, names), sources):
        yield " … ".join(texts) or None


def _marked(name: str) -> str:
    return name and f"¶{name}"


def _slices(facts: list[str]) -> Iterable[list[str]]:
    return (facts[low : low + _AT_ONCE] for low in range(0, len(facts), _AT_ONCE))


def _text(term: Term | None) -> str:
    return str(getattr(term, "value", term))
