"""A list of organisations in, its names out, each with the coalition that brought it.

Where the script has a mark of its own for enumerations, the marks cut the list and the words at the
end of a piece say whether it is a name; in an alphabet `listing` weighs all ways to cut it.
"""

import re
from dataclasses import dataclass

from att_graph.loaders import listing
from att_graph.loaders.listing import Name, Split
from att_graph.loaders.reading import Reading

_STATED = 3.0  # how much likelier a division is that gives the stated number
_TRIED = 8  # places where a coalition's members may end


def organisations(
    reading: Reading, text: str, start: int, end: int, stated: int | None = None
) -> list[tuple[Name, Name | None]]:
    """The organisations of a list, each with the coalition whose delegation it came in.

    `stated` is the number of delegations that the report gives, where it does.
    """
    if "list-mark" in reading.language.patterns:
        return _organisations(reading, text, start, end, stated)
    pattern = reading.language.pattern
    found: list[tuple[Name, Name | None]] = []
    at = start
    for stop in [*pattern("coalition-end").finditer(text, start, end), None]:
        finish = stop.start() if stop else end
        coalition = pattern("coalition").search(text, at, finish)
        if coalition:
            first = _names(reading, text, at, coalition.end("who"), False)
            found += [(name, None) for name in first]
            leader = first[-1] if first else None
            members = _names(reading, text, coalition.end(), finish, True)
            found += [(name, leader) for name in members]
        else:
            found += [(name, None) for name in _names(reading, text, at, finish, True)]
        at = stop.end() if stop else end
    return found


@dataclass(frozen=True)
class _Stretch:
    """A piece of a list: `text[start:end]`, and whether it holds a coalition's members."""

    start: int
    end: int
    members: bool = False


def _organisations(
    reading: Reading, text: str, start: int, end: int, stated: int | None
) -> list[tuple[Name, Name | None]]:
    """The same in an alphabet, where the marks between names also stand inside them."""
    included = reading.language.pattern("list-included").search(text, start, end)
    if included:  # "X, including its centre Y": an entry of its own unless the number says no
        short = _organisations(reading, text, start, included.start(), stated)
        if stated is not None and stated == sum(within is None for _, within in short):
            return short
        return short + _organisations(reading, text, included.end(), end, None)
    best: tuple[float, list[_Stretch], list[Split]] | None = None
    for stretches in _divisions(reading, text, start, end):
        tables = [listing.ways(reading, text, each.start, each.end) for each in stretches]
        counted = [not each.members for each in stretches]
        ways = listing.choose(tables, counted, stated)
        number = sum(len(w.names) for w, c in zip(ways, counted, strict=True) if c)
        score = sum(way.score for way in ways) + (_STATED if number == stated else 0.0)
        if best is None or score > best[0]:
            best = score, stretches, ways
    found: list[tuple[Name, Name | None]] = []
    leader: Name | None = None
    for way, each in zip(best[2], best[1], strict=True) if best else ():
        found += [(name, leader if each.members else None) for name in way.names]
        leader = None if each.members or not way.names else way.names[-1]
    return found


def _divisions(reading: Reading, text: str, start: int, end: int) -> list[list[_Stretch]]:
    """The ways to divide a list into stretches: where members end may be open to doubt."""
    pattern = reading.language.pattern
    ways: list[list[_Stretch]] = [[]]
    at = start
    for stop in [*pattern("coalition-end").finditer(text, start, end), None]:
        finish = stop.start() if stop else end
        coalition = pattern("coalition").search(text, at, finish)
        if coalition:
            lead = _Stretch(at, coalition.end("who"))
            inside = [lead, _Stretch(*coalition.span("list"), True)] if coalition["list"] else []
            if inside:
                rest = _rest(text, coalition.end(), finish)
                ways = [[*way, *inside, *rest] for way in ways]
            else:
                begin = coalition.end()
                ends = [finish]
                if coalition[0].rstrip().endswith(":"):
                    # One semicolon behind names that commas part: the members end there.
                    strong = [m.start() for m in re.finditer(";", text[begin:finish])]
                    if len(strong) == 1 and "," in text[begin : begin + strong[0]]:
                        ends = [begin + strong[0]]
                elif ";" in text[begin:finish]:  # commas part the members, semicolons the others
                    ends = [text.index(";", begin, finish)]
                else:
                    found = pattern("members-end").finditer(text, begin, finish)
                    ends += [mark.start() for mark in found][:_TRIED]
                ways = [
                    [*way, lead, _Stretch(begin, until, True), *_rest(text, until, finish)]
                    for way in ways
                    for until in ends
                ]
        else:
            ways = [[*way, *_rest(text, at, finish)] for way in ways]
        at = stop.end() if stop else end
    return ways


