"""Coming in: by a code sent by e-mail, by “enter as” in the sample company, and out again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import PATIENCE, Visitor
from tests.browser.walking import DESK, PHONE, enter, size, speak

pytestmark = pytest.mark.browser

# What each part finds first: words of the first heading, and the entries of the top bar.
FIRST = {
    "coordinator": ("Cohorts", ["Cohorts", "People", "Matching", "Relationships"]),
    "administrator": ("People", ["People"]),
    "mentee": ("Francesca", ["Today"]),
    "mentor": ("Nicolò", ["Today"]),
    "delegate": ("Marta", ["Today"]),
    "sponsor": ("Lucia", ["Today"]),
}


@pytest.mark.parametrize(
    ("language", "window", "keyboard", "who"),
    [
        pytest.param("en", DESK, False, "nicolo.pavesi", id="english-desk-mouse"),
        pytest.param("it", PHONE, True, "francesca.dellorto", id="italian-phone-keyboard"),
    ],
)
def test_signing_in_with_a_code_and_out_again(
    page: Page,
    server: Instance,
    language: str,
    window: tuple[int, int],
    keyboard: bool,
    who: str,
) -> None:
    size(page, window)
    visitor = Visitor(page, server, language, keyboard)
    visitor.go("/account/")
    speak(page, language)
    visitor.fill("Work e-mail", f"{who}@altavalle.example")
    visitor.press("Send me a code")
    visitor.reads("Enter the code")
    visitor.fill("Code", server.mail_code(f"{who}@altavalle.example"))
    visitor.press("Sign in")
    visitor.reads("Your account")  # where the visitor wanted to go in the first place
    visitor.press("Your account", inside=".topbar")
    visitor.press("Sign out", inside=".topbar")
    visitor.reads("Sign in")
    visitor.go("/account/")
    visitor.reads("Sign in")


def test_a_wrong_code_lets_nobody_in(page: Page, server: Instance) -> None:
    visitor = Visitor(page, server)
    visitor.go("/sign-in/")
    visitor.fill("Work e-mail", "lucia.bonfanti@altavalle.example")
    visitor.press("Send me a code")
    visitor.fill("Code", "WRONG1")
    visitor.press("Sign in")
    visitor.reads("Enter the code")
    expect(page.locator("[aria-invalid=true]")).to_be_visible(timeout=PATIENCE)
    visitor.go("/home/")
    visitor.reads("Sign in")


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("part", FIRST)
def test_everybody_finds_their_own_first_page(
    page: Page, server: Instance, part: str, language: str
) -> None:
    enter(page, server, part, language)
    visitor = Visitor(page, server, language)
    visitor.go("/")
    heading, places = FIRST[part]
    visitor.reads(heading)
    bar = page.locator(".topbar nav a")
    assert [text.strip() for text in bar.all_inner_texts()] == [
        visitor.words(place) for place in places
    ]


@pytest.mark.parametrize("part", ["mentee", "mentor", "delegate", "sponsor"])
def test_participants_do_not_see_the_coordinators_pages(
    page: Page, server: Instance, part: str
) -> None:
    enter(page, server, part)
    for path in ("/people/", "/programmes/", "/rounds/", "/relationships/"):
        answer = page.goto(server.url + path)
        assert answer and answer.status == 403, path
        expect(page.locator("h1")).to_have_text("This page is not open to you")
