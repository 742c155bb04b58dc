"""The web application: its routes, and what every answer carries."""

import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from att_graph import __version__
from att_graph.service import results
from att_graph.service.pool import Job, Pool
from att_graph.service.protocol import Asked, RefusedError, read

_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
_CACHED = 64 * 2**20  # bytes of answers kept


@dataclass
class Service:
    """What the routes need: the workers, and the digest of the data they answer from."""

    pool: Pool
    digest: str

    def __post_init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    def tag(self, asked: Asked, media: str) -> str:
        """The ETag of an answer: the same data, query and format give the same bytes."""
        parts = (self.digest, __version__, media, repr(asked))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    async def answer(self, asked: Asked, media: str) -> bytes:
        """A query → its answer, from memory where it was asked before. Raises RefusedError."""
        tag = self.tag(asked, media)
        found = self._kept.get(tag)
        if found is not None:
            self._kept.move_to_end(tag)
            return found
        found = await self.pool.run(Job(asked, media))
        if len(found) < _CACHED // 16 and tag not in self._kept:
            self._kept[tag] = found
            self._size += len(found)
            while self._size > _CACHED:
                self._size -= len(self._kept.popitem(last=False)[1])
        return found


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
        ],
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=_METHODS,
                allow_headers=["*"],
                expose_headers=["ETag", "Link", "Location", "Retry-After"],
            ),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={RefusedError: _refused, HTTPException: _failed},
        lifespan=lifespan,
    )
    app.state.service = service
    return app


async def sparql(request: Request) -> Response:
    """The query operation of SPARQL 1.1 Protocol."""
    body = await _body(request) if request.method == "POST" else b""
    kind = request.headers.get("Content-Type", "")
    asked = read(request.method, request.url.query, kind, body)
    offer = results.offered(asked.form)
    media = results.chosen(", ".join(request.headers.getlist("Accept")), offer)
    if media is None:
        raise RefusedError(406, f"there is {', '.join(offer)}")
    service: Service = request.app.state.service
    return await tagged(request, service, asked, media)


async def tagged(request: Request, service: Service, asked: Asked, media: str) -> Response:
    """The answer with its ETag, or 304 for a client that has it already."""
    tag = f'W/"{service.tag(asked, media)}"'  # weak: the same answer may be sent compressed
    headers = {"ETag": tag, "Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
    known = [each.strip() for each in request.headers.get("If-None-Match", "").split(",")]
    if request.method != "POST" and (tag in known or "*" in known):
        return Response(status_code=304, headers=headers)
    text = "; charset=utf-8" if media.startswith("text/") else ""
    content = await service.answer(asked, media)
    return Response(content, headers={**headers, "Content-Type": media + text})


async def health(request: Request) -> Response:
    """Whether the service answers queries: it asks itself one."""
    service: Service = request.app.state.service
    await service.answer(Asked("ASK {}", "ASK"), "application/json")
    return JSONResponse({"status": "ok", "version": __version__, "data": service.digest})


async def _body(request: Request) -> bytes:
    """The body, read no further than it may be long."""
    from att_graph.service.protocol import LONGEST

    found = b""
    async for piece in request.stream():
        found += piece
        if len(found) > LONGEST:
            break
    return found


async def _refused(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, RefusedError)
    return PlainTextResponse(f"{refused.reason}\n", refused.status, headers=refused.headers)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)
