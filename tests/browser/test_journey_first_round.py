"""From the first day to published pairs: set up, import, programme, enrol, solve, pin, publish.

Each journey begins with an empty server and one file for everybody, as the HR office exports it.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Instance
from tests.browser.visitor import PATIENCE, Visitor
from tests.browser.walking import DESK, PHONE, size, speak
from viceversa.ops.sample import files, people
from viceversa.ops.sample.files import Style

pytestmark = pytest.mark.browser

TODAY = date(2026, 11, 21)
PEOPLE = 200


@pytest.fixture(scope="module")
def people_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everybody in one file: semicolons, Windows encoding, dates with the day first."""
    company = people.build(PEOPLE, today=TODAY, language="it", seed="journey")
    style = Style("it", ";", "cp1252", "day-first")
    path = tmp_path_factory.mktemp("file") / "anagrafica.csv"
    files.save(path, files.rows(company, files.enrolled(company, seed="journey"), style), style)
    return path


@pytest.mark.parametrize(
    ("language", "window", "keyboard"),
    [
        pytest.param("it", PHONE, False, id="italian-phone-touch"),
        pytest.param("en", DESK, True, id="english-desk-keyboard"),
    ],
)
def test_from_a_people_file_to_published_pairs(
    page: Page,
    bare_server: Instance,
    people_file: Path,
    language: str,
    window: tuple[int, int],
    keyboard: bool,
) -> None:
    size(page, window)
    visitor = Visitor(page, bare_server, language, keyboard)
    sets_up_the_instance(visitor)
    imports_the_people(visitor, people_file)
    founds_a_programme(visitor)
    sets_up_a_cohort(visitor)
    enrols_from_the_file(visitor)
    prepares_and_solves(visitor)
    publishes(visitor, pins_and_forbids(visitor))


def sets_up_the_instance(visitor: Visitor) -> None:
    visitor.go("/first-run/")
    speak(visitor.page, visitor.language)
    visitor.fill("Set-up code", visitor.server.set_up_code)
    visitor.fill("Your name", "Chiara Lorenzetti")
    visitor.fill("Work e-mail", "chiara.lorenzetti@altavalle.example")
    visitor.press("Start")
    visitor.reads("Cohorts")


def imports_the_people(visitor: Visitor, file: Path) -> None:
    visitor.follow("People")
    visitor.follow("Import people")
    visitor.hand_in("People file", file)
    visitor.press("Read the file")
    visitor.reads("Dry run: nothing has been written yet")
    expect(visitor.page.locator("main")).to_contain_text("Windows-1252")
    go = ("Import %(number)s person", "Import %(number)s people", "number", PEOPLE)
    visitor.press_exactly(visitor.counted(*go))
    visitor.reads("The directory is up to date")


def founds_a_programme(visitor: Visitor) -> None:
    visitor.follow("Cohorts")
    visitor.follow("Found a programme")
    visitor.fill("Name of the programme", "Viceversa 2027")
    visitor.press("Found the programme")
    visitor.reads("Charter")
    visitor.fill("Purpose", "Chi insegna impara.")
    visitor.fill("Strategic reason", "I clienti cambiano.")
    visitor.fill("Objective", "Usare un assistente AI ogni settimana")
    visitor.fill("Measured by", "Quota che lo dice alla fine")
    for picker, label, name in (
        ("sponsor", "Sponsor", "Lucia Bonfanti"),
        ("co_lead", "Junior co-lead", "Davide Okafor"),
        ("answers_observations", "Who answers observations", "Lucia Bonfanti"),
        ("counsellor", "Counsellor", "Teresa Moroni"),
    ):
        visitor.fill("Find a person: %(label)s", name, label=visitor.words(label))
        visitor.pick(f"#picker-{picker}", name)
    visitor.press("Save the charter")
    visitor.reads_exactly("Viceversa 2027")


def sets_up_a_cohort(visitor: Visitor) -> None:
    visitor.follow("Set up a cohort")
    visitor.fill("Name of the cohort", "Primavera")
    visitor.fill("First meetings", (TODAY + timedelta(weeks=12)).isoformat())
    visitor.press("Propose the dates from the first meetings")
    visitor.press("Set up the cohort")
    visitor.reads_exactly("Primavera")


