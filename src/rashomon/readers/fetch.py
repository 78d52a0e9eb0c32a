"""Fetching one address that a person named: its limits, and the way through redirects."""

import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.client import HTTPException
from importlib.metadata import version

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from rashomon.model.errors import FetchError
from rashomon.readers.addresses import Address, Resolver, look_up, parse_address, redirected
from rashomon.readers.media_types import kind_of_answer
from rashomon.readers.source import Metadata, Source, too_large
from rashomon.settings import ReaderSettings

MOST_REDIRECTS = 5

# what it warns of is told as our own error, or does no harm
logging.getLogger("urllib3").setLevel(logging.ERROR)

_OK = 200
_LEAST = 0.001
# their documents have addresses of their own
_OF_MANY = ("csv", "feed", "json", "jsonl", "parquet", "wacz", "warc")
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_ACCEPTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        status: its number.
        headers: the header fields that matter, by their names in lower case.
        body: the bytes, decompressed; of another status than 200 none are read.
    """

    status: int
    headers: dict[str, str]
    body: bytes


def fetch(source: Source, settings: ReaderSettings, *, resolve: Resolver | None = None) -> Source:
    """Fetch an address and return what came, as a source with its bytes at hand.

    No cookies and no credentials are sent, no proxy is asked and ``robots.txt`` is not consulted:
    a person named this one address. Only the numbers that were checked are connected to.

    Args:
        source: its ``path`` is the address.
        settings: size, time, and whether private addresses are allowed.
        resolve: finds the numbers of a host; the system's resolver where left out.

    Raises:
        RefusedAddressError: it, or one that it redirects to, is private or none of the web.
        InputTooLargeError: more than ``max_bytes`` came.
        FetchError: no connection, no answer in time, or one that is no page.
    """
    deadline = time.monotonic() + settings.fetch_timeout
    address = parse_address(source.path)
    for _ in range(MOST_REDIRECTS + 1):
        numbers = look_up(address, allow_private=settings.allow_private, resolve=resolve)
        answer = _ask(address, numbers, settings, deadline)
        if answer.status not in _REDIRECTS or "location" not in answer.headers:
            return _as_source(source, address, answer)
        address = redirected(address, answer.headers["location"])
    raise FetchError(
        f"more than {MOST_REDIRECTS} redirects",
        where=source.name,
        remedy="give the address that it leads to",
    )


def _as_source(source: Source, address: Address, answer: Answer) -> Source:
    if answer.status != _OK:
        raise FetchError(
            f"the server answered with status {answer.status}",
            where=address.text,
            remedy="look at it in a browser, save the page and read the file",
        )
    declared = answer.headers.get("content-type", "")
    kind, encoding = kind_of_answer(declared, answer.body, where=address.text, chosen=source.kind)
    own = Metadata(url=None if kind in _OF_MANY else address.text)
    return replace(
        source,
        kind=kind,
        given=source.given.over(own),
        raw=answer.body,
        encoding=encoding,
        obtained_from=address.text,
        obtained_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def _ask(
    address: Address, numbers: Sequence[str], settings: ReaderSettings, deadline: float
) -> Answer:
    """Ask the first of the numbers that can be connected to.

    Raises:
        InputTooLargeError: more than ``max_bytes`` came.
        FetchError: none can be connected to, or the answer breaks off or comes too late.
    """
    try:
        connection = _connected(address, numbers, deadline)
        with closing(connection), _ended_at(deadline, connection) as is_over:
            try:
                return _answer(connection, address, settings.max_bytes)
            finally:
                if is_over.is_set():  # then it looks as if the answer ended there
                    raise TimeoutError("no more time")
    except TimeoutError as error:
        raise FetchError(
            f"not there within {settings.fetch_timeout:g} seconds",
            where=address.text,
            remedy="try again, or raise [readers] fetch_timeout in the settings",
        ) from error
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise FetchError(
            f"cannot be fetched ({reason[:200]})", where=address.text, remedy="try again later"
        ) from error


def _connected(address: Address, numbers: Sequence[str], deadline: float) -> HTTPConnection:
    """Return a connection to one of the numbers, and to no other: names are not looked up again.

    Of a secure one the certificate is that of the host's name.
    """
    for number in numbers:
        connection = _connection(address, number, max(deadline - time.monotonic(), _LEAST))
        try:
            connection.connect()
        except (HTTPError, OSError):
            connection.close()
            if number == numbers[-1]:
                raise
        else:
            break
    return connection


def _connection(address: Address, number: str, timeout: float) -> HTTPConnection:
    if address.scheme == "http":
        return HTTPConnection(number, address.port, timeout=timeout)
    return HTTPSConnection(
        number,
        address.port,
        timeout=timeout,
        server_hostname=address.host,
        ssl_context=ssl.create_default_context(),
    )


@contextmanager
def _ended_at(deadline: float, connection: HTTPConnection) -> Iterator[threading.Event]:
    """End a connection when its time is over, however busily the other side sends little."""
    plain = socket.fromfd(connection.sock.fileno(), socket.AF_INET, socket.SOCK_STREAM)
    is_over = threading.Event()

    def end() -> None:
        is_over.set()
        with suppress(OSError):
            plain.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(deadline - time.monotonic(), 0), end)
    timer.daemon = True
    timer.start()
    try:
        yield is_over
    finally:
        timer.cancel()
        plain.close()


def _answer(connection: HTTPConnection, address: Address, max_bytes: int) -> Answer:
    connection.request(
        "GET",
        address.target,
        headers={
            "Host": address.authority,
            "User-Agent": f"rashomon/{version('rashomon')}",
            "Accept": _ACCEPTED,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        },
        preload_content=False,
    )
    response = connection.getresponse()
    headers = {name.lower(): _as_sent(value) for name, value in response.headers.items()}
    body = _body(response, address, max_bytes) if response.status == _OK else b""
    return Answer(response.status, headers, body)


def _body(response: HTTPResponse, address: Address, max_bytes: int) -> bytes:
    """Return the decompressed bytes of an answer; no more than the limit are ever held."""
    parts = []
    size = 0
    while part := response.read1(_CHUNK, decode_content=True):
        size += len(part)
        if size > max_bytes:
            raise too_large(max_bytes, where=address.text)
        parts.append(part)
    return b"".join(parts)


def _as_sent(value: str) -> str:
    """Return the value of a header field as UTF-8, which servers send where ASCII is the rule."""
    return value.encode("latin-1", "replace").decode("utf-8", "surrogateescape")
