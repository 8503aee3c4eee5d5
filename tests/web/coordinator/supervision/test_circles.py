"""A coordinator plans a circle, sees who keeps a seat, changes it, calls it off, notes who came."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils.timezone import localtime

from tests.cast import user
from tests.factories.programmes import a_cohort, an_enrolment
from tests.factories.relationships import signed_in
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions.briefing import read_chapters
from viceversa.programmes.actions.supervision import keep_seat, plan_supervision
from viceversa.programmes.models import Cohort, Supervision
from viceversa.programmes.queries.supervision import seats
from viceversa.programmes.rules.briefing import codes
from viceversa.programmes.rules.supervision import Plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort() -> Cohort:
    return a_cohort()


@pytest.fixture
def coordinator() -> Client:
    return signed_in(user("coordinator"))


def a_circle(cohort: Cohort) -> Supervision:
    now = clock.now()
    plan = Plan(now + timedelta(days=6), 60, "Chiara Lorenzetti", "Milano", "", 8)
    return plan_supervision(cohort=cohort, plan=plan, actor=OPERATOR, now=now)


def said(**changed: object) -> dict[str, object]:
    day = localtime(clock.now() + timedelta(days=9))
    given = {
        "starts_at": day.strftime("%Y-%m-%dT13:00"),
        "minutes": 60,
        "host": "Chiara Lorenzetti",
        "place": "Milano, sala Ada",
        "video_url": "",
        "seats": 8,
    }
    return {**given, **changed}


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_planning_one_tells_the_mentors_and_shows_it(coordinator: Client, cohort: Cohort) -> None:
    list_path = f"/supervision/{cohort.public_id}/"
    assert "No circle planned yet" in text(coordinator, list_path)
    answer = coordinator.post(f"{list_path}new/", said())
    circle = Supervision.objects.get()
    assert answer.headers["Location"] == f"/supervision/circles/{circle.public_id}/"
    assert circle.starts_at.astimezone(ZoneInfo("Europe/Rome")).hour == 13  # their own zone
    assert "Milano, sala Ada" in text(coordinator, list_path)
    assert list_path in text(coordinator, f"/programmes/cohorts/{cohort.public_id}/")


def test_faults_come_back_with_what_was_written(coordinator: Client, cohort: Cohort) -> None:
    path = f"/supervision/{cohort.public_id}/new/"
    answer = coordinator.post(path, said(place="", host="Zoë"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Write a place, a video address, or both." in page
    assert "Zoë" in page
    assert not Supervision.objects.exists()


def test_seats_show_on_its_page_and_attendance_once_it_has_met(
    coordinator: Client, cohort: Cohort
) -> None:
    circle, place = a_circle(cohort), an_enrolment(cohort, "mentor")
    keep_seat(supervision=circle, enrolment=place, actor=OPERATOR, now=clock.now())
    path = f"/supervision/circles/{circle.public_id}/"
    assert place.person.name in text(coordinator, path)
    Supervision.objects.update(starts_at=clock.now() - timedelta(hours=2))
    page = text(coordinator, path)
    assert "Write down attendance" in page
    assert "Call it off" not in page
    [seat] = seats(circle)
    coordinator.post(f"{path}attendance/", {"seat": [seat.pk, "nonsense"]})
    assert seats(circle)[0].attended is True


def test_it_is_changed_and_called_off(coordinator: Client, cohort: Cohort) -> None:
    circle = a_circle(cohort)
    path = f"/supervision/circles/{circle.public_id}/"
    coordinator.post(path, said(place="Bari"))
    circle.refresh_from_db()
    assert (circle.place, circle.sequence) == ("Bari", 1)
    coordinator.post(f"{path}call-off/")
    assert "Called off" in text(coordinator, path)


def test_the_list_costs_the_same_with_one_and_with_three(
    coordinator: Client, cohort: Cohort, django_assert_num_queries: object
) -> None:
    path = f"/supervision/{cohort.public_id}/"
    for _ in range(2):
        a_circle(cohort)
        with django_assert_num_queries(7):  # type: ignore[operator]  # a pytest-django fixture
            text(coordinator, path)


def test_enrolments_say_whether_the_briefing_is_done_and_no_more(
    coordinator: Client, cohort: Cohort
) -> None:
    path = f"/programmes/cohorts/{cohort.public_id}/enrolments/"
    place = an_enrolment(cohort, "mentor")
    read = {"enrolment": place, "actor": OPERATOR, "now": clock.now()}
    read_chapters(chapters=codes("mentor")[:6], **read)
    half = text(coordinator, path)
    read_chapters(chapters=codes("mentor"), **read)
    whole = text(coordinator, path)
    assert half.count('aria-label="done"') == 0
    assert whole.count('aria-label="done"') == 1
