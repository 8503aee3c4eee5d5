"""A relationship that pauses until a day: either side, no reason, back by itself or by hand."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.closing.telling import locked, page, present, tell
from viceversa.relationships.actions.meetings import clear_ahead
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.actions.moving import move
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Agreement, Member, Relationship, Rest
from viceversa.relationships.rules.closing.times import rest_fault

PAUSING = (RelationshipState.OPENED, RelationshipState.AGREED, RelationshipState.ACTIVE)


class UnableToRest(UnableTo):
    """The relationship cannot pause, or not until that day."""


@transaction.atomic
def pause(*, member: Member, until: date, today: date, now: datetime) -> Relationship:
    """Pause a relationship until a day; open meetings are taken off and the others told the date.

    `today` is the member's own day. The audit and the others are not told who asked for it.
    """
    relationship = locked(member.relationship_id)
    if relationship.state == RelationshipState.PAUSED:
        raise UnableToRest(_("This relationship is paused already. Resume it first."))
    if relationship.state not in PAUSING:
        raise UnableToRest(_("This relationship is coming to its end and cannot pause any more."))
    faults = {
        "past": _("Choose a day from tomorrow on."),
        "far": _("A pause lasts six months at most: choose an earlier day."),
    }
    fault = rest_fault(today=today, until=until)
    if fault:
        raise UnableToRest(faults[fault])
    clear_ahead(relationship=relationship, now=now)
    Rest.objects.create(
        relationship=relationship, former=relationship.state, since=now, until=until
    )
    relationship = move(
        relationship=relationship, to=RelationshipState.PAUSED, actor=NEUTRAL, now=now
    )
    _record(Verb.RELATIONSHIP_PAUSED, relationship, now, until=until.isoformat())
    _tell(relationship, member, now, until=until)
    return relationship


@transaction.atomic
def resume(*, relationship: Relationship, member: Member | None, now: datetime) -> Relationship:
    """End a pause: back to where it began, and everybody but `member` is told; once only."""
    current = locked(relationship.pk)
    found = Rest.objects.filter(relationship=current).first()
    if found is None or current.state != RelationshipState.PAUSED:
        return current
    to = RelationshipState(found.former)
    signed = Agreement.objects.filter(relationship=current, versions__in_force_at__isnull=False)
    if to == RelationshipState.OPENED and signed.exists():
        to = RelationshipState.AGREED  # it was signed meanwhile
    found.delete()
    current = move(relationship=current, to=to, actor=NEUTRAL, now=now)
    _record(Verb.RELATIONSHIP_RESUMED, current, now)
    _tell(current, member, now, until=None)
    return current


def resume_due(*, today: date, now: datetime) -> int:
    """Resume every relationship whose day has come; return how many. A closed one stays closed."""
    due = Relationship.objects.filter(
        state=RelationshipState.PAUSED, rest__until__lte=today
    ).order_by("pk")
    found = list(due)
    for relationship in found:
        resume(relationship=relationship, member=None, now=now)
    return len(found)


def _tell(
    relationship: Relationship, member: Member | None, now: datetime, *, until: date | None
) -> None:
    members = present(relationship)
    tell(
        kind=Kind.CLOSING_PAUSED,
        relationship=relationship,
        readers=[one for one in members if member is None or one.pk != member.pk],
        members=members,
        path=page(relationship),
        now=now,
        until=until,
    )


def _record(verb: Verb, relationship: Relationship, now: datetime, **facts: object) -> None:
    record(
        actor=NEUTRAL,
        now=now,
        verb=verb,
        subject=f"relationship:{relationship.public_id}",
        **facts,
    )
