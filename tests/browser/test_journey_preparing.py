"""A senior looks at herself on a telephone with the keyboard alone, stops, goes on, and shares."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import Visitor
from tests.browser.walking import PHONE, enter, size

pytestmark = pytest.mark.browser


def come_in(page: Page, server: Instance, part: str, language: str, path: str) -> Visitor:
    size(page, PHONE)
    enter(page, server, part, language)
    visitor = Visitor(page, server, language)
    visitor.go(path)
    return visitor


def test_she_answers_passes_stops_goes_on_and_shares(
    browser: Browser, page: Page, server: Instance
) -> None:
    francesca = come_in(page, server, "mentee", "it", "/self-check/")
    francesca.send("Go on")
    # The arrow keys choose, Enter goes on: the first button of the form is “Next”.
    first = page.locator("h1").inner_text()
    page.locator("input[name=level]").first.focus()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text(first)
    francesca.send("I prefer not to answer")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    francesca.send("Save and go on later")
    francesca.reads("Your starting point")
    expect(page.locator("#answers")).to_be_visible()
    pair = page.locator("input[name=relationship]").first.input_value()
    with page.expect_navigation(wait_until="load"):
        francesca.press_exactly(francesca.words("Share with %(names)s", names="Nicolò"))
    with browser.new_context() as context:
        theirs = f"/together/{pair}/self-check/"
        nicolo = come_in(context.new_page(), server, "mentor", "en", theirs)
        nicolo.sees("Where %(name)s starts from: %(wave)s", name="Francesca", wave="before")
        francesca.send("Stop sharing")
        nicolo.page.reload()
        expect(nicolo.page.get_by_text("starts from")).to_have_count(0)
