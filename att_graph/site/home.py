"""The stored questions in; the first page out, where each can be asked by a form."""

from att_graph.questions import TAGS, Question
from att_graph.site import fill
from att_graph.site.choices import choices
from att_graph.store import Store

CHINESE = {
    "participation": "与会情况",
    "standing": "条约地位",
    "offices": "职务与选举",
    "commitments": "要求与承诺",
    "acts": "决定与执行行为",
    "documents": "文件",
    "traces": "从建议到决定",
    "figures": "数字",
    "speakers": "发言者",
    "findings": "原文异常",
    "evidence": "依据",
    "comparison": "比较",
    "meetings": "会议",
    "bodies": "机构",
}


def render(store: Store, asked: tuple[Question, ...]) -> str:
    """The questions, each under its first tag, in English and Chinese."""
    groups = {tag: [each for each in asked if each.tags[:1] == (tag,)] for tag in TAGS}
    return fill(
        "home.html",
        tags=[(tag, CHINESE[tag]) for tag in TAGS if groups[tag]],
        groups=groups,
        choices=choices(store, asked),
    )