def _rest(text: str, start: int, end: int) -> list[_Stretch]:
    return [_Stretch(start, end)] if text[start:end].strip(" ,;.()") else []


def _names(reading: Reading, text: str, start: int, end: int, closes: bool) -> list[Name]:
    """Split a list into names; separators inside a name do not split it.

    A piece that cannot be a name by itself (no organisation word at its end, no acronym) is the
    start of an enumeration inside a name when a later piece goes on "B and C …".
    """
    while end > start and text[end - 1] in "。;,、 ":
        end -= 1
    pieces = _pieces(reading, text, start, end)
    names: list[Name] = []
    k = 0
    while k < len(pieces):
        piece = pieces[k]
        last = k
        if piece.ref is None and not _complete(reading, text[piece.start : piece.end]):
            for j in range(k + 1, min(k + 4, len(pieces))):
                words = text[pieces[j].start : pieces[j].end]
                if reading.language.pattern("inner-and").search(words):
                    last = j
                    break
                if _complete(reading, words) or len(words) > 8:
                    break
        names.append(Name(piece.start, pieces[last].end, piece.ref))
        k = last + 1
    if closes and names and names[-1].ref is None:
        names[-1:] = _split_last(reading, text, names[-1])
    return names


def _pieces(reading: Reading, text: str, start: int, end: int) -> list[Name]:
    """What enumeration marks outside brackets separate; a known name is one piece."""
    pieces: list[Name] = []
    at = begin = start
    depth = 0
    while at <= end:
        if at == begin:
            known = reading.names.match(text, at, "organisation")
            acronym = reading.language.pattern("acronym").match(text, known[1]) if known else None
            stop = acronym.end() if acronym else known[1] if known else at
            after = reading.language.pattern("list-and").match(text, stop)
            if known and (stop >= end or text[stop] in "、;" or after):
                pieces.append(Name(begin, stop, known[0]))
                at = begin = stop + (len(after[0]) if after else 1)
                continue
        if at == end or (text[at] in "、;" and depth == 0):
            if text[begin:at].strip(" 、,;"):
                pieces.append(Name(begin, at))
            begin = at + 1
        else:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return pieces


def _split_last(reading: Reading, text: str, name: Name) -> list[Name]:
    """The last piece of a list may hold two names: "X and Y" where both can be names."""
    for found in reading.language.pattern("list-and").finditer(text, name.start, name.end):
        left, right = text[name.start : found.start()], text[found.end() : name.end]
        if left.count("(") != left.count(")"):
            continue
        known = reading.names.find(right, "organisation")
        if _complete(reading, left) and (known or _complete(reading, right)):
            return [
                Name(name.start, found.start(), reading.names.find(left, "organisation")),
                *_split_last(reading, text, Name(found.end(), name.end, known)),
            ]
    return [name]


def _complete(reading: Reading, words: str) -> bool:
    """Whether some words can be an organisation's name by themselves."""
    if words.endswith(")") or re.search(r"[A-Za-z]{3}", re.sub(r"\([^()]*\)", "", words)):
        return True
    return bool(reading.language.pattern("organisation-head").search(words))
