"""Two yeses, one in the product and one from a letter on a telephone, and a relationship begins."""

import re
import sqlite3

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import Visitor
from tests.browser.walking import PHONE, enter, speak

pytestmark = pytest.mark.browser

LETTER = (
    "select text from notifications_message"
    " where kind = 'proposal-asked' and text like '%/o/%' order by id desc"
)


def link(server: Instance) -> str:
    """Return the path of the personal link in the newest question sent."""
    [file] = server.data.glob("*.sqlite3")
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        [words] = connection.execute(LETTER).fetchone()
    finally:
        connection.close()
    found = re.search(r"/o/[\w-]+/", words)
    assert found
    return found[0]


def test_the_mentee_agrees_then_the_mentor_and_it_is_on(
    page: Page, browser: Browser, server: Instance
) -> None:
    enter(page, server, "mentee")
    mentee = Visitor(page, server)
    mentee.follow("Look and answer")
    mentee.sees("Only you are asked here.")
    mentee.send("Yes, gladly")
    mentee.sees("Thank you. You are told as soon as everybody has answered.")
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    try:
        answers_by_letter(Visitor(context.new_page(), server, "it"), link(server))
    finally:
        context.close()
    mentee.go("/home/")
    expect(page.get_by_text(mentee.words("You have said yes"))).to_have_count(0)


def answers_by_letter(mentor: Visitor, path: str) -> None:
    """As the mentor, without an account: the page says who, then it is on; the link has ended."""
    mentor.go(path)
    assert "/o/" not in mentor.page.url
    speak(mentor.page, "it")
    expect(mentor.page.locator("h1")).to_contain_text("Francesca Dell’Orto")
    width = mentor.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE[0]
    mentor.send("Yes, gladly")
    mentor.reads("It is on")
    answer = mentor.page.goto(mentor.server.url + path)
    assert answer is not None and answer.status == 410
    mentor.reads("This link opens nothing any more")
