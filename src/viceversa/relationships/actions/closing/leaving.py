"""Somebody leaves a circle that goes on: their calendar is cleared, nothing waits for them."""

from datetime import datetime

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import links
from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.agreement import go_on_without
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.actions.meetings.proposing import settle, waiting_for
from viceversa.relationships.actions.meetings.telling import News, tell
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models import Assent, Meeting, Member, Relationship, Tap
from viceversa.relationships.queries.meetings.reading import AHEAD


def leave(*, member: Member, relationship: Relationship, now: datetime) -> None:
    """Take one member out of a locked circle inside the caller's transaction.

    Their calendar hears that the meetings are off, and their links end; the others keep theirs. A
    time or words of the agreement that waited only for them are settled.
    """
    ahead = list(
        Meeting.objects.select_for_update(of=("self",))
        .filter(relationship=relationship, state__in=AHEAD, starts_at__gt=now)
        .select_related("relationship__cohort", "series")
    )
    for meeting in ahead:
        only = frozenset({member.pk})
        tell(news=News(Kind.MEETING_CANCELLED, "CANCEL", to=only), meeting=meeting, now=now)
    links.revoke(Tap.objects.filter(member=member), now)
    Assent.objects.filter(member=member).delete()
    member.left_at = now
    member.save(update_fields=["left_at"])
    for meeting in ahead:
        if meeting.state == MeetingState.PROPOSED and _all_said_yes(meeting):
            settle(meeting, now)
            news = News(Kind.MEETING_AGREED, "REQUEST", (TapPurpose.MOVE,))
            tell(news=news, meeting=meeting, now=now)
    go_on_without(relationship=relationship, actor=NEUTRAL, now=now)
    record(
        actor=NEUTRAL,
        now=now,
        verb=Verb.RELATIONSHIP_MOVED,
        subject=f"relationship:{relationship.public_id}",
        former=relationship.state,
        state=relationship.state,
        left=1,
    )


def _all_said_yes(meeting: Meeting) -> bool:
    """Tell whether somebody said yes to a time and nobody's yes is missing any more."""
    return Assent.objects.filter(meeting=meeting).exists() and not waiting_for(meeting)
