"""Every page that a link leads to is whole: in both languages, for everyone one may enter as."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import polib
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from pytest_django import DjangoDbBlocker

from viceversa import __file__ as package
from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance
from viceversa.ops.sample import loading

QUERIES = 40  # the most a page may ask of the database, whatever the size of the company
ALIKE = 3  # pages of the same kind looked at, such as people
VIEWS = 3  # ways one page is looked at: as it is, sorted, filtered
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)

# Addresses that no link of the sample company leads to, each with where it is tried instead.
ELSEWHERE = {
    "public:live": "tests/web/public",
    "public:ready": "tests/web/public",
    "account:first-run": "tests/web/account",  # gone once there is a user
}


class Page(HTMLParser):
    """What is looked at of a page: words, headings, links, language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.language = ""
        self.headings = 0
        self.whole = "<html" in html  # else a fragment that a page puts in its place
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "html":
            self.language = values.get("lang") or ""
        self.headings += tag == "h1"
        self._silent += tag in ("script", "style", "template")
        for name in ("href", "hx-get"):
            if tag != "link" and values.get(name):
                self.links.append(values[name] or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style", "template")

    def handle_data(self, data: str) -> None:
        if (text := " ".join(data.split())) and not self._silent:
            self.words.append(text)


@dataclass
class Walk:
    """A walk from the first page along every link, a few of each kind."""

    client: Client
    language: str
    seen: dict[str, HttpResponse] = field(default_factory=dict)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def go(self, start: str = "/") -> "Walk":
        waiting = [start]
        while waiting:
            path = waiting.pop()
            if path in self.seen or not self._wanted(path):
                continue
            waiting += self._visit(path)
        return self

    def _wanted(self, address: str) -> bool:
        path = urlsplit(address).path
        if path.startswith(settings.STATIC_URL):
            return False
        seen = self.kinds.setdefault(_name(path), Counter())
        seen[path] += 1
        return len(seen) <= ALIKE and seen[path] <= VIEWS

    def _visit(self, path: str) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            response = self.client.get(path, headers={"accept-language": self.language})
        self.seen[path] = response
        if response.status_code in (301, 302):
            return [urldefrag(urljoin(path, response["location"]))[0]]
        if response.status_code != 200:
            self.faults.append(f"{path}: answers {response.status_code}")
            return []
        if len(queries) > QUERIES:
            self.faults.append(f"{path}: {len(queries)} queries")
        if not response["content-type"].startswith("text/html"):
            return []
        page = Page(response.content.decode())
        self.faults += [f"{path}: {fault}" for fault in _faults(page, self.language)]
        links = (urldefrag(urljoin(path, link))[0] for link in page.links)
        return [link for link in links if link.startswith("/") and "sign-out" not in link]


def _faults(page: Page, language: str) -> Iterator[str]:
    if page.whole and page.language != language:
        yield f"says its language is “{page.language}”"
    if page.whole and page.headings != 1:
        yield f"{page.headings} first headings"
    for text in page.words:
        if "{{" in text or "{%" in text or text == "None":
            yield f"shows “{text}”"
        if language == "it" and text in ENGLISH:
            yield f"“{text}” is not translated"


def _name(path: str) -> str:
    try:
        return resolve(path).view_name
    except Exception as error:
        return f"nowhere ({error.__class__.__name__}): {path}"


def _english() -> frozenset[str]:
    """Return the English texts whose Italian differs."""
    folder = Path(package).parent / "locale" / "it"
    entries = [entry for file in folder.glob("*.po") for entry in polib.pofile(str(file))]
    same = {" ".join(entry.msgstr.split()) for entry in entries}
    english = {" ".join(entry.msgid.split()) for entry in entries if not entry.msgid_plural}
    return frozenset(text for text in english if text not in same and "%(" not in text)


ENGLISH = _english()


@pytest.fixture(scope="module")
def company(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The sample company in Italian, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(now=NOW, language="it")
        yield
        transaction.set_rollback(True)


def walk(part: Part | None, language: str) -> Walk:
    client = Client(raise_request_exception=True)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    if part:
        client.force_login(Entrance.objects.get(part=part).user)
    return Walk(client, language).go()


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("part", [None, *Part])
def test_every_page_that_is_linked_is_whole(
    company: None, part: Part | None, language: str
) -> None:
    walked = walk(part, language)
    assert walked.faults == []
    assert len(walked.seen) >= 3


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "it"])
def test_an_instance_with_nobody_in_it_is_whole(language: str) -> None:
    assert walk(None, language).faults == []


def test_every_page_of_the_table_is_reached_or_accounted_for(company: None) -> None:
    reached = {
        _name(urlsplit(path).path)
        for part in (None, Part.COORDINATOR, Part.MENTOR)
        for path in walk(part, "en").seen
    }
    others = {name for name, pattern in _table() if name not in reached | set(ELSEWHERE)}
    client = Client()
    client.force_login(Entrance.objects.get(part=Part.COORDINATOR).user)
    assert {name for name in others if client.get(_any_address(name)).status_code != 405} == set()


def _table(
    resolver: URLResolver | None = None, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from _table(entry, space)
        else:
            yield f"{prefix}{entry.name}", entry


def _any_address(name: str) -> str:
    """Return an address of that name with made-up ids: whoever takes only POST says so anyway."""
    pattern = dict(_table())[name]
    values = dict.fromkeys(pattern.pattern.converters, "2")
    return reverse(name, kwargs=values)
