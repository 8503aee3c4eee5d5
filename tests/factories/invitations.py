"""Invitations for tests, made through the real actions, with the token as the letter carries it."""

import re

from tests.cast import THEN
from tests.factories.programmes import a_cohort, a_person
from viceversa.kernel.actor import OPERATOR
from viceversa.notifications.models import Message
from viceversa.people.models import Person
from viceversa.programmes.actions.invitations import invite, open_mentors
from viceversa.programmes.models import Cohort, Enrolment, Invitation

ENTRANCE = re.compile(r"/i/[\w-]+/")


def an_invitation(
    cohort: Cohort | None = None, person: Person | None = None, role: str = "mentee"
) -> Invitation:
    """Invite somebody; a mentor after the second wave has begun."""
    cohort = cohort or a_cohort()
    if role == "mentor":
        open_mentors(cohort=cohort, actor=OPERATOR, now=THEN)
    person = person or a_person(level=7 if role == "mentee" else 2)
    [sent] = invite(cohort=cohort, people=[person], role=role, actor=OPERATOR, now=THEN)
    return sent


def path_in(message: Message, outbox: list[object]) -> str:
    """Return the path of the personal link of a message, in its row or as it was mailed."""
    words = message.text or next(
        mail.body  # type: ignore[attr-defined]  # an EmailMessage
        for mail in outbox
        if mail.extra_headers["Message-ID"] == message.message_id
    )
    found = ENTRANCE.search(words)
    assert found
    return found[0]


def newest(enrolment: Enrolment) -> Message:
    """Return the last message about an enrolment."""
    return Message.objects.filter(about=f"enrolment:{enrolment.public_id}").latest("pk")
