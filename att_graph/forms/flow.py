"""Pages of lines in; running text out: paragraphs, rows and footnotes, a form feed between pages.

Two lines are one paragraph when the first is full (the next word would not have fitted), the second
starts where a second line does, and no more than a line's distance is between them.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from att_graph.forms.furniture import unframed
from att_graph.forms.joints import Joints
from att_graph.forms.page import Line, Page, leading
from att_graph.forms.pieces import labelled, raised
from att_graph.forms.table import Row, tabled

_MARK = re.compile(r"\[\^(\d{1,3})\]")
_NUMBERED = re.compile(r"(?P<label>\d{1,3})[.)]?\s+(?=\S)")
_ENDED = re.compile(r"[.;:!?。；：！？؛؟][”\"’')）\]》」]*(?:\[\^\d+\])?$")
_BARE = re.compile(r"(?:\d{1,3}[.．、]|\(?[a-z\d]{1,2}[.)])")  # a mark alone on its line


@dataclass
class _Block:
    """A paragraph, row or footnote; `first` and `last` are None for rows."""

    text: str
    kind: str = "line"
    lines: list[Line] = field(default_factory=list)


def flowing(pages: list[Page]) -> str:
    """The text of a document. Form feeds stand before the first word of the next page."""
    return _Flow(unframed(pages)).text()


class _Flow:
    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        lines = [line for page in pages for line in page.lines]
        self.joints = Joints(line.text for line in lines)
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.tokens)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        body = [line for line in lines if abs(line.size - self.size) < 0.6]
        self.left, self.right = _margins(body)
        self.leading = leading(body)
        self.blanks = False
        self.blanks = self.joints.anywhere = self._parts_at_blanks(pages)
        self.marks = {
            label for line in lines for label in _MARK.findall(line.text.removeprefix("[^"))
        }

    def _parts_at_blanks(self, pages: list[Page]) -> bool:
        """Whether lines of CJK text end at blanks alone, as programs for other scripts set them."""
        early = parted = 0
        for page in pages:
            for above, line in pairwise(page.lines):
                near = 0.5 * line.size < above.y - line.y < 1.2 * self.leading * line.size
                cjk = max(above.tokens[-1].text, line.tokens[0].text) > "\u2e7f"
                if near and cjk and not self._full(above, line):
                    early += 1
                    room = self._room(above, line)
                    parted += room < line.first_word(True) and line.first_word(True) > 6 * line.size
        return early > 5 and parted * 2 > early

    def text(self) -> str:
        out: list[str] = []
        before: _Block | None = None
        for number, page in enumerate(self.pages):
            blocks = self._blocks(page)
            joined = False
            if number:
                first = blocks[0] if blocks else None
                if first and before and self._over_page(before, first):
                    words = out.pop()
                    out.append(self.joints.over_page(words, first.text))
                    before.lines = first.lines
                    joined = True
                else:
                    out.append("\f")
            for block in blocks[1:] if joined else blocks:
                # The form feed stands right before the next page's first words.
                lead = out.pop() if out and out[-1].strip("\f") == "" and out[-1] else ""
                out.append(lead + block.text)
            if blocks and not (joined and len(blocks) == 1):
                before = blocks[-1]
            elif not blocks:
                before = None
        text = "\n\n".join(out)
        defined = set(re.findall(r"^\f*\[\^(\d{1,3})\]:", text, re.MULTILINE))
        text = _MARK.sub(lambda found: found[0] if found[1] in defined else raised(found[1]), text)
        return text + "\n" if text.strip() else ""

    def _blocks(self, page: Page) -> list[_Block]:
        things = tabled(page)
        at = self._notes_from(things)
        notes = [thing for thing in things[at:] if isinstance(thing, Line)]
        return _placed(self._paragraphs(things[:at], page), self._notes(notes))

    def _notes_from(self, things: list[Line | Row]) -> int:
        """The place of the first footnote on a page: a raised number, or small and numbered."""
        for at, thing in enumerate(things):
            if not isinstance(thing, Line):
                continue
            rest = [x for x in things[at:] if isinstance(x, Line)]
            small = all(line.size < 0.94 * self.size for line in rest)
            found = _NUMBERED.match(thing.text)
            if small and (thing.label() or (found and found["label"] in self.marks)):
                return at
        return len(things)

    def _notes(self, lines: list[Line]) -> list[_Block]:
        found: list[_Block] = []
        for line in lines:
            text = line.text
            label = line.label()
            plain = _NUMBERED.match(text)
            if label:
                text = re.sub(r"^\[\^\d+\]\s*", "", text)
            elif plain and plain["label"] in self.marks and _next(found, plain["label"]):
                label, text = plain["label"], text[plain.end() :]
            if label:
                found.append(_Block(f"[^{label}]: {text}", "note", [line]))
            elif found:
                found[-1].text = self.joints.joined(found[-1].text, text)
        return found

    def _paragraphs(self, things: list[Line | Row], page: Page) -> list[_Block]:
        found: list[_Block] = []
        for thing in things:
            if isinstance(thing, Row):
                cells = [
                    self.joints.cell([line.text for line in cell.lines]) for cell in thing.cells
                ]
                found.append(_Block("\t".join(cells), "row"))
                continue
            last = found[-1] if found else None
            how = self._joint(last, thing, page) if last and last.kind == "line" else "break"
            if last is None or how == "break":
                found.append(_Block(thing.text, "line", [thing]))
            elif how == "line":
                last.text += f"\n{thing.text}"
                last.lines = [thing]
            else:
                room = self._room(last.lines[-1], thing)
                token = thing.tokens[0]  # where it had room, the line does end at a blank
                blank = self.blanks and room > token.x1 - token.x0 + 0.1 * thing.size
                last.text = self.joints.joined(last.text, thing.text, blank)
                last.lines.append(thing)
        for block in found:
            block.text = self.joints.closed(block.text)
            note = re.match(r"(\[\^\d{1,3}\])\s*(?=\S)", block.text)
            if note and block.kind == "line":  # a footnote in letters as large as the text's
                block.text, block.kind = f"{note[1]}: {block.text[note.end() :]}", "note"
            large = block.lines and block.lines[0].size > 1.1 * self.size
            if large and len(block.lines) < 4 and not re.match(r"\d", block.text):
                block.text = "## " + block.text.replace("\n", " ")
        return found

    def _joint(self, block: _Block, line: Line, page: Page) -> str:
        """How a line follows a block: "join", "line" (the parser may decide) or "break"."""
        above = block.lines[-1]
        step = above.y - line.y
        usual = (self.leading if abs(line.size - self.size) < 0.6 else 1.25) * line.size
        if step > 1.3 * usual + 0.5 or not self._alike(block, line):
            return "break"
        if any(
            line.y + 0.8 * line.size < y < above.y - 0.2 * above.size
            and x0 < above.x0 + line.size
            and x1 > above.x1 - line.size
            for x0, x1, y in page.rules
        ):
            return "break"
        if _BARE.fullmatch(block.text):
            return "join"
        if not self._full(above, line):
            return "break"
        if labelled(line.text) and _ENDED.search(above.text):
            hanging = len(block.lines) == 1 and labelled(above.text)
            return "break" if hanging and abs(line.x0 - above.x0) < line.size else "line"
        return "join"

    def _alike(self, block: _Block, line: Line) -> bool:
        """Whether a line has the letter size of a block and begins where its next line would."""
        first, above = block.lines[0], block.lines[-1]
        if abs(above.size - line.size) > 0.08 * line.size:
            return False
        if _centred(above, line):
            return True
        if len(block.lines) > 1:
            return abs(line.x0 - above.x0) < 0.8 * line.size
        most = 8.0 if labelled(first.text) else 0.8
        return -6 * line.size < line.x0 - first.x0 < most * line.size

    def _full(self, above: Line, line: Line) -> bool:
        """Whether a line's first word would not have fitted at the end of the one above."""
        return self._room(above, line) < line.first_word(self.blanks) + 0.6 * line.size

    def _room(self, above: Line, line: Line) -> float:
        if _centred(above, line):
            return (self.right - self.left) - (above.x1 - above.x0)
        return self.right - above.x1

    def _over_page(self, before: _Block, first: _Block) -> bool:
        """Whether a paragraph surely goes on over a page's end."""
        if before.kind != "line" or first.kind != "line" or not first.lines or not before.lines:
            return False
        if _BARE.fullmatch(before.text):
            return True
        line, above = first.lines[0], before.lines[-1]
        if labelled(line.text) or _ENDED.search(above.text) or first.text.startswith("## "):
            return False
        return self._alike(before, line) and self._full(above, line)


