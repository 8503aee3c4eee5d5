"""At the star screen of the sample company: reasons, swap, two coordinators, publishing once."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import PATIENCE, Visitor
from tests.browser.walking import ROUND, enter

pytestmark = pytest.mark.browser

LINE_RULE = {"en": "Not in the same reporting line", "it": "Non nella stessa linea gerarchica"}


def open_the_round(page: Page, server: Instance, language: str = "en") -> Visitor:
    enter(page, server, "coordinator", language)
    visitor = Visitor(page, server, language)
    visitor.follow("Matching", inside=".topbar")
    page.locator(ROUND).first.click()
    expect(page.locator(".proposal-row").first).to_be_visible(timeout=PATIENCE)
    return visitor


def show(page: Page, name: str) -> None:
    page.locator(".proposal-row a", has_text=name).click()
    expect(page.locator("#pair-title")).to_contain_text(name, timeout=PATIENCE)


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_pair_is_explained(page: Page, server: Instance, language: str) -> None:
    visitor = open_the_round(page, server, language)
    show(page, "Alberto Brambilla")
    pair = page.locator("#pair")
    for heading in ("Rules checked", "Why not someone else"):
        expect(pair.get_by_role("heading", name=visitor.words(heading))).to_be_visible()
    expect(pair.get_by_text(LINE_RULE[language])).to_be_visible()
    expect(pair).to_contain_text("Gaia Ferretti")  # forbidden, with the reason
    expect(pair).to_contain_text("They sat on opposite sides of the same tender.")
    weights = pair.locator(".reasons").get_by_text(re.compile(r"[01][.,]\d\d"))
    assert weights.count() >= 6


def test_a_swap_is_tried_and_taken_back(page: Page, server: Instance) -> None:
    visitor = open_the_round(page, server)
    show(page, "Alberto Brambilla")
    before = page.locator("#pair-title").inner_text()
    swap = page.locator("#pair .swap").filter(has=page.get_by_role("button", name="Try it")).first
    swap.get_by_role("button", name="Try it").click()
    visitor.sees("Pair pinned; the rest is solved around it.")
    expect(page.locator("#pair")).to_contain_text("Alberto", timeout=PATIENCE)
    assert page.locator("#pair-title").inner_text() != before
    visitor.send("Unpin", inside="#pair")
    visitor.sees("Decision lifted; the round is solved again.")
    mentor = before.partition(",")[0]
    expect(page.locator(".proposal-row", has_text="Alberto Brambilla")).to_contain_text(
        mentor, timeout=PATIENCE
    )


def test_the_second_of_two_coordinators_is_told(
    browser: Browser, page: Page, server: Instance
) -> None:
    first = open_the_round(page, server)
    with browser.new_context() as context:
        second = open_the_round(context.new_page(), server)
        second.send("Pin", inside="#pair")
        second.sees("Pair pinned; it survives every new solve.")
    first.send("Pin", inside="#pair")
    first.sees(
        "The round changed after your page was drawn. Nothing was done; look and decide again."
    )
