"""What the tests do in the browser again and again: come in, change the language, look around."""

from playwright.sync_api import Page, expect

from tests.browser.serving import Instance

# On the list of rounds: the one that waits to be published.
ROUND = "tr:has([data-tone=attention]) a[href*='/rounds/']"
PHONE = (390, 844)
DESK = (1280, 900)


def enter(page: Page, server: Instance | str, part: str, language: str = "en") -> None:
    """Come in as one of the sample company's people, by the page “enter as”."""
    url = server if isinstance(server, str) else server.url
    page.goto(f"{url}/sample/")
    page.locator(f"button[name=part][value={part}]").click()
    expect(page.locator(".topbar")).to_be_visible()
    speak(page, language)


def speak(page: Page, language: str) -> None:
    """Change the language by the top bar, where it is not the one wanted."""
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f".topbar button[name=language][value={language}]").click()
        expect(page.locator("html")).to_have_attribute("lang", language)


def size(page: Page, wanted: tuple[int, int]) -> None:
    """Make the window as large as a telephone or a desk."""
    page.set_viewport_size({"width": wanted[0], "height": wanted[1]})