def enrols_from_the_file(visitor: Visitor) -> None:
    visitor.press("More actions")
    visitor.follow("Enrol from a people file")
    visitor.press("Try this one")
    visitor.reads("This is what would happen.")
    visitor.press("Write the enrolments")
    visitor.follow("Primavera")
    visitor.press("Open the cohort")


def prepares_and_solves(visitor: Visitor) -> None:
    visitor.press("Prepare the round")
    visitor.send("Solve")
    assert proposed(visitor) > 10


def proposed(visitor: Visitor) -> int:
    """Wait for the answer and return the number of proposals its first heading tells."""
    expect(visitor.page.locator("#progress")).to_have_count(0, timeout=2 * PATIENCE)
    rows = visitor.page.locator(".proposal-row")
    expect(rows.first).to_be_visible(timeout=2 * PATIENCE)
    texts = (
        "%(count)s pair proposed, nobody told yet",
        "%(count)s pairs proposed, nobody told yet",
    )
    visitor.reads_exactly(visitor.counted(*texts, "count", rows.count()))
    visitor.sees("How we know")
    return rows.count()


def pins_and_forbids(visitor: Visitor) -> int:
    """Pin the pair shown first, forbid the next one, solve again; return the pairs there are."""
    first = shown_pair(visitor)
    visitor.send("Pin", inside="#pair")
    visitor.sees("Pair pinned; it survives every new solve.")
    choose_row(visitor, 1)
    second = shown_pair(visitor)
    assert second != first
    visitor.press("Forbid", inside="#pair")
    visitor.fill("Reason", "Sono parti opposte della stessa gara.")
    visitor.send("Forbid", inside="#forbid")
    visitor.sees("Lift the exclusion")
    proposed(visitor)  # the answer that the exclusion asked for; it brings the page anew
    visitor.send("Solve again", inside=".page-head")
    pairs = proposed(visitor)
    assert first in pairs_listed(visitor)
    assert second not in pairs_listed(visitor)
    pinned = visitor.page.locator(".proposal-row").filter(has_text=first[0])
    expect(pinned).to_contain_text(visitor.words("Pinned."))
    return pairs


def choose_row(visitor: Visitor, number: int) -> None:
    """Choose a proposal of the list and wait for its reasons."""
    mentor, _ = pairs_listed(visitor)[number]
    visitor.press_on(visitor.page.locator(".proposal-row a").nth(number))
    expect(visitor.page.locator("#pair-title")).to_contain_text(mentor, timeout=PATIENCE)


def shown_pair(visitor: Visitor) -> tuple[str, str]:
    """Return mentor and mentee of the pair whose reasons are shown."""
    title = visitor.page.locator("#pair-title").inner_text().replace("\n", " ")
    pattern = re.escape(visitor.words("%(mentor)s, mentor to %(mentee)s"))
    pattern = pattern.replace(re.escape("%(mentor)s"), "(.+?)").replace(
        re.escape("%(mentee)s"), "(.+)"
    )
    match = re.fullmatch(pattern, title)
    assert match, title
    return match[1], match[2]


def pairs_listed(visitor: Visitor) -> list[tuple[str, str]]:
    """Return mentor and mentee of every row, without their sites."""
    names = visitor.page.locator(".proposal-who > span").evaluate_all(
        "spans => spans.map(s => [...s.childNodes].filter(n => n.nodeType === 3)"
        ".map(n => n.textContent).join('').trim())"
    )
    return list(zip(names[::2], names[1::2], strict=True))


def publishes(visitor: Visitor, pairs: int) -> None:
    """Read what will happen, say so, publish, and find each pair being asked."""
    visitor.press("Review and publish")
    visitor.tick(visitor.page.locator("#publish input[name=looked]"))
    visitor.press("Publish and ask mentees", inside="#publish")
    visitor.reads("Answers to round %(number)s", number=1)
    rows = visitor.page.locator("main table tbody tr")
    expect(rows).to_have_count(pairs)
    expect(rows.first).to_contain_text(visitor.words("Being asked"))
