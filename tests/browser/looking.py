"""Looking for accessibility faults with axe: every rule on every page, contrast on both papers.

axe is put into a page once and asked in one go, because bringing it in takes longer than most of
what it does; looking.js says what is looked at how often.
"""

from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LOOK = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
CONTRAST = "color-contrast"
# WCAG 2.2 up to AA, and what axe's authors hold to be good practice. What passes is not listed:
# that takes axe half of its time.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {CONTRAST: {"enabled": False}},
    "resultTypes": ["violations"],
}
CONTRAST_ALONE = {"runOnly": [CONTRAST], "resultTypes": ["violations"]}
# A list is the same row again and again: the first dozen holds every form a row has.
REPEATED = [[f"{row}:nth-child(n+13)"] for row in (".proposal-row", "tbody tr", "option")]

# Rows outside the window are not laid out until they are scrolled to, and axe would read colours
# there that nobody sees; colours on their way from one theme to the other are nobody’s either.
STILL = """
.proposal-row { content-visibility: visible !important }
*, *::before, *::after { transition: none !important; animation: none !important }
"""


def faults(
    page: Page, within: str | None = None, *, behind: bool = False, known: set[str] | None = None
) -> list[str]:
    """Return what axe finds: every rule on the light theme, contrast again on the dark.

    `within` is a selector: only what is inside it is looked at. With `behind`, the dialogs of the
    page and the menus of its own are opened and looked at, too. `known` holds what has had its
    contrast looked at on pages before, and learns what has now.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(
            "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }",
            STILL,
        )
    known = set() if known is None else known
    asked: dict[str, Any] = {
        "within": within,
        "behind": behind,
        "repeated": REPEATED,
        "rules": RULES,
        "contrast": CONTRAST_ALONE,
        "known": sorted(known),
    }
    answer = page.evaluate(LOOK, asked)
    known.update(answer["known"])
    found: list[str] = answer["found"]
    return found


def overflow(page: Page) -> list[str]:
    """Return the address where the page scrolls sideways as a whole."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    return [f"{page.url}: wider than the window"] if wide else []
