"""Reports altered at random, with fixed seeds, and exactly what must change in their facts.

A kind of change draws one alteration from a random source: the new text, the lines of facts that
it must lose and must gain, and (where a fact elsewhere may follow) expressions for what it may
change besides. Whatever else differs is a fault of reading.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from types import ModuleType
from typing import Any

import pytest
from altering import before, facts, lines, loaded, text_of
from conftest import FINAL, GROUP

from att_graph import model, vocab
from att_graph.gazetteer import concepts, reference
from att_graph.iris import slug
from att_graph.loaders import dates, participation, verbs
from att_graph.loaders.verbs import Verb
from att_graph.text import fold


@dataclasses.dataclass
class Alteration:
    """`loose` aligns acts by their words; `may` holds expressions for further differences."""

    what: str
    seed: str
    text: str
    lost: set[str] = dataclasses.field(default_factory=set)
    gained: set[str] = dataclasses.field(default_factory=set)
    may: list[str] = dataclasses.field(default_factory=list)
    loose: bool = False

    def rename(self, *pairs: tuple[str, str], within: str = "") -> None:
        """Each line (that holds `within`) changes so, word for word."""
        shown = [(tight(old), tight(word)) for old, word in pairs]
        for line in before(self.seed, self.loose):
            new = line
            for old, word in shown:
                new = new.replace(old, word)
            if new != line and within in line:
                self.lost.add(line)
                self.gained.add(new)

    def lose(self, subject: str) -> None:
        """The fact of this subject goes, with its properties."""
        found = {line for line in before(self.seed, self.loose) if of(line, subject)}
        self.lost |= found or {subject}

    def copy(self, like: str, *pairs: tuple[str, str]) -> None:
        """A fact comes that is like another but for these words."""
        for line in before(self.seed, self.loose):
            if of(line, like):
                for old, word in pairs:
                    line = line.replace(old, word)
                self.gained.add(line)

    def figure(self, name: str, old: int, new: int) -> None:
        """A number that the report states changes."""
        line = f"figure/{self.seed}/{name}value="
        if old != new:
            self.lost.add(f"{line}{old}")
            self.gained.add(f"{line}{new}")

    def mismatch(self, printed: str, counted: int) -> None:
        """The number printed is found to differ from the list."""
        name = f"finding count-mismatch{tight(printed)}"
        self.gained |= {name, f"{name}read_as={counted}"}


@dataclasses.dataclass(frozen=True)
class Kind:
    make: Callable[[Random], Alteration]
    first: int
    cases: int


KINDS: dict[str, Kind] = {}
AT_ONCE = 10  # cases a test runs


def kind(
    first: int, cases: int
) -> Callable[[Callable[[Random], Alteration]], Callable[[Random], Alteration]]:
    """A kind of change, run with the random seeds `first`, `first` + 1, …"""

    def register(make: Callable[[Random], Alteration]) -> Callable[[Random], Alteration]:
        KINDS[make.__name__] = Kind(make, first, cases)
        return make

    return register


def faults(each: Alteration) -> list[str]:
    """What differs from what must; empty where the reading is right."""
    old, new = before(each.seed, each.loose), facts(each.text, each.loose)
    lost, gained = each.lost - each.gained, each.gained - each.lost
    changed = {f"-{line}" for line in old - new} | {f"+{line}" for line in new - old}
    wanted = {f"-{line}" for line in lost} | {f"+{line}" for line in gained - old}
    allowed = [re.compile(expression) for expression in each.may]
    return [
        *(f"missing    {line}" for line in sorted(wanted - changed)),
        *(
            f"unexpected {line}"
            for line in sorted(changed - wanted)
            if not any(expression.search(line) for expression in allowed)
        ),
    ]


# ---- what stands in the reports


def tight(words: str) -> str:
    """Words as the lines of facts show them."""
    return re.sub(r"\s", "", fold(words))


def of(line: str, subject: str) -> bool:
    """Whether a line is about a subject: the line of the fact itself or of a property."""
    rest = line.removeprefix(subject)
    return line.startswith(subject) and bool(re.fullmatch(r"(?:[a-z_]+=.*)?", rest))


@cache
def original(seed: str) -> model.Report:
    return loaded(text_of(seed))


@cache
def state_names() -> dict[str, list[str]]:
    """The Chinese names of each State of the authority file that name no other."""
    skos, rdfs = vocab.PREFIXES["skos"], vocab.PREFIXES["rdfs"]
    found: dict[str, list[str]] = {}
    for iri, record in sorted(reference.records().items()):
        if "/id/state/" in iri:
            texts = record.texts[rdfs + "label"] + record.texts[skos + "altLabel"]
            names = [text.value for text in texts if text.lang == "zh"]
            found[iri.rpartition("/")[2]] = sorted(set(names))
    meant = [name for names in found.values() for name in names]
    return {key: [n for n in names if meant.count(n) == 1] for key, names in found.items()}


def iso(printed: str) -> str:
    """The code of a State named in Chinese."""
    return next(key for key, names in state_names().items() if printed in names)


@dataclasses.dataclass(frozen=True)
class List:
    """A list of States: the words around it, and the number stated before it."""

    measure: str
    capacity: str
    lead: str
    stated: int
    unit: str


STATES = (
    List("states-parties-attending", "state-party", "参加了会议的工作：", 94, "个缔约国根据"),
    List("signatories-attending", "signatory", "第 2 条参加了会议工作：", 18, "个签署国根据"),
    List(
        "observer-states-attending",
        "observer-state",
        "以观察员身份参加了会议工作：",
        4,
        "个国家根据",
    ),
)


def members(which: List) -> list[str]:
    """The names of a list of States as printed; the last follows a conjunction."""
    text = text_of(FINAL)
    start = text.index(which.lead, text.index(which.unit)) + len(which.lead)
    rest, last = text[start : text.index("。", start)].rsplit("和", 1)
    return [*rest.split("、"), last]


def listed(text: str, which: List, names: list[str], rng: Random) -> str:
    """The text with other names in a list."""
    old = members(which)
    printed = "、".join(old[:-1]) + "和" + old[-1]
    assert printed in text
    joined = "、".join(names[:-1]) + rng.choice(["和", "以及", "、"]) + names[-1]
    return text.replace(printed, joined if len(names) > 1 else names[0])


def chinese(value: int) -> str:
    """A number below 1000 in Chinese figures."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = f"{digits[hundreds]}百" if hundreds else ""
    if hundreds and not tens and ones:
        words += "零"
    if tens:
        words += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    return words + (digits[ones] if ones or not value else "")