def _placed(blocks: list[_Block], notes: list[_Block]) -> list[_Block]:
    """A page's footnotes, each after the block that cites it: an annex may follow on the page."""
    out: list[_Block] = []
    for block in blocks:
        out.append(block)
        for note in list(notes):
            label = note.text.split(":")[0]
            if label in block.text and block.kind == "line":
                out.append(note)
                notes.remove(note)
    return out + notes


def _next(found: list[_Block], label: str) -> bool:
    """Whether a label is the one after the last footnote's, or the first on its page."""
    if not found:
        return True
    last = re.match(r"\[\^(\d+)\]", found[-1].text)
    return last is not None and int(last[1]) + 1 == int(label)


def _margins(lines: list[Line]) -> tuple[float, float]:
    """The left and right edge of the text: where many lines begin, and where full ones end."""
    if not lines:
        return 0.0, 0.0
    starts = Counter(round(line.x0) for line in lines)
    usual = max(starts.values())
    left = min(x for x, count in starts.items() if count >= max(2, usual * 0.2) or usual == 1)
    widest = max(line.x1 - line.x0 for line in lines)
    ends = sorted(line.x1 for line in lines if line.x1 - line.x0 > 0.5 * widest)
    return float(left), ends[min(len(ends) - 1, int(len(ends) * 0.97))]


def _centred(above: Line, line: Line) -> bool:
    """Whether two lines stand in the middle over each other, and not at one margin."""
    middle = abs((above.x0 + above.x1) / 2 - (line.x0 + line.x1) / 2)
    return middle < 3 and abs(above.x0 - line.x0) > 0.8 * line.size
