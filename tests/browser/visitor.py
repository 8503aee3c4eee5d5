"""Somebody at the browser who knows what they read: buttons, links and fields go by their words.

The same journey is made in either language, with the mouse or with the keyboard alone: words are
given in English and looked up in the catalogue, so a missing translation stops the journey.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

type Role = Literal["button", "link", "checkbox", "radio", "textbox", "combobox", "tab"]

FARTHEST = 400  # presses of the tab key before giving up: a page longer than that is not walkable


@dataclass
class Visitor:
    """A person with a page, a language, and a mouse or only a keyboard."""

    page: Page
    home: str
    language: str = "en"
    keyboard: bool = False

    def words(self, text: str) -> str:
        """Return an English text of the product in the visitor's language."""
        with override(self.language):
            return gettext(text)

    def go(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(self.home + path)
        assert answer and answer.ok, f"{path} answers {answer and answer.status}"

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Wait until a text is to be read on the page."""
        shown = text if isinstance(text, re.Pattern) else self.words(text)
        expect(self.page.get_by_text(shown).filter(visible=True).first).to_be_visible()

    def reads_heading(self, text: str | re.Pattern[str]) -> None:
        """Wait until the first heading of the page says something."""
        shown = text if isinstance(text, re.Pattern) else self.words(text)
        expect(self.page.locator("h1")).to_contain_text(shown)

    def press(self, text: str, role: Role = "button", *, inside: str = "body") -> None:
        """Press a button, or follow a link, by its words."""
        target = self._find(role, self.words(text), inside)
        if self.keyboard:
            self._walk_to(target)
            self.page.keyboard.press("Enter")
        else:
            target.click()

    def follow(self, text: str, *, inside: str = "body") -> None:
        """Follow a link by its words."""
        self.press(text, "link", inside=inside)

    def fill(self, label: str, value: str, *, inside: str = "body") -> None:
        """Write into a field by its label."""
        target = self._labelled(label, inside)
        if not self.keyboard:
            target.fill(value)
            return
        self._walk_to(target)
        if target.get_attribute("type") in ("date", "number", "time"):
            target.fill(value)  # typing into these depends on the browser's own language
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(value)

    def choose(self, label: str, option: str, *, inside: str = "body") -> None:
        """Choose an option of a list by the words of both."""
        target = self._labelled(label, inside)
        if self.keyboard:
            self._walk_to(target)
        target.select_option(label=self.words(option))

    def tick(self, label: str, *, inside: str = "body") -> None:
        """Tick a box, or choose among several, by its words."""
        target = self._labelled(label, inside)
        if self.keyboard:
            self._walk_to(target)
            self.page.keyboard.press("Space")
        else:
            target.check()
        expect(target).to_be_checked()

    def hand_in(self, label: str, path: Path, *, inside: str = "body") -> None:
        """Choose a file; the system's own dialog is not the product's, so it is skipped."""
        target = self._labelled(label, inside)
        if self.keyboard:
            self._walk_to(target)
        target.set_input_files(path)

    def _find(self, role: Role, name: str, inside: str) -> Locator:
        within = self.page.locator(inside)
        target = within.get_by_role(role, name=name, exact=True).filter(visible=True).first
        expect(target).to_be_visible()
        return target

    def _labelled(self, label: str, inside: str) -> Locator:
        target = self.page.locator(inside).get_by_label(self.words(label)).first
        expect(target).to_be_attached()
        return target

    def _walk_to(self, target: Locator) -> None:
        """Move the focus forward with the tab key, as far as it takes, once around the page."""
        for _ in range(FARTHEST):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached with the keyboard")