def count(value: int) -> str:
    return f"{chinese(value)}（{value}）"


def restated(text: str, which: List, value: int) -> str:
    """The text with another number stated before a list."""
    old = count(which.stated) + which.unit
    assert text.count(old) == 1
    return text.replace(old, count(value) + which.unit)


def capacity_lines(each: Alteration, key: str, old: List, new: List) -> None:
    """A State's participation changes its capacity and the rule it is admitted under."""
    name = f"participation/csp11-{key}"
    rules = {w.capacity: n for n, w in enumerate(STATES, 1)}
    for which, side in ((old, each.lost), (new, each.gained)):
        rule = f"provision/att-rules-of-procedure-{rules[which.capacity]}"
        side |= {f"{name}capacity={which.capacity}", f"{name}admitted={rule}"}


def absent(rng: Random, *besides: str) -> tuple[str, str]:
    """A State that is in no list: its code and one of its names."""
    there = {iso(name) for which in STATES for name in members(which)} | set(besides)
    key = rng.choice([key for key, names in state_names().items() if names and key not in there])
    return key, rng.choice(state_names()[key])


def without(text: str, start: int, end: int) -> str:
    """The text without one name of a list, and without what separated it from the others."""
    if text.startswith("、", end):
        return text[:start] + text[end + 1 :]
    if text[start - 1] == "、":
        return text[: start - 1] + text[end:]
    conjunction = next(x for x in ("以及", "和") if text[:start].endswith(x))
    return text[: start - len(conjunction)] + text[end:]


def referred() -> set[model.Ref]:
    """What other facts than participations speak of."""
    return {
        value
        for fact in original(FINAL).facts.values()
        if not isinstance(fact, model.Participation)
        for field in dataclasses.fields(fact)
        if field.name != "ref"
        for value in _each(getattr(fact, field.name))
    }


def _each(value: object) -> Iterator[model.Ref]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, model.Ref):
            yield item


def organisations(capacity: str, member: bool) -> list[model.Participation]:
    """Organisations of one capacity, brought by a coalition or not, that nothing else speaks of."""
    report = original(FINAL)
    named = referred()
    leaders = {each.within for each in report.all(model.Participation)}
    return [
        each
        for each in report.all(model.Participation)
        if each.capacity == capacity and bool(each.within) == member
        if each.participant not in named | leaders
    ]


def drop(each: model.Participation, what: str) -> Alteration:
    """An organisation goes from its list, and with it what only the list said about it."""
    (span,) = each.evidence[0].spans
    text = text_of(FINAL)
    printed = text[span.start : span.end]
    altered = Alteration(f"{what} {printed}", FINAL, without(text, span.start, span.end))
    altered.lose(f"participation/{each.ref.key}")
    assert each.participant
    fact = original(FINAL).facts.get(each.participant)
    if fact:  # one of the authority file is no fact of the report
        altered.lost |= lines(fact, False)
    return altered


# ---- participants


