"""Takes the pictures of the README from a running sample company.

    python tools/shots.py                  the README's pictures, into docs/screenshots
    python tools/shots.py --all --out DIR  every page below at two widths, two themes, two languages
    python tools/shots.py --url http://…   from an instance that runs already (a sample company)

Without --url an instance of its own is started for each language, on a free port, in a folder that
is thrown away; what its people wrote is in that language, too.
"""

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import prepared  # noqa: E402  # the path comes first
from tests.browser import chromium, serving, walking  # noqa: E402  # likewise

WIDTHS = (1280, 390)
THEMES = ("light", "dark")
LANGUAGES = ("en", "it")
TALLEST = 1600  # a picture in the README shows the head of a page, not its last row


@dataclass(frozen=True)
class Shot:
    """One page: whose, where it starts, and which links lead on to it."""

    name: str
    part: str
    path: str
    links: tuple[str, ...] = ()


type Picture = tuple[Shot, int, str, str]  # page, width, theme, language

ROUND = "tr:has([data-tone=attention]) a[href*='/rounds/']"
PAGES = (
    Shot("door", "", "/"),
    Shot("cohorts", "coordinator", "/programmes/"),
    Shot("cohort", "coordinator", "/programmes/", ("tr:nth-child(2) a[href*='/cohorts/']",)),
    Shot("people", "coordinator", "/people/"),
    Shot("person", "coordinator", "/people/?q=Brambilla", ("tbody a",)),
    Shot("import", "coordinator", "/people/imports/", ("tbody a",)),
    Shot("topics", "coordinator", "/programmes/topics/"),
    Shot("round", "coordinator", "/rounds/", (ROUND,)),
    Shot("weights", "coordinator", "/rounds/", (ROUND, "a[href$='/weights/']")),
    Shot("relationships", "coordinator", "/relationships/"),
    Shot("relationship", "coordinator", "/relationships/", ("tbody a[href*='/relationships/']",)),
    Shot("mentee", "mentee", "/home/"),
    Shot("mentor", "mentor", "/home/"),
)
# What the README shows.
README: tuple[tuple[str, int, str, str], ...] = (
    ("round", 1280, "light", "en"),
    ("cohort", 390, "dark", "it"),
    ("mentee", 390, "light", "it"),
)


@contextmanager
def instance(url: str, language: str) -> Iterator[str]:
    """Yield the address of a sample company: the given one, or one started for the purpose."""
    if url:
        yield url.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="viceversa-shots-") as folder:
        prepared.command(Path(folder), "sample", "--language", language)
        started = serving.start(Path(folder))
        try:
            yield started.url
        finally:
            started.stop()


def take(page: Page, url: str, shot: Shot, language: str, file: Path) -> None:
    """Go to a page as its person, in a language, and keep its picture."""
    page.context.clear_cookies()
    if shot.part:
        walking.enter(page, url, shot.part, language)
    else:
        page.goto(url)
        walking.speak(page, language)
    page.goto(f"{url}{shot.path}")
    for link in shot.links:
        page.locator(link).first.click()
        page.wait_for_load_state()
    page.wait_for_function("document.fonts.status === 'loaded'")
    height = page.evaluate("document.documentElement.scrollHeight")
    size = page.viewport_size or {"width": 0, "height": 0}
    page.set_viewport_size({"width": size["width"], "height": min(height, TALLEST)})
    page.screenshot(path=file)
    page.set_viewport_size(size)


def wanted(language: str, *, everything: bool) -> list[Picture]:
    """Return what to take in a language."""
    pages = {shot.name: shot for shot in PAGES}
    if everything:
        return list(itertools.product(PAGES, WIDTHS, THEMES, (language,)))
    return [
        (pages[name], w, theme, spoken) for name, w, theme, spoken in README if spoken == language
    ]


def run(browser: Browser, url: str, pictures: list[Picture], out: Path) -> None:
    """Take pictures, each in a window of its own."""
    for shot, width, theme, language in pictures:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/Rome",
        )
        file = out / f"{shot.name}-{width}-{theme}-{language}.png"
        take(context.new_page(), url, shot, language, file)
        context.close()
        print(file)


def main() -> int:
    """Read the options and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every page, width, theme and language")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--url", default="", help="a running sample company")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    found = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.program,
            args=chromium.FLAGS,
            env={**os.environ, **found.environment},
        )
        for language in LANGUAGES:
            with instance(options.url, language) as url:
                run(browser, url, wanted(language, everything=options.all), options.out)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
