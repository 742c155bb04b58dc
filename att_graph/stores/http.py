"""Requests to a service that may ask who is there: one answer for each, whatever the scheme."""

import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
    urlopen,
)

from att_graph.errors import InputError

TIMEOUT = 120  # seconds
TRIES = 4
LONG = 50_000  # bytes of a body before which a service is asked whether it wants a password
BUSY = (429, 503)
LONGEST_WAIT = 30.0  # seconds between two tries, whatever the service asks for


def pause(asked: str, turn: int) -> float:
    """Seconds to wait after a turn (from 0): what the service asks for, else 0.5, then doubled."""
    return min(float(asked) if asked.isdigit() else 0.5 * 2**turn, LONGEST_WAIT)


def address(url: str) -> bool:
    """Whether a text is an http(s) address with a host and, if any, a port that is a number."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a ValueError where it is none
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url)


@dataclass(frozen=True)
class Reply:
    """An HTTP status, the headers in small letters, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Client:
    """Sends requests with the credentials of the environment, again when a service is busy.

    ATT_GRAPH_TOKEN is sent as it is (RFC 6750); ATT_GRAPH_USER and ATT_GRAPH_PASSWORD answer a
    challenge (RFC 7616, RFC 7617). Credentials go to the one host of `url` and no other.
    """

    url: str
    wait: Callable[[float], None] = time.sleep
    _challenge: str = field(default="", repr=False)
    _digest: HTTPDigestAuthHandler | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not address(self.url):
            raise InputError(f"'{self.url}' is no http(s) address")

    def send(
        self,
        method: str,
        url: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """One request → its reply, whatever the status. Raises InputError when none comes.

        A body is sent whole or not at all: its length stands in front, so that a service never
        takes the first half of a graph for all of it.
        """
        reply = Reply(0, {}, b"")
        if len(body or b"") > LONG and not self._challenge and "ATT_GRAPH_USER" in os.environ:
            # A service may hang up on a long body before it has said that it wants a password.
            self._learn(self._once("HEAD", url, None, {}))
        for turn in range(TRIES):
            reply = self._once(method, url, body, headers or {})
            if self._learn(reply):
                reply = self._once(method, url, body, headers or {})
            if reply.status not in BUSY:
                break
            if turn + 1 < TRIES:
                self.wait(pause(reply.headers.get("retry-after", ""), turn))
        return reply

    def _once(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        request = Request(url, body, dict(headers), method=method)
        request.add_header("User-Agent", "att-graph")
        if urlsplit(url).netloc == urlsplit(self.url).netloc:
            self._sign(request)
        try:
            try:
                answer = urlopen(request, timeout=TIMEOUT)
            except HTTPError as error:  # an answer too, with a status of 300 and more
                answer = error
            with answer:
                found = {name.lower(): value for name, value in answer.headers.items()}
                return Reply(answer.status, found, answer.read())
        # What is no HTTP, an answer cut off, a host that is no name.
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            told = " ".join(str(reason).split())
            if body and isinstance(reason, ConnectionError):
                told += f"; the service hung up on a body of {len(body):,} bytes"
            raise InputError(f"{url}: {told}") from error

    def _learn(self, refused: Reply) -> bool:
        """Whether a challenge can be answered that was not answered before."""
        challenge = refused.headers.get("www-authenticate", "")
        if refused.status != 401 or "ATT_GRAPH_USER" not in os.environ or not challenge:
            return False
        self._challenge = challenge
        return True

    def _sign(self, request: Request) -> None:
        token = os.environ.get("ATT_GRAPH_TOKEN")
        if token:
            request.add_unredirected_header("Authorization", f"Bearer {token}")
        elif self._challenge:
            scheme, _, rest = self._challenge.partition(" ")
            known = HTTPPasswordMgrWithDefaultRealm()
            user = os.environ.get("ATT_GRAPH_USER", "")
            password = os.environ.get("ATT_GRAPH_PASSWORD", "")
            known.add_password(None, self.url, user, password)
            if scheme.lower() == "digest":
                self._digest = self._digest or HTTPDigestAuthHandler(known)
                told = parse_keqv_list(parse_http_list(rest))
                answer = self._digest.get_authorization(request, told)
                request.add_unredirected_header("Authorization", f"Digest {answer}")
            else:
                import base64

                pair = base64.b64encode(f"{user}:{password}".encode()).decode()
                request.add_unredirected_header("Authorization", f"Basic {pair}")
