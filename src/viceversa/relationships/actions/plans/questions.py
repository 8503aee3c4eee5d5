"""What a mentor hopes to hear: asked once, answered in two lines or promised for the meeting."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.choices import Kind
from viceversa.relationships.actions.plans.ground import note_down, open_relationship, words
from viceversa.relationships.choices import Format, MemberRole
from viceversa.relationships.messages.plans import tell_one
from viceversa.relationships.models import Member, Question

LONGEST, ANSWER = 300, 600  # characters


class UnableToAsk(UnableTo):
    """The question cannot be asked or answered like this."""


def ask_question(*, member: Member, text: str, actor: Actor, now: datetime) -> Question:
    """Ask the mentees something; the asker’s earlier question, if open, gives way to it."""
    asked = words(text, LONGEST, UnableToAsk)
    with transaction.atomic():
        relationship = open_relationship(member, UnableToAsk)
        if member.role != MemberRole.MENTOR and relationship.format != Format.CIRCLE:
            raise UnableToAsk(_("Mentors ask here; what you would like goes on the agenda."))
        Question.objects.filter(asked_by=member, closed_at=None).update(closed_at=now)
        question = Question.objects.create(
            relationship=relationship, asked_by=member, text=asked, asked_at=now
        )
        note_down(Verb.AGENDA_CHANGED, member, actor, now)
    return question


def answer_question(
    *, member: Member, question: Question, text: str, actor: Actor, now: datetime
) -> Question:
    """Answer in a few lines and tell who asked."""
    said = words(text, ANSWER, UnableToAsk)
    with transaction.atomic():
        current = _open(member, question)
        current.answer, current.answered_by, current.closed_at = said, member, now
        current.save(update_fields=["answer", "answered_by", "closed_at"])
        note_down(Verb.AGENDA_CHANGED, member, actor, now)
        tell_one(Kind.AGENDA_ANSWER, member, current.asked_by, now)
    return current


def promise_answer(*, member: Member, question: Question, actor: Actor, now: datetime) -> Question:
    """Keep the question for the next meeting; it stays on the agenda and off the home page."""
    with transaction.atomic():
        current = _open(member, question)
        current.promised_at = current.promised_at or now
        current.save(update_fields=["promised_at"])
        note_down(Verb.AGENDA_CHANGED, member, actor, now)
    return current


def _open(member: Member, question: Question) -> Question:
    open_relationship(member, UnableToAsk)
    found = (
        Question.objects.select_for_update(of=("self",))
        .select_related("asked_by__person")
        .filter(pk=question.pk, relationship=member.relationship_id, closed_at=None)
        .first()
    )
    if found is None:
        raise UnableToAsk(_("This question has been answered, or gave way to another."))
    if found.asked_by_id == member.pk:
        raise UnableToAsk(_("This question is yours: the others answer it."))
    return found
