"""Two lines of one paragraph in; their words as one line out, with the hyphen or blank settled."""

import re
from collections import Counter
from collections.abc import Iterable

from att_graph.text import wide

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")

_PATH = re.compile(r"(?:https?://|www\.|[A-Z]{2,6}[\w.]*/)\S*$")
_PLAIN = re.compile(r"[A-Za-z\u00c0-\u024f0-9/._@-]+")
_CELL = re.compile(r"[A-Z]{2,6}[\w.]*/\S+")
_HYPHENATING = 0.03  # lines with a hyphen at their end, where hyphens part words


class Joints:
    """What a document's own lines tell about its hyphens and its blanks beside CJK characters."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        self.beside: Counter[tuple[str, str, bool]] = Counter()
        texts = list(lines)
        hyphens = 0
        for text in texts:
            words = _WORD.findall(text.replace("\u00ad", "-"))
            if _HYPHEN.search(text):
                hyphens += 1
                words = words[:-1]
            self.words.update(word.lower().replace("\u2010", "-") for word in words)
            for found in re.finditer(r"(?<=(\S))( ?)(?=(\S))", text):
                if wide(found[1]) != wide(found[3]):
                    for kinds in _kinds(found[1], found[3]):
                        self.beside[*kinds, bool(found[2])] += 1
        self.tokens = Counter(token for text in texts for token in _PLAIN.findall(text))
        self.anywhere = False  # lines end at blanks, and inside what is longer than a line
        self.hyphenating = hyphens > max(1, _HYPHENATING * len(texts))
        self.parts = {part for word in self.words for part in word.split("-")}

    def joined(self, above: str, below: str, blank: bool = False) -> str:
        """Two lines as one; `blank` when the first is known to end at one."""
        if not above or not below:
            return above + below
        hyphen = _HYPHEN.search(above)
        if hyphen and below[0].isalpha():
            return self._hyphen(above, hyphen[1], below)
        if above[-1] in "-\u2010\u2013" and not above[:-1].endswith(" ") and below[0].isdigit():
            return above + below
        if _PATH.search(above) and (above[-1] in "/._-" or below[0] in "/."):
            return above + below
        if blank:
            return f"{above} {below}"
        if self._split(above, below):
            return above + below
        return above + self._blank(above[-1], below[0]) + below

    def _split(self, above: str, below: str) -> bool:
        """Whether a line's end splits a word or symbol: some programs break lines anywhere."""
        one, two = _PLAIN.search(above[-80:][::-1]), _PLAIN.match(below)
        if not one or one.start() or not two:
            return False
        left, right = one[0][::-1], two[0]
        run = above.rpartition(" ")[2]
        if self.anywhere and len(run) > 3 * len(left) + 20 and wide(run[-len(left) - 1]):
            return True  # a long run of CJK text, which ends where the line is full
        if self.tokens[left + right]:
            return not (self.tokens[left] > 1 and self.tokens[right] > 1)
        word = right.isalpha() and self.words[right.lower()] > 1
        path = left.count("/") > 1 or ("/" in left and "/" in right)
        return path and not word and not right.isdigit()

    def closed(self, text: str) -> str:
        """A finished paragraph without soft hyphens; one at its end was a hyphen."""
        return re.sub("\u00ad$", "-", text).replace("\u00ad", "")

    def over_page(self, above: str, below: str) -> str:
        """Two lines as one with the page's end between them, or a few characters after.

        It stands where white space says nothing or is there anyway: no reader of the text sees it.
        """
        whole = self.joined(above, below)
        start = whole.rfind(below) if whole.endswith(below) else len(whole) - len(below)
        for at in range(max(1, start - 1), min(len(whole) - 1, start + 40)):
            left, here, right = whole[at - 1], whole[at], whole[at + 1]
            if here == " " and not (wide(left) or wide(right)):
                return f"{whole[:at]}\f{whole[at + 1 :]}"
            if at >= start and wide(left) and wide(here):
                return f"{whole[:at]}\f{whole[at:]}"
        return f"{whole[:start]}\f{whole[start:]}"

    def cell(self, lines: list[str]) -> str:
        """The lines of a table's cell as one; a symbol is one word however it is split."""
        whole = "".join(lines)
        if lines and _CELL.fullmatch(whole) and len(lines) > 1:
            return self.closed(whole.replace("\u00ad", "-"))
        text = ""
        for line in lines:
            text = self.joined(text, line)
        return self.closed(text)

    def _hyphen(self, above: str, word: str, below: str) -> str:
        rest = _WORD.match(below)
        after = rest[0] if rest else below[:1]
        head, stem = above[:-1], re.split(r"[-\u2010]", after)[0]
        one, two = f"{word}{stem}".lower(), f"{word}-{stem}".lower()
        if one in self.words or one in self.parts:
            return head + below
        kept = f"{head}-{below}"
        if two in self.words or any(x.startswith(two) for x in self.words):
            return kept
        if word.isupper() or not stem.islower():
            return kept
        if word.lower() in self.words and stem.lower() in self.words:
            return kept
        return head + below if self.hyphenating or above.endswith("\u00ad") else kept

    def _blank(self, left: str, right: str) -> str:
        """A blank between words; between CJK and other letters what the document does itself."""
        if wide(left) and wide(right):
            return ""
        if not wide(left) and not wide(right):
            return " "
        for kinds in _kinds(left, right):
            apart, together = self.beside[*kinds, True], self.beside[*kinds, False]
            if apart + together > 1:
                break
        return " " if apart > together else ""


def _kinds(left: str, right: str) -> tuple[tuple[str, str], ...]:
    """What two neighbours are, from the most exact to the most general."""
    return (left, _sort(right)), (_sort(left), right), (_sort(left), _sort(right))


def _sort(char: str) -> str:
    """What sort of character it is, for the question whether a blank stands beside it."""
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "han" if wide(char) else "letter"
    return char
