"""Two people write their agreement and sign it on their telephones, in either language."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import Visitor
from tests.browser.walking import PHONE, enter, size

pytestmark = pytest.mark.browser


def at_the_agreement(page: Page, server: Instance, part: str, language: str) -> Visitor:
    """Come in on a telephone and go to the agreement."""
    size(page, PHONE)
    enter(page, server, part, language)
    visitor = Visitor(page, server, language)
    page.goto(f"{server.url}/together/")
    page.locator("main a[href^='/together/']").first.click()
    visitor.follow("Agreement", inside=".tabs")
    expect(page.locator(".agreement")).to_be_visible()
    return visitor


def sign(visitor: Visitor, name: str) -> None:
    visitor.fill("Your name, typed", name)
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.locator("#sign button[type=submit]").click()


@pytest.mark.parametrize("language", ["en", "it"])
def test_two_people_edit_and_sign(
    browser: Browser, page: Page, server: Instance, language: str
) -> None:
    words = f"A sentence of ours ({language})."
    francesca = at_the_agreement(page, server, "mentee", language)
    with browser.new_context() as context:
        nicolo = at_the_agreement(context.new_page(), server, "mentor", language)
        # Francesca says yes to what waits, where something does, and adds a sentence.
        waiting = page.locator(".change button")
        while waiting.count():
            with page.expect_navigation(wait_until="load"):
                waiting.first.click()
        page.locator("#part-feedback h3 a").click()
        field = page.locator("main textarea")
        field.fill(f"{field.input_value()} {words}")
        # Nicolò opened the same part before and saves later: both texts are kept.
        nicolo.page.locator("#part-feedback h3 a").click()
        late = nicolo.page.locator("main textarea")
        late.fill(f"{late.input_value()} Late words.")
        francesca.send("Save my words")
        expect(page.locator("#part-feedback ins[data-role=mentee]")).to_contain_text(words)
        nicolo.send("Save my words")
        nicolo.sees("Two of you were writing")
        expect(nicolo.page.locator("main textarea")).to_have_value(re.compile("Late words"))
        expect(nicolo.page.locator("main ins")).to_contain_text(words)
        nicolo.follow("Agreement", inside=".tabs")
        nicolo.send("Fine with me", inside="#part-feedback")
        expect(nicolo.page.locator("#part-feedback")).to_contain_text(words)
        sign(nicolo, "Nicolò Pavesi")
        page.reload()
        sign(francesca, "Somebody else")
        expect(page.locator("#sign")).to_contain_text("Francesca Dell’Orto")
        sign(francesca, "Francesca Dell’Orto")
        francesca.sees("Everybody has signed. A change asks everybody again.")
        for one in (page, nicolo.page):
            wide = one.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
            assert not wide, one.url


def test_it_prints_on_one_page(page: Page, server: Instance) -> None:
    enter(page, server, "mentee", "it")
    page.goto(f"{server.url}/together/")
    page.locator("main a[href^='/together/']").first.click()
    Visitor(page, server, "it").follow("Agreement", inside=".tabs")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_a_private_note_stays_with_its_author(
    browser: Browser, page: Page, server: Instance
) -> None:
    enter(page, server, "mentor")
    page.goto(f"{server.url}/together/")
    page.locator("main a[href^='/together/']").first.click()
    visitor = Visitor(page, server)
    page.locator(".tabs a[href$='/notes/']").click()  # the tab tells how many there are
    visitor.fill("Note", "Slower next time, and fewer words.")
    visitor.send("Save the note")
    visitor.sees("Slower next time, and fewer words.")
    address = page.url
    with browser.new_context() as context:
        other = context.new_page()
        enter(other, server, "mentee")
        other.goto(address)
        expect(other.locator("main")).not_to_contain_text("Slower next time")
        enter(other, server, "coordinator")
        answer = other.goto(address)
        assert answer is not None
        assert answer.status == 404
