"""The IRIs of the project over HTTP: what each names, as a page or as RDF.

A thing or a concept is not a document, so its IRI leads on (303) to the one about it, which has a
suffix; an ontology, the shapes and a graph are documents and answer themselves. Standard: Cool URIs
for the Semantic Web (W3C Interest Group Note, 2008).
"""

import re
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from att_graph import vocab
from att_graph.retired import Retired
from att_graph.service.answering import SUFFIXES, Service, negotiated, tagged
from att_graph.service.documents import Document, Graph, Known, Ontology, Shapes
from att_graph.service.jobs import Job
from att_graph.service.protocol import RefusedError

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_SAFE = re.compile(r'[^\s<>"{}|^`\\\x00-\x20]+')
_KEPT = "/:@!$&'()*+,;=~"
_GRAPH = {end: media for end, media in SUFFIXES.items() if end != "csv"}


async def thing(request: Request) -> Response:
    """A thing or a concept, or the document about one."""
    iri = _iri(request)
    stem, end = _parted(iri, SUFFIXES)
    if not end or await _known(request, iri):
        await _found(request, iri)
        end = negotiated(request, SUFFIXES)
        headers = {"Vary": "Accept", "Link": _links(iri, SUFFIXES)}
        return RedirectResponse(f"{_path(iri)}.{end}", 303, headers)
    await _found(request, stem)
    page = _page(request) if end == "html" else 1
    return await _document(request, Document(stem, end, page), stem, end, SUFFIXES)


async def graph(request: Request) -> Response:
    """A named graph, whole."""
    iri, end = _parted(_iri(request), _GRAPH)
    return await _document(request, Graph(iri, _end(request, end)), iri, end, _GRAPH)


async def ontology(request: Request) -> Response:
    """The ontology as it is, or one of its versions."""
    iri, end = _parted(_iri(request), _GRAPH)
    retired: dict[str, Retired] = request.app.state.retired
    told = tuple((each.iri, each.sentence) for each in retired.values())
    job = Ontology(iri, _end(request, end), told)
    return await _document(request, job, iri, end, _GRAPH)


async def shapes(request: Request) -> Response:
    """The shapes as they are."""
    iri, end = _parted(_iri(request), _GRAPH)
    return await _document(request, Shapes(iri, _end(request, end)), iri, end, _GRAPH)


def _end(request: Request, end: str) -> str:
    return end or negotiated(request, _GRAPH)


async def _document(
    request: Request, job: Job, iri: str, end: str, offer: Mapping[str, str]
) -> Response:
    end = _end(request, end)
    headers = {"Link": f'{_links(iri, offer)}, <{iri}>; rel="describes"'}
    return await tagged(request, job, offer[end], headers)


def _links(iri: str, offer: Mapping[str, str]) -> str:
    """The other forms of a document, what describes the data, and their licence. RFC 8288."""
    path = _path(iri)
    return ", ".join(
        [
            *(f'<{path}.{end}>; rel="alternate"; type="{offer[end]}"' for end in offer),
            '</.well-known/void>; rel="describedby"',
            f'<{_LICENCE}>; rel="license"',
        ]
    )


def _iri(request: Request) -> str:
    iri = vocab.BASE + request.url.path.removeprefix("/")
    found = vocab.BASE + str(request.scope["path"]).removeprefix("/")
    return found if _SAFE.fullmatch(found) else quote(iri, safe=_KEPT + "%")


def _path(iri: str) -> str:
    return "/" + quote(iri.removeprefix(vocab.BASE), safe=_KEPT)


def _parted(iri: str, offer: Mapping[str, str]) -> tuple[str, str]:
    stem, dot, end = iri.rpartition(".")
    return (stem, end) if dot and end in offer else (iri, "")


def _page(request: Request) -> int:
    given = request.query_params.get("page", "1")
    if not re.fullmatch(r"[1-9]\d{0,5}", given):
        raise RefusedError(400, f"page: '{given}' is no number of a page")
    return int(given)


async def _known(request: Request, iri: str) -> bool:
    try:
        await _ask(request, iri)
    except RefusedError as refused:
        if refused.status != 404:
            raise
        return False
    return True


async def _found(request: Request, iri: str) -> None:
    """Raises RefusedError: 410 for an IRI out of use, 404 for one that never was in use."""
    try:
        await _ask(request, iri)
    except RefusedError as refused:
        retired: dict[str, Retired] = request.app.state.retired
        if refused.status != 404 or iri not in retired:
            raise
        gone = retired[iri]
        heirs = (gone.replacement,) if gone.replacement else ()
        link = {"Link": f'<{heirs[0]}>; rel="successor-version"'} if heirs else {}
        raise RefusedError(410, gone.sentence, link, heirs) from refused


async def _ask(request: Request, iri: str) -> None:
    service: Service = request.app.state.service
    await service.answer(Known(iri), "")


ROUTES = [
    Route("/id/{path:path}", thing, methods=["GET"]),
    Route("/concept/{path:path}", thing, methods=["GET"]),
    Route("/graph/{path:path}", graph, methods=["GET"]),
    *(Route(path, ontology, methods=["GET"])
      for path in ("/ontology", "/ontology.{end}", "/ontology/{path:path}")),
    *(Route(path, shapes, methods=["GET"])
      for path in ("/shapes", "/shapes.{end}", "/shapes/{path:path}")),
]  # fmt: skip
