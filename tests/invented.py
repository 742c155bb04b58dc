"""An invented treaty world of any size, and seeded faults in it.

The world is that of the right fixtures, over and over: each copy has treaties, bodies, meetings,
documents, acts, persons and States of its own. So it has every kind of node that the shapes know,
and conforms to whatever the shapes ask, for the fixtures do.

    python tests/invented.py TRIPLES [FAULTS [SEED]] > world.nt
"""

import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox
from fixtures import FIXTURES, triples

from att_graph import vocab

_KINDS = r"person|organisation|office|group|review|finding|figure"
_XSD, _TYPE = vocab.PREFIXES["xsd"], vocab.PREFIXES["rdf"] + "type"
_NOWHERE = ox.NamedNode(vocab.thing("document", "nowhere"))

Triples = list[ox.Triple]
Fault = Callable[[ox.Triple, random.Random], Triples]


def world(size: int) -> Triples:
    """At least `size` triples that conform, unless the fixtures do not; the same on each call."""
    parts = [_lines([FIXTURES / "context.ttl", path]) for path in _right()]
    text: dict[str, None] = {}
    for number in count():
        if len(text) >= size:
            break
        renamed = _settled(_renamed(parts[number % len(parts)], _letters(number)), number)
        text |= dict.fromkeys(renamed.splitlines())
    quads = ox.parse("\n".join(text).encode(), ox.RdfFormat.N_TRIPLES)
    return [quad.triple for quad in quads]


def _right() -> list[Path]:
    """The right fixtures, without those that tell codes of a State which no other may have."""
    return [
        path
        for path in sorted(FIXTURES.glob("*/valid-*.ttl"))
        if not any("id/state/" in t.subject.value for t in triples([path]) if _named(t.subject))
    ]


def _named(term: object) -> bool:
    return isinstance(term, ox.NamedNode)


def _lines(paths: list[Path]) -> str:
    return "".join(f"{triple} .\n" for triple in dict.fromkeys(triples(paths)))


def _letters(number: int) -> str:
    """0 → "aaa", 1 → "aab" …: what a copy's names have in them."""
    return "".join(chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0))


def _settled(text: str, number: int) -> str:
    """With States of its own: XXA to XXD become the next four of all codes of three letters."""
    for place, letter in enumerate("ABCD"):
        code = _letters(4 * number + place).upper()
        text = re.sub(rf"(?<![A-Za-z0-9])XX{letter}(?![A-Za-z0-9])", code, text)
    return text


def _renamed(text: str, mark: str) -> str:
    """Another treaty, and all that belongs to it, but for the codes of States (XXA)."""
    text = re.sub(r"(?<![A-Za-z])xx(?=[a-z0-9])", f"xx{mark}", text)
    text = re.sub(r"(?<![A-Za-z])XX(?![A-Z](?![A-Za-z0-9]))", f"XX{mark.upper()}", text)
    keys = set(re.findall(rf"<{vocab.THING}(?:{_KINDS})/([a-z-]{{4,}})>", text))
    for key in sorted(keys - {key for key in keys if mark in key}):
        text = re.sub(rf"(<[^>]*(?<![a-z])){key}(?![a-z])", rf"\g<1>{key}-{mark}", text)
    return text


# ---- Faults


def faulty(right: Triples, faults: int, seed: int) -> Triples:
    """The triples with as many faults of many kinds in them, the same for the same seed."""
    chance = random.Random(seed)
    places = set(chance.sample(range(len(right)), faults))
    kinds = list(FAULTS.values())
    made = [kinds[n % len(kinds)] for n in range(faults)]
    found: dict[ox.Triple, None] = {}
    for number, triple in enumerate(right):
        new = made.pop()(triple, chance) if number in places else [triple]
        found |= dict.fromkeys(new)
    return list(found)


def _left_out(triple: ox.Triple, chance: random.Random) -> Triples:
    return []


def _said_twice(triple: ox.Triple, chance: random.Random) -> Triples:
    return [triple, ox.Triple(triple.subject, triple.predicate, _other(triple.object, chance))]


def _said_otherwise(triple: ox.Triple, chance: random.Random) -> Triples:
    return [ox.Triple(triple.subject, triple.predicate, _other(triple.object, chance))]


def _dangling(triple: ox.Triple, chance: random.Random) -> Triples:
    return [ox.Triple(triple.subject, triple.predicate, _NOWHERE)] if _free(triple) else []


def _a_word(triple: ox.Triple, chance: random.Random) -> Triples:
    if not _free(triple):
        return []
    return [ox.Triple(triple.subject, triple.predicate, ox.Literal(" a  word "))]


def _of_another(triple: ox.Triple, chance: random.Random) -> Triples:
    return [ox.Triple(_NOWHERE, triple.predicate, triple.object)]


def _unknown(triple: ox.Triple, chance: random.Random) -> Triples:
    unknown = ox.NamedNode(vocab.ONTOLOGY + "unknown")
    return [triple, ox.Triple(triple.subject, unknown, triple.object)]


def _without_name(triple: ox.Triple, chance: random.Random) -> Triples:
    nameless = ox.BlankNode(f"b{chance.randrange(10**9)}")
    if not _free(triple) or not _named(triple.object):
        return []
    return [
        ox.Triple(triple.subject, triple.predicate, nameless),
        ox.Triple(nameless, ox.NamedNode(_TYPE), triple.object),
    ]


FAULTS: dict[str, Fault] = {
    "left out": _left_out,
    "said twice": _said_twice,
    "said otherwise": _said_otherwise,
    "dangling": _dangling,
    "a word": _a_word,
    "of another": _of_another,
    "unknown": _unknown,
    "without a name": _without_name,
}


def _free(triple: ox.Triple) -> bool:
    """Not a number or a day: those are compared, and changed by `_other` to another such."""
    kind = getattr(getattr(triple.object, "datatype", None), "value", "")
    return kind.removeprefix(_XSD) in ("", "string", "boolean") or kind.endswith("langString")


def _other(value: object, chance: random.Random) -> object:
    """Another value of the same kind, which may be wrong in itself."""
    if isinstance(value, ox.NamedNode):
        return ox.NamedNode(value.value + chance.choice(("x", "-2", "/X", "é")))
    if not isinstance(value, ox.Literal):
        return value
    if value.language:
        return ox.Literal(value.value + " ", language=chance.choice(("en", "zh", "xx")))
    kind = value.datatype.value.removeprefix(_XSD)
    if kind == "date":
        return ox.Literal(f"20{chance.randrange(10, 99)}-02-{chance.randrange(10, 29)}", datatype=value.datatype)  # fmt: skip  # noqa: E501
    if kind == "duration":
        return ox.Literal(f"P{chance.randrange(1, 99)}D", datatype=value.datatype)
    if kind in ("integer", "decimal", "positiveInteger"):
        return ox.Literal(str(chance.randrange(-5, 500)), datatype=value.datatype)
    return ox.Literal(value.value + " " if kind == "string" else "x", datatype=value.datatype)


def _main() -> Iterator[str]:
    size, faults, seed = ([*map(int, sys.argv[1:]), 0, 0, 0])[:3]
    yield from (f"{triple} .\n" for triple in faulty(world(size), faults, seed))


if __name__ == "__main__":
    sys.stdout.writelines(_main())
