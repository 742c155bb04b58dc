"""Keys and IRIs: ASCII, readable, the same for the same thing in every edition."""

import hashlib
import re
import unicodedata
from functools import lru_cache

from att_graph import vocab
from att_graph.model import Ref
from att_graph.text import fold


def iri(ref: Ref) -> str:
    """The IRI of a thing; a concept's kind is its scheme under `concept/`."""
    if ref.kind == "m49":
        return vocab.concept("m49", ref.key)
    return vocab.thing(ref.kind, ref.key)


def slug(text: str) -> str:
    """The ASCII letters and digits of a text, lower case, joined by hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@lru_cache(maxsize=4096)
def digest(text: str) -> str:
    """Eight hexadecimal digits that stand for a name without ASCII letters."""
    return hashlib.sha256(fold(text).encode()).hexdigest()[:8]


def symbol_key(symbol: str) -> str:
    """The key of a document: its canonical symbol with `/` as `-`."""
    return symbol.replace("/", "-")
