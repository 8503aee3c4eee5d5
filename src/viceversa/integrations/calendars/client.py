"""Fetching a calendar: https, a checked address, few seconds, few megabytes, few redirects."""

import http.client
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, Protocol
from urllib.parse import SplitResult, urljoin

from viceversa.integrations.calendars.guarding import PORT, Lookup, Refused, check, resolve

LARGEST = 5_000_000  # bytes
LONGEST = 20.0  # seconds, for everything together
STEP = 5.0  # seconds of silence
REDIRECTS = 3
CHUNK = 65_536
AGENT = "Viceversa (calendar of free times)"

type Result = Literal["read", "unchanged", "refused", "unreachable", "too-large"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a fetch; `content` where it was read, `etag` as the other side calls it."""

    result: Result
    content: bytes = b""
    etag: str = ""


class Opener(Protocol):
    """Opens a connection to a checked address; tests bring one of their own."""

    def __call__(self, host: str, address: str) -> http.client.HTTPConnection: ...


class _Pinned(http.client.HTTPSConnection):
    """A TLS connection to one address, whose certificate must be that of the name."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(host, PORT, timeout=STEP, context=ssl.create_default_context())
        self.address = address
        self.tls = ssl.create_default_context()

    def connect(self) -> None:
        """Connect to the address that was checked, whatever the name stands for by now."""
        plain = socket.create_connection((self.address, PORT), timeout=STEP)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)


def fetch(
    address: str,
    *,
    etag: str = "",
    lookup: Lookup | None = None,
    opener: Opener = _Pinned,
) -> Answer:
    """Return the calendar at an address; never raises for what the other side does."""
    until = time.monotonic() + LONGEST
    try:
        for _ in range(REDIRECTS + 1):
            parts = check(address)
            answer = _once(parts, etag, until, lookup, opener)
            if isinstance(answer, Answer):
                return answer
            address = urljoin(parts.geturl(), answer)
    except Refused:
        return Answer("refused")
    except (OSError, http.client.HTTPException, ValueError):
        return Answer("unreachable")
    return Answer("unreachable")


def _once(
    parts: SplitResult, etag: str, until: float, lookup: Lookup | None, opener: Opener
) -> Answer | str:
    """Ask one server; return its answer, or the address it sends us on to."""
    host = str(parts.hostname)
    connection = opener(host, resolve(host, lookup))
    # Somebody who sends a letter every few seconds would never run into a silence.
    watch = threading.Timer(max(0.0, until - time.monotonic()), _hang_up, [connection])
    watch.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {
            "User-Agent": AGENT,
            "Accept": "text/calendar",
            "Accept-Encoding": "identity",
            **({"If-None-Match": etag} if etag else {}),
        }
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        if response.status in {301, 302, 303, 307, 308}:
            return response.getheader("Location") or ""
        if response.status == 304:
            return Answer("unchanged", etag=etag)
        if response.status != 200:
            return Answer("unreachable")
        return _body(response, until)
    finally:
        watch.cancel()
        connection.close()


def _hang_up(connection: http.client.HTTPConnection) -> None:
    """End a conversation that takes too long, wherever it is."""
    with suppress(OSError):
        if connection.sock is not None:
            connection.sock.shutdown(socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse, until: float) -> Answer:
    """Read what is sent until it is too much or takes too long."""
    read = bytearray()
    while chunk := response.read1(CHUNK):
        read += chunk
        if len(read) > LARGEST:
            return Answer("too-large")
        if time.monotonic() > until:
            return Answer("unreachable")
    return Answer("read", bytes(read), (response.getheader("ETag") or "")[:200])
