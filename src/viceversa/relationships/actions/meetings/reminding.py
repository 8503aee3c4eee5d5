"""Reminders: the day before, “Did you meet?” afterwards, and the first word after a week."""

from datetime import datetime, timedelta

from django.db import transaction

from viceversa.audit.choices import Verb
from viceversa.notifications.actions import Kind, enqueue
from viceversa.notifications.models import Message
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.actions.meetings import tapping
from viceversa.relationships.actions.meetings.gate import MEETING, write_down
from viceversa.relationships.actions.meetings.telling import PAGE, News, tell
from viceversa.relationships.choices import MeetingState, MemberRole, TapPurpose
from viceversa.relationships.models import Assent, Meeting, Member, Relationship
from viceversa.relationships.models.meeting import LONGEST
from viceversa.relationships.queries.meetings import naming
from viceversa.relationships.queries.meetings.delegates import readers
from viceversa.relationships.queries.meetings.free import seats
from viceversa.relationships.rules.meetings.numbering import FIRST_CONTACT

DAY_BEFORE = timedelta(hours=26)  # a working day ahead, whatever the hour of the job
UNANSWERED = timedelta(days=2)
STALE = timedelta(days=14)  # nobody is asked about a meeting that long ago
FIRST_ASKED_FOR = timedelta(days=14)  # after two weeks the momentum guard takes over


def remind(*, now: datetime) -> int:
    """Write every reminder that is due and return how many meetings or pairs; twice is once."""
    _lapse(now)
    return _before(now) + _after(now) + _first_contact(now)


@transaction.atomic
def _lapse(now: datetime) -> None:
    """Take off, silently, what was proposed for a time that passed two days ago unanswered.

    It is no move and no cancellation: nobody is told, and nothing counts it.
    """
    passed = Meeting.objects.select_for_update(of=("self",)).filter(
        state=MeetingState.PROPOSED, starts_at__lt=now - UNANSWERED
    )
    for row in passed.select_related("relationship"):
        row.state, row.another_time_at = MeetingState.CANCELLED, None
        row.save(update_fields=["state", "another_time_at"])
        Assent.objects.filter(meeting=row).delete()
        tapping.revoke(meeting=row, now=now)
        write_down(Verb.MEETING_CANCELLED, row, now, unanswered=True)


def _before(now: datetime) -> int:
    """Remind of what is agreed and less than a day away, unless it was agreed only just now."""
    due = Meeting.objects.filter(
        state=MeetingState.AGREED,
        reminded_at=None,
        starts_at__gt=now,
        starts_at__lte=now + DAY_BEFORE,
        agreed_at__lt=now - timedelta(hours=12),
        relationship__state__in=MEETING,
    )
    keys = list(due.values_list("pk", flat=True))
    return sum(_tell_once(pk, "reminded_at", Kind.MEETING_REMINDER, now) for pk in keys)


def _after(now: datetime) -> int:
    """Ask “Did you meet?” once a meeting is over."""
    due = Meeting.objects.filter(
        state=MeetingState.AGREED,
        asked_at=None,
        starts_at__lt=now,
        starts_at__gt=now - STALE,
        relationship__state__in=MEETING,
    )
    over = [
        pk
        for pk, starts_at, minutes in due.values_list("pk", "starts_at", "minutes")
        if starts_at + timedelta(minutes=min(minutes, LONGEST)) <= now
    ]
    return sum(_tell_once(pk, "asked_at", Kind.MEETING_CONFIRM, now) for pk in over)


@transaction.atomic
def _tell_once(pk: int, mark: str, kind: Kind, now: datetime) -> int:
    """Write a reminder unless another worker has; 1 where it was written."""
    row = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("relationship__cohort", "series")
        .get(pk=pk)
    )
    if row.state != MeetingState.AGREED or getattr(row, mark) is not None:
        return 0
    setattr(row, mark, now)
    row.save(update_fields=[mark])
    taps = (
        (TapPurpose.HELD, TapPurpose.MOVE) if kind == Kind.MEETING_CONFIRM else (TapPurpose.MOVE,)
    )
    return min(1, tell(news=News(kind, taps=taps), meeting=row, now=now))


def _first_contact(now: datetime) -> int:
    """Tell the mentee, once, that the first word is theirs and a week has passed."""
    waiting = Relationship.objects.filter(
        state__in=MEETING,
        meetings=None,
        opened_at__lte=now - FIRST_CONTACT,
        opened_at__gt=now - FIRST_ASKED_FOR,
    )
    return sum(_ask_first(relationship, now) for relationship in list(waiting))


@transaction.atomic
def _ask_first(relationship: Relationship, now: datetime) -> int:
    about = f"relationship:{relationship.public_id}"
    Relationship.objects.select_for_update().get(pk=relationship.pk)
    if Message.objects.filter(kind=Kind.MEETING_FIRST, about=about).exists():
        return 0
    members = seats(relationship.pk)
    mentees: list[Member] = [m for m in members if m.role == MemberRole.MENTEE]
    for reader in readers(mentees):
        recipient = recipient_of(reader.person)
        if recipient is None:
            continue
        enqueue(
            kind=Kind.MEETING_FIRST,
            recipient=recipient,
            context={
                "others": naming.joined(m.person.name for m in members if m.pk != reader.member.pk),
                "principal": reader.member.person.name if reader.delegation else "",
                "page": PAGE.format(relationship=relationship.public_id),
            },
            now=now,
            about=about,
        )
    return 1
