"""A request that gets no answer in; a page that says why, and where to go instead, out."""

from collections.abc import Iterable
from http import HTTPStatus

from att_graph.site import fill
from att_graph.site.links import Shown, href, short, spoken


def render(status: int, reason: str, links: Iterable[str]) -> str:
    """The status in words, the one sentence, and the IRIs that it names as links."""
    return fill(
        "refusal.html",
        title=HTTPStatus(status).phrase,
        reason=spoken(reason),
        links=[Shown(short(iri), href(iri), title=iri) for iri in links],
    )
