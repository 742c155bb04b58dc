"""A result in; a few words out that say what exactly is wrong, where its message states the rule.

One message stands for all constraints of a rule. Which of them failed, and on what, is said here
from the constraint's component (SHACL, section 4), the rule's own constraints and the data.
"""

import re

import pyoxigraph as ox

from att_graph import vocab
from att_graph.validation.result import Result
from att_graph.validation.rules import Rule, term

_SH, _XSD = vocab.PREFIXES["sh"], vocab.PREFIXES["xsd"]
_TYPE = ox.NamedNode(vocab.PREFIXES["rdf"] + "type")
_DEFAULT = ox.DefaultGraph()
_COUNT = re.compile(r"\(\s*COUNT\s*\([^()]*\)\s+AS\s+\?(\w+)\s*\)", re.IGNORECASE)
_DATATYPE = re.compile(r"sh:datatype (\S+)")
_HEAD = re.compile(r"^\s*SELECT\s.*?\bWHERE\b", re.IGNORECASE | re.DOTALL)
# Components that ask what a value is: they fail for one that is not described at all.
_OF_KIND = ("Class", "Or", "Xone", "And", "Node", "Property", "QualifiedMinCount")

# component → the words in English and in Chinese; {} is what the rule demands
_WORDS = {
    "In": ("not in the closed list", "不在封闭列表内"),
    "Pattern": ("not in the form that the rule demands", "不符合规定的格式"),
    "MinInclusive": ("less than {}", "小于{}"),
    "MinExclusive": ("not more than {}", "不大于{}"),
    "MaxInclusive": ("more than {}", "大于{}"),
    "MaxExclusive": ("not less than {}", "不小于{}"),
    "MinLength": ("shorter than {} characters", "少于{}个字符"),
    "MaxLength": ("longer than {} characters", "多于{}个字符"),
    "LessThan": ("not before {}", "不早于或不小于{}"),
    "LessThanOrEquals": ("after {}", "晚于或大于{}"),
    "Closed": ("not allowed here", "此处不得使用"),
    "UniqueLang": ("twice in one language", "同一语文出现两次"),
    "LanguageIn": ("not in a language that is allowed", "语文不在允许之列"),
    "HasValue": ("{} is missing", "缺少{}"),
    "Disjoint": ("the same as {}", "与{}相同"),
    "Equals": ("not the same as {}", "与{}不同"),
    "undescribed": ("the value is not described in this data", "该值在本数据中没有说明"),
    "nameless": ("a blank node, which has no IRI", "空白节点，没有IRI"),
    "missing": ("missing", "缺失"),
    "few": ("too few: {}", "过少：{}"),
    "many": ("too many: {}", "过多：{}"),
    "forbidden": ("not allowed here", "此处不得使用"),
    "datatype": ("wrong datatype: {}, not {}", "数据类型有误：应为{1}，而非{0}"),
    "formed": ("no such {}", "不是有效的{}"),
    "literal": ("an IRI where a literal stands", "应为文字，而非IRI"),
    "class": ("wrong class: {}, not {}", "类有误：应为{1}，而非{0}"),
    "kind": ("a literal, not a thing", "是文字，而非事物"),
    "counted": ("counted: {}", "实际计数：{}"),
}


