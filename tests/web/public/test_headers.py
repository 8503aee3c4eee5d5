"""What the browser is told: where scripts may come from, what frames, which hosts."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from tests.factories.accounts import make_user
from tests.settings.test_start import environment

pytestmark = [pytest.mark.django_db, pytest.mark.once]
PAGES = ["/", "/sign-in/", "/sign-in/password/", "/home/", "/account/", "/no-such-page/"]


class Markup(HTMLParser):
    """Collects what a strict policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "style" in given or tag == "style" or any(name.startswith("on") for name in given):
            self.refused.append(self.get_starttag_text() or tag)
        data = given.get("type") in {"application/json", "importmap"}
        if tag == "script" and "src" not in given and "nonce" not in given and not data:
            self.refused.append(self.get_starttag_text() or tag)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_strict_policy_and_keeps_it(path: str, client: Client) -> None:
    client.force_login(make_user(), backend="allauth.account.auth_backends.AuthenticationBackend")
    if path in {"/", "/sign-in/", "/sign-in/password/"}:
        client.logout()
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    markup = Markup()
    markup.feed(answer.content.decode())
    assert markup.refused == []


def test_no_page_may_be_framed_sniffed_or_named_elsewhere(client: Client) -> None:
    make_user()
    headers = client.get("/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_foreign_host_is_refused(client: Client, settings: object) -> None:
    make_user()
    settings.ALLOWED_HOSTS = ["mentoring.company.example"]
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"Host": "mentoring.company.example"}).status_code == 200


def test_a_form_without_its_token_is_refused() -> None:
    make_user()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/language/", {"language": "it"}).status_code == 403


def test_each_request_has_an_id_of_its_own(client: Client) -> None:
    ids = {client.get("/health/live").headers["X-Request-ID"] for _ in range(3)}
    assert len(ids) == 3
    assert all(re.fullmatch("[a-z0-9]{12}", one) for one in ids)


SHOW = """
import json
from viceversa.settings import base as s
names = "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE LANGUAGE_COOKIE_SECURE SECURE_HSTS_SECONDS \
SECURE_PROXY_SSL_HEADER SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE ALLOWED_HOSTS".split()
print(json.dumps({name: getattr(s, name) for name in names}))
"""


def read_settings(folder: Path, url: str) -> dict[str, object]:
    """Return some settings of an instance at an address."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=environment(folder, VICEVERSA_PUBLIC_URL=url),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_behind_tls_cookies_are_secure_and_the_browser_remembers(tmp_path: Path) -> None:
    found = read_settings(tmp_path, "https://mentoring.company.example")
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is True
    assert found["LANGUAGE_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert "mentoring.company.example" in found["ALLOWED_HOSTS"]


def test_without_tls_nothing_pretends(tmp_path: Path) -> None:
    found = read_settings(tmp_path, "http://127.0.0.1:8000")
    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["SECURE_HSTS_SECONDS"] == 0
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert (found["SESSION_COOKIE_HTTPONLY"], found["SESSION_COOKIE_SAMESITE"]) == (True, "Lax")
