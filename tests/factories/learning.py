"""People who prepare: a pair with places in a cohort that runs today, and what they answered."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from tests.cast import THEN
from tests.factories.meetings import a_meeting_bond
from tests.factories.relationships import Bond
from viceversa.kernel import clock
from viceversa.measurement.actions import answer, begin_self_check
from viceversa.measurement.models import SelfCheck
from viceversa.programmes.models import Cohort, Enrolment


def today() -> date:
    """Return the day it is for this run of the tests."""
    return localdate(clock.now())


def a_learning_pair(mentors: int = 1) -> Bond:
    """Open a relationship whose cohort began thirty days ago."""
    bond = a_meeting_bond(mentors, state=None)
    Cohort.objects.filter(pk=bond.relationship.cohort_id).update(
        starts_on=today() - timedelta(days=30),
        midpoint_on=today() + timedelta(days=60),
        ends_on=today() + timedelta(days=150),
    )
    bond.relationship.cohort.refresh_from_db()
    for member in bond.members:
        member.relationship.cohort.refresh_from_db()
    return bond


def place_of(bond: Bond, index: int) -> Enrolment:
    """Return the enrolment of member number `index`, with cohort and person."""
    rows = Enrolment.objects.select_related("cohort__programme", "person")
    return rows.get(person=bond.members[index].person)


def a_self_check(
    bond: Bond,
    index: int,
    said: Mapping[str, str | None],
    *,
    wave: str = "baseline",
    now: datetime = THEN,
    **more: object,
) -> SelfCheck:
    """Let a member begin a self-check and answer: bands by competence, None to pass."""
    person = bond.members[index].person
    row = begin_self_check(
        person=person,
        cohort=bond.relationship.cohort,
        wave=wave,
        actor=bond.actor(index),
        now=now,
    )
    for code, band in said.items():
        row = answer(
            self_check=row,
            code=code,
            band=band,
            actor=bond.actor(index),
            now=now,
            **more,  # type: ignore[arg-type]  # keywords of answer
        )
    return row
