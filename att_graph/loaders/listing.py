"""A list of organisations in an alphabet in; the most likely way to split it into names out.

A comma or an "and" may stand between two names or inside one, so every way to cut the list gets a
score: for names that are known or can stand alone, for acronyms that fit the words before them, for
the order of the alphabet where the list keeps it. The number that the report states decides only
between ways that are about as good.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from att_graph.iris import slug
from att_graph.loaders.reading import Reading
from att_graph.model import Ref

_LONGEST = 7  # pieces of one name
_MOST = 40  # pieces joined to the one before, in a whole list
_NEVER = -1e9
# How much an acronym in brackets tells of the words before it, by how it fits them.
_ACRONYM = {"all": 6.0, "yes": 4.5, "partly": 2.0, "no": 1.0}
_DOUBT = 0.8  # less than a likely comma: beyond it the count is wrong, not the list


@dataclass(frozen=True)
class Name:
    """A name in a list: `text[start:end]`, and whom it names if that is known already."""

    start: int
    end: int
    ref: Ref | None = None


@dataclass(frozen=True)
class Split:
    """One way to cut a list: its names and how likely it is (more is likelier)."""

    score: float
    names: tuple[Name, ...]


def ways(reading: Reading, text: str, start: int, end: int) -> dict[int, Split]:
    """The best way to cut `text[start:end]` for each number of names that it can give."""
    pieces, marks = _pieces(reading, text, start, end)
    if not pieces:
        return {0: Split(0.0, ())}
    scorer = _Scorer(reading, text, pieces, marks)
    return scorer.best()


def choose(tables: list[dict[int, Split]], counted: list[bool], stated: int | None) -> list[Split]:
    """One way for each list: the best together, or one nearly as good that gives the stated count.

    `counted` says of which lists the names make up the count.
    """
    best = [max(table.values(), key=lambda way: way.score) for table in tables]
    if stated is None:
        return best
    total: dict[int, tuple[float, list[Split]]] = {0: (0.0, [])}
    for table, counts, free in zip(tables, counted, best, strict=True):
        grown: dict[int, tuple[float, list[Split]]] = {}
        for sum_, (score, chosen) in total.items():
            for number, way in table.items() if counts else [(0, free)]:
                new = (score + way.score, [*chosen, way])
                if sum_ + number not in grown or new[0] > grown[sum_ + number][0]:
                    grown[sum_ + number] = new
        total = grown
    fitting = total.get(stated)

    if fitting and fitting[0] >= sum(way.score for way in best) - _DOUBT:
        return fitting[1]
    return best


def _pieces(
    reading: Reading, text: str, start: int, end: int
) -> tuple[list[tuple[int, int]], list[str]]:
    """What marks outside brackets separate, and the mark after each piece: `,`, `&` or `;`."""
    found = list(reading.language.pattern("list-mark").finditer(text, start, end))
    outer = [m for m in found if _depth(text, start, m.start()) == 0]
    strong = [m for m in outer if m.lastgroup == "strong"]
    if len(strong) > 1 or (strong and not any(m.lastgroup == "comma" for m in outer)):
        outer = strong
    pieces: list[tuple[int, int]] = []
    marks: list[str] = []
    at = start
    for mark in outer:
        if text[at : mark.start()].strip():
            pieces.append(_trim(text, at, mark.start()))
            marks.append({"strong": ";", "and": "&"}.get(mark.lastgroup or "", ","))
        elif marks and mark.lastgroup != "comma":
            marks[-1] = ";" if mark.lastgroup == "strong" else marks[-1]
        at = mark.end()
    hanging = reading.language.pattern("list-hanging").search(text, at, end)
    end = hanging.start() if hanging else end  # "…, and", where a list breaks off
    if text[at:end].strip(" .,;"):
        pieces.append(_trim(text, at, end))
    return pieces, marks


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;•·*-–—":
        start += 1
    while end > start and (
        text[end - 1] in " ,;:" or (text[end - 1] == "." and not text[:end].endswith("Inc."))
    ):
        end -= 1
    return start, end


def _depth(text: str, start: int, at: int) -> int:
    return text.count("(", start, at) - text.count(")", start, at)


class _Scorer:
    """The pieces of one list, and how likely each run of them is one name."""

    def __init__(
        self, reading: Reading, text: str, pieces: list[tuple[int, int]], marks: list[str]
    ) -> None:
        self.reading, self.text, self.pieces, self.marks = reading, text, pieces, marks
        self.pattern = reading.language.pattern
        ands = [i for i, mark in enumerate(marks) if mark == "&"]
        self.last_and = ands[-1] if ands else None
        articles = sum(bool(self.pattern("determiner").match(text, a)) for a, _ in pieces)
        self.articled = articles * 3 > len(pieces)
        keys = [self._key(i) for i in range(len(pieces))]
        sure = [b >= a for (a, b), i in zip(pairwise(keys), range(len(keys)), strict=False)
                if self.closed(i)]  # fmt: skip
        ordered = sum(sure) / len(sure) if len(sure) > 2 else 0.5
        self.order = max(0.0, 3 * ordered - 1.5)

    def _key(self, first: int) -> str:
        a, b = self.pieces[first]
        article = self.pattern("determiner").match(self.text, a, b)
        return slug(self.text[article.end() if article else a : b])

    def closed(self, i: int) -> bool:
        """Whether a piece ends in brackets, as names do that are printed with their acronym."""
        return self.text[self.pieces[i][0] : self.pieces[i][1]].endswith(")")

    def best(self) -> dict[int, Split]:
        """Number of names → the best way to cut, by dynamic programming from left to right."""
        size = len(self.pieces)
        # rows[end][first, joined]: the best score of pieces[:end] whose last name starts at `first`
        rows: list[dict[tuple[int, int], tuple[float, tuple[int, int] | None]]] = [{}]
        for end in range(1, size + 1):
            row: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
            for first in range(max(0, end - _LONGEST), end):
                joins, own = end - first - 1, self._name(first, end)
                if first == 0:
                    row[first, joins] = (own, None)
                    continue
                for (before, joined), (score, _) in rows[first].items():
                    total = score + own + self._between(before, first, end == size)
                    at = (first, joined + joins)
                    if at[1] <= _MOST and total > row.get(at, (_NEVER, None))[0]:
                        row[at] = (total, (before, joined))
            rows.append(row)
        ways: dict[int, Split] = {}
        for (first, joined), (score, _) in rows[size].items():
            if size - joined not in ways or score > ways[size - joined].score:
                ways[size - joined] = Split(score, self._trace(rows, first, joined))
        return ways

    def _trace(
        self,
        rows: list[dict[tuple[int, int], tuple[float, tuple[int, int] | None]]],
        first: int,
        joined: int,
    ) -> tuple[Name, ...]:
        names: list[Name] = []
        end, at = len(self.pieces), (first, joined)
        while True:
            start, stop = self.pieces[at[0]][0], self.pieces[end - 1][1]
            start = self._bare(start, stop)
            names.append(Name(start, stop, self._known(self.text[start:stop])))
            before = rows[end][at][1]
            if before is None:
                return tuple(reversed(names))
            end, at = at[0], before

    def _bare(self, start: int, stop: int) -> int:
        """Where a name starts behind its article, or behind the word that says what it is."""
        article = self.pattern("determiner").match(self.text, start, stop)
        if article and article[0][0].islower():
            start = article.end()
        lead = self.pattern("name-lead").match(self.text, start, stop)
        return lead.end() if lead else start

    def _between(self, before: int, first: int, last: bool) -> float:
        """How likely a name ends before piece `first`, by the mark there and the alphabet."""
        score = 0.0
        if self.marks[first - 1] == "&" and not last:
            score -= 6.0
        elif self.marks[first - 1] == "&":
            left = self.text[self.pieces[before][0] : self.pieces[first - 1][1]]
            right = self.text[slice(*self.pieces[first])]
            if self.pattern("open-name").search(left) and self._alone(right) < 0.0:
                score -= 2.0  # "… for Disarmament and Development"
        elif last and self.marks[first - 1] == "," and "&" in self.marks[first:]:
            score -= 1.5  # the "and" before the last name is swallowed
        if self._key(first) < self._key(before):
            score -= self.order
        return score

    def _known(self, words: str) -> Ref | None:
        bare = re.sub(r"\s?\([^()]*\)$", "", words)
        return self.reading.names.find(bare, "organisation") or self.reading.names.find(
            words, "organisation"
        )

    def _name(self, first: int, end: int) -> float:
        """How likely pieces[first:end] are one name."""
        start, stop = self.pieces[first][0], self.pieces[end - 1][1]
        words = self.text[start:stop]
        if self._known(words):
            return 8.0
        score = self._alone(words)
        for i in range(first, end - 1):
            score += self._inside(i, first, end)
        return score

    def _alone(self, words: str) -> float:
        """How likely some words are a name, whatever stands between them."""
        score = 0.0
        article = self.pattern("determiner").match(words)
        bare = words[article.end() :] if article else words
        lead = self.pattern("name-lead").match(bare)
        if lead:
            bare = bare[lead.end() :]
        elif article and article[0][0].islower() and not self.articled:
            score -= 2.5
        if bare[:1].islower():
            score -= 6.0
        acronym = self.pattern("acronym").search(bare)
        if acronym and acronym.end() == len(bare):
            score += _ACRONYM[fits(acronym["acronym"], bare[: acronym.start()])]
        elif not self.pattern("organisation-head").search(bare):
            joined = self.pattern("list-mark").search(bare)
            odd = joined and joined.lastgroup == "and"
            open_ = joined and self.pattern("open-name").search(bare[: joined.start()])
            score -= 3.0 if odd and not open_ else 0.5
        if self.reading.names.find(bare, "state"):
            score -= 6.0  # a State among organisations ends the name before it
        return score

    def _inside(self, i: int, first: int, end: int) -> float:
        """How likely the mark after piece `i` stands inside the name pieces[first:end]."""
        if self.marks[i] == ";":
            return -8.0
        if self.closed(i):
            return -5.0
        head = self.pattern("organisation-head")
        left = self.text[self.pieces[first][0] : self.pieces[i][1]]
        opened, headed = self.pattern("open-name").search(left), head.search(left)
        beside = self.text[slice(*self.pieces[i + 1])]
        if self.marks[i] == "&":
            both = headed and head.search(beside) and not opened
            return (-1.0 if i == self.last_and else 0.0) - (2.0 if both else 0.0)
        if self.reading.names.find(beside, "state"):
            return -1.0
        score = -2.5
        if "&" not in self.marks[i + 1 : end - 1]:
            score -= 3.0  # no enumeration: "A, B and C" goes on to an "and"
        if opened:
            score += 2.0 if headed and not head.search(beside) else 1.5
        right = self.text[self.pieces[i + 1][0] : self.pieces[end - 1][1]]
        if headed and head.search(right):
            score -= 2.0  # either side is a name by itself
        return score


def fits(acronym: str, words: str) -> str:
    """How an acronym goes with the words before it.

    "all": it is the first letters of the words that count; "yes": its capitals come in their order;
    "partly": most do, from the first on; "no": another language's, or another name's.
    """
    capitals = [char.lower() for char in acronym if char.isupper()]
    starts = [word[0] for word in slug(words).split("-") if word]
    if len(capitals) < 2 or not starts:
        return "no"
    counting = [word[0] for word in re.findall(r"[^\W\d_]+", words) if word[0].isupper()]
    if [char.lower() for char in counting] == capitals:
        return "all"
    if capitals[0] != starts[0]:
        return "no"
    found = 0
    for char in capitals:
        if char in starts:
            starts = starts[starts.index(char) + 1 :]
            found += 1
    if found == len(capitals):
        return "yes"
    return "partly" if found * 3 >= len(capitals) * 2 else "no"