@kind(1000, 12)
def state_removed(rng: Random) -> Alteration:
    which = rng.choice(STATES)
    names = members(which)
    gone = names.pop(rng.randrange(len(names)))
    each = Alteration(f"{which.capacity} {gone}", FINAL, listed(text_of(FINAL), which, names, rng))
    each.lose(f"participation/csp11-{iso(gone)}")
    each.mismatch(f"{count(which.stated)}个", which.stated - 1)
    return each


@kind(1100, 10)
def state_removed_with_its_count(rng: Random) -> Alteration:
    which = rng.choice(STATES)
    names = members(which)
    gone = set(rng.sample(names, rng.randint(1, len(names) - 1)))
    left = [name for name in names if name not in gone]
    text = restated(listed(text_of(FINAL), which, left, rng), which, len(left))
    each = Alteration(f"{which.capacity} {len(gone)} of {len(names)}", FINAL, text)
    for name in gone:
        each.lose(f"participation/csp11-{iso(name)}")
    each.figure(which.measure, which.stated, len(left))
    return each


@kind(1200, 24)
def state_added(rng: Random) -> Alteration:
    which = rng.choice(STATES)
    names = members(which)
    like = iso(names[0])
    key, name = absent(rng)
    names.insert(rng.randint(0, len(names)), name)
    text = listed(text_of(FINAL), which, names, rng)
    told = rng.random() < 0.5
    each = Alteration(f"{which.capacity} {name}", FINAL, text)
    each.copy(f"participation/csp11-{like}", (like, key))
    if told:
        each.text = restated(text, which, which.stated + 1)
        each.figure(which.measure, which.stated, which.stated + 1)
    else:
        each.mismatch(f"{count(which.stated)}个", which.stated + 1)
    return each


@kind(1300, 12)
def state_moved_between_capacities(rng: Random) -> Alteration:
    old, new = rng.sample(STATES, 2)
    names, others = members(old), members(new)
    name = names.pop(rng.randrange(len(names)))
    others.insert(rng.randint(0, len(others)), name)
    text = listed(listed(text_of(FINAL), old, names, rng), new, others, rng)
    text = restated(restated(text, old, old.stated - 1), new, new.stated + 1)
    each = Alteration(f"{name} {old.capacity} to {new.capacity}", FINAL, text)
    capacity_lines(each, iso(name), old, new)
    each.figure(old.measure, old.stated, old.stated - 1)
    each.figure(new.measure, new.stated, new.stated + 1)
    return each


@kind(1400, 8)
def states_in_another_order_under_other_names(rng: Random) -> Alteration:
    which = rng.choice(STATES)
    names = [rng.choice(state_names()[iso(name)]) for name in members(which)]
    rng.shuffle(names)
    text = listed(text_of(FINAL), which, names, rng)
    return Alteration(f"{which.capacity} {' '.join(names)[:60]}", FINAL, text)


@kind(1500, 12)
def count_that_no_longer_matches(rng: Random) -> Alteration:
    which = rng.choice(STATES)
    value = rng.choice([n for n in range(1, 196) if n != which.stated])
    old = count(which.stated) + which.unit
    words, value_read = rng.choice(
        [
            (count(value), value),
            (chinese(value), value),
            (f"{value}", value),
            (f"{chinese(which.stated)}（{value}）", which.stated),
        ]
    )
    text = text_of(FINAL).replace(old, words + which.unit)
    each = Alteration(f"{which.capacity} {words}", FINAL, text)
    each.figure(which.measure, which.stated, value_read)
    each.mismatch(f"{words}个", which.stated)
    return each


@kind(1600, 10)
def coalition_loses_a_member(rng: Random) -> Alteration:
    return drop(rng.choice(organisations("civil-society", True)), "member")


@kind(1700, 12)
def civil_society_organisation_removed(rng: Random) -> Alteration:
    each = drop(rng.choice(organisations("civil-society", False)), "organisation")
    if rng.random() < 0.5:
        each.mismatch("四十六（46）个", 45)
    else:
        each.text = each.text.replace("四十六（46）个", "四十五（45）个")
        each.figure("civil-society-attending", 46, 45)
    return each


@kind(1800, 8)
def observer_organisation_removed(rng: Random) -> Alteration:
    each = drop(rng.choice(observing()), "organisation")
    each.text = each.text.replace("以下十（10）个组织", "以下九（9）个组织")
    each.figure("observer-organisations-attending", 10, 9)
    return each


def observing() -> list[model.Participation]:
    """The observer organisations: the authority file names them, whoever else speaks of them."""
    found = original(FINAL).all(model.Participation)
    return [each for each in found if each.capacity == "observer-organisation"]


# ---- persons and offices

