"""Two coordinators at the very same moment: one is let through, the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests.cast import THEN
from tests.factories.people import make_person, people_file, row
from tests.factories.programmes import START, a_cohort, a_programme
from viceversa.kernel.actor import OPERATOR
from viceversa.kernel.errors import UnableTo
from viceversa.programmes import tasks
from viceversa.programmes.actions import catalogue, cohorts, programmes
from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile, Programme, Topic
from viceversa.programmes.rules.timeline import propose

WHO: dict[str, Any] = {"actor": OPERATOR, "now": THEN}
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _two_connections() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one connection; the run on PostgreSQL tries this.")


def at_once(*acts: Callable[[], object]) -> list[bool]:
    """Do all at the same moment; tell which were let through, refusals first."""
    start = Barrier(len(acts))

    def one(act: Callable[[], object]) -> bool:
        try:
            start.wait(timeout=20)
            act()
        except UnableTo:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(acts)) as pool:
        done = [pool.submit(one, act) for act in acts]
        return sorted(each.result(timeout=60) for each in done)


def test_one_name_founds_one_programme() -> None:
    def found() -> None:
        programmes.create_programme(name="Autumn", **WHO)

    assert at_once(found, found) == [False, True]
    assert Programme.objects.count() == 1


def test_one_name_sets_up_one_cohort() -> None:
    programme = a_programme()
    dates = propose("standard", START)

    def set_up() -> None:
        cohorts.create_cohort(
            programme=programme, name="Autumn", preset="standard", dates=dates, **WHO
        )

    assert at_once(set_up, set_up) == [False, True]
    assert Cohort.objects.count() == 1


def test_one_word_names_one_topic() -> None:
    catalogue.set_up_catalogue(**WHO)
    words = catalogue.Words(rung="tools", name_en="Beekeeping", name_it="Apicoltura")

    def add() -> None:
        catalogue.add_topic(words=words, **WHO)

    assert at_once(add, add) == [False, True]
    assert Topic.objects.filter(own=True).count() == 1


def test_two_files_of_the_same_people_enrol_them_once() -> None:
    cohort = a_cohort()
    make_person(external_id="0000", level=2)
    content = people_file([row(0, partecipa_come="mentor")])

    def file() -> EnrolmentFile:
        return tasks.upload_and_try(cohort=cohort, file_name="a.csv", content=content, **WHO)

    first, second = file(), file()
    done = at_once(
        lambda: tasks.confirm_and_write(file=first, **WHO),
        lambda: tasks.confirm_and_write(file=second, **WHO),
    )
    assert done == [False, True]
    assert Enrolment.objects.filter(cohort=cohort).count() == 1
