"""Coming in: by a code sent by e-mail, by “enter as” in the sample company, and out again."""

import pytest
from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import PATIENCE, Visitor
from tests.browser.walking import DESK, PHONE, enter, size, speak
from viceversa.ops.sample.names import Addresses

pytestmark = pytest.mark.browser

# What each part finds first: words of the first heading, and the entries of the top bar.
PLACES = ["Cohorts", "People", "Matching", "Relationships", "Messages"]
OFFICE = ["People", "Users", "Audit"]
OWN = ["Today", "Together", "Prepare", "Help"]  # of everybody without an office
SHORT = ("Together", "Users")  # words that mean something else elsewhere
FIRST = [
    pytest.param("coordinator", "it", "Cohorts", PLACES, id="coordinator"),
    pytest.param("administrator", "en", "People", OFFICE, id="administrator"),
    pytest.param("mentee", "it", "Francesca", OWN, id="mentee"),
    pytest.param("mentor", "en", "Nicolò", OWN, id="mentor"),
    pytest.param("delegate", "it", "Marta", OWN, id="delegate"),
    pytest.param("sponsor", "en", "Lucia", OWN, id="sponsor"),
]


@pytest.mark.parametrize(
    ("language", "window", "keyboard", "who"),
    [
        pytest.param("en", DESK, False, "Nicolò Pavesi", id="english-desk-mouse"),
        pytest.param("it", PHONE, True, "Francesca Dell’Orto", id="italian-phone-keyboard"),
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
    address = Addresses().give(*who.split(" ", 1))
    visitor.fill("Work e-mail", address)
    visitor.press("Send me a code")
    visitor.reads("Enter the code")
    visitor.fill("Code", server.mail_code(address))
    visitor.press("Sign in")
    visitor.reads("Your account")  # where the visitor wanted to go in the first place
    menu = visitor.words("%(name)s, your account", name=who)
    visitor.press_exactly(menu, inside=".topbar")
    visitor.press("Sign out", inside=".topbar")
    expect(page.get_by_role("button", name=menu)).to_have_count(0)
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
    visitor.reads("Enter the code")  # there is no way round it


@pytest.mark.parametrize(("part", "language", "heading", "places"), FIRST)
def test_everybody_finds_their_own_first_page_and_no_other(
    page: Page, server: Instance, part: str, language: str, heading: str, places: list[str]
) -> None:
    enter(page, server, part, language)
    visitor = Visitor(page, server, language)
    visitor.go("/")
    visitor.reads(heading)
    bar = page.locator(".topbar nav a").all_inner_texts()
    with override(language):
        words = [pgettext("bar", w) if w in SHORT else gettext(w) for w in places]
    assert [text.strip() for text in bar] == words
    if part not in ("coordinator", "administrator"):
        for path in ("/people/", "/programmes/", "/rounds/", "/relationships/"):
            answer = page.goto(server.url + path)
            assert answer and answer.status == 403, path
            visitor.reads("This page is not open to you")
