"""How much input is read and looked into: each limit a number, with a variable that raises it.

Whoever writes the files may be a stranger. What is over a limit is refused in one sentence, or the
report stops and says so; nothing runs until the machine gives up.
"""

import os
from dataclasses import dataclass

from att_graph.errors import InputError


@dataclass(frozen=True)
class Limit:
    """`variable` in the environment raises or lowers what is usual."""

    variable: str
    usual: int

    def __call__(self) -> int:
        """The number in force. Raises InputError when the variable holds no whole number."""
        text = os.environ.get(self.variable, "").strip() or str(self.usual)
        if not text.isdecimal() or not int(text):
            raise InputError(f"{self.variable}: '{text}' is no whole number above 0")
        return int(text)

    def hint(self) -> str:
        """How to raise it, for the end of a sentence."""
        return f"{self.variable} in the environment raises the limit, now {self()}"


MEGABYTE = 1_000_000
SIZE = Limit("ATT_GRAPH_MAX_SIZE", 100)  # megabytes of RDF read from all files together
TRIPLES = Limit("ATT_GRAPH_MAX_TRIPLES", 1_000_000)  # in one file
RESULTS = Limit("ATT_GRAPH_MAX_RESULTS", 10_000)  # from here on, nothing further is looked for
MEMORY = Limit("ATT_GRAPH_MAX_MEMORY", 2_000)  # megabytes, for a command that reads large files
SECONDS = Limit("ATT_GRAPH_MAX_SECONDS", 600)  # for the same

DEEPEST = 1_000  # elements of XML within one another: the parser's time grows with the square
EXPANDED = 10 * MEGABYTE  # characters that the entities of one XML file stand for
