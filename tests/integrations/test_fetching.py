"""A calendar is fetched from the open internet alone, within bounds, and never raises."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from viceversa.integrations.calendars import Refused, check, client, fetch
from viceversa.integrations.calendars.guarding import is_public, resolve

PUBLIC = "93.184.215.14"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://calendar.example/a.ics", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("https://calendar.example:8443/a.ics", "port"),
        ("https://calendar.example:x/a.ics", "host"),
        ("https://me:secret@calendar.example/a.ics", "user"),
        ("https://localhost/a.ics", "host"),
        ("https://127.0.0.1/a.ics", "private"),
        ("https://169.254.169.254/latest/meta-data", "private"),
        ("https://[::1]/a.ics", "host"),
        ("https://calendar.example/a b", "host"),
        ("https://calendar.example/\r\nHost: x", "host"),
        ("https://calendar.example/" + "a" * 1_000, "long"),
    ],
)
def test_addresses_that_may_not_be_read(address: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        check(address)
    assert refused.value.code == code


def test_what_calendars_hand_out_counts_as_https() -> None:
    assert check("webcal://calendar.example/a.ics?x=1").geturl() == (
        "https://calendar.example/a.ics?x=1"
    )


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "nonsense",
    ],
)
def test_numbers_inside_a_network(address: str) -> None:
    assert not is_public(address)


def test_numbers_on_the_internet() -> None:
    assert is_public(PUBLIC) and is_public("2606:2800:21f:cb07::1")


def test_one_private_number_behind_a_name_is_enough() -> None:
    assert resolve("calendar.example", lambda host: [PUBLIC]) == PUBLIC
    with pytest.raises(Refused):
        resolve("calendar.example", lambda host: [PUBLIC, "127.0.0.1"])


class Answers(BaseHTTPRequestHandler):
    """Answers by the path asked for."""

    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["If-None-Match"]))
        way = {
            "/elsewhere": (302, [("Location", "/a.ics")], b""),
            "/inside": (302, [("Location", "https://10.0.0.1/a.ics")], b""),
            "/plain": (302, [("Location", "http://calendar.example/a.ics")], b""),
            "/round": (302, [("Location", "/round")], b""),
            "/same": (304, [], b""),
            "/gone": (404, [], b"no"),
            "/large": (200, [], b"x" * 2_000),
        }.get(self.path, (200, [("ETag", '"v1"')], b"BEGIN:VCALENDAR"))
        self.send_response(way[0])
        for name, value in way[1]:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(way[2])))
        self.end_headers()
        self.wfile.write(way[2])

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def server() -> Iterator[int]:
    found = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found.server_port
    finally:
        found.shutdown()
        thread.join()
        found.server_close()


def test_fetching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST", 1_000)
    with server() as port:

        def get(path: str, etag: str = "", found: str = PUBLIC) -> tuple[str, bytes, str]:
            answer = fetch(
                f"https://calendar.example{path}",
                etag=etag,
                lookup=lambda host: [found],
                opener=lambda host, address: http.client.HTTPConnection("127.0.0.1", port),
            )
            return answer.result, answer.content, answer.etag

        read = ("read", b"BEGIN:VCALENDAR", '"v1"')
        assert get("/a.ics") == read
        assert get("/elsewhere") == read
        assert get("/same", '"v1"') == ("unchanged", b"", '"v1"')
        assert Answers.asked[-1] == ("/same", '"v1"')
        assert get("/inside")[0] == get("/plain")[0] == "refused"
        assert get("/round")[0] == get("/gone")[0] == "unreachable"
        assert get("/large") == ("too-large", b"", "")
        before = len(Answers.asked)
        assert get("/a.ics", found="192.168.0.9")[0] == "refused"
        assert len(Answers.asked) == before  # not even knocked at
    assert get("/a.ics")[0] == "unreachable"
