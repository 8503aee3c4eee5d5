"""The frame of every page, with mouse, with keyboard alone and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Instance
from tests.browser.walking import ROUND, enter

pytestmark = pytest.mark.browser

# Focus may pass through the browser’s own bar, never through the page behind.
WITHIN = "document.activeElement.matches('body, #publish, #publish *')"


def open_round(page: Page, server: Instance) -> None:
    page.goto(f"{server.url}/rounds/")
    page.locator(ROUND).first.click()


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_the_skip_link_is_first_and_leads_past_the_bar(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    page.goto(f"{server.url}/people/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_theme_is_painted_at_once_and_stays(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    page.emulate_media(color_scheme="light")
    light = background(page)
    page.locator("button[popovertarget=theme-menu]").click()
    with page.expect_response("**/theme/"):
        page.locator("button[name=theme][value=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert background(page) != light
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator("button[popovertarget=theme-menu]").click()
    expect(page.locator("button[name=theme][value=dark]")).to_have_attribute("aria-current", "true")
    with page.expect_response("**/theme/"):
        page.locator("button[name=theme][value=auto]").click()


def test_the_language_changes_on_the_page_one_is_on(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator", "en")
    page.goto(f"{server.url}/people/?q=Brambilla")
    page.get_by_role("button", name="Italiano").click()
    expect(page.locator("html")).to_have_attribute("lang", "it")
    assert page.url == f"{server.url}/people/?q=Brambilla"
    expect(page.locator(".topbar nav a[aria-current]")).to_have_text("Persone")
    page.get_by_role("button", name="English").click()


def test_a_menu_is_walked_with_the_arrows(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    button = page.locator("button[popovertarget=account-menu]")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.locator("#account-menu")
    expect(menu).to_be_visible()
    items = menu.locator("a, button")
    page.keyboard.press("Tab")
    expect(items.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(items.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_a_dialog_holds_the_focus_and_gives_it_back(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    open_round(page, server)
    opener = page.locator("button[data-open=publish]")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("#publish")
    expect(dialog).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(WITHIN)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_dialogs_and_filters_work_without_scripts(browser: Browser, server: Instance) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    enter(page, server, "coordinator")
    open_round(page, server)
    page.locator("button[data-open=publish]").click()
    expect(page.locator("#publish")).to_be_visible()
    page.locator("#publish header button").click()
    expect(page.locator("#publish")).to_be_hidden()
    page.goto(f"{server.url}/people/")
    page.locator("input[name=q]").fill("Brambilla")
    page.locator("form[data-filters] button[type=submit]").click()
    expect(page.locator("tbody tr")).not_to_have_count(0)
    assert "q=Brambilla" in page.url
    context.close()


def test_an_address_that_leads_nowhere_says_so_in_the_frame(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator", "it")
    answer = page.goto(f"{server.url}/people/nobody-of-this-name/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Questa pagina non esiste")
    expect(page.locator(".topbar nav")).to_be_visible()


def test_nothing_breaks_the_content_security_policy(page: Page, server: Instance) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    enter(page, server, "coordinator")
    for path in ("/programmes/", "/people/", "/rounds/", "/relationships/", "/account/"):
        page.goto(f"{server.url}{path}")
    open_round(page, server)
    page.wait_for_load_state("networkidle")
    assert said == []


def test_in_forced_colours_shapes_and_states_keep_their_edges(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    page.emulate_media(forced_colors="active")
    open_round(page, server)
    mark = page.locator(".pair-mark circle").first  # waits for the page, which may still be coming
    assert mark.evaluate("shape => getComputedStyle(shape).stroke") not in ("none", "")
    page.emulate_media(forced_colors="none")


def test_on_paper_there_is_no_bar_and_no_buttons_bar(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    open_round(page, server)
    page.emulate_media(media="print")
    expect(page.locator(".topbar")).to_be_hidden()
    expect(page.locator(".publish-bar")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
