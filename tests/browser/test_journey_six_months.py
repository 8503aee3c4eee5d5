"""Two people and an assistant from the first signature to the letter, over six months of one clock.

Mails leave by a real SMTP conversation; their calendar parts are read by a parser not our own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.conf import settings as configured
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.visitor import Visitor
from tests.browser.walking import PHONE, speak
from tests.factories.meetings import a_meeting_bond
from tests.factories.programmes import a_person
from tests.factories.relationships import Bond, signed_in, user_of
from tests.notifications.smtp import Mailbox, mail_server
from viceversa.accounts.models import User
from viceversa.kernel import clock
from viceversa.relationships.actions.meetings.reminding import remind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROME = ZoneInfo("Europe/Rome")
LINK = re.compile(r"http://[^\s/]+(/t/[\w-]+/)")
FIRST = datetime(2026, 9, 22, 10, 0, tzinfo=ROME)  # summer time; the later ones are in winter
MOVED = FIRST + timedelta(days=2, hours=1)
LATER = [datetime(2026, 10, 27, 10, 0, tzinfo=ROME) + timedelta(weeks=4 * n) for n in range(4)]


@dataclass
class Months:
    """The server, its people's browsers, its mails, and the moment it is."""

    url: str
    browser: Browser
    bond: Bond
    box: Mailbox
    language: str
    moment: datetime
    contexts: list[BrowserContext] = field(default_factory=list)

    def visitor(self, user: User | None) -> Visitor:
        """Give somebody a telephone, signed in or as they open a mail."""
        context = self.browser.new_context(
            viewport={"width": PHONE[0], "height": PHONE[1]}, locale=self.language
        )
        self.contexts.append(context)
        if user:
            cookie = signed_in(user).cookies[configured.SESSION_COOKIE_NAME]
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.url}])
        page = context.new_page()
        page.goto(f"{self.url}/home/" if user else f"{self.url}/sign-in/")
        speak(page, self.language)
        return Visitor(page, self, self.language)  # type: ignore[arg-type]  # its address is used

    def opened(self, path: str) -> Visitor:
        """Open a link of a mail, unknown to the server; the page speaks as the mail did."""
        visitor = self.visitor(None)
        visitor.go(path)
        visitor.language = str(visitor.page.locator("html").get_attribute("lang"))
        return visitor

    def mails(self, name: str) -> list[EmailMessage]:
        """Return the mails to a first name, in their order."""
        return [mail for mail in self.box.mails if str(mail["To"]).lstrip('"').startswith(name)]

    def entry(self, name: str) -> Any:
        """Return the event in the newest mail to somebody that has one, read by vobject."""
        for mail in reversed(self.mails(name)):
            for part in mail.walk():
                if part.get_content_type() == "text/calendar":
                    return vobject.readOne(part.get_content()).vevent
        raise LookupError(f"No mail to {name} holds a date.")

    def links(self, name: str) -> list[str]:
        """Return the personal links in the newest mail to somebody."""
        body = self.mails(name)[-1].get_body(("plain",))
        assert body
        return LINK.findall(body.get_content())


