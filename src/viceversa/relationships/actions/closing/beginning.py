"""A planned end begins: by itself near the end of the period, or when a member says so."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind
from viceversa.programmes.rules.timeline import RHYTHMS
from viceversa.relationships.actions.closing.telling import locked, page, present, tell
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.actions.moving import move
from viceversa.relationships.choices import MeetingState, RelationshipState
from viceversa.relationships.models import Closing, Member, Relationship
from viceversa.relationships.rules.closing import times

COMING_TO_AN_END = (
    RelationshipState.OPENED,
    RelationshipState.AGREED,
    RelationshipState.ACTIVE,
)


class UnableToClose(UnableTo):
    """The relationship is not one that could come to a planned end now."""


def begin_closing(*, member: Member, today: date, now: datetime) -> Relationship:
    """Begin the planned end because a member says it is time; the others are told it has begun."""
    with transaction.atomic():
        relationship = locked(member.relationship_id)
        if relationship.state == RelationshipState.CLOSING:
            return relationship
        if relationship.state != RelationshipState.ACTIVE:
            raise UnableToClose(
                _("A planned end follows meetings. To stop before, end the relationship.")
            )
        return _begin(relationship, today, now, without=member)


def begin_due(*, today: date, now: datetime) -> int:
    """Begin every planned end that is due; return how many. Running twice begins each once."""
    held = Count("meetings", filter=Q(meetings__state=MeetingState.HELD))
    rows = (
        Relationship.objects.filter(state__in=COMING_TO_AN_END)
        .select_related("cohort")
        .annotate(held=held)
        .order_by("pk")
    )
    due = [
        row
        for row in rows
        if times.begins(
            state=row.state,
            until=row.until,
            today=today,
            held=row.held,
            planned=RHYTHMS[row.cohort.preset].meetings,
        )
    ]
    for row in due:
        with transaction.atomic():
            relationship = locked(row.pk)
            if relationship.state == row.state:  # nobody was faster
                _begin(relationship, today, now)
    return len(due)


def _begin(
    relationship: Relationship, today: date, now: datetime, *, without: Member | None = None
) -> Relationship:
    moved = move(relationship=relationship, to=RelationshipState.CLOSING, actor=NEUTRAL, now=now)
    due_on = times.due(today=today, until=relationship.until)
    Closing.objects.create(relationship=moved, begun_at=now, due_on=due_on)
    members = present(moved)
    tell(
        kind=Kind.CLOSING_BEGUN,
        relationship=relationship,
        readers=[one for one in members if without is None or one.pk != without.pk],
        members=members,
        path=page(relationship, "close/"),
        now=now,
        due_on=due_on,
    )
    return moved
