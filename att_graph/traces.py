"""traces: which item of a conference's decisions took over which recommendation of a body.

Found by comparing the texts of the passages, both ways: an item and a recommendation belong
together when each is the other's best match, clearly so. No paragraph number is looked at.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from att_graph.store import Store
from att_graph.text import fold

LIKE = 0.6  # share of equal characters below which two texts do not say the same
CLEAR = 0.1  # by how much the best match must beat the second
_WORDS = re.compile(r"[A-Za-z0-9À-ɏ]+|\s+|.", re.DOTALL)

_PASSAGES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX tac: <https://w3id.org/att-graph/ontology#>
SELECT ?passage ?text ?act ?type ?content ?to WHERE {
  %s
  ?act tac:recordedIn ?passage ; tac:actType ?type .
  ?passage tac:text ?text ; tac:source ?edition .
  ?edition dcterms:language ?language .
  OPTIONAL { ?act tac:content ?content . FILTER(LANG(?content) = ?language) }
} ORDER BY ?to ?passage ?act
"""


@dataclass(frozen=True)
class Trace:
    """A decision that took over a recommendation; `change` is empty where no word changed."""

    decision: str
    recommendation: str
    change: str


@dataclass
class _Passage:
    text: str
    acts: list[tuple[str, str, str]]  # IRI, type, content


def traces(store: Store) -> list[Trace]:
    """A store of conference and body reports in; the traces between them out, sorted."""
    proposed = _passages(store, "?act a tac:Recommendation ; tac:proposedTo ?to .")
    decided = _passages(store, "?act a tac:Decision ; tac:madeBy ?to .")
    found: list[Trace] = []
    for meeting, recommendations in proposed.items():
        decisions = decided.get(meeting, {})
        for one, other in _pairs(recommendations, decisions):
            found += _acts(recommendations[one], decisions[other])
    return sorted(found, key=lambda trace: (trace.decision, trace.recommendation))


def _passages(store: Store, who: str) -> dict[str, dict[str, _Passage]]:
    """Meeting → passage IRI → the passage with its acts in order."""
    found: dict[str, dict[str, _Passage]] = {}
    for row in store.query(_PASSAGES % who).dicts():
        passages = found.setdefault(str(row["to"]), {})
        passage = passages.setdefault(str(row["passage"]), _Passage(fold(str(row["text"])), []))
        passage.acts.append((str(row["act"]), str(row["type"]), str(row["content"] or "")))
    return found


def _pairs(
    recommendations: dict[str, _Passage], decisions: dict[str, _Passage]
) -> list[tuple[str, str]]:
    """Recommendations and items that are each other's best match, and clearly so."""
    score = {
        (a, b): alike(one.text, other.text)
        for a, one in recommendations.items()
        for b, other in decisions.items()
    }
    pairs: list[tuple[str, str]] = []
    for a in recommendations:
        ranked = sorted(decisions, key=lambda b: -score[a, b])
        if not ranked or score[a, ranked[0]] < LIKE:
            continue
        best = ranked[0]
        second = score[a, ranked[1]] if len(ranked) > 1 else 0.0
        back = max(recommendations, key=lambda other: score[other, best])
        if back == a and score[a, best] - second >= CLEAR:
            pairs.append((a, best))
    return pairs


def alike(one: str, other: str) -> float:
    """How much of two texts is the same, 0 to 1 (cheap bounds first)."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    return matcher.ratio()


def _acts(recommendation: _Passage, decision: _Passage) -> list[Trace]:
    """The acts of two passages, type by type, in order."""
    left = list(decision.acts)
    found: list[Trace] = []
    for act, sort, content in recommendation.acts:
        match = next((entry for entry in left if entry[1] == sort), None)
        if match:
            left.remove(match)
            found.append(Trace(match[0], act, change(content, match[2])))
    return found


def change(before: str, after: str) -> str:
    """What changed, word by word: `[-taken out-]{+put in+}` within the words around; or ""."""
    if before == after:
        return ""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    out: list[str] = []
    removed = added = ""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            removed, added = removed + "".join(old[a:b]), added + "".join(new[c:d])
            continue
        if (removed or added) and b - a < 2 and b < len(old):
            same = "".join(old[a:b])  # one character between two changes is chance
            removed, added = removed + same, added + same
            continue
        out += [_mark(removed, added), "".join(old[a:b])]
        removed = added = ""
    return "".join([*out, _mark(removed, added)])


def _mark(removed: str, added: str) -> str:
    return (f"[-{removed}-]" if removed else "") + (f"{{+{added}+}}" if added else "")
