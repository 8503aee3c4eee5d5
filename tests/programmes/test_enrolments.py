"""Enrolment by hand: eligibility, contents, withdrawing, what matching reads."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.cast import THEN
from tests.factories.programmes import START, a_cohort, a_person, an_enrolment
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions import cohorts
from viceversa.programmes.actions import enrolments as actions
from viceversa.programmes.models import Cohort, Enrolment, Preference, Topic, Wish
from viceversa.programmes.queries import candidates, enrolments
from viceversa.programmes.queries.candidates import Filters
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.queries.matching import admitted
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.eligibility import Eligibility, Limits
from viceversa.programmes.rules.timeline import propose

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}
FULL = {
    "first": (("ai-assistants", 6), ("podcasts", 5)),
    "back": (("visibility", 3),),
    "windows": ((0, 540, 660), (2, 840, 990)),
    "maximum": 2,
}


def limited(**limits: object) -> Cohort:
    """Return an open cohort whose mentors are limited."""
    mentor = Limits(**limits)  # type: ignore[arg-type]  # by name
    return a_cohort(eligibility=Eligibility(mentor=mentor))


def test_enrolling_admits_at_once_and_twice_is_once() -> None:
    cohort = a_cohort()
    people = [a_person(), a_person()]
    first = actions.enrol(cohort=cohort, people=people, role="mentor", maximum=2, **WHO)
    assert {(e.state, e.maximum) for e in first} == {("admitted", 2)}
    again = actions.enrol(cohort=cohort, people=[*people, people[0]], role="mentor", **WHO)
    assert again == []
    assert Enrolment.objects.count() == 2
    assert Line.objects.filter(verb="enrolment.added").count() == 1


def test_the_same_person_may_be_mentor_and_mentee() -> None:
    cohort = a_cohort()
    person = a_person()
    an_enrolment(cohort, "mentor", person)
    an_enrolment(cohort, "mentee", person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Enrolment.objects.create(cohort=cohort, person=person, role="mentor", enrolled_at=THEN)


def test_one_ineligible_person_stops_all_by_name_and_reason() -> None:
    cohort = limited(highest_level=4)
    fine, senior = a_person("Zoë Kovačević", level=2), a_person("Alberto Brambilla", level=8)
    with pytest.raises(actions.UnableToEnrol) as caught:
        actions.enrol(cohort=cohort, people=[fine, senior], role="mentor", **WHO)
    assert [str(detail) for detail in caught.value.details] == [
        "Alberto Brambilla: seniority above the limit"
    ]
    assert not Enrolment.objects.exists()
    actions.enrol(cohort=cohort, people=[senior], role="mentee", **WHO)  # no limit there


def test_nobody_is_enrolled_in_a_closed_cohort() -> None:
    cohort = cohorts.close_cohort(cohort=a_cohort(), **WHO)
    with pytest.raises(actions.UnableToEnrol, match="closed"):
        actions.enrol(cohort=cohort, people=[a_person()], role="mentor", **WHO)


def test_contents_are_kept_changed_and_audited_by_field() -> None:
    cohort = a_cohort()
    friend = a_person()
    enrolment = an_enrolment(cohort, "mentor", prefers=(friend.pk,), **FULL)
    stored = details_of([enrolment])[enrolment.pk]
    assert stored == Details(prefers=(friend.pk,), **FULL)
    lines = Line.objects.count()
    actions.change_enrolment(enrolment=enrolment, details=stored, **WHO)
    assert Line.objects.count() == lines
    fewer = Details(first=(("podcasts", 5),), maximum=2)
    actions.change_enrolment(enrolment=enrolment, details=fewer, **WHO)
    assert Line.objects.order_by("-pk")[0].facts["changed"] == [
        "first", "back", "windows", "prefers",
    ]  # fmt: skip
    assert Wish.objects.count() == 1
    assert not Preference.objects.exists()


def test_details_that_do_not_hold_together_are_refused_whole() -> None:
    enrolment = an_enrolment(a_cohort(), "mentee")
    wrong = Details(first=(("podcasts", 7),), windows=((1, 700, 600),))
    with pytest.raises(actions.UnableToChangeEnrolment) as caught:
        actions.change_enrolment(enrolment=enrolment, details=wrong, **WHO)
    assert "podcasts" in str(caught.value)
    assert len(caught.value.details) == 1
    assert not Wish.objects.exists()


def test_who_withdraws_keeps_everything_and_may_come_back() -> None:
    cohort = a_cohort()
    enrolment = an_enrolment(cohort, "mentor", **FULL)
    actions.withdraw(enrolment=enrolment, **WHO)
    actions.withdraw(enrolment=enrolment, **WHO)  # again: nothing more happens
    assert Line.objects.filter(verb="enrolment.withdrawn").count() == 1
    assert admitted(cohort) == []
    with pytest.raises(actions.UnableToChangeEnrolment, match="withdrawn"):
        actions.change_enrolment(enrolment=enrolment, details=Details(), **WHO)
    back = actions.readmit(enrolment=enrolment, **WHO)
    assert (back.state, back.withdrawn_at) == ("admitted", None)
    assert [one.offers for one in admitted(cohort)] == [FULL["first"]]


def test_waiting_grows_by_one_for_those_left_out() -> None:
    cohort = a_cohort()
    left, paired = an_enrolment(cohort, "mentor"), an_enrolment(cohort, "mentor")
    actions.add_waiting(enrolments=[left], **WHO)
    waited = dict(Enrolment.objects.values_list("pk", "waiting"))
    assert waited == {left.pk: 1, paired.pk: 0}


def test_matching_reads_both_directions_the_same_way_round() -> None:
    cohort = a_cohort()
    mentor = a_person(level=2, languages=["it", "fr"], time_zone="Europe/Paris")
    mentee = a_person(level=8)
    an_enrolment(cohort, "mentor", mentor, excludes=(mentee.pk,), **FULL)
    an_enrolment(
        cohort,
        "mentee",
        mentee,
        first=(("podcasts", 3),),
        back=(("visibility", 5),),
        languages=("en",),
    )
    one, other = admitted(cohort)
    assert (one.role, one.offers, one.wants) == ("mentor", FULL["first"], FULL["back"])
    assert (one.languages, one.time_zone) == (("it", "fr"), "Europe/Paris")
    assert (one.windows, one.excludes) == (FULL["windows"], (mentee.pk,))
    assert (other.role, other.wants, other.offers) == (
        "mentee", (("podcasts", 3),), (("visibility", 5),),
    )  # fmt: skip
    assert other.languages == ("en",)
    assert one.eligible


def test_matching_reads_any_number_in_three_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    cohort = a_cohort()
    an_enrolment(cohort, "mentor", **FULL)
    with django_assert_num_queries(3):
        admitted(cohort)
    for role in ("mentor", "mentee"):
        an_enrolment(cohort, role, first=(("podcasts", 1),), prefers=(a_person().pk,))
    with django_assert_num_queries(3):
        assert len(admitted(cohort)) == 3


def test_someone_who_left_since_is_told_to_matching_as_not_eligible() -> None:
    cohort = a_cohort()
    person = a_person(level=2)
    an_enrolment(cohort, "mentor", person)
    person.status = "left"
    person.save()
    [one] = admitted(cohort)
    assert one.ineligible == ("inactive",)


def test_candidates_are_filtered_and_say_why_not() -> None:
    cohort = limited(highest_level=4, tenure=6)
    fits = a_person("Irene Marchetti", level=3, site="Bari", unit="Altavalle > Digital > Data")
    senior = a_person("Ivo Bari", level=9, site="Bari", unit="Altavalle > Digital")
    fresh = a_person("Kevin Riva", level=2, hired_on=date(2026, 9, 1), unit="Altavalle > Legal")
    gone = a_person("Gaia Fiore", level=2, status="left")
    found = candidates.candidates(cohort, "mentor", Filters(search="marchetti IRENE"))
    assert list(found) == [fits]
    everyone = candidates.candidates(cohort, "mentor", Filters(eligible_only=False))
    assert gone not in everyone
    below = candidates.candidates(
        cohort, "mentor", Filters(unit="Altavalle > Digital", eligible_only=False)
    )
    assert set(below) == {fits, senior}
    why = {
        line.person: line.obstacles
        for line in candidates.lines(cohort, "mentor", [fits, senior, fresh])
    }
    assert why == {
        fits: (),
        senior: ("seniority above the limit",),
        fresh: ("not yet long enough in the company",),
    }
    an_enrolment(cohort, "mentor", fits)
    assert fits not in candidates.enrollable(cohort, "mentor", Filters())


def test_who_lacks_what_is_the_same_for_the_list_and_for_the_database() -> None:
    cohort = a_cohort(dates=propose("standard", START))
    whole = an_enrolment(cohort, "mentor", **FULL)
    bare = an_enrolment(cohort, "mentee", a_person(level=None, languages=[], manager_missing=True))
    told = {one.public_id: one.missing for one in enrolments.incomplete(cohort)}
    assert told == {
        bare.public_id: ("topics", "level", "manager", "exchange", "languages", "availability")
    }
    for code in told[bare.public_id]:
        assert list(enrolments.enrolments(cohort, lacking=code)) == [bare]
    page = enrolments.lines(list(enrolments.enrolments(cohort)))
    assert {line.enrolment: bool(line.missing) for line in page} == {whole: False, bare: True}


def test_a_topic_in_use_cannot_disappear() -> None:
    an_enrolment(a_cohort(), "mentor", **FULL)
    with pytest.raises(IntegrityError), transaction.atomic():
        Topic.objects.filter(code="podcasts").delete()