GIVEN = ["Amina", "Björn", "Chloé", "Dmytro", "Élise", "Fatou", "Giulia", "Hélder", "Jan Willem"]
GIVEN += ["Kwame", "Lu", "Mary-Ann", "Nuño", "Ólafur", "Priya", "Quynh", "Rasa", "Søren", "Tomás"]
FAMILY = ["ABDALLAH", "BERG", "CARDOSO", "DE SOUZA", "EL-SAYED", "FERNÁNDEZ", "GROß", "HAN"]
FAMILY += ["IVANOVA", "JOHANSEN", "KOROMA", "LOPES MENDES", "MBEKI", "NÚÑEZ", "O’NEILL", "PARK"]
FAMILY += ["QUIROGA", "RASMUSSEN", "SZABÓ", "TANAKA", "VAN DER BERG", "WILLIAMS", "YILMAZ", "ZHOU"]
PERSONS = [
    (seed, label)
    for seed, labels in (
        (
            FINAL,
            "José Luis VILA;Melanie REGIMBAL;Gilles CARBONNIER;Sushmita KARKI;Pacharo KAYIRA;"
            "Maria Juliana TENORIO QUINTERO;Richardo COLMAR;Laurence MARZAL;Emily MISOLA RICHARD;"
            "Mark DOWNES;Carina SOLMIRANO;Carlos FORADORI;Tsholofelo Glenda TSHEOLE",
        ),
        (GROUP, "Carlos FORADORI;Razvan RUSU;Deepayan BASU RAY"),
    )
    for label in labels.split(";")
]


@kind(2000, 24)
def person_renamed(rng: Random) -> Alteration:
    seed, old = rng.choice(PERSONS)
    family = rng.choice(FAMILY)
    new = f"{rng.choice(GIVEN)} {family}"
    surname = " ".join(word for word in old.split() if word.isupper())
    text = text_of(seed).replace(old, new).replace(surname, family)  # some are met again
    each = Alteration(f"{old} to {new}", seed, text)
    each.rename((old, new), (slug(old), slug(new)))
    return each


@kind(2100, 12)
def vice_president_replaced(rng: Random) -> Alteration:
    old = rng.choice(["拉脱维亚", "菲律宾", "大不列颠及北爱尔兰联合王国", "乌拉圭"])
    elected = {"LVA", "PHL", "GBR", "URY"}
    key = rng.choice([k for k, names in state_names().items() if names and k not in elected])
    name = rng.choice(state_names()[key])
    start = text_of(FINAL).index("\n43. ")
    head, rest = text_of(FINAL)[:start], text_of(FINAL)[start:]
    each = Alteration(f"{old} by {name}", FINAL, head + rest.replace(old, name, 1))
    was = iso(old)
    tenure = "vice-president-"
    each.rename(
        (f"{tenure}{was}", f"{tenure}{key}"),
        (f"state/{was}", f"state/{key}"),
        within=f"{tenure}{was}",
    )
    each.rename((old, name), within="act/csp11/43-1content")
    return each


@kind(2200, 8)
def committee_member_replaced(rng: Random) -> Alteration:
    old = rng.choice(["拉脱维亚", "莱索托", "巴拉圭", "西班牙"])
    there = {"CHN", "LVA", "LSO", "PRY", "ESP"}
    key = rng.choice([k for k, names in state_names().items() if names and k not in there])
    name = rng.choice(state_names()[key])
    start = text_of(FINAL).index("\n44. ")
    head, rest = text_of(FINAL)[:start], text_of(FINAL)[start:]
    each = Alteration(f"{old} by {name}", FINAL, head + rest.replace(old, name, 1))
    tenure = "management-committee-member-"
    was = iso(old)
    each.rename(
        (f"{tenure}{was}", f"{tenure}{key}"),
        (f"state/{was}", f"state/{key}"),
        within=f"{tenure}{was}-csp11",
    )
    each.rename((old, name), within="act/csp11/44-1content")
    return each


# ---- dates

EARLIER = {
    1: "2015 年 8 月 24 日至 27 日",
    2: "2016 年 8 月 22 日至 26 日",
    3: "2017 年 9 月 11 日至 15 日",
    4: "2018 年 8 月 20 日至 24 日",
    5: "2019 年 8 月 26 日至 30 日",
    6: "2020 年 8 月 17 日至 21 日",
    7: "2021 年 8 月 30 日至 9 月 3 日",
    8: "2022 年 8 月 22 日至 26 日",
    9: "2023 年 8 月 21 日至 25 日",
    10: "2024 年 8 月 19 日至 23 日",
}
OTHERS = [
    (FINAL, "csp12", "2026 年 8 月 24 日至 28 日"),
    (FINAL, "csp12-wg", "2026 年 3 月 16 日至 19 日"),
    (FINAL, "csp12-prep", "2026 年 5 月 12 日至 13 日"),
    (FINAL, "csp11-wg", "2025 年 2 月 25 日至 28 日"),
    (FINAL, "csp11-prep", "2025 年 5 月 20 日至 21 日"),
    (GROUP, "csp11-prep", "2025年5月20日至21日"),
]


