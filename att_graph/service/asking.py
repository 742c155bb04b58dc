"""The stored questions over HTTP: `/` shows them, `/ask/<name>` answers one."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from att_graph import exports, query, questions
from att_graph.service.answering import negotiated, tagged
from att_graph.service.jobs import Job, Reply, Served
from att_graph.service.protocol import RefusedError

FORMS = {
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
    "md": "text/markdown",
}
_YES = ("1", "true", "yes", "on")
_NO = ("", "0", "false", "no")


@dataclass(frozen=True)
class Home(Job):
    """The first page."""

    def reply(self, store: Served) -> Reply:
        """The page with all questions."""
        from att_graph.site import home

        return Reply(home.render(store, questions.questions()).encode())


@dataclass(frozen=True)
class Stored(Job):
    """A stored question, its parameters as they were typed, and the form of the answer."""

    name: str
    given: tuple[tuple[str, str], ...]
    evidence: bool
    form: str

    def reply(self, store: Served) -> Reply:
        """The answer, with a header that says why where it is empty."""
        given = dict(self.given)
        table = query.answer(self.name, given, lambda: store, evidence=self.evidence)
        store.count(len(table.rows) - 1)
        headers = {"Answer-Note": quote(table.note, safe=" ,;:'()?!/")} if table.note else {}
        if self.form == "html":
            from att_graph.site import answer

            asked = questions.question(self.name)
            page = answer.render(store, asked, given, table, evidence=self.evidence)
            return Reply(page.encode(), headers)
        text = exports.render(table, self.form)
        if table.note and self.form == "md":
            text += f"\n\nNo row: {table.note}."
        return Reply(f"{text}\n".encode(), headers)


async def home(request: Request) -> Response:
    """The first page."""
    return await tagged(request, Home(), "text/html")


async def ask(request: Request) -> Response:
    """The answer to a stored question, in the form that the suffix or Accept names."""
    name, dot, end = request.path_params["name"].rpartition(".")
    if not dot:
        name, form = end, negotiated(request, FORMS)
    elif end in FORMS:
        form = end
    else:
        raise RefusedError(404, f"there is no '.{end}' of an answer, but {', '.join(FORMS)}")
    settings = request.query_params.multi_items()
    evidence = _flag([value for key, value in settings if key == "evidence"])
    # A field of a form that was left empty is a parameter that was not given.
    given = tuple(sorted((k, v.strip()) for k, v in settings if k != "evidence" and v.strip()))
    keys = [key for key, _ in given]
    twice = [key for key in keys if keys.count(key) > 1]
    if twice:
        raise RefusedError(400, f"the parameter '{twice[0]}' is given {keys.count(twice[0])} times")
    return await tagged(request, Stored(name, given, evidence, form), FORMS[form])


def _flag(values: list[str]) -> bool:
    value = values[-1].strip().lower() if values else ""
    if value not in (*_YES, *_NO):
        raise RefusedError(400, f"evidence is 1 or 0, not '{value}'")
    return value in _YES


ROUTES = [
    Route("/", home, methods=["GET"]),
    Route("/ask/{name}", ask, methods=["GET"]),
]
