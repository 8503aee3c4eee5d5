"""The cohort's pages: set up, open, where it stands, what comes next, close."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.factories.programmes import a_cohort, a_person, a_programme, an_enrolment
from viceversa.kernel import clock
from viceversa.programmes.models import Cohort
from viceversa.programmes.rules.eligibility import read as read_limits
from viceversa.programmes.rules.policy import Consent, MatchingPolicy, read
from viceversa.programmes.rules.timeline import propose

pytestmark = pytest.mark.django_db


def the_page(client: Client, cohort: Cohort) -> str:
    """Return the cohort page."""
    return client.get(reverse("programmes:cohort", args=[cohort.public_id])).content.decode()


def next_step(page: str) -> str:
    """Return the heading of the next step."""
    found = re.search(r'<section[^>]*aria-labelledby="([^"]*)"[^>]*id="next"|id="next"', page)
    assert found
    return re.findall(r"<h2[^>]*>(.*?)</h2>", page[found.start() :])[0].strip()


def test_a_cohort_is_set_up_with_a_name_and_a_start(coordinator: Client) -> None:
    programme = a_programme()
    url = reverse("programmes:cohort-create", args=[programme.public_id])
    sent = {"name": "Autumn 2026", "preset": "light", "starts_on": "2026-10-05"}
    answer = coordinator.post(url, sent)
    cohort = Cohort.objects.get()
    assert answer["Location"] == reverse("programmes:cohort", args=[cohort.public_id])
    expected = propose("light", cohort.starts_on)
    assert (cohort.matching_on, cohort.ends_on) == (expected.matching_on, expected.ends_on)


def test_the_dates_are_proposed_on_asking_and_nothing_is_saved(coordinator: Client) -> None:
    programme = a_programme()
    url = reverse("programmes:cohort-create", args=[programme.public_id])
    sent = {
        "name": "Autumn 2026", "preset": "standard", "starts_on": "2026-10-05",
        "ends_on": "2026-10-01", "propose": "1",
    }  # fmt: skip
    page = coordinator.post(url, sent).content.decode()
    assert 'value="2027-04-05"' in page
    assert not Cohort.objects.exists()


def test_dates_in_the_wrong_order_come_back_with_the_reason(coordinator: Client) -> None:
    programme = a_programme()
    url = reverse("programmes:cohort-create", args=[programme.public_id])
    sent = {
        "name": "Autumn",
        "preset": "standard",
        "starts_on": "2026-10-05",
        "ends_on": "2026-09-01",
    }
    page = coordinator.post(url, sent).content.decode()
    assert "This must come after the midpoint review" in page
    assert not Cohort.objects.exists()


def test_limits_are_kept_as_they_were_chosen(coordinator: Client, cohort: Cohort) -> None:
    a_person(level=2, site="Bari", unit="Altavalle > Digital")
    url = reverse("programmes:cohort-settings", args=[cohort.public_id])
    sent = {
        "name": cohort.name, "preset": "standard", "starts_on": "2026-10-05",
        "mentor-highest_level": "2", "mentor-sites": ["Bari"], "mentor-tenure": "6",
        "mentee-units": ["Altavalle"],
    }  # fmt: skip
    assert coordinator.post(url, sent).status_code == 302
    cohort.refresh_from_db()
    kept = read_limits(cohort.eligibility)
    assert (kept.mentor.highest_level, kept.mentor.sites, kept.mentor.tenure) == (2, ("Bari",), 6)
    assert kept.mentee.units == ("Altavalle",)
    page = coordinator.get(url).content.decode()
    assert re.search(r'name="mentor-sites" value="Bari"[^>]*checked', page)


def test_the_next_step_follows_the_facts(coordinator: Client) -> None:
    cohort = a_cohort(programme=a_programme(complete=False), opened=False)
    assert next_step(the_page(coordinator, cohort)) == "Import the people first"
    a_person()
    assert next_step(the_page(coordinator, cohort)) == "The charter lacks 7 things"
    whole = a_cohort("Whole", opened=False)
    assert next_step(the_page(coordinator, whole)) == "Open the cohort"
    coordinator.post(reverse("programmes:open", args=[whole.public_id]))
    assert next_step(the_page(coordinator, whole)) == "Enrol mentors and mentees"
    assert "Invite people" in the_page(coordinator, whole)
    an_enrolment(whole, "mentor")
    assert next_step(the_page(coordinator, whole)) == "Mentees are still missing"
    an_enrolment(whole, "mentee")
    assert next_step(the_page(coordinator, whole)) == "Prepare the first round"


def test_opening_before_the_charter_is_complete_says_what_is_missing(coordinator: Client) -> None:
    cohort = a_cohort(programme=a_programme(complete=False), opened=False)
    url = reverse("programmes:open", args=[cohort.public_id])
    page = coordinator.post(url, follow=True).content.decode()
    assert "Choose the counsellor who receives concerns." in page
    cohort.refresh_from_db()
    assert cohort.state == "draft"
    assert coordinator.get(url).status_code == 405


def test_the_sponsor_who_does_not_take_part_is_pointed_out(
    coordinator: Client, cohort: Cohort
) -> None:
    assert "The sponsor is not enrolled yet" in the_page(coordinator, cohort)
    an_enrolment(cohort, "mentee", cohort.programme.sponsor)
    assert "The sponsor is not enrolled yet" not in the_page(coordinator, cohort)


def test_a_running_cohort_says_its_week_and_shows_no_number_it_does_not_have(
    coordinator: Client,
) -> None:
    start = localdate(clock.now()) - timedelta(days=50)
    cohort = a_cohort("Running", dates=propose("standard", start))
    page = the_page(coordinator, cohort)
    assert "Running is in week 8 of 26" in page
    assert "Nobody is enrolled yet." in page
    assert "funnel" not in page


def test_the_cohort_page_costs_the_same_with_one_and_three(
    coordinator: Client, cohort: Cohort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    an_enrolment(cohort, "mentor")
    the_page(coordinator, cohort)  # the session and the like are paid once
    with django_assert_num_queries(20):
        the_page(coordinator, cohort)
    for role in ("mentor", "mentee"):
        an_enrolment(cohort, role, first=(("podcasts", 2),))
    with django_assert_num_queries(20):
        the_page(coordinator, cohort)


def test_closing_is_one_post_and_ends_what_could_be_changed(
    coordinator: Client, cohort: Cohort
) -> None:
    coordinator.post(reverse("programmes:close", args=[cohort.public_id]))
    page = the_page(coordinator, cohort)
    assert "is closed" in page
    assert reverse("programmes:close", args=[cohort.public_id]) not in page
    settings = coordinator.get(reverse("programmes:cohort-settings", args=[cohort.public_id]))
    assert "Save the settings" not in settings.content.decode()


def test_the_policy_is_edited_in_words(coordinator: Client, cohort: Cohort) -> None:
    url = reverse("programmes:policy", args=[cohort.public_id])
    plain = MatchingPolicy().write()
    sent = {"objective": "worst-first", "strength": "0.5", "siblings_reports": "on"}
    sent |= {f"weight_{key}": word for key, word in plain["weights"].items()}
    sent |= {"weight_mixing": "must", "minimum_step": "2", "line_depth": "4"}
    sent |= {"mentor_level": "5", "minimum_overlap": "30", "same_unit": "on"}
    sent |= {"answer_days": "14", "remind_days": "5", "requests": "on"}
    assert coordinator.post(url, sent).status_code == 302
    cohort.refresh_from_db()
    policy = read(cohort.policy)
    assert (policy.objective, policy.weights.mixing) == ("worst-first", "must")
    assert (policy.rules.minimum_step, policy.rules.minimum_overlap) == (2, 30)
    assert (policy.rules.same_unit, policy.rules.previous) == ("exclude", "allow")
    assert policy.consent == Consent(answer_days=14, remind_days=5, requests=True)
    wrong = coordinator.post(url, sent | {"mentor_level": "9"})
    assert "8" in wrong.content.decode()
    assert wrong.status_code == 200
    coordinator.post(url, {"reset": "1"})
    cohort.refresh_from_db()
    assert read(cohort.policy) == MatchingPolicy()


@pytest.mark.parametrize("name", ["cohort", "policy", "cohort-settings", "enrolments", "enrol"])
def test_an_address_that_means_nothing_is_not_found(coordinator: Client, name: str) -> None:
    assert coordinator.get(reverse(f"programmes:{name}", args=["nothing"])).status_code == 404


def test_the_list_costs_the_same_with_one_and_three(
    coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("programmes:list")
    a_cohort()
    coordinator.get(url)
    with django_assert_num_queries(8):
        coordinator.get(url)
    an_enrolment(a_cohort(), "mentor")
    a_cohort()
    with django_assert_num_queries(8):
        page = coordinator.get(url).content.decode()
    assert page.count("Autumn 2026") == 3