def period(printed: str) -> tuple[date, date]:
    """The first and last day of a printed period."""
    numbers = [int(n) for n in re.findall(r"\d+", printed)]
    first = date(*numbers[:3])
    return first, date(
        first.year, *([first.month, numbers[3]] if len(numbers) == 4 else numbers[3:])
    )


def moved(rng: Random, printed: str, days: int = 350) -> tuple[date, date, str]:
    """Another period in the first days of the same year, and how it is printed."""
    old = period(printed)
    while True:
        first = date(old[0].year, 1, 1) + timedelta(rng.randrange(days))
        last = first + timedelta(rng.randint(1, 12))
        if first != old[0] and last != old[1] and last.year == first.year:
            break
    space = " " if " " in printed else ""
    month = f"{space}{last.month}{space}月" if last.month != first.month else ""
    parts = (first.year, "年", first.month, "月", first.day, "日")
    words = space.join(str(part) for part in parts)
    return first, last, f"{words}至{month}{space}{last.day}{space}日"


def dated(each: Alteration, meeting: str, printed: str, first: date, last: date, new: str) -> None:
    name = f"meeting/{meeting}"
    old = period(printed)
    each.lost |= {f"{name}start={old[0]}", f"{name}end={old[1]}"}
    each.gained |= {f"{name}start={first}", f"{name}end={last}"}
    each.rename((printed, new), within="content=")


@kind(3000, 14)
def date_of_an_earlier_conference_moved(rng: Random) -> Alteration:
    ordinal = rng.choice(sorted(EARLIER))
    printed = EARLIER[ordinal]
    first, last, new = moved(rng, printed)
    each = Alteration(f"csp{ordinal} {new}", FINAL, text_of(FINAL).replace(printed, new))
    dated(each, f"csp{ordinal}", printed, first, last, new)
    return each


@kind(3100, 14)
def date_of_another_meeting_moved(rng: Random) -> Alteration:
    seed, meeting, printed = rng.choice(OTHERS)
    # what prepares a conference stays before it
    first, last, new = moved(rng, printed, 350 if meeting == "csp12" else 200)
    text = text_of(seed).replace(printed, new)
    if seed == GROUP:  # its first day is printed once more
        text = text.replace("2025年5月20日举行", f"{new.partition('至')[0]}举行")
    each = Alteration(f"{meeting} {new}", seed, text)
    each.rename((printed, new), within="draft-brackets")
    dated(each, meeting, printed, first, last, new)
    return each


@kind(3200, 8)
def day_that_something_is_due_moved(rng: Random) -> Alteration:
    old, begins = "2025 年 10 月 15 日", "2026 年 1 月 1 日"
    day = date(2025, 9, 1) + timedelta(rng.randrange(100))
    start = date(2026, 2, 1) + timedelta(rng.randrange(200))
    new, begin = (f"{d.year} 年 {d.month} 月 {d.day} 日" for d in (day, start))
    text = text_of(FINAL).replace(old, new).replace(begins, begin)
    each = Alteration(f"{new}, {begin}", FINAL, text)
    each.rename((old, new), (begins, begin), within="act/csp11/34-2content")
    each.rename((old, new), ("due=2025-10-15", f"due={day}"), within="deadline/csp11/34-2-1")
    each.rename(("effective=2026-01-01", f"effective={start}"), within="deadline/csp11/34-2-2")
    return each


# ---- documents

SERIALS = [817, 818, 819, 820, 821, 822, 823, 824, 825, 826, 827, 828, 830, 831, 832, 833, 834]


@kind(4000, 14)
def serial_number_of_a_symbol_changed(rng: Random) -> Alteration:
    old, new = rng.choice(SERIALS), rng.randrange(836, 990)
    text = text_of(FINAL).replace(f"/{old}/", f"/{new}/")
    each = Alteration(f"{old} to {new}", FINAL, text)
    each.rename((f"-{old}-", f"-{new}-"), (f"/{old}/", f"/{new}/"))
    each.may = [r"finding numbering-gap"]
    each.lost = {line for line in each.lost if "numbering-gap" not in line}
    each.gained = {line for line in each.gained if "numbering-gap" not in line}
    return each


# ---- acts


def own_verbs(seed: str) -> list[model.Act]:
    """The acts whose verb stands once, for them alone, and turns to somebody."""
    acts = list(original(seed).all(model.Act))
    return [
        act
        for act in acts
        if sum(other.verb == act.verb for other in acts) == 1
        and len(act.verb) == 1
        and concepts.value("act-type", act.sort, "objectRole") == "addressee"
    ]


@kind(5000, 30)
def verb_changed(rng: Random) -> Alteration:
    seed = rng.choice([FINAL, FINAL, GROUP])
    act = rng.choice(own_verbs(seed))
    words, sort = rng.choice(
        [
            (words, key)
            for words, key in concepts.scheme("act-type", "zh").triggers
            if key != act.sort and concepts.value("act-type", key, "objectRole") == "addressee"
        ]
    )
    (span,) = act.verb
    text = text_of(seed)
    each = Alteration(
        f"{act.ref.key} {text[span.start : span.end]} to {words}",
        seed,
        text[: span.start] + words + text[span.end :],
    )
    each.rename((f"sort={act.sort}", f"sort={sort}"), within=f"act/{act.ref.key}sort=")
    return each


