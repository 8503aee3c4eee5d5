"""One of everything that belongs to somebody, and everybody who could try to reach it."""

from dataclasses import dataclass
from datetime import timedelta

from django.test import Client

from tests.cast import THEN, user
from tests.factories.care import a_counsellor
from tests.factories.learning import a_self_check
from tests.factories.meetings import a_delegate, a_meeting_bond
from tests.factories.plans import prepare_and_keep
from tests.factories.relationships import Bond, signed_in, user_of
from viceversa.matching.models import Ask, Offer
from viceversa.measurement.actions import share
from viceversa.programmes.models import Invitation, Supervision
from viceversa.relationships.actions import conversation, write_note
from viceversa.relationships.actions.care import raise_concern
from viceversa.relationships.actions.closing import issue_letter
from viceversa.relationships.actions.meetings import subscribe
from viceversa.relationships.choices import ConcernHelp, NoteScope, RelationshipState
from viceversa.relationships.models import (
    AgendaItem,
    Experiment,
    Goal,
    GoalStep,
    Member,
    Nudge,
    Question,
    Relationship,
    Series,
)

MENTOR, MENTEE = 0, 1


@dataclass(frozen=True, slots=True)
class World:
    """`values` are ids by what stands in an address, `clients` are signed in by part."""

    values: dict[str, object]
    clients: dict[str, Client]


def a_world() -> World:
    """Make a relationship with everything in it; its mentor wrote what has one author."""
    bond = a_meeting_bond(state=RelationshipState.AGREED)
    bond.begin()
    bond.sign(MENTOR)
    counsellor = a_counsellor(bond)
    marta, _person, delegation = a_delegate(bond)
    values = _inside(bond) | _beside(bond) | {"delegation": delegation.public_id}
    clients = {
        "mentor": bond.client(MENTOR),
        "mentee": bond.client(MENTEE),
        "delegate": signed_in(marta),
        "counsellor": signed_in(user_of(counsellor)),
        "office": signed_in(user("both")),  # every permission there is
        "another mentee": a_meeting_bond().client(MENTEE),
        "guest": Client(),
    }
    return World(values, clients)


def _inside(bond: Bond) -> dict[str, object]:
    """Write into a relationship whatever can be written."""
    mentor, who = _seat(bond, MENTOR), {"actor": bond.actor(MENTOR), "now": THEN}
    meeting = prepare_and_keep(bond)
    note = write_note(member=mentor, scope=NoteScope.PRIVATE, text="Words", **who)
    entry = conversation.write(member=mentor, text="Words", now=THEN)
    concern = raise_concern(member=mentor, help=ConcernHelp.TALK, text="Words", now=THEN)
    Relationship.objects.filter(pk=bond.relationship.pk).update(state="closing")
    letter = issue_letter(
        member=_seat(bond, MENTOR), with_topics=True, language="en", today=THEN.date(), **who
    )
    Relationship.objects.filter(pk=bond.relationship.pk).update(state="agreed")
    return {
        "relationship": bond.relationship.public_id,
        "meeting_id": meeting.public_id,
        "item": AgendaItem.objects.filter(kind="plain").values_list("pk", flat=True)[0],
        "experiment_id": Experiment.objects.get().public_id,
        "goal_id": Goal.objects.get().public_id,
        "step": GoalStep.objects.get().pk,
        "question_id": Question.objects.get().public_id,
        "note_id": note.public_id,
        "entry_id": entry.public_id,
        "concern_id": concern.public_id,
        "letter": letter.public_id,
        "number": 1,
        **_planned(bond),
    }


def _planned(bond: Bond) -> dict[str, object]:
    """Let meetings repeat, and let a push be due."""
    series = Series.objects.create(
        relationship=bond.relationship,
        first_on=THEN.date() + timedelta(days=20),
        at_minute=600,
        time_zone="Europe/Rome",
        every_weeks=2,
        count=3,
        minutes=45,
        created_at=THEN,
    )
    nudge = Nudge.objects.create(
        relationship=bond.relationship, signal="quiet", since=THEN, told_at=THEN, shown_at=THEN
    )
    return {"series_id": series.public_id, "nudge": nudge.public_id}


def _beside(bond: Bond) -> dict[str, object]:
    """Give the mentee what belongs to one person: a place, a self-check, a calendar, a question."""
    mentor, mentee = (_seat(bond, index) for index in (MENTOR, MENTEE))
    assert mentee.enrolment and mentor.enrolment
    check = a_self_check(bond, MENTEE, {"1.2": "base"})
    share(self_check=check, member=mentee, actor=bond.actor(MENTEE), now=THEN)
    feed = subscribe(
        person=mentee.person,
        address="https://calendar.example/a.ics",
        actor=bond.actor(MENTEE),
        now=THEN,
    )
    Invitation.objects.create(
        enrolment=mentee.enrolment,
        sent_at=THEN,
        last_sent_at=THEN,
        expires_at=THEN + timedelta(days=30),
    )
    return {
        "cohort": bond.relationship.cohort.public_id,
        "place": mentee.enrolment.public_id,
        "other_id": mentor.enrolment.public_id,
        "self_check": check.public_id,
        "feed": feed.public_id,
        **_asked(mentee),
    }


def _asked(mentee: Member) -> dict[str, object]:
    """Ask the mentee about a pair, and offer mentors a seat among themselves."""
    offer = Offer.objects.create(cohort=mentee.relationship.cohort, offered_at=THEN)
    question = Ask.objects.create(
        offer=offer,
        enrolment=mentee.enrolment,
        asked_at=THEN,
        expires_at=THEN + timedelta(days=10),
    )
    circle = Supervision.objects.create(
        cohort=mentee.relationship.cohort,
        starts_at=THEN + timedelta(days=9),
        host="Teresa Moroni",
        place="Room 4",
        uid="circle@viceversa",
        created_at=THEN,
    )
    return {"question": question.public_id, "supervision": circle.public_id}


def _seat(bond: Bond, index: int) -> Member:
    related = ("person", "enrolment", "relationship__cohort__programme__counsellor")
    return Member.objects.select_related(*related).get(pk=bond.members[index].pk)
