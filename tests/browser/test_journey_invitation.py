"""From a letter to a place, on a telephone: answered and finished without an account."""

import re
import sqlite3

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import Visitor
from tests.browser.walking import DESK, PHONE, enter, size, speak

pytestmark = pytest.mark.browser

COHORT = "select public_id from programmes_cohort where state = 'open' order by starts_on desc"
LETTER = "select text from notifications_message where kind = ? order by id desc"


def asked(server: Instance, query: str, *values: str) -> str:
    """Return the first answer of the server's database: at night the letters wait in it."""
    [file] = server.data.glob("*.sqlite3")
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        [answer] = connection.execute(query, values).fetchone()
        return str(answer)
    finally:
        connection.close()


def letter(server: Instance, kind: str) -> str:
    """Return the path of the personal link in the newest letter of a kind."""
    found = re.search(r"/i/[\w-]+/", asked(server, LETTER, kind))
    assert found
    return found[0]


def invite_somebody(page: Page, server: Instance, language: str) -> None:
    """As the coordinator: choose the first that fits, look at the letter, send it."""
    enter(page, server, "coordinator", language)
    visitor = Visitor(page, server, language)
    visitor.go(f"/programmes/cohorts/{asked(server, COHORT)}/invite/?role=mentee")
    visitor.tick(page.locator("input[name=person]").first)
    visitor.send("Look at the letter")
    visitor.reads("Before it is sent")
    visitor.send("Send the invitations")
    visitor.reads("Invitations")


@pytest.mark.parametrize(
    ("language", "keyboard"),
    [
        pytest.param("en", False, id="english-phone-touch"),
        pytest.param("it", True, id="italian-phone-keyboard"),
    ],
)
def test_a_senior_answers_from_a_letter_and_pauses_from_another(
    page: Page, browser: Browser, server: Instance, language: str, keyboard: bool
) -> None:
    size(page, DESK)
    invite_somebody(page, server, language)
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    try:
        answer(context.new_page(), server, language, keyboard)
    finally:
        context.close()


def answer(page: Page, server: Instance, language: str, keyboard: bool) -> None:
    """As the one invited: yes, three short pages, hand in; later a pause by another link."""
    visitor = Visitor(page, server, language, keyboard)
    visitor.go(letter(server, "invitation"))
    assert "/i/" not in page.url
    speak(page, language)
    fits(page)
    visitor.send("Yes, I take part")
    visitor.reads("What are you curious about?")
    fits(page)
    visitor.tick(page.locator("input[name=topic]").first)
    visitor.send("Save and go on")
    visitor.reads("What do you give back?")
    visitor.tick(page.locator("input[name=topic]").first)
    visitor.send("Save and go on")
    visitor.reads("When does it suit you?")
    fits(page)
    for box in ("0-8", "2-14"):
        visitor.tick(page.locator(f"input[name=block][value='{box}']"))
    visitor.send("Save and go on")
    visitor.reads("Is it right so?")
    visitor.send("Hand in the profile")
    visitor.reads("Your profile has arrived")
    visitor.go(letter(server, "enrolment-confirmed"))
    visitor.reads("Your place")
    visitor.send("Pause")
    visitor.sees("Paused: nobody is proposed to you until you come back.")
    fits(page)
    visitor.send("Come back")
    visitor.follow("Give up the place")
    visitor.send("Give up the place")
    visitor.reads("Your place is given up")


def fits(page: Page) -> None:
    """Nothing on the page is wider than the telephone."""
    expect(page.locator("html")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
