"""Every page that a person can reach has no accessibility fault, on light paper and on dark.

Pages are found by following links. That every page of the URL table is linked from somewhere is
held by tests/web/test_every_page.py, so a new page is looked at here by itself.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

from tests.browser import serving
from tests.browser.looking import faults, overflow
from tests.browser.serving import Instance
from tests.browser.walking import DESK, PHONE, enter, size

pytestmark = pytest.mark.browser

PARTS = ("coordinator", "administrator", "mentee", "mentor", "sponsor")

# Everybody has these; they are looked at once.
SHARED = ("account", "mfa")
# Where they find something else than the mentee, who walks all pages of those who take part.
OWN = {
    "mentor": ("home", "relationships", "together", "prepare", "briefing", "guides", "agenda"),
    "sponsor": ("home",),
}


@pytest.fixture(scope="session")
def known() -> set[str]:
    """What has had its contrast looked at: most of a page stands on the pages before, too."""
    return set()


def pages(
    page: Page,
    server: Instance,
    start: str,
    *,
    without: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> Iterator[str]:
    """Yield addresses from link to link, one of each name in the URL table, already opened.

    Names that begin with one of `without` are passed by, and where `only` has any, all others.
    """
    waiting, seen = [start], set()
    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        if name is None or name in seen or name.startswith(without) or name not in (only or [name]):
            continue
        seen.add(name)
        try:
            answer = page.goto(f"{server.url}{address}")
        except Error as instead:  # a paper or a calendar comes, and the page stays where it is
            assert "Download is starting" in str(instead)
            continue
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield address
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        for link in links:
            found = urlsplit(urldefrag(urljoin(page.url, link))[0])
            if f"{found.scheme}://{found.netloc}" == server.url and found.path != "/sign-out/":
                waiting.append(found.path + (f"?{found.query}" if found.query else ""))


def name_of(address: str) -> str | None:
    """Return the name of an address in the URL table, None for files and for nothing."""
    path = urlsplit(address).path
    try:
        match = resolve(path)
    except Resolver404:
        return None
    downloads = "export" in match.view_name or path.endswith((".json", ".csv", ".xlsx"))
    return None if downloads else match.view_name


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_a_part_is_accessible(
    page: Page, server: Instance, part: str, known: set[str]
) -> None:
    enter(page, server, part, "it" if part in ("mentee", "administrator") else "en")
    found, visited = [], 0
    shared = () if part == "coordinator" else SHARED
    own = tuple(f"participant:{name}" for name in OWN.get(part, ()))
    for _ in pages(page, server, urlsplit(page.url).path, without=shared, only=own):
        visited += 1
        found += faults(page, behind=True, known=known)
        size(page, PHONE)
        found += overflow(page)
        size(page, DESK)
    assert not found, "\n".join(found)
    assert visited


def test_the_way_in_is_accessible(page: Page, server: Instance) -> None:
    found = [fault for _ in pages(page, server, "/") for fault in faults(page)]
    assert not found, "\n".join(found)


def test_the_first_run_is_accessible(page: Page, bare_server: Instance) -> None:
    page.goto(f"{bare_server.url}/first-run/")
    found = faults(page)
    assert not found, "\n".join(found)


def test_every_component_is_accessible(page: Page, migrated: Path, tmp_path: Path) -> None:
    data = serving.copied(migrated, tmp_path)
    instance = serving.start(data, debug=True)
    try:
        page.goto(f"{instance.url}/ui/")
        found = faults(page)
        size(page, PHONE)
        found += overflow(page)
    finally:
        instance.stop()
    assert not found, "\n".join(found)


def test_the_menus_of_the_bar_are_accessible(page: Page, server: Instance) -> None:
    enter(page, server, "coordinator")
    found = []
    for name in ("theme-menu", "account-menu"):
        page.locator(f"button[popovertarget={name}]").click()
        found += faults(page, f"#{name}")
        page.keyboard.press("Escape")
    assert not found, "\n".join(found)
