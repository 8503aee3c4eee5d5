"""Issuing a letter: its facts are fixed, its number goes into the audit."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.kernel.public_id import new_public_id
from viceversa.notifications.models import Postbox
from viceversa.programmes.models import Topic
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.messages.letter import Kept, letter
from viceversa.relationships.models import Letter, Member
from viceversa.relationships.queries.meetings import held
from viceversa.relationships.rules.closing.letters import number_of

ENDING = (RelationshipState.CLOSING, RelationshipState.CLOSED)


class UnableToIssue(UnableTo):
    """There is nothing to write a letter about yet."""


@transaction.atomic
def issue_letter(
    *, member: Member, with_topics: bool, language: str, today: date, actor: Actor, now: datetime
) -> Letter:
    """Issue a member's letter in a language; `with_topics` is their own tick.

    Another letter with other words may follow; each has its number. The audit keeps number and
    member's role, never what the letter says.
    """
    relationship = member.relationship
    if relationship.state not in ENDING:
        raise UnableToIssue(_("A letter is written once the relationship comes to its end."))
    lengths = tuple(meeting.minutes for meeting in held(relationship))
    if not lengths:
        raise UnableToIssue(_("A letter tells of meetings, and none was held."))
    topics = _topics(member, language) if with_topics else None
    number = number_of(new_public_id())
    kept = _kept(member, number, lengths, topics, today)
    issued = Letter.objects.create(
        member=member,
        number=number,
        language=language,
        facts=letter(kept, language),
        issued_at=now,
    )
    record(
        actor=actor,
        now=now,
        verb=Verb.LETTER_ISSUED,
        subject=f"relationship:{relationship.public_id}",
        number=number,
        role=member.role,
    )
    return issued


def _kept(
    member: Member,
    number: str,
    lengths: tuple[int, ...],
    topics: tuple[str, ...] | None,
    today: date,
) -> Kept:
    relationship = member.relationship
    programme, closed = relationship.cohort.programme, relationship.closed_at
    sponsor = programme.sponsor
    return Kept(
        name=member.person.name,
        role=member.role,
        programme=programme.name,
        organisation=settings.ORGANISATION or _organisation(),
        begun_on=relationship.opened_at.date(),
        ended_on=closed.date() if closed else today,
        issued_on=today,
        lengths=lengths,
        topics=topics,
        sponsor=sponsor.name if sponsor else "",
        sponsor_title=sponsor.title if sponsor else "",
        number=number,
    )


def _topics(member: Member, language: str) -> tuple[str, ...]:
    """Return what the member's side gave, by name; in a circle, all of it."""
    exchange = member.relationship.exchange
    codes = exchange.get(member.role, [])
    with override(language):
        names = {topic.code: topic.name for topic in Topic.objects.filter(code__in=codes)}
    return tuple(names[code] for code in codes if code in names)


def _organisation() -> str:
    return Postbox.objects.values_list("organisation", flat=True).first() or ""
