"""How near two names are: equal, short for one another, merely alike, or apart.

No transliteration: a name in another script is another name until a person says otherwise.
"""

import re
import unicodedata

from att_graph.model import Intervention, Ref, Report, Tenure, Words

APART, NEAR, SHORT, EQUAL = range(4)
WHY = {
    NEAR: "Two names of persons that are nearly the same.",
    SHORT: "One name is short for the other, and no post or State joins the two.",
    EQUAL: "One name, and each report has it speak or act for another State.",
}
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_ARTICLE = re.compile(r"^(?:the|la|le|les|el|los|las) ")
_LEAST = 6  # letters: in shorter names one letter makes another name


def plain(name: str) -> str:
    """A name without accents, capitals, punctuation and a leading article."""
    folded = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return _ARTICLE.sub("", re.sub(r"[\W_]+", " ", bare).strip())


def one_letter(one: str, other: str) -> bool:
    """Whether two long enough names differ by one letter: put in, left out, or exchanged."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _LEAST:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, tail = one[start:], other[start:]
    return rest[1:] == tail[1:] or rest[1:] == tail or rest == tail[1:]


def persons(one: str, other: str) -> int:
    """How near two printed names of persons are: APART, NEAR, SHORT or EQUAL.

    SHORT: one has initials for the other's names, or lacks some of them, and the surname agrees.
    """
    a, b = _parts(one), _parts(other)
    if not a or not b:
        return APART
    if sorted(a) == sorted(b):
        return EQUAL
    if not _latin(one) or not _latin(other):
        return APART
    if _short(a, b) or _short(b, a):
        return SHORT
    if one_letter("".join(a), "".join(b)) or one_letter("".join(sorted(a)), "".join(sorted(b))):
        return NEAR
    first, second = _surname(one), _surname(other)
    if first & second and {p[0] for p in a if p not in first} & {
        p[0] for p in b if p not in second
    }:
        return NEAR
    return APART


def _parts(name: str) -> list[str]:
    bare = plain(name).replace(" ", "\0")
    return [part for part in _NOT_A_LETTER.split(bare) if part]


def _short(short: list[str], full: list[str]) -> bool:
    """Whether each part of one name is a part of the other or the initial of one, in any order."""
    left = list(full)
    whole = 0
    for part in sorted(short, key=len, reverse=True):
        match = next((p for p in left if p == part), None)
        if match is None and len(part) == 1:
            match = next((p for p in left if p[0] == part), None)
        if match is None:
            return False
        whole += len(part) > 2 and match == part
        left.remove(match)
    return whole > 0


def _surname(name: str) -> set[str]:
    """The parts printed in capitals, else the last part."""
    capitals = [w for w in re.split(r"[\s-]+", name) if len(w) > 2 and w.isupper()]
    return set(_parts(" ".join(capitals))) or set(_parts(name)[-1:])


def _latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(char, "") for char in name if char.isalpha())


def other_name(names: list[Words], others: list[Words]) -> bool:
    """Whether two lists of names of one acronym share a language and in none of them agree."""
    pairs = [(a, b) for a in names for b in others if a.lang == b.lang]
    return bool(pairs) and not any(_alike(plain(a.value), plain(b.value)) for a, b in pairs)


def _alike(one: str, other: str) -> bool:
    return one == other or one in other or other in one or one_letter(one, other)


def stem(key: str) -> str:
    """A document's key without Rev, Add, Corr or Annex at its end."""
    return re.sub(r"[-.](?:Rev|Add|Corr|Annex).*$", "", key)


def states_of(report: Report, person: Ref) -> set[Ref]:
    """The States that a report has a person speak or act for."""
    found = {t.represents for t in report.all(Tenure) if t.holder == person}
    found |= {i.represents for i in report.all(Intervention) if i.speaker == person}
    return {ref for ref in found if ref and ref.kind == "state"}


def posts_of(report: Report, person: Ref) -> set[tuple[Ref, str]]:
    """The offices that a report gives a person, each with the role."""
    return {(t.office, t.role or "") for t in report.all(Tenure) if t.holder == person and t.office}
