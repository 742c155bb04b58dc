"""A SPARQL endpoint as a store: the one place that asks over the network, when told to."""

import ast
import os
import re
import time
from collections.abc import Callable
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import quote_plus

import pyoxigraph as ox

from att_graph.errors import InputError
from att_graph.stores import http, keywords
from att_graph.stores.embedded import answered
from att_graph.stores.interface import Answer, Store

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

TIMEOUT = 60  # seconds
LONGEST_ADDRESS = 2000  # characters of a query in an address; longer ones go as a form

_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


class Endpoint(Store):
    """A SPARQL 1.1 Protocol service that is asked over HTTP.

    The user's name and password, or a token, come from ATT_GRAPH_USER and ATT_GRAPH_PASSWORD, or
    ATT_GRAPH_TOKEN. A service that is busy (429, 503) is asked again, later each time. Standard:
    SPARQL 1.1 Protocol, section 2.1.
    """

    def __init__(
        self,
        url: str,
        *,
        timeout: int | None = None,
        tries: int = http.TRIES,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """`timeout` in seconds for each try; else ATT_GRAPH_TIMEOUT, else TIMEOUT.

        Raises InputError for what is no http(s) address or no number of seconds.
        """
        seconds = os.environ.get("ATT_GRAPH_TIMEOUT", str(TIMEOUT))
        if timeout is None:
            if not re.fullmatch(r"[1-9]\d{0,5}", seconds):
                raise InputError(f"ATT_GRAPH_TIMEOUT: '{seconds}' is no number of seconds")
            timeout = int(seconds)
        if not http.address(url):
            raise InputError(f"endpoint: '{url}' is no http(s) address")
        self.url, self._timeout, self._tries, self._wait = url, timeout, tries, wait

    def run(self, text: str, place: str) -> Answer:
        """A query → its answer; raises InputError with the address and the service's reason."""
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        asked = self._asked(text)
        for turn in range(1, self._tries + 1):
            try:
                found = asked.query().response
                return _read(found.read(), found.headers.get_content_type(), self.url)
            except (SPARQLWrapperException, OSError, HTTPException, ValueError) as error:
                code = _status(error)
                if code not in http.BUSY or turn == self._tries:
                    raise InputError(f"{self.url}: {_reason(error, code)}") from error
                self._wait(_pause(error, turn))
        raise AssertionError("the last try returns or raises")

    def _asked(self, text: str) -> "SPARQLWrapper":
        from SPARQLWrapper import BASIC, GET, POST, SPARQLWrapper

        form = keywords.form(text)
        if form is None:
            raise InputError(f"{self.url}: only queries are sent to an endpoint, not updates")
        asked = SPARQLWrapper(self.url, agent="att-graph")
        asked.setTimeout(self._timeout)
        asked.setQuery(text)
        asked.queryType = form  # the library takes words of comments and prefixes for keywords
        rows = form in ("SELECT", "ASK")
        asked.setOnlyConneg(True)
        asked.addCustomHttpHeader("Accept", _ROWS if rows else _TRIPLES)
        asked.setMethod(GET if len(quote_plus(text)) <= LONGEST_ADDRESS else POST)
        token, user = os.environ.get("ATT_GRAPH_TOKEN"), os.environ.get("ATT_GRAPH_USER")
        if token:
            asked.addCustomHttpHeader("Authorization", f"Bearer {token}")
        elif user:
            asked.setHTTPAuth(BASIC)
            asked.setCredentials(user, os.environ.get("ATT_GRAPH_PASSWORD", ""))
        return asked


def _read(content: bytes, kind: str, url: str) -> Answer:
    """What came back, by its media type: rows and truth in JSON, XML or TSV; triples in RDF."""
    rows = ox.QueryResultsFormat.from_media_type(kind)
    if rows is not None or kind == "application/json":
        return answered(ox.parse_query_results(content, rows or ox.QueryResultsFormat.JSON))
    form = ox.RdfFormat.from_media_type(kind)
    if form is None:
        raise InputError(f"{url}: the answer is '{kind}', neither SPARQL results nor RDF")
    return [quad.triple for quad in ox.parse(content, form)]


def _status(error: BaseException) -> int | None:
    """The HTTP status behind an error: SPARQLWrapper has classes for some, urllib for the rest."""
    if isinstance(error, HTTPError):
        return error.code
    within: Any = error.__cause__ or error.__context__
    return within.code if isinstance(within, HTTPError) else None


def _pause(error: BaseException, turn: int) -> float:
    """Seconds to wait: what the service asks for, else half a second, doubled each turn."""
    held: Any = error if isinstance(error, HTTPError) else error.__cause__ or error.__context__
    asked = held.headers.get("Retry-After", "") if isinstance(held, HTTPError) else ""
    return http.pause(asked, turn - 1)


def _reason(error: BaseException, code: int | None) -> str:
    """The service's own words where it gave any, in one line of 200 characters at most."""
    text = str(error)
    body = re.search(r"Response:\s*(b(?:'.*'|\".*\"))\s*$", text, re.DOTALL)
    if body:  # as the library quotes it: the text of a bytes literal
        text = ast.literal_eval(body[1]).decode("utf-8", "replace").strip().split("\n\n")[0]
    text = " ".join(text.split())[:200] or type(error).__name__
    return f"HTTP status {code}: {text}" if code and str(code) not in text else text
