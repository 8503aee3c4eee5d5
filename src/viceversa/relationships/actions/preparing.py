"""Before the first meeting: remind whoever has not come to the briefing yet, once."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from viceversa.programmes.actions.briefing import remind
from viceversa.programmes.models import Briefing
from viceversa.relationships.choices import MeetingState, RelationshipState
from viceversa.relationships.models import Meeting, Member

SOON = timedelta(days=3)  # before the first meeting
UNDATED = timedelta(days=5)  # after opening, where no meeting has a time yet
AHEAD = (MeetingState.PROPOSED, MeetingState.AGREED)


def remind_of_briefing(*, now: datetime) -> int:
    """Remind the members whose first meeting is near; return how many. Twice reminds once.

    Where nothing is planned yet it happens five days after the relationship was opened. Whoever
    has met already is left in peace.
    """
    met = Meeting.objects.filter(relationship=OuterRef("relationship"), state=MeetingState.HELD)
    done = Briefing.objects.filter(enrolment=OuterRef("enrolment"))
    waiting = (
        Member.objects.filter(
            relationship__state__in=(RelationshipState.OPENED, RelationshipState.AGREED),
            enrolment__isnull=False,
        )
        .exclude(Exists(met))
        .exclude(Exists(done.filter(completed_on__isnull=False)))
        .exclude(Exists(done.filter(reminded_at__isnull=False)))
        .select_related("relationship", "enrolment__person", "enrolment__cohort__programme")
        .order_by("pk")
    )
    first = _first_meetings([member.relationship_id for member in waiting], now)
    reminded = 0
    for member in waiting:
        meets_at = first.get(member.relationship_id)
        near = meets_at <= now + SOON if meets_at else member.relationship.opened_at + UNDATED < now
        if near and member.enrolment is not None:
            reminded += remind(enrolment=member.enrolment, meets_at=meets_at, now=now)
    return reminded


def _first_meetings(relationships: list[int], now: datetime) -> dict[int, datetime]:
    """Return when each relationship meets for the first time, where that is known."""
    rows = Meeting.objects.filter(
        relationship__in=relationships, state__in=AHEAD, starts_at__gt=now
    ).order_by("-starts_at")
    return dict(rows.values_list("relationship", "starts_at"))  # the earliest is written last