@dataclasses.dataclass(frozen=True)
class Item:
    """An item of a paragraph: `text[start:end]` from its mark to the line's end, and its words."""

    letter: str
    start: int
    end: int
    words: tuple[int, int]


PARAGRAPHS = [
    (FINAL, "23"),
    (FINAL, "24"),
    (FINAL, "25"),
    (FINAL, "26"),
    (FINAL, "37"),
    (GROUP, "22"),
]


def items(seed: str, number: str) -> list[Item]:
    """The marked items of a paragraph."""
    text = text_of(seed)
    start = text.index(f"\n{number}. ")
    found = re.search(rf"\n{int(number) + 1}\. ", text[start:])
    stop = start + found.start() if found else len(text)
    mark = re.compile(r"^ *- (?P<mark>[a-k](?=\.)|[1-4](?=\)))[.)] (?P<words>.*?)[；。]和?$", re.M)
    return [
        Item(m["mark"], m.start(), m.end(), m.span("words"))
        for m in mark.finditer(text, start, stop)
    ]


def lettered(text: str, begin: int, length: int) -> str:
    """The text with the marks of the items in `text[begin:begin+length]` in order again."""
    old = text[begin : begin + length]
    numbers = iter(range(26))
    digits = bool(re.search(r"(?m)^ *- \d\)", old))

    def mark(found: re.Match[str]) -> str:
        n = next(numbers)
        return f"{found[1]}{n + 1 if digits else chr(ord('a') + n)}"

    new = re.sub(r"(?m)^( *- )(?:[a-l](?=\.)|\d(?=\)))", mark, old)
    return text[:begin] + new + text[begin + length :]


ADDRESSEES = [
    ("缔约国", ["group/states-parties"]),
    ("签署国", ["group/signatories"]),
    ("所有缔约国和签署国", ["group/states-parties", "group/signatories"]),
    ("秘书处", ["body/secretariat"]),
    ("管理委员会", ["body/management-committee"]),
    ("缔约国和秘书处", ["group/states-parties", "body/secretariat"]),
]
DEEDS = [
    "尽早交存文书",
    "更新各自的联系方式",
    "公布会议日历",
    "分享良好做法",
    "继续就这一问题交换意见",
]
DEEDS += ["探讨今后的合作方案", "编写一份简要的资料页", "审查各项费用", "采取进一步措施"]


def asked(rng: Random, maker: str, terms: str) -> tuple[str, set[str], str]:
    """An act made up: its words, the lines of its facts, and what its topics look like."""
    words, sort = rng.choice(
        [
            (words, key)
            for words, key in concepts.scheme("act-type", "zh").triggers
            if concepts.value("act-type", key, "objectRole") == "addressee"
        ]
    )
    (who, refs), deed = rng.choice(ADDRESSEES), rng.choice(DEEDS)
    name = f"act{sort}{deed}"
    properties = ["basis=stated", f"sort={sort}", f"made_by={maker}", terms, f"content={deed}"]
    properties += [f"addressees={ref}" for ref in refs]
    found = {name, *(f"{name}{each}" for each in properties)}
    return f"{words}{who}{deed}", found, rf"^\+{re.escape(name)}topics="


@kind(5100, 18)
def item_inserted(rng: Random) -> Alteration:
    seed, number = rng.choice(PARAGRAPHS)
    found = items(seed, number)
    at = rng.choice(found)
    if seed == GROUP:
        words, gained, topics = asked(rng, "body/wgtu", "proposed_to=meeting/csp11")
    else:
        words, gained, topics = asked(rng, "meeting/csp11", "decision=True")
    line = f"- {'1)' if seed == GROUP else 'a.'} {words}；\n"
    text = text_of(seed)
    text = text[: at.start] + line + text[at.start :]
    text = lettered(text, found[0].start, found[-1].end - found[0].start + len(line))
    what = f"{seed} {number} before {at.letter}: {words}"
    return Alteration(what, seed, text, gained=gained, may=[topics], loose=True)


def renumbered(text: str, first: int, by: int) -> str:
    """The text with the paragraphs from `first` on counted one further or one less."""
    numbers = range(first, 48)
    for number in reversed(numbers) if by > 0 else numbers:
        text = re.sub(rf"(?m)^{number}\. ", f"{number + by}. ", text, count=1)
    return text


