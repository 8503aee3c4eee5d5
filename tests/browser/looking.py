"""Looking for accessibility faults with axe: every rule on light paper, the colours on dark too.

axe is put into a page once and asked in one go, because bringing it in takes longer than most of
what it does.
"""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# WCAG 2.2 up to AA, and what axe's authors hold to be good practice. What passes is not listed:
# that takes axe half of its time.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# The only rule that can differ between the themes.
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
# A list is the same row again and again: the first dozen holds every form a row has.
REPEATED = [[f"{row}:nth-child(n+13)"] for row in (".proposal-row", "tbody tr", "option")]

# Rows outside the window are not laid out until they are scrolled to, and axe would read colours
# there that nobody sees; colours on their way from one theme to the other are nobody’s either.
STILL = """
.proposal-row { content-visibility: visible !important }
*, *::before, *::after { transition: none !important; animation: none !important }
"""
LOOK = """async ({within, behind, repeated, themes}) => {
  const root = document.documentElement, before = root.dataset.theme, found = [];
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const look = async (context, where) => {
    for (const [theme, rules] of themes) {
      root.dataset.theme = theme;
      await frame();
      for (const fault of (await axe.run(context, rules)).violations) {
        const places = fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ');
        const page = `${location.pathname}${where} (${theme})`;
        found.push(`${page}: ${fault.id}: ${fault.help}: ${places}`);
      }
    }
  };
  await look(within ? {include: [[within]]} : {exclude: repeated}, within || '');
  if (behind) {
    for (const dialog of document.querySelectorAll('dialog.dialog:not([open])')) {
      dialog.showModal();
      await look({include: [[`#${dialog.id}`]]}, `#${dialog.id}`);
      dialog.close();
    }
    for (const button of document.querySelectorAll('main button[popovertarget]')) {
      if (!button.checkVisibility()) continue;
      button.click();
      await look({include: [[`#${button.popoverTargetElement.id}`]]}, ` menu ${button.innerText}`);
      button.popoverTargetElement.hidePopover();
    }
  }
  if (before) root.dataset.theme = before; else delete root.dataset.theme;
  return found;
}"""


def faults(page: Page, within: str | None = None, *, behind: bool = False) -> list[str]:
    """Return what axe finds: every rule on the light theme, contrast again on the dark.

    `within` is a selector: only what is inside it is looked at. With `behind`, the dialogs of the
    page and the menus of its own are opened and looked at, too.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(
            "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }",
            STILL,
        )
    asked: dict[str, Any] = {
        "within": within,
        "behind": behind,
        "repeated": REPEATED,
        "themes": [["light", RULES], ["dark", CONTRAST]],
    }
    found: list[str] = page.evaluate(LOOK, asked)
    return found


def overflow(page: Page) -> list[str]:
    """Return the address where the page scrolls sideways as a whole."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    return [f"{page.url}: wider than the window"] if wide else []