class Reasons:
    """The reasons of faults in one store, in one language: `of` may be asked for many results."""

    def __init__(self, store: ox.Store, lang: str = "en") -> None:
        self.store, self.zh = store, lang == "zh"
        self._counts: dict[str, dict[str, str]] = {}

    def of(self, result: Result, rule: Rule | None) -> str:
        """The words, or "" where the message says all that is known."""
        kind = result.component.removeprefix(_SH).removesuffix("ConstraintComponent")
        value = result.value or ""
        pointed = kind == "SPARQL" and value != result.focus
        if value.startswith("_:") and (pointed or kind in ("Pattern", "NodeKind")):
            return self._say("nameless")
        if kind in _OF_KIND and self._undescribed(result):
            of_list = value.startswith(f"<{vocab.CONCEPT}")
            return self._say("In" if of_list else "undescribed")
        if kind in ("MinCount", "MaxCount"):
            return self._count(result, rule, kind)
        if kind == "Datatype":
            return self._datatype(value, [_demanded(rule, "datatype")])
        if kind == "Or" and value.startswith('"'):
            return self._datatype(value, _DATATYPE.findall(_demanded(rule, "or")))
        if kind == "Class":
            return self._class(value, _demanded(rule, "class"))
        if kind == "NodeKind" and value.startswith('"'):
            return self._say("kind")
        if kind == "SPARQL":
            count = self._counted(rule).get(result.focus, "") if rule else ""
            return self._say("counted", count) if count else ""
        demand = _demanded(rule, kind[:1].lower() + kind[1:])
        words = _WORDS.get(kind)
        return self._say(kind, demand) if words and (demand or "{}" not in words[0]) else ""

    def _say(self, what: str, *parts: object) -> str:
        return _WORDS[what][self.zh].format(*parts)

    def _undescribed(self, result: Result) -> bool:
        """Whether the value is a thing of which the data say not even a class."""
        value = result.value or ""
        if not value.startswith("<") or value[1:-1] == result.focus:
            return False
        said = self.store.quads_for_pattern(ox.NamedNode(value[1:-1]), _TYPE, None, _DEFAULT)
        return next(said, None) is None

    def _count(self, result: Result, rule: Rule | None, kind: str) -> str:
        if kind == "MaxCount" and _demanded(rule, "maxCount") == "0":
            return self._say("forbidden")
        count = self._values(result)
        if kind == "MinCount":
            return self._say("few", count) if count else self._say("missing")
        return self._say("many", count) if count else ""

    def _values(self, result: Result) -> int:
        """How many values the thing has at the path; 0 for a path of several steps."""
        path, focus = result.path or "", result.focus
        inverse = path.startswith("^<") and path.count("<") == 1
        path = path[2:-1] if inverse else path
        if not path or re.search(r"[<>|()]", path) or focus.startswith('"'):
            return 0
        node = ox.BlankNode(focus[2:]) if focus.startswith("_:") else ox.NamedNode(focus)
        pattern = (None, node) if inverse else (node, None)
        found = self.store.quads_for_pattern(pattern[0], ox.NamedNode(path), pattern[1], _DEFAULT)
        return len({quad.subject if inverse else quad.object for quad in found})

    def _datatype(self, value: str, wanted: list[str]) -> str:
        if not value.startswith('"'):
            return self._say("literal") if value else ""
        found = re.search(r'"(?:@([\w-]+)|\^\^<([^<>]+)>)?$', value)
        iri = found[2] if found and found[2] else _XSD + "string"
        held = "rdf:langString" if found and found[1] else term(f"<{iri}>")
        if wanted == [held]:
            return self._say("formed", held)
        if held in wanted or not any(wanted):
            return ""
        choice = "或" if self.zh else " or "
        return self._say("datatype", held, choice.join(sorted(set(wanted))))

    def _class(self, value: str, wanted: str) -> str:
        if value.startswith('"'):
            return self._say("kind")
        if not value.startswith("<") or not wanted:
            return ""
        types = self.store.quads_for_pattern(ox.NamedNode(value[1:-1]), _TYPE, None, _DEFAULT)
        held = ", ".join(sorted(term(str(quad.object)) for quad in types))
        return self._say("class", held, wanted)

    def _counted(self, rule: Rule) -> dict[str, str]:
        """A rule whose query compares a number with a count → thing → the count."""
        if rule.code not in self._counts:
            self._counts[rule.code] = found = {}
            name = _COUNT.search(rule.queries[0]) if rule.queries else None
            if name:
                found.update(self._asked(rule.queries[0], name[1]))
        return self._counts[rule.code]

    def _asked(self, query: str, name: str) -> dict[str, str]:
        asked = _HEAD.sub(f"SELECT $this ?{name} WHERE", query, count=1)
        try:
            rows = self.store.query(vocab.PROLOGUE + asked)
        except (SyntaxError, ValueError):  # another's shapes, with prefixes of their own
            return {}
        if not isinstance(rows, ox.QuerySolutions):
            return {}
        return {
            row["this"].value: row[name].value
            for row in rows
            if isinstance(row["this"], ox.NamedNode) and isinstance(row[name], ox.Literal)
        }


def _demanded(rule: Rule | None, parameter: str) -> str:
    """What the rule's own constraint of that name says, as Turtle writes it; else empty."""
    said = f"sh:{parameter} "
    found = (
        [each.removeprefix(said) for each in rule.constraints if each.startswith(said)]
        if rule
        else []
    )
    return found[0] if len(found) == 1 else ""
