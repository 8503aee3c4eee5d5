"""Charter, cohort, opening and closing: the gate, the audit, the refusals."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import THEN
from tests.factories.programmes import START, a_cohort, a_programme, an_enrolment
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions import cohorts, programmes
from viceversa.programmes.models import Cohort, Objective, Programme
from viceversa.programmes.queries import cohorts as queries
from viceversa.programmes.queries.programmes import charter_of, gaps, sponsor_takes_part
from viceversa.programmes.rules.eligibility import Eligibility, Limits
from viceversa.programmes.rules.eligibility import read as read_limits
from viceversa.programmes.rules.policy import MatchingPolicy, Rules, read
from viceversa.programmes.rules.timeline import propose

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}


def verbs() -> list[str]:
    """Return the verbs of the audit in order."""
    return list(Line.objects.order_by("pk").values_list("verb", flat=True))


def test_a_cohort_does_not_open_before_its_charter_is_complete() -> None:
    programme = a_programme(complete=False)
    cohort = a_cohort(programme=programme, opened=False)
    with pytest.raises(cohorts.UnableToOpenCohort) as caught:
        cohorts.open_cohort(cohort=cohort, **WHO)
    assert len(caught.value.details) == 7
    cohort.refresh_from_db()
    assert cohort.state == "draft"
    assert "cohort.opened" not in verbs()


def test_a_cohort_opens_once_and_closes_once() -> None:
    cohort = a_cohort()
    assert (cohort.state, cohort.opened_at) == ("open", THEN)
    with pytest.raises(cohorts.UnableToOpenCohort):
        cohorts.open_cohort(cohort=cohort, **WHO)
    closed = cohorts.close_cohort(cohort=cohort, **WHO)
    assert (closed.state, closed.closed_at) == ("closed", THEN)
    with pytest.raises(cohorts.UnableToCloseCohort):
        cohorts.close_cohort(cohort=cohort, **WHO)
    assert verbs()[-2:] == ["cohort.opened", "cohort.closed"]


def test_a_closed_cohort_is_not_changed() -> None:
    cohort = cohorts.close_cohort(cohort=a_cohort(), **WHO)
    with pytest.raises(cohorts.UnableToChangeCohort):
        cohorts.set_policy(cohort=cohort, policy=MatchingPolicy(objective="best-fit"), **WHO)
    with pytest.raises(cohorts.UnableToChangeCohort):
        cohorts.change_cohort(
            cohort=cohort, name="New", preset="light", dates=propose("light", START),
            eligibility=Eligibility(), **WHO,
        )  # fmt: skip


def test_the_charter_is_saved_whole_and_saving_it_again_leaves_no_line() -> None:
    programme = a_programme()
    assert gaps(programme) == ()
    before = verbs()
    programmes.save_charter(programme=programme, charter=charter_of(programme), **WHO)
    assert verbs() == before
    changed = replace(charter_of(programme), objectives=(("A", "a"), ("B", "b")))
    programmes.save_charter(programme=programme, charter=changed, **WHO)
    assert charter_of(Programme.objects.get(pk=programme.pk)) == changed
    assert verbs() == [*before, "charter.changed"]


def test_two_programmes_or_cohorts_of_one_name_are_refused() -> None:
    programme = a_programme("Reverse mentoring")
    with pytest.raises(programmes.UnableToFoundProgramme, match="reverse MENTORING"):
        programmes.create_programme(name=" reverse MENTORING ", **WHO)
    a_cohort("Autumn", programme=programme)
    with pytest.raises(cohorts.UnableToChangeCohort, match="AUTUMN"):
        a_cohort("AUTUMN", programme=programme)
    a_cohort("Autumn")  # another programme may have its own


def test_dates_in_the_wrong_order_are_refused_and_nothing_is_written() -> None:
    dates = replace(propose("standard", START), matching_on=START + timedelta(days=1))
    with pytest.raises(cohorts.UnableToChangeCohort, match="The first meetings must come after"):
        a_cohort(dates=dates)
    assert not Cohort.objects.exists()


def test_settings_and_policy_are_kept_and_audited_only_when_they_change() -> None:
    cohort = a_cohort()
    limits = Eligibility(mentor=Limits(highest_level=4, sites=("Bari",)))
    kept = {"cohort": cohort, "name": cohort.name, "preset": "duo", "dates": propose("duo", START)}
    cohorts.change_cohort(**kept, eligibility=limits, **WHO)
    cohorts.change_cohort(**kept, eligibility=limits, **WHO)
    policy = MatchingPolicy(objective="best-fit", rules=Rules(line_depth=2))
    cohorts.set_policy(cohort=cohort, policy=policy, **WHO)
    cohorts.set_policy(cohort=cohort, policy=policy, **WHO)
    stored = Cohort.objects.get(pk=cohort.pk)
    assert read(stored.policy) == policy
    assert read_limits(stored.eligibility) == limits
    assert verbs()[-2:] == ["cohort.changed", "policy.changed"]


def test_the_database_itself_refuses_a_cohort_that_ends_before_it_starts() -> None:
    programme = a_programme()
    with pytest.raises(IntegrityError), transaction.atomic():
        Cohort.objects.create(
            programme=programme, name="x", starts_on=START, ends_on=START, created_at=THEN
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Objective.objects.create(programme=programme, position=6, text="x", measure="y")


def test_the_sponsor_takes_part_as_a_mentee_and_not_otherwise() -> None:
    cohort = a_cohort()
    sponsor = cohort.programme.sponsor
    assert not sponsor_takes_part(cohort)
    an_enrolment(cohort, "mentor", sponsor)
    assert not sponsor_takes_part(cohort)
    an_enrolment(cohort, "mentee", sponsor)
    assert sponsor_takes_part(cohort)


def test_figures_count_roles_states_and_what_is_missing() -> None:
    cohort = a_cohort()
    an_enrolment(cohort, "mentor")
    an_enrolment(
        cohort,
        "mentee",
        first=(("podcasts", 2),),
        back=(("visibility", 5),),
        windows=((0, 540, 600),),
    )
    figures = queries.figures(cohort)
    assert (figures.mentors, figures.mentees, figures.incomplete) == (1, 1, 1)
    assert figures.reached("mentor", "invited") == 1


def test_open_cohorts_come_with_the_newest_start_first() -> None:
    early = a_cohort("Spring", dates=propose("light", date(2026, 3, 2)))
    late = a_cohort("Autumn")
    a_cohort("Draft", opened=False)
    assert queries.open_cohorts() == [late, early]