@kind(5400, 10)
def paragraph_inserted(rng: Random) -> Alteration:
    number = rng.choice([n for n in range(24, 48) if n != 43])  # 43 goes on where 42 stops
    text = renumbered(text_of(FINAL), number, 1)
    at = text.index(f"\n{number + 1}. ") + 1
    words, gained, topics = asked(rng, "meeting/csp11", "decision=True")
    text = f"{text[:at]}{number}. 会议{words}。\n\n{text[at:]}"
    return Alteration(f"{number}. {words}", FINAL, text, gained=gained, may=[topics], loose=True)


def lost_with(seed: str, start: int, end: int) -> set[str]:
    """The lines of the facts that nothing outside `text[start:end]` proves."""
    kept: list[model.Fact] = []
    acts_lost = 0
    for fact in original(seed).facts.values():
        spans = [span for evidence in fact.evidence for span in evidence.spans]
        if isinstance(fact, model.Act) and fact.verb:  # a chapeau may have the verb of its items
            spans = [span for span in spans if start <= span.start < end] or spans
        if not spans or not all(start <= s.start and s.end <= end for s in spans):
            kept.append(fact)
        else:
            acts_lost += isinstance(fact, model.Act)
    assert acts_lost
    told = (fact for fact in kept if not isinstance(fact, model.Passage))
    return set(before(seed, True)) - {line for fact in told for line in lines(fact, True)}


@kind(5200, 14)
def item_removed(rng: Random) -> Alteration:
    seed, number = rng.choice(PARAGRAPHS)
    found = items(seed, number)
    free = [x for x in found[:-1] if (number, x.letter) not in {("25", "b"), ("23", "c")}]
    gone = rng.choice(free)
    text = text_of(seed)
    length = found[-1].end - found[0].start - (gone.end + 1 - gone.start)
    each = Alteration(
        f"{seed} {number}({gone.letter})",
        seed,
        lettered(text[: gone.start] + text[gone.end + 1 :], found[0].start, length),
        loose=True,
    )
    each.lost = lost_with(seed, gone.start, gone.end)
    return each


@kind(5500, 8)
def paragraph_removed(rng: Random) -> Alteration:
    # 37 goes on where 36 stops; what 40 decides is met in other paragraphs
    number = rng.choice([n for n in range(27, 42) if n not in (36, 40)])
    text = text_of(FINAL)
    start, end = (text.index(f"\n{n}. ") + 1 for n in (number, number + 1))
    shorter = renumbered(text[:start] + text[end:], number + 1, -1)
    each = Alteration(f"{number}", FINAL, shorter, loose=True)
    each.lost = lost_with(FINAL, start, end)
    each.may = [r"^-document/\S+printed="]  # a spelling that only this paragraph has
    return each


@kind(5300, 14)
def items_swapped(rng: Random) -> Alteration:
    seed, number = rng.choice(PARAGRAPHS)
    # 23(c) goes on in a paragraph of its own; 25(c), (e) and (g) speak of the group that (b) names
    fixed = {("23", "c"), ("25", "a"), ("25", "b")}
    free = [x for x in items(seed, number) if (number, x.letter) not in fixed]
    one, two = sorted(rng.sample(free, 2), key=lambda item: item.start)
    text = text_of(seed)
    (a, b), (c, d) = one.words, two.words
    text = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    what = f"{seed} {number}({one.letter}) and ({two.letter})"
    return Alteration(what, seed, text, loose=True)


# ---- layout

HALF = str.maketrans("，：；（）、。", ",:;()､｡")
PRINTED = re.compile(r"^ *(?:- )?(?:\d+[.)]|\(?[a-l][.)]) .+$", re.M)
JOINT = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
# digits of dates, counts and numbers of articles; those of symbols and links stay
DIGITS = re.compile(r"(?<![\w/.(])\d+(?= ?[年月日个条(])|(?<=（)\d+(?=）)")


def joints(text: str, seed: str) -> list[int]:
    """The places between two Chinese characters of the numbered paragraphs and their items."""
    start = text.index("\n1. ")
    end = text.index("\n附件  \n") if seed == FINAL else len(text)
    return [
        joint.start()
        for line in PRINTED.finditer(text, start, end)
        for joint in JOINT.finditer(text, line.start(), line.end())
    ]


@cache
def first_joints(seed: str) -> list[int]:
    return joints(text_of(seed), seed)


def broken(rng: Random, marks: list[str]) -> Alteration:
    seed = rng.choice([FINAL, FINAL, GROUP])
    at, mark = rng.choice(first_joints(seed)), rng.choice(marks)
    text = text_of(seed)
    what = f"{seed} {text[at - 8 : at]}{mark!r}{text[at : at + 8]}"
    return Alteration(what, seed, text[:at] + mark + text[at:])


def narrowed(text: str, share: float, rng: Random) -> str:
    """A share of the punctuation of numbered paragraphs in half width."""

    def narrow(found: re.Match[str]) -> str:
        return found[0].translate(HALF) if rng.random() < share else found[0]

    return PRINTED.sub(lambda line: re.sub("[，：；（）、。]", narrow, line[0]), text)


