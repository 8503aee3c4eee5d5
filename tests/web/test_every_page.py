"""Every page that a link leads to is whole: in both languages, for everyone one may enter as."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import polib
import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from tests.moment import NOW
from viceversa import __file__ as package
from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance
from viceversa.kernel.actor import Actor
from viceversa.matching import actions as matching
from viceversa.ops.sample import loading
from viceversa.people.actions.imports import upload
from viceversa.people.actions.reading import dry_run
from viceversa.people.models import Import
from viceversa.programmes.models import Cohort
from viceversa.programmes.tasks import upload_and_try

QUERIES = 40  # the most a page may ask of the database, whatever the size of the company
ALIKE = 3  # pages of the same kind looked at in Italian, such as people; in English the first
SHARED = ("account", "mfa")  # everybody has these; the coordinator's walk looks at them
VIEWS = 2  # ways one page is looked at: as it is, and sorted or filtered

# Addresses that no link of the sample company leads to, each with where it is tried instead.
ELSEWHERE = {
    "account:first-run": "above, in an instance with nobody in it",
    "account_": "tests/web/account: sign-in and its codes need an address or a step before",
    "mfa_": "tests/web/account: a second factor must be there first",
    "participant:team-hours": "tests/web/participant/care: for whom somebody shows their hours to",
    "messages:kind-sheet": "tests/web/coordinator/messages: framed, never linked",
    "messages:kept": "tests/web/coordinator/messages: where something was sent",
    "public:unsubscribe": "tests/web/public: its link stands in messages",
    "public:picture": "tests/web/participant: of a champion who sent one",
    "public:live": "tests/web/public",
    "public:ready": "tests/web/public",
    "offered:": "tests/web/offered: each needs a personal link or a question to oneself",
    "invited:": "tests/web/invited: each needs a personal link or a place of one’s own",
    "tapped:": "tests/web/tapped: each needs a personal link of a mail",
    "participant:answer": "tests/web/participant/plans: the mentee’s, where a question is open",
    "participant:experiment": "tests/web/participant/plans: the mentee’s own",
    "participant:their-self-check": "tests/web/participant/preparing: where a partner shared it",
    "participant:letter": "tests/relationships/closing/test_papers.py: to whom it was issued",
    "participant:reply": "tests/relationships/test_conversation.py: its link stands in messages",
    "rounds:publish": "tests/web/coordinator/rounds: the dialog of the round, on a page of its own",
    "rounds:rows": "tests/web/coordinator/rounds: only beyond a hundred pairs",
    "ui:": "tests/web/ui: for developers",
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
class Counted:
    """Counts what is asked of the database; Django's own recorder writes every question out."""

    asked: int = 0

    def __call__(self, execute: Callable[..., Any], *question: Any) -> Any:
        self.asked += 1
        return execute(*question)


@dataclass
class Walk:
    """A walk from the first page along every link, a few of each kind."""

    client: Client
    language: str
    without: tuple[str, ...] = ()  # beginnings of names that are passed by
    seen: dict[str, HttpResponse] = field(default_factory=dict)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def go(self, start: str = "/") -> "Walk":
        waiting = deque([start])
        while waiting:
            path = waiting.popleft()  # what stands first on a page is looked at first
            if path in self.seen or not self._wanted(path):
                continue
            waiting += self._visit(path)
        return self

    def _wanted(self, address: str) -> bool:
        path = urlsplit(address).path
        if path.startswith(settings.STATIC_URL):
            return False
        name = _name(path)
        if name.startswith(self.without):
            return False
        seen = self.kinds.setdefault(name, Counter())
        seen[path] += 1
        alike = ALIKE if self.language == "it" else 1
        return len(seen) <= alike and seen[path] <= VIEWS

    def _visit(self, path: str) -> list[str]:
        queries = Counted()
        with connection.execute_wrapper(queries):
            response = self.client.get(path, headers={"accept-language": self.language})
        self.seen[path] = response
        if response.status_code in (301, 302):
            return [urldefrag(urljoin(path, response["location"]))[0]]
        if response.status_code != 200:
            self.faults.append(f"{path}: answers {response.status_code}")
            return []
        if queries.asked > QUERIES:
            self.faults.append(f"{path}: {queries.asked} queries")
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


def walk(part: Part | None, language: str) -> Walk:
    client = Client(raise_request_exception=True)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    if part:
        client.force_login(Entrance.objects.get(part=part).user)
    shared = () if part in (None, Part.COORDINATOR) else SHARED
    return Walk(client, language, shared).go()


def leave_things_half_done() -> None:
    """Leave a people file with a problem, a file of answers, and a round being solved."""
    chiara = Actor(kind="user", name="Chiara Lorenzetti")
    file = b"id;name;email\nX1;Ada Prova;ada@altavalle.example\nX2;;rotto@\n"
    upload(file_name="prova.csv", content=file, actor=chiara, now=NOW)
    dry_run(import_=Import.objects.latest("pk"))
    cohort = Cohort.objects.get(programme__name="I dati in reparto")
    answers = b"id;name;role;wants\nX1;Ada Prova;mentee;Cose mai viste\n"
    upload_and_try(cohort=cohort, file_name="risposte.csv", content=answers, actor=chiara, now=NOW)
    round = matching.prepare(cohort=cohort, actor=chiara, now=NOW)
    matching.request_solving(round=round, version=round.version, actor=chiara, now=NOW)


@pytest.mark.once
@pytest.mark.long
@pytest.mark.django_db
class SampleCompany(TestCase):
    """The sample company in Italian, so that English on an Italian page is nobody's own words."""

    @classmethod
    def setUpTestData(cls) -> None:
        loading.load(now=NOW, language="it")
        leave_things_half_done()

    def test_every_page_is_whole_and_reached_or_accounted_for(self) -> None:
        reached = set()
        for part, language in product((None, *Part), languages()):
            with self.subTest(part=part, language=language):
                walked = walk(part, language)
                reached |= {_name(urlsplit(path).path) for path in walked.seen}
                assert walked.faults == []
                assert len(walked.seen) >= 3
        others = {name for name, _ in _table() if not name.startswith(tuple(ELSEWHERE))} - reached
        left = {name for name in others if 405 not in _asked(_any_address(name))}
        assert left == set()


def _asked(address: str) -> set[int]:
    """Return what those with an office are answered there; 405 where only POST is taken."""
    answers = set()
    for part in (Part.COORDINATOR, Part.ADMINISTRATOR):
        client = Client()
        client.force_login(Entrance.objects.get(part=part).user)
        answers.add(client.get(address).status_code)
    return answers


def languages() -> tuple[str, ...]:
    """Return both languages; the words do not depend on the database, so one suffices elsewhere."""
    return ("en", "it") if connection.vendor == "sqlite" else ("it",)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "it"])
def test_an_instance_with_nobody_in_it_is_whole(language: str) -> None:
    assert walk(None, language).faults == []


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
