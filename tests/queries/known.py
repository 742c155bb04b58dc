"""What a question answers on the small invented data: the rows are known by construction."""

from dataclasses import dataclass
from pathlib import Path

from att_graph import vocab
from att_graph.store import Cell

SMALL = Path(__file__).parent.parent / "data" / "small.ttl"
_HEAD = f"@base <{vocab.BASE}> .\n" + "".join(
    f"@prefix {name}: <{iri}> .\n" for name, iri in vocab.PREFIXES.items()
)


@dataclass(frozen=True)
class Known:
    """A question with its parameters, and the answer: rows cut to `columns`.

    `more` is what the question is asked of beside `tests/data/small.ttl`, as Turtle without head.
    """

    question: str
    params: dict[str, str]
    columns: list[str]
    rows: list[tuple[Cell, ...]]
    more: str = ""

    @property
    def turtle(self) -> str:
        """`more` as a Turtle file."""
        return _HEAD + self.more
