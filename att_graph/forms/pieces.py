"""Pieces of a document, in order, in; one text in the shape that `parse` reads out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARK = re.compile(r"\[\^(\w{1,8})\](?!:)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"[ \u00a0\u2002-\u200a\u202f]+")
_LABEL = re.compile(
    r"\s*(?:[-•·]\s+)?(?:[(（]?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[)）]|(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[.．、](?=\s|[^\x00-\x7f]|$))",
    re.IGNORECASE,
)


@dataclass
class Piece:
    """A block of a document: kind is "line", "heading", "row" or "note" (with its label).

    `text` may hold line breaks, and `\\f` where a page ends inside it.
    """

    kind: str
    text: str
    label: str = ""


def raised(text: str) -> str:
    """Digits as raised digits: how a mark without a footnote of its own is kept."""
    return text.translate(_RAISED)


def squeezed(text: str) -> str:
    """One blank for a run of them; line breaks and page ends stay, without blanks beside them."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def labelled(text: str) -> bool:
    """Whether a text already begins with the printed mark of a paragraph or item."""
    return bool(_LABEL.match(text))


def composed(pieces: Iterable[Piece]) -> str:
    """Blocks in, text out: a blank line between two, a footnote after the block that cites it."""
    blocks = [piece for piece in pieces if piece.text.strip()]
    running = [piece for piece in blocks if piece.kind != "note"]
    cited = {label for piece in running for label in _MARK.findall(piece.text)}
    notes: dict[str, str] = {}
    for piece in blocks:
        if piece.kind == "note" and piece.label in cited:
            words = squeezed(piece.text).replace("\n", " ")
            notes[piece.label] = f"{notes.get(piece.label, '')} {words}".strip()
    out: list[str] = []
    for piece in blocks:
        text = squeezed(piece.text)
        if piece.kind == "note":
            if piece.label not in cited:  # cited nowhere: it stays where it stands
                out.append(f"[^{piece.label}]: {text}")
            continue
        out.append(f"## {text.replace(chr(10), ' ')}" if piece.kind == "heading" else text)
        for label in _MARK.findall(text):
            if label in notes:
                out.append(f"[^{label}]: {notes.pop(label)}")
    return "\n\n".join(out) + "\n"
