"""What calendars answer: an accepted invitation is a yes, a declined one asks for another time."""

from dataclasses import dataclass
from datetime import datetime

from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions.meetings.moving import ask_another_time
from viceversa.relationships.actions.meetings.proposing import accept
from viceversa.relationships.actions.meetings.repeating import accept_series
from viceversa.relationships.choices import MeetingState, RelationshipState
from viceversa.relationships.models import Meeting, Member, Series
from viceversa.relationships.queries.meetings.delegates import delegations
from viceversa.relationships.rules.meetings import replies


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer did: `accepted`, `another` time asked for, or nothing (`ignored`)."""

    meeting: str
    outcome: str


def take_reply(*, content: bytes, now: datetime) -> list[Taken]:
    """Read one mail from the mailbox of replies and do what it says; [] for any other mail.

    It counts where the sender is a member or their delegate, knows the meeting by the name that
    went out with the invitation, and answers the time as it stands now. Twice is once.
    """
    found = []
    for reply in replies.read(content):
        for meeting in _about(reply):
            member = _answers_for(meeting, reply.email)
            if member is None:
                continue
            outcome = _do(meeting, member, reply, now)
            found.append(Taken(meeting.public_id, outcome))
    return found


def _do(meeting: Meeting, member: Member, reply: replies.Reply, now: datetime) -> str:
    known = meeting.series.sequence if _whole(meeting, reply) and meeting.series else None
    if reply.sequence < (meeting.sequence if known is None else known):
        return "ignored"  # about a time that is no longer the one
    try:
        if reply.answer == "another":
            if meeting.state not in (MeetingState.PROPOSED, MeetingState.AGREED):
                return "ignored"
            ask_another_time(meeting=meeting, member=member, now=now)
            return "another"
        if _whole(meeting, reply) and meeting.series:
            return (
                "accepted"
                if accept_series(series=meeting.series, member=member, now=now)
                else ("ignored")
            )
        accept(meeting=meeting, member=member, now=now)
    except UnableTo:
        return "ignored"  # over, taken off or closed meanwhile
    return "accepted"


def _about(reply: replies.Reply) -> list[Meeting]:
    """Return what a reply is about; of a whole series, its first meeting that waits."""
    rows = Meeting.objects.select_related("relationship__cohort", "series").exclude(
        relationship__state=RelationshipState.CLOSED
    )
    single = list(rows.filter(uid=reply.uid, series=None))
    if single:
        return single
    series = Series.objects.filter(uid=reply.uid).first()
    if series is None:
        return []
    of_series = rows.filter(series=series)
    if reply.occurrence is not None:
        return list(of_series.filter(recurs_at=reply.occurrence))
    waiting = of_series.filter(state__in=(MeetingState.PROPOSED, MeetingState.AGREED))
    return list(waiting.order_by("starts_at", "pk")[:1])


def _whole(meeting: Meeting, reply: replies.Reply) -> bool:
    return meeting.series_id is not None and reply.occurrence is None


def _answers_for(meeting: Meeting, email: str) -> Member | None:
    """Return the member whose answer a sender may give: their own, or as delegate."""
    members = list(
        Member.objects.filter(relationship=meeting.relationship_id).select_related("person")
    )
    for member in members:
        if member.person.email.lower() == email:
            return member
    named = delegations(m.person_id for m in members if m.role == "mentee")
    for member in members:
        delegation = named.get(member.person_id)
        if delegation and member.role == "mentee" and delegation.delegate.email.lower() == email:
            return member
    return None