def widened(text: str, share: float, rng: Random) -> str:
    """A share of the numbers in full width."""

    def wide(found: re.Match[str]) -> str:
        if rng.random() >= share:
            return found[0]
        return "".join(chr(ord(c) + 0xFEE0) for c in found[0])

    return DIGITS.sub(wide, text)


@kind(6000, 24)
def line_break_in_a_paragraph(rng: Random) -> Alteration:
    return broken(rng, ["\n", "\r\n", " \n", "\n    "])


@kind(6100, 24)
def page_break_in_a_paragraph(rng: Random) -> Alteration:
    return broken(rng, ["\n\n", "\n\n\n", "\n\n7\n\n", "\f", "\n\f\n"])


@kind(6200, 10)
def width_of_punctuation(rng: Random) -> Alteration:
    seed, share = rng.choice([FINAL, GROUP]), rng.random()
    return Alteration(f"{seed} {share:.2f}", seed, narrowed(text_of(seed), share, rng))


@kind(6300, 10)
def width_of_digits(rng: Random) -> Alteration:
    seed, share = rng.choice([FINAL, GROUP]), rng.random()
    return Alteration(f"{seed} {share:.2f}", seed, widened(text_of(seed), share, rng))


@kind(7000, 24)
def altered_and_laid_out_anew(rng: Random) -> Alteration:
    """Any change of the words, in a text of other widths and with breaks inside its paragraphs."""
    name = rng.choice([name for name, each in KINDS.items() if each.first < 6000])
    each = KINDS[name].make(rng)
    for at in sorted(rng.sample(joints(each.text, each.seed), rng.randint(1, 8)), reverse=True):
        mark = rng.choice(["\n", "\n", "\n\n", "\n\n12\n\n"])
        each.text = each.text[:at] + mark + each.text[at:]
    each.text = widened(narrowed(each.text, rng.random() / 2, rng), rng.random(), rng)
    each.what = f"{name} {each.what}"
    return each


# ---- the kit at work

RUNS = [
    (name, start, min(AT_ONCE, each.cases - start))
    for name, each in KINDS.items()
    for start in range(0, each.cases, AT_ONCE)
]


def run(name: str, start: int, cases: int) -> list[str]:
    """The cases of a kind that fail, each with its number, its change and the difference."""
    each = KINDS[name]
    failed = []
    for number in range(each.first + start, each.first + start + cases):
        altered = each.make(Random(number))
        found = faults(altered)
        if found:
            failed.append("\n  ".join([f"{name} {number}: {altered.what}", *found]))
    return failed


def test_there_are_many_cases() -> None:
    assert len(KINDS) >= 25
    assert sum(each.cases for each in KINDS.values()) >= 300
    assert sum(cases for _, _, cases in RUNS) == sum(each.cases for each in KINDS.values())
    numbers = [n for each in KINDS.values() for n in range(each.first, each.first + each.cases)]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(("name", "start", "cases"), RUNS)
def test_exactly_what_was_altered_changes(name: str, start: int, cases: int) -> None:
    failed = run(name, start, cases)
    assert not failed, "\n" + "\n".join(failed)


@pytest.fixture
def afresh() -> Iterator[None]:
    """Forget what was read before, and after: a test here spoils the loaders."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    before.cache_clear()
    original.cache_clear()


def _last_lost(found: list[Any]) -> list[Any]:
    return found[:-1]


def _day_late(found: tuple[str | None, str | None]) -> tuple[str | None, ...]:
    return tuple(
        (date.fromisoformat(day) + timedelta(1)).isoformat() if day else None for day in found
    )


def _as_urged(found: tuple[list[Verb], Verb | None]) -> Any:
    for verb in found[0]:
        verb.sort = "urge" if verb.sort == "call-upon" else verb.sort
    return found


@pytest.mark.usefixtures("afresh")
@pytest.mark.parametrize(
    ("module", "function", "fault", "kinds"),
    [
        (participation, "states", _last_lost, ["state_added", "state_removed_with_its_count"]),
        (participation, "organisations", _last_lost, ["civil_society_organisation_removed"]),
        (dates, "days", _day_late, ["date_of_an_earlier_conference_moved"]),
        (verbs, "scan", _as_urged, ["verb_changed", "item_inserted"]),
    ],
)
def test_a_fault_of_reading_fails(
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    function: str,
    fault: Callable[[Any], Any],
    kinds: list[str],
) -> None:
    """Everything is read by the spoilt loader, the unaltered report as well."""
    right = getattr(module, function)
    monkeypatch.setattr(module, function, lambda *args, **more: fault(right(*args, **more)))
    for name in kinds:
        with pytest.raises(AssertionError, match=rf"{name} \d+: .*\n +(?:missing|unexpected) "):
            test_exactly_what_was_altered_changes(name, 0, 4)
