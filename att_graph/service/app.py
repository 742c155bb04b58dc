"""The web application: its routes, and what every answer carries."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from att_graph import __version__
from att_graph.retired import retired
from att_graph.service import asking, browsing, describing, results
from att_graph.service.answering import Service, negotiated, refused, tagged
from att_graph.service.describing import FORMS, Description
from att_graph.service.jobs import Query
from att_graph.service.protocol import LONGEST, Asked, RefusedError, read

_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
_EXPOSED = ["ETag", "Link", "Location", "Retry-After", "Answer-Note"]
_FORMATS = {
    "html": "text/html",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}


def application(service: Service) -> Starlette:
    """The application over a service whose workers it starts and stops."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await service.pool.start()
        app.state.ready = True
        try:
            yield
        finally:
            app.state.ready = False
            service.pool.stop()

    app = Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/health", health, methods=["GET"]),
            *asking.ROUTES,
            *describing.ROUTES,
            *browsing.ROUTES,
        ],
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=_METHODS,
                allow_headers=["*"],
                expose_headers=_EXPOSED,
            ),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={RefusedError: _refused, HTTPException: _failed},
        lifespan=lifespan,
    )
    app.state.service = service
    app.state.retired = retired()
    return app


async def sparql(request: Request) -> Response:
    """The query operation of SPARQL 1.1 Protocol; without a query, what the service can do."""
    if request.method != "POST" and not request.query_params:
        return await description(request)
    body = await _body(request) if request.method == "POST" else b""
    kind = request.headers.get("Content-Type", "")
    asked = read(request.method, request.url.query, kind, body)
    offer = (*results.offered(asked.form), "text/html")
    wanted = _FORMATS.get(request.query_params.get("format", ""))
    accept = ", ".join(request.headers.getlist("Accept"))
    if wanted in offer:  # a format for the other form of query leaves it to Accept
        accept = wanted or accept
    media = results.chosen(accept, offer)
    if media is None:
        raise RefusedError(406, f"there is {', '.join(offer)}")
    return await tagged(request, Query(asked, media), media)


async def description(request: Request) -> Response:
    """A form to ask by, for a browser; else the SPARQL 1.1 Service Description."""
    form = negotiated(request, FORMS, first="ttl")
    return await tagged(request, Description(f"{request.base_url}sparql", form), FORMS[form])


async def health(request: Request) -> Response:
    """Whether the service answers queries: it asks itself one."""
    service: Service = request.app.state.service
    await service.answer(Query(Asked("ASK {}", "ASK"), "application/json"), "application/json")
    return JSONResponse({"status": "ok", "version": __version__, "data": service.digest})


async def _body(request: Request) -> bytes:
    """The body, read no further than it may be long."""
    found = b""
    try:
        async for piece in request.stream():
            found += piece
            if len(found) > LONGEST:
                break
    except ClientDisconnect as error:
        raise RefusedError(400, "the body broke off") from error
    return found


async def _refused(request: Request, reason: Exception) -> Response:
    assert isinstance(reason, RefusedError)
    return refused(request, reason)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return refused(request, RefusedError(404, f"there is no page {request.url.path}"))
    if error.status_code == 405 and request.method == "OPTIONS":
        return Response(status_code=204, headers=error.headers)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)
