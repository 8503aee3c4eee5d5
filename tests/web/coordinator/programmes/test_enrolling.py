"""Enrolling by hand, editing an enrolment, withdrawing: through the pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.factories.programmes import a_cohort, a_person, an_enrolment
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.eligibility import Eligibility, Limits

pytestmark = pytest.mark.django_db
DETAILS = {
    "first": (("podcasts", 6), ("ai-assistants", 5)),
    "back": (("visibility", 3),),
    "windows": ((0, 540, 660), (0, 840, 990), (6, 1380, 1440)),
    "languages": ("fr", "it"),
    "minimum": 1,
    "maximum": 2,
}


def sent_by(page: str) -> dict[str, list[str]]:
    """Return what a browser sends for the enrolment form of a page, as it stands."""
    form = page[page.index('id="enrolment"') :]
    form = form[: form.index("</form>")]
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>|<select.*?</select>", form, re.S):
        name = re.search(r'name="([^"]+)"', tag)
        if not name or name[1] == "csrfmiddlewaretoken":
            continue
        if tag.startswith("<select"):
            chosen = re.search(r'value="([^"]*)" selected', tag)
            sent.setdefault(name[1], []).append(chosen[1] if chosen else "")
        elif "checkbox" not in tag and "radio" not in tag or " checked" in tag:
            value = re.search(r'value="([^"]*)"', tag)
            sent.setdefault(name[1], []).append(value[1] if value else "")
    return sent


def stored(enrolment: Enrolment) -> Details:
    """Return what the database holds now."""
    enrolment.refresh_from_db()
    return details_of([enrolment])[enrolment.pk]


def enrol_url(cohort: Cohort, query: str = "") -> str:
    """Return the address of the enrolment list."""
    return reverse("programmes:enrol", args=[cohort.public_id]) + query


def test_those_ticked_are_enrolled_with_their_places(coordinator: Client, cohort: Cohort) -> None:
    one, other, left = a_person(), a_person(), a_person()
    answer = coordinator.post(
        enrol_url(cohort, "?role=mentee"),
        {"person": [one.public_id, other.public_id], "maximum": "2", "minimum": "0"},
        follow=True,
    )
    assert "2 mentees enrolled." in answer.content.decode()
    assert set(Enrolment.objects.values_list("person", "role", "maximum")) == {
        (one.pk, "mentee", 2),
        (other.pk, "mentee", 2),
    }
    assert left.public_id in answer.content.decode()


def test_all_that_fit_the_filters_are_enrolled_at_once(coordinator: Client) -> None:
    cohort = a_cohort(eligibility=Eligibility(mentor=Limits(highest_level=4)))
    fits = [a_person(level=2, site="Bari") for _ in range(3)]
    a_person(level=2, site="Lyon")
    a_person(level=9, site="Bari")
    url = enrol_url(cohort, "?role=mentor&site=Bari&show=all")
    assert "Enrol all 3 that fit" in coordinator.get(url).content.decode()
    coordinator.post(url, {"all": "1", "maximum": "1", "minimum": "0"})
    assert {e.person for e in Enrolment.objects.all()} == set(fits)


def test_who_may_not_take_part_is_shown_with_the_reason_and_no_box(coordinator: Client) -> None:
    cohort = a_cohort(eligibility=Eligibility(mentor=Limits(highest_level=4)))
    senior = a_person("Alberto Brambilla", level=9)
    hidden = coordinator.get(enrol_url(cohort, "?role=mentor")).content.decode()
    assert "Alberto Brambilla" not in hidden
    shown = coordinator.get(enrol_url(cohort, "?role=mentor&show=all")).content.decode()
    assert "seniority above the limit" in shown
    assert f'value="{senior.public_id}"' not in shown
    assert "seniority level up to 4" in shown
    forced = coordinator.post(
        enrol_url(cohort), {"person": [senior.public_id], "maximum": "1", "minimum": "0"}
    )
    assert "Alberto Brambilla: seniority above the limit" in forced.content.decode()
    assert not Enrolment.objects.exists()


def test_nobody_ticked_is_told(coordinator: Client, cohort: Cohort) -> None:
    page = coordinator.post(enrol_url(cohort), {"maximum": "1", "minimum": "0"})
    assert "Nobody was chosen" in page.content.decode()


def test_the_enrolment_page_sends_back_exactly_what_it_shows(
    coordinator: Client, cohort: Cohort
) -> None:
    friend = a_person("Noemi Deiana")
    enrolment = an_enrolment(cohort, "mentor", prefers=(friend.pk,), **DETAILS)
    before = stored(enrolment)
    url = reverse("programmes:enrolment", args=[enrolment.public_id])
    sent = sent_by(coordinator.get(url).content.decode())
    assert coordinator.post(url, sent).status_code == 302
    assert stored(enrolment) == before


def test_topics_week_places_and_people_are_edited(coordinator: Client, cohort: Cohort) -> None:
    enrolment = an_enrolment(cohort, "mentee")
    other = a_person("Noemi Deiana")
    sent = {
        "first_topic": ["podcasts", "", "short-video"],
        "first_value": ["3", "2", "1"],
        "back_topic": ["visibility"],
        "back_value": ["6"],
        "day1_from": ["09:00", ""],
        "day1_to": ["10:30", ""],
        "maximum": "2",
        "minimum": "0",
        "excludes_search": "deiana",
        "excludes": [other.public_id],
    }
    url = reverse("programmes:enrolment", args=[enrolment.public_id])
    assert coordinator.post(url, sent).status_code == 302
    now = stored(enrolment)
    assert now.first == (("podcasts", 3), ("short-video", 1))
    assert now.back == (("visibility", 6),)
    assert (now.windows, now.maximum) == (((1, 540, 630),), 2)
    assert now.excludes == (other.pk,)


def test_a_window_that_ends_before_it_starts_comes_back(
    coordinator: Client, cohort: Cohort
) -> None:
    enrolment = an_enrolment(cohort, "mentee")
    url = reverse("programmes:enrolment", args=[enrolment.public_id])
    sent = {"maximum": "1", "minimum": "0", "day0_from": ["11:00"], "day0_to": ["09:00"]}
    page = coordinator.post(url, sent).content.decode()
    assert "11:00 to 09:00: write a start and a later end." in page
    refused = coordinator.post(url, sent | {"day0_to": ["12:00"], "minimum": "3"})
    assert "This is more than the places" in refused.content.decode()
    assert stored(enrolment).windows == ()


def test_a_retired_topic_is_not_lost_on_saving(coordinator: Client, cohort: Cohort) -> None:
    enrolment = an_enrolment(cohort, "mentor", **DETAILS)
    coordinator.post(reverse("programmes:topic-retire", args=["podcasts"]))
    url = reverse("programmes:enrolment", args=[enrolment.public_id])
    coordinator.post(url, sent_by(coordinator.get(url).content.decode()))
    assert ("podcasts", 6) in stored(enrolment).first


def test_withdrawing_and_coming_back(coordinator: Client, cohort: Cohort) -> None:
    enrolment = an_enrolment(cohort, "mentor", **DETAILS)
    page = coordinator.post(
        reverse("programmes:withdraw", args=[enrolment.public_id]), follow=True
    ).content.decode()
    assert "no longer takes part" in page
    assert "Save the enrolment" not in page
    coordinator.post(reverse("programmes:readmit", args=[enrolment.public_id]))
    enrolment.refresh_from_db()
    assert enrolment.state == "admitted"


def test_the_list_says_who_lacks_what_and_filters(coordinator: Client, cohort: Cohort) -> None:
    an_enrolment(cohort, "mentor", a_person("Nora Whole"), **DETAILS)
    an_enrolment(cohort, "mentee", a_person("Ivo Bare", level=None))
    url = reverse("programmes:enrolments", args=[cohort.public_id])
    both = coordinator.get(url).content.decode()
    assert "Podcasts and audio" in both
    assert "topics, seniority level" in both
    lacking = coordinator.get(url, {"lacking": "level"}).content.decode()
    assert "Ivo Bare" in lacking
    assert "Nora Whole" not in lacking
    found = coordinator.get(url, {"q": "WHOLE nora"}).content.decode()
    assert "Ivo Bare" not in found
    assert coordinator.get(url, {"role": "nonsense", "page": "x"}).status_code == 200


def test_both_lists_cost_the_same_with_one_and_three(
    coordinator: Client, cohort: Cohort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    addresses = {
        reverse("programmes:enrolments", args=[cohort.public_id]): 15,
        enrol_url(cohort): 14,
    }
    an_enrolment(cohort, "mentor", **DETAILS)
    for url in addresses:
        coordinator.get(url)
    for url, queries in addresses.items():
        with django_assert_num_queries(queries):
            coordinator.get(url)
    an_enrolment(cohort, "mentee", a_person(unit="Altavalle > Digital"), maximum=2)
    an_enrolment(cohort, "mentor", a_person(unit="Altavalle > Legal"), **DETAILS)
    for url, queries in addresses.items():
        with django_assert_num_queries(queries):
            coordinator.get(url)


@pytest.mark.parametrize("level", ["9" * 20, "9" * 5000, "--1", "²", "1.5"])
def test_a_level_nobody_can_have_is_no_limit(
    coordinator: Client, cohort: Cohort, level: str
) -> None:
    person = a_person()
    page = coordinator.get(enrol_url(cohort), {"from": level, "to": level, "show": "all"})
    assert person.last_name in page.content.decode()


def test_a_closed_cohort_offers_nobody_to_tick(coordinator: Client, cohort: Cohort) -> None:
    a_person()
    assert 'name="person"' in coordinator.get(enrol_url(cohort), {"show": "all"}).content.decode()
    Cohort.objects.filter(pk=cohort.pk).update(state="closed")
    page = coordinator.get(enrol_url(cohort), {"show": "all"}).content.decode()
    assert 'name="person"' not in page


def test_pages_speak_italian(coordinator: Client, cohort: Cohort) -> None:
    enrolment = an_enrolment(cohort, "mentor", **DETAILS)
    coordinator.cookies["django_language"] = "it"
    pages = {
        reverse("programmes:cohort", args=[cohort.public_id]): "Dall’avvio alla conclusione",
        reverse("programmes:policy", args=[cohort.public_id]): "Nessuno resta fuori",
        reverse("programmes:topics"): "Podcast e audio",
        reverse("programmes:enrolment", args=[enrolment.public_id]): "Vorrebbe in cambio",
    }
    for url, words in pages.items():
        assert words in coordinator.get(url, headers={"accept-language": "it"}).content.decode()
