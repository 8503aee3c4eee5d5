"""A concern on a telephone: raised in a dialog, answered at a desk, and nowhere else."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.walking import PHONE, enter, size

pytestmark = pytest.mark.browser
WORDS = "I would rather not say this to anybody else."


def test_a_concern_goes_from_a_dialog_to_a_desk_and_back(
    browser: Browser, page: Page, server: Instance
) -> None:
    size(page, PHONE)
    enter(page, server, "mentee")
    page.get_by_role("link", name="Open your page together").first.click()
    page.locator("[data-open=concern]").click()
    dialog = page.locator("dialog#concern")
    expect(dialog).to_be_visible()
    dialog.locator("textarea").fill(WORDS)
    dialog.locator("input[value=record]").check()
    with page.expect_navigation(wait_until="load"):
        dialog.locator("button[form=concern-form]").click()
    expect(page.locator("main")).to_contain_text(WORDS)
    with browser.new_context() as context:
        desk = context.new_page()
        enter(desk, server, "counsellor")
        desk.locator("main a[href$='/counsel/']").click()
        desk.get_by_role("link", name="Francesca Dell’Orto").click()
        expect(desk.locator("main")).to_contain_text(WORDS)
        desk.locator("main textarea").fill("Thank you. Shall we talk on Thursday?")
        with desk.expect_navigation(wait_until="load"):
            desk.locator("main form:has(textarea) button").click()
    page.goto(f"{server.url}/home/")
    page.get_by_role("link", name="Read it").first.click()
    expect(page.locator("main")).to_contain_text("Shall we talk on Thursday?")
    with browser.new_context(java_script_enabled=False) as context:  # the way without scripts
        plain = context.new_page()
        enter(plain, server, "mentor")
        plain.goto(page.url)
        expect(plain.locator("main")).not_to_contain_text(WORDS)
        expect(plain.locator("main textarea")).to_be_visible()
