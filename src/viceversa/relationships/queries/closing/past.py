"""Relationships that are over for a person: with whom, how long, what stays readable until when."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localdate

from viceversa.notifications.rules.recipient import zone_of
from viceversa.people.models import Person
from viceversa.relationships.choices import MeetingState, RelationshipState
from viceversa.relationships.models import Letter, Meeting, Member, Relationship, Thanks
from viceversa.relationships.rules.closing.keeping import Kept, kept


@dataclass(frozen=True, slots=True)
class Past:
    """One past relationship; `left` where the person left a circle that went on without them.

    Of a circle that was left its pages are closed: only what is listed here remains.
    """

    relationship: Relationship
    role: str
    others: list[str]
    mentor: str
    mentee: str
    from_at: datetime
    to_at: datetime
    left: bool
    meetings: int
    kept: Kept
    letters: list[Letter]
    thanks: list[Thanks]


def past(person: Person) -> list[Past]:
    """Return what is over for a person, the latest first; a constant number of queries."""
    mine = list(
        Member.everybody.filter(person=person).select_related("relationship__cohort__programme")
    )
    over = [
        one for one in mine if one.left_at or one.relationship.state == RelationshipState.CLOSED
    ]
    ids = [one.relationship_id for one in over]
    seats: dict[int, list[Member]] = {}
    for seat in Member.everybody.filter(relationship__in=ids).select_related("person"):
        seats.setdefault(seat.relationship_id, []).append(seat)
    meetings = list(
        Meeting.objects.filter(relationship__in=ids, state=MeetingState.HELD).values_list(
            "relationship_id", "starts_at"
        )
    )
    letters = list(Letter.objects.filter(member__in=over))
    thanks = list(
        Thanks.objects.filter(author__relationship__in=ids)
        .exclude(author__in=over)
        .select_related("author__person")
    )
    shown = [_past(one, seats[one.relationship_id], meetings, letters, thanks) for one in over]
    return sorted(shown, key=lambda each: each.to_at, reverse=True)


def kept_for(mine: Member) -> Kept | None:
    """Return until when things of a relationship are kept; None while a member is in it."""
    to_at = mine.left_at or mine.relationship.closed_at
    if to_at is None:
        return None
    return kept(localdate(to_at, zone_of(settings.ORGANISATION_TIME_ZONE)), settings.KEEP_DAYS)


def _past(
    mine: Member,
    seats: list[Member],
    meetings: list[tuple[int, datetime]],
    letters: list[Letter],
    thanks: list[Thanks],
) -> Past:
    relationship = mine.relationship
    to_at, still = mine.left_at or relationship.closed_at, kept_for(mine)
    assert to_at is not None and still is not None  # a closed relationship has its date
    side = {role: [m.person.name for m in seats if m.role == role] for role in ("mentor", "mentee")}
    return Past(
        relationship=relationship,
        role=mine.role,
        others=[seat.person.name for seat in seats if seat.pk != mine.pk],
        mentor=", ".join(side["mentor"]),
        mentee=", ".join(side["mentee"]),
        from_at=relationship.opened_at,
        to_at=to_at,
        left=mine.left_at is not None,
        meetings=sum(1 for key, at in meetings if key == relationship.pk and at <= to_at),
        kept=still,
        letters=[letter for letter in letters if letter.member_id == mine.pk],
        thanks=[
            one
            for one in thanks
            if one.author.relationship_id == relationship.pk
            and one.sent_at <= to_at
            or one.author.relationship_id == relationship.pk
            and mine.left_at is None
        ],
    )
