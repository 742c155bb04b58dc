"""A name or verb nobody knows in; the nearest known ones, and the line that would teach it, out.

The line is pasted into an authority file (or the table behind it); the same command then reads the
name. Which of the nearest is meant, if any, is for a person to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from att_graph import paths, vocab
from att_graph.curation.coverage import Coverage, cover
from att_graph.curation.doubts import NO_ACT
from att_graph.gazetteer import actors, reference
from att_graph.languages import language
from att_graph.likeness import plain
from att_graph.loaders.kinds import kind
from att_graph.model import Finding, Ref, Report
from att_graph.parse import parse
from att_graph.text import fold

NAME, VERB = "unresolved-name", "unknown-verb"
_SKOS, _RDFS = vocab.PREFIXES["skos"], vocab.PREFIXES["rdfs"]
_NAMES = (_RDFS + "label", _SKOS + "altLabel", vocab.ONTOLOGY + "officialName")
_LIKE = 0.5  # share of equal characters below which two names are not near
_MOST = 3
_KINDS = ("state", "body", "organisation", "office", "group", "instrument")
_FILES = {
    "body": "bodies.ttl",
    "organisation": "organisations.ttl",
    "office": "offices.ttl",
    "group": "groups.ttl",
    "instrument": "instruments.ttl",
}
_OWN = "names.ttl"  # in the authority folder of a data folder of one's own
_STATES = "state-names.csv"


@dataclass(frozen=True)
class Near:
    """A known name near an unknown one: its thing (or concept), the name, 0 to 1, and the line."""

    ref: Ref
    name: str
    score: float
    file: str
    line: str


@dataclass(frozen=True)
class Residue:
    """What was not understood: the finding, its words, and what is near."""

    finding: Ref | None
    sort: str
    printed: str
    sentence: str
    near: tuple[Near, ...]


def residue(found: Coverage) -> list[Residue]:
    """The unresolved names and unknown verbs of a report, each once, in reading order."""
    report, kept = found.report, dict[tuple[str, str], Residue]()
    for finding in report.all(Finding):
        if finding.sort == NAME and finding.severity != "info":
            near = names(finding.printed, report.lang)
        elif finding.sort == VERB:
            near = verbs(finding.printed, report.lang)
        else:
            continue
        sentence = _sentence(report, finding)
        one = Residue(finding.ref, finding.sort, finding.printed, sentence, tuple(near))
        kept.setdefault((one.sort, one.printed), one)
    for _, left in found.not_understood():
        if NO_ACT not in left.why:
            continue
        printed = _without_subject(left.why.partition(NO_ACT)[2].strip(": "), report.lang)
        verb = Residue(None, VERB, printed, left.text, tuple(verbs(printed, report.lang)))
        if not any(sort == VERB and printed in old.printed for (sort, _), old in kept.items()):
            kept.setdefault((VERB, printed), verb)
    return list(kept.values())


def residue_of(report: Report) -> list[Residue]:
    """The same of a report as loaded: its text is laid out once more."""
    named = any(f.sort in (NAME, VERB) for f in report.all(Finding))
    parted = kind(report.sort).acts  # what has no paragraphs has no sentences to understand
    return residue(cover(parse(report.source), report)) if named or parted else []


def _without_subject(words: str, lang: str) -> str:
    """A clause without the meeting at its head: it begins with its verb."""
    folded, tongue = fold(words), language(lang)
    connector = tongue.pattern("connector").match(folded)
    folded = folded[connector.end() :] if connector else folded
    subject = tongue.pattern("subject").match(folded)
    return folded[subject.end() :].strip() if subject else folded


def names(printed: str, lang: str, kinds: Iterable[str] = _KINDS) -> list[Near]:
    """The known things whose name in a language is nearest to a printed one, nearest first."""
    wanted = plain(fold(printed))
    best: dict[Ref, tuple[float, str]] = {}
    for iri, record in reference.records().items():
        sort, _, key = iri.removeprefix(vocab.THING).partition("/")
        if not iri.startswith(vocab.THING) or sort not in kinds:
            continue
        for term in _NAMES:
            for text in record.texts.get(term, ()):
                if text.lang in (lang, ""):
                    score = _score(wanted, plain(fold(text.value)))
                    ref = Ref(sort, key)
                    if score >= _LIKE and score > best.get(ref, (0.0, ""))[0]:
                        best[ref] = (score, text.value)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:_MOST]
    return [
        Near(ref, _called(ref, name), score, *teach(ref, printed, lang))
        for ref, (score, name) in ranked
    ]


def _score(wanted: str, known: str) -> float:
    if not wanted or not known:
        return 0.0
    matcher = SequenceMatcher(None, wanted, known, autojunk=False)
    if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
        return 0.0
    return matcher.ratio()


def _called(ref: Ref, name: str) -> str:
    english = actors.label(ref, "en")
    return f"{english.value} (“{name}”)" if english and english.value != name else name


def teach(ref: Ref, printed: str, lang: str) -> tuple[str, str]:
    """The file and the line that make a printed form a name of a known thing."""
    form = printed.strip()
    if paths.shipped() and ref.kind == "state":
        file = paths.DATA / "reference" / _STATES
        cell = f'"{form}"' if "," in form or '"' in form else form
        return f"{paths.shown(file)} (then: python scripts/authority.py)", (
            f"{ref.key},{lang},alias,{cell}"
        )
    folder = paths.AUTHORITY if paths.shipped() else paths.DATA / "authority"
    file = folder / (_FILES.get(ref.kind, _OWN) if paths.shipped() else _OWN)
    return paths.shown(file), _triple(vocab.thing(ref.kind, ref.key), "altLabel", form, lang)


def verbs(printed: str, lang: str) -> list[Near]:
    """The act types whose trigger words are nearest to how a sentence begins."""
    scheme = vocab.CONCEPT + "act-type/"
    opening = fold(printed)
    found: dict[str, tuple[float, str]] = {}
    for iri, record in reference.records().items():
        for text in record.texts.get(_SKOS + "hiddenLabel", ()):
            if iri.startswith(scheme) and text.lang == lang:
                word = fold(text.value)
                score = _score(word, opening[: len(word)])
                key = iri.removeprefix(scheme)
                if score >= _LIKE and score > found.get(key, (0.0, ""))[0]:
                    found[key] = (score, text.value)
    ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))[:_MOST]
    verb = _first_word(opening)
    file, choice = _verb_file(), ranked or [("…", (0.0, "no trigger word is near"))]
    return [
        Near(Ref("concept", f"act-type/{key}"), f"{key} (“{word}”)", score, file, line)
        for key, (score, word) in choice
        for line in [_triple(scheme + key, "hiddenLabel", verb, lang)]
    ]


def _first_word(opening: str) -> str:
    """The verb by the look of it: the first word, of a text without blanks its two first signs."""
    words = opening.split()
    return words[0].strip(",.;:") if len(words) > 1 else opening[:2]


def _verb_file() -> str:
    own = paths.DATA / "authority" / _OWN
    return paths.shown(paths.ONTOLOGY / "concepts" / "act-type.ttl" if paths.shipped() else own)


def _triple(iri: str, term: str, words: str, lang: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'<{iri}> <{_SKOS}{term}> "{escaped}"@{lang} .'


def _sentence(report: Report, finding: Finding) -> str:
    """The line or paragraph's stretch around a finding, white space normalised."""
    spans = [span for evidence in finding.evidence for span in evidence.spans]
    if not spans:
        return finding.printed
    text = report.source.text
    start, end = spans[0].start, spans[-1].end
    while start > 0 and text[start - 1] not in "\n。;；" and spans[0].start - start < 120:
        start -= 1
    while end < len(text) and text[end] not in "\n。;；" and end - spans[-1].end < 120:
        end += 1
    return " ".join(text[start:end].split())


def told(each: Residue) -> list[str]:
    """A residue as lines for a terminal: the name, what is near, the line and its file."""
    out = [f"{each.sort.replace('-', ' ')}: {each.printed}"]
    if each.sort == VERB and each.sentence != each.printed:
        out.append(f"  in: {each.sentence}")
    if not each.near:
        out.append("  no known name is near")
    for near in each.near:
        out.append(f"  near: {near.name}; if so, add to {near.file}:")
        out.append(f"    {near.line}")
    return out
