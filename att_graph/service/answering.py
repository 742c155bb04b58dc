"""A request and the job that it asks for → the response, with what every answer carries."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from att_graph import __version__, paths
from att_graph.service import results
from att_graph.service.jobs import Job, Reply
from att_graph.service.pool import Pool
from att_graph.service.protocol import RefusedError

_CACHED = 64 * 2**20  # bytes of answers kept
_EACH = 1000  # bytes that an answer takes beside its own
SUFFIXES = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "csv": "text/csv",
}


@dataclass
class Service:
    """What the routes need: the workers, and the digest of the data they answer from."""

    pool: Pool
    digest: str

    def __post_init__(self) -> None:
        self._kept: OrderedDict[str, Reply] = OrderedDict()
        self._size = 0
        self._made = _made()

    def tag(self, job: Job, media: str) -> str:
        """The ETag of an answer: the same data, job and format give the same bytes."""
        parts = (self.digest, self._made, media, repr(job))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    async def answer(self, job: Job, media: str) -> Reply:
        """A job → its reply, from memory where it was done before. Raises RefusedError."""
        tag = self.tag(job, media)
        found = self._kept.get(tag)
        if found is not None:
            self._kept.move_to_end(tag)
            return found
        found = await self.pool.run(job)
        if len(found.content) < _CACHED // 16 and tag not in self._kept:
            self._kept[tag] = found
            self._size += _EACH + len(found.content)
            while self._size > _CACHED:
                self._size -= _EACH + len(self._kept.popitem(last=False)[1].content)
        return found


def _made() -> str:
    """What tells one version of the code's own texts from another: pages, questions, rules."""
    pages = sorted((Path(__file__).parent.parent / "site").glob("*.*"))
    digest = hashlib.sha256(__version__.encode())
    for path in [*pages, *sorted(paths.QUERIES.rglob("*.rq")), *sorted(paths.SHAPES.glob("*.ttl"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def negotiated(request: Request, offer: Mapping[str, str], *, first: str = "") -> str:
    """What a client wants most of suffix → media type, as the suffix. Raises RefusedError."""
    ends = sorted(offer, key=lambda end: end != first)
    medias = [offer[end] for end in ends]
    accept = ", ".join(request.headers.getlist("Accept"))
    media = results.chosen(accept, medias)
    if media is None:
        raise RefusedError(406, f"there is {', '.join(medias)}")
    return ends[medias.index(media)]


async def tagged(
    request: Request, job: Job, media: str, headers: Mapping[str, str] | None = None
) -> Response:
    """The job's reply with its ETag, or 304 for a client that has it already."""
    service: Service = request.app.state.service
    tag = f'W/"{service.tag(job, media)}"'  # weak: the same answer may be sent compressed
    common = {"ETag": tag, "Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
    common |= headers or {}
    known = [
        each.strip().removeprefix("W/")
        for each in request.headers.get("If-None-Match", "").split(",")
    ]
    if request.method != "POST" and tag.removeprefix("W/") in known:
        return Response(status_code=304, headers=common)
    reply = await service.answer(job, media)
    if request.method != "POST" and "*" in known:
        return Response(status_code=304, headers=common)
    text = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(
        reply.content, headers={**common, **reply.headers, "Content-Type": media + text}
    )


def refused(request: Request, reason: RefusedError) -> Response:
    """A refusal as one sentence; as a page for who would rather have one."""
    accept = ", ".join(request.headers.getlist("Accept"))
    headers = {"Vary": "Accept", **reason.headers}
    if results.chosen(accept, ("text/plain", "text/html")) == "text/html":
        from att_graph.site import refusal

        page = refusal.render(reason.status, reason.reason, reason.links)
        return Response(page, reason.status, headers=headers, media_type="text/html")
    return PlainTextResponse(f"{reason.reason}\n", reason.status, headers=headers)
