"""What a worker can be told to do, and what it gives back; all of it goes through a pipe."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from att_graph.service import results
from att_graph.service.protocol import Asked, RefusedError
from att_graph.stores.embedded import answered, explained, local
from att_graph.stores.interface import Answer, Solutions, Store


@dataclass(frozen=True)
class Reply:
    """The body of an answer, and the headers that only who made it knows."""

    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Served(Store):
    """The store of a worker, whose default graph is the union of the named ones.

    `most` is how many rows an answer to a person may have; what the service asks itself has no
    such limit.
    """

    def __init__(self, store: ox.Store, most: int) -> None:
        self._store, self.most = store, most

    def run(self, text: str, place: str) -> Answer:
        """A query → its answer; raises InputError as the interface says."""
        local(text, place)
        with explained(place):
            return answered(self._store.query(text))

    def limited(self, asked: Asked) -> Answer:
        """The answer of a query from outside. Raises RefusedError when it is too long."""
        chosen = {
            "default_graph": [ox.NamedNode(iri) for iri in asked.default_graphs],
            "named_graphs": [ox.NamedNode(iri) for iri in asked.named_graphs],
        }
        # Where a request names graphs, these are the whole data set (section 2.1.4).
        options = chosen if asked.default_graphs or asked.named_graphs else {}
        with explained("the query"):
            found = self._store.query(asked.text, **options)  # type: ignore[arg-type]
            if isinstance(found, ox.QueryBoolean):
                return bool(found)
            rows: list[Any] = []
            for row in found:
                self.count(len(rows))
                rows.append(row)
        if isinstance(found, ox.QueryTriples):
            return rows
        names = tuple(variable.value for variable in found.variables)
        return Solutions(names, [tuple(row[name] for name in names) for row in rows])

    def count(self, rows: int) -> None:
        """Raises RefusedError when so many rows leave no room for another."""
        if rows >= self.most:
            raise RefusedError(413, f"the answer has more than {self.most:,} rows; add a LIMIT")


class Job(ABC):
    """One thing to do. Two jobs that read the same in `repr` give the same reply."""

    @abstractmethod
    def reply(self, store: Served) -> Reply:
        """What it gives. Raises RefusedError or InputError when there is no answer."""


@dataclass(frozen=True)
class Query(Job):
    """A SPARQL query, and the media type of its answer."""

    asked: Asked
    media: str

    def reply(self, store: Served) -> Reply:
        """The answer in that format."""
        answer = store.limited(self.asked)
        if self.media == "text/html":
            from att_graph.site import sparql

            return Reply(sparql.render(self.asked.text, answer).encode())
        return Reply(results.write(answer, self.media))
