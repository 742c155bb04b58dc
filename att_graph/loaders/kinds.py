"""The kinds of report: one row each, with what it cannot lack, what it holds and who reads it.

The words that show a kind stand in the table `kind` of each language, under the same key.
"""

from dataclasses import dataclass

from att_graph.errors import InputError


@dataclass(frozen=True)
class Kind:
    """One kind of report.

    `name` is what a report's id ends in ("{body}" is the body's key); `paper` the type of the
    document it is. `needed` is the part it cannot lack, `acts` the part that holds operative acts:
    None for a kind that needs or holds none. `of` says whose report it is: "conference", "body" or
    "preparatory", or "treaty" for a table. What it `proposes` is for the conference to decide.
    Its `form` is "report" (paragraphs with numbers), "items" (numbers, but no sentences), "lines"
    or "table". `readers` are names in `loaders.READERS`, in the order that they need.
    """

    key: str
    name: str
    paper: str
    needed: str | None = None
    acts: str | None = None
    of: str = "body"
    proposes: bool = True
    form: str = "report"
    readers: tuple[str, ...] = ()


_FRAME = ("treaty", "provisions", "meetings")
_REPORT = (
    *_FRAME,
    "bodies",
    "participation",
    "documents",
    "persons",
    "presiding",
    "acts",
    "elections",
    "figures",
    "findings",
)
_AGENDA = (*_FRAME, "documents", "findings")


def _of_body(key: str, needed: str | None = None) -> Kind:
    """A body's report to the conference: whatever it recommends, its recommendations hold."""
    name, acts = "{body}-report", "recommendations"
    return Kind(key, name, "report", needed=needed, acts=acts, readers=_REPORT)


def _agenda(key: str) -> Kind:
    """What a meeting is to take up: its items, and the papers listed under them."""
    return Kind(key, key, key, of="conference", form="items", readers=_AGENDA)


_ROWS = (
    Kind(
        "conference-report",
        "final-report",
        "final-report",
        needed="decisions",
        acts="decisions",
        of="conference",
        proposes=False,
        readers=_REPORT,
    ),
    _of_body("body-report", needed="recommendations"),
    _of_body("committee-report"),
    _of_body("fund-report"),
    _of_body("programme-report"),
    _of_body("secretariat-report"),
    Kind("preparatory-report", "preparatory-report", "report", of="preparatory", readers=_REPORT),
    _agenda("annotated-agenda"),
    _agenda("agenda"),
    Kind(
        "participants-list",
        "participants",
        "list-of-participants",
        of="conference",
        form="lines",
        readers=("treaty", "meetings", "roster", "documents"),
    ),
    Kind("treaty-status", "status", "status-table", of="treaty", form="table", readers=("status",)),
)
KINDS = {row.key: row for row in _ROWS}


def kind(key: str) -> Kind:
    """The kind of that key. Raises InputError for what is none."""
    if key not in KINDS:
        raise InputError(f"kind {key!r}: is not one of {', '.join(KINDS)}.")
    return KINDS[key]
