"""Somebody at the browser who knows what they read: buttons, links and fields go by their words.

The same journey is made in either language, with the mouse or with the keyboard alone: words are
given in English and looked up in the catalogue, so a missing translation stops the journey.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext, ngettext, override
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Instance
from viceversa.settings.formats.it import formats as italian

type Role = Literal["button", "link", "menuitem", "tab"]

FARTHEST = 500  # presses of the tab key before giving up: a page longer than that is not walkable
PATIENCE = 20_000  # milliseconds for a page or a job, on a busy machine


@dataclass
class Visitor:
    """A person with a page of a server, a language, and a mouse or only a keyboard."""

    page: Page
    server: Instance
    language: str = "en"
    keyboard: bool = False

    def words(self, text: str, /, **values: object) -> str:
        """Return an English text of the product in the visitor's language."""
        with override(self.language):
            return gettext(text) % values if values else gettext(text)

    def counted(self, one: str, many: str, name: str, count: int, **values: object) -> str:
        """Return a text with a number in the visitor's language; `name` is the number's name."""
        shown = f"{count:,}".replace(",", italian.THOUSAND_SEPARATOR if self._italian else ",")
        with override(self.language):
            return ngettext(one, many, count) % {name: shown, **values}

    @property
    def _italian(self) -> bool:
        return self.language == "it"

    def go(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(self.server.url + path)
        assert answer and answer.ok, f"{path} answers {answer and answer.status}"

    def sees(self, text: str, **values: object) -> None:
        """Wait until a text is to be read on the page."""
        shown = self.page.get_by_text(self.words(text, **values)).filter(visible=True)
        expect(shown.first).to_be_visible(timeout=PATIENCE)

    def reads(self, heading: str, **values: object) -> None:
        """Wait until the first heading of the page says something, perhaps among other words."""
        self.reads_exactly(self.words(heading, **values))

    def reads_exactly(self, heading: str) -> None:
        """The same with words that need no translation."""
        expect(self.page.locator("h1")).to_contain_text(heading, timeout=PATIENCE)

    def press(self, text: str, *, role: Role = "button", inside: str = "body") -> None:
        """Press a button, or follow a link, by its words in English."""
        self.press_exactly(self.words(text), role=role, inside=inside)

    def press_exactly(self, text: str, *, role: Role = "button", inside: str = "body") -> None:
        """The same with words that need no translation."""
        within = self.page.locator(inside)
        target = within.get_by_role(role, name=text, exact=True).filter(visible=True).first
        expect(target).to_be_enabled(timeout=PATIENCE)
        self.press_on(target)

    def send(self, text: str, *, inside: str = "body") -> None:
        """Press a button that sends a form, and wait for the page that comes back."""
        with self.page.expect_navigation(wait_until="load", timeout=2 * PATIENCE):
            self.press(text, inside=inside)

    def follow(self, text: str, *, inside: str = "body") -> None:
        """Follow a link by its words in English."""
        self.press(text, role="link", inside=inside)

    def press_on(self, target: Locator) -> None:
        """Press what has no words of its own, such as a row."""
        if self.keyboard:
            self.walk_to(target)
            self.page.keyboard.press("Enter")
        else:
            target.click()

    def fill(self, label: str, value: str, /, **values: object) -> None:
        """Write into a field by its label."""
        target = self._labelled(label, **values)
        if not self.keyboard:
            target.fill(value)
            return
        self.walk_to(target)
        if target.get_attribute("type") == "date":
            target.fill(value)  # what one types there depends on the browser's own language
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(value)

    def pick(self, group: str, option: str) -> None:
        """Choose one of a group of radio buttons, `group` being the group's CSS selector."""
        target = self.page.locator(group).get_by_role("radio", name=option).first
        expect(target).to_be_visible(timeout=PATIENCE)
        if not self.keyboard:
            target.check()
        else:
            self.walk_to(self.page.locator(group).get_by_role("radio", checked=True).first)
            for _ in range(40):
                if target.is_checked():
                    break
                self.page.keyboard.press("ArrowUp")
        expect(target).to_be_checked()

    def tick(self, target: Locator) -> None:
        """Tick a box."""
        if self.keyboard:
            self.walk_to(target)
            self.page.keyboard.press("Space")
        else:
            target.check()
        expect(target).to_be_checked()

    def hand_in(self, label: str, path: Path) -> None:
        """Choose a file; the system's own dialog is not the product's, so it is skipped."""
        target = self._labelled(label)
        if self.keyboard:
            self.walk_to(target)
        target.set_input_files(path)

    def _labelled(self, label: str, /, **values: object) -> Locator:
        controls = self.page.locator("input, textarea, select")
        target = controls.and_(self.page.get_by_label(self.words(label, **values))).first
        expect(target).to_be_attached(timeout=PATIENCE)
        return target

    def walk_to(self, target: Locator) -> None:
        """Move the focus forward with the tab key, as far as it takes, once around the page."""
        for _ in range(FARTHEST):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached with the keyboard")