@pytest.fixture
def months(
    django_db_setup: None,  # before the server, which shares the connection to SQLite’s memory
    live_server: Any,
    browser: Browser,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> Iterator[Months]:
    with mail_server() as box:
        settings.MAILERS = {**settings.MAILERS, "default": box.mailer}
        bond = a_meeting_bond(state=None)
        told = Months(
            live_server.url, browser, bond, box, language, datetime(2026, 9, 8, 9, tzinfo=UTC)
        )
        monkeypatch.setattr(clock, "now", lambda: told.moment.astimezone(UTC))
        yield told
        for context in told.contexts:
            context.close()


@pytest.mark.parametrize("language", ["en", "it"])
def test_from_the_first_signature_to_the_letter(months: Months) -> None:
    mentor, mentee = (months.visitor(months.bond.users[m.pk]) for m in months.bond.members)
    both_sign(months, mentor, mentee)
    an_assistant_is_named(months, mentee)
    a_date_is_found(months, mentor)
    it_is_moved(months, mentor, mentee)
    they_meet(months)
    for starts_at in LATER:
        months.moment = starts_at + timedelta(hours=2)
        they_met_elsewhere(months, mentee, starts_at)
    it_ends_with_thanks(months, mentor, mentee)
    for visitor in (mentor, mentee):
        wide = visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
        assert not wide, visitor.page.url


def both_sign(months: Months, mentor: Visitor, mentee: Visitor) -> None:
    months.bond.begin(months.language, now=months.moment)
    for visitor, member in zip((mentor, mentee), months.bond.members, strict=True):
        visitor.go(months.bond.path("agreement/"))
        visitor.fill("Your name, typed", member.person.name)
        with visitor.page.expect_navigation(wait_until="load"):
            visitor.page.locator("#sign button[type=submit]").click()
    mentee.sees("Everybody has signed. A change asks everybody again.")


def an_assistant_is_named(months: Months, mentee: Visitor) -> None:
    marta = a_person("Marta Bellini", level=1)
    delegate = months.visitor(user_of(marta))
    mentee.go("/dates/delegate/")
    mentee.fill("Work e-mail", marta.email)
    mentee.send("Name this person")
    delegate.go("/dates/")
    delegate.reads("Dates you look after")
    answer = delegate.page.request.get(months.url + months.bond.path("agreement/"))
    assert answer.status == 404  # times and places, nothing else


def choose_a_time(visitor: Visitor, within: str, starts_at: datetime) -> None:
    """Fill in a day and a time, as clocks in Rome show it."""
    form = visitor.page.locator(within)
    form.locator("input[name=day]").fill(f"{starts_at:%Y-%m-%d}")
    form.locator("input[name=at]").fill(f"{starts_at:%H:%M}")


def a_date_is_found(months: Months, mentor: Visitor) -> None:
    """The mentor proposes; the assistant says yes from the mail, without signing in."""
    mentor.go(months.bond.path("meetings/"))
    mentor.page.locator("#own-time > summary").click()
    choose_a_time(mentor, "#own-time", FIRST)
    mentor.send("Propose it")
    mentor.sees("Proposed. The answer comes by mail.")
    assistant = months.opened(months.links("Marta")[0])
    assistant.send("Say yes")
    assistant.sees("Agreed. The invitation for your calendar is on its way.")
    for name in ("Nicol", "Francesca", "Marta"):
        event = months.entry(name)
        assert event.dtstart.value == FIRST
        assert event.status.value == "CONFIRMED"


def it_is_moved(months: Months, mentor: Visitor, mentee: Visitor) -> None:
    """The mentee moves it to a time all gave as free: the calendars follow, nobody says by whom."""
    before = months.entry("Nicol")
    mentee.go(months.bond.path("meetings/"))
    mentee.follow("Move it", inside="main")
    choose_a_time(mentee, "main form:has(input[name=day])", MOVED)
    mentee.send("Move it", inside="main form:has(input[name=day])")
    mentee.sees("Moved; everybody knows.")
    after = months.entry("Nicol")
    assert after.dtstart.value == MOVED
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)
    body = months.mails("Nicol")[-1].get_body(("plain",))
    assert body and "Francesca Dell’Orto" not in body.get_content().split("\n")[0]


def they_meet(months: Months) -> None:
    """An hour after, a mail asks; one tap and one press later the relationship is active."""
    months.moment = MOVED + timedelta(hours=2)
    remind(now=months.moment.astimezone(UTC))
    nicolo = months.opened(months.links("Nicol")[0])
    nicolo.send("We met")
    nicolo.sees("Kept. The rhythm holds.")
    months.bond.relationship.refresh_from_db()
    assert months.bond.relationship.state == "active"


def they_met_elsewhere(months: Months, mentee: Visitor, starts_at: datetime) -> None:
    """Write down a meeting that nobody had planned here, across the change to winter time."""
    mentee.go(months.bond.path("meetings/"))
    mentee.page.locator("#elsewhere > summary").click()
    choose_a_time(mentee, "#elsewhere", starts_at)
    mentee.send("Write it down", inside="#elsewhere")
    held = mentee.page.locator(f"time[datetime^='{starts_at:%Y-%m-%dT%H:%M}']")
    expect(held.first).to_be_attached()


def it_ends_with_thanks(months: Months, mentor: Visitor, mentee: Visitor) -> None:
    close = months.bond.path("close/")
    months.moment = LATER[-1] + timedelta(weeks=5)
    mentor.go(close)
    mentor.send("Begin the last weeks")
    mentee.go(close)
    mentee.page.locator("#thanks-form textarea").fill("Ho imparato a chiedere.")
    mentee.send("Send my thanks")
    for visitor in (mentee, mentor):
        visitor.go(close)
        visitor.page.locator("#next-form input[value=rest]").check()
        visitor.send("Say what next")
    mentor.go(close)
    expect(mentor.page.locator("#thanks")).to_contain_text("Ho imparato a chiedere.")
    mentor.send("Make my letter")
    letter = mentor.page.get_by_role("link", name=mentor.words("Download the PDF")).first
    answer = mentor.page.request.get(months.url + str(letter.get_attribute("href")))
    assert answer.body().startswith(b"%PDF-")
    months.bond.relationship.refresh_from_db()
    assert months.bond.relationship.state == "closed"
    assert months.mails("Nicol") and months.mails("Francesca")
