"""The meetings of relationships as their pages show them: the next, those to confirm, the past.

Everything here is times and places, so that a delegate may see the whole of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import prefetch_related_objects

from viceversa.relationships.choices import (
    Format,
    MeetingState,
    MemberRole,
    RelationshipState,
)
from viceversa.relationships.models import (
    Assent,
    Delegation,
    Meeting,
    Member,
)
from viceversa.relationships.queries.meetings import naming
from viceversa.relationships.queries.meetings.delegates import delegations
from viceversa.relationships.queries.meetings.free import (
    Diary,
    diary,
    free_spans,
    without_times,
    zone_of_person,
)
from viceversa.relationships.queries.meetings.reading import AHEAD
from viceversa.relationships.queries.meetings.shapes import Block, Row, SeriesShown, Shown
from viceversa.relationships.queries.one import present
from viceversa.relationships.rules.meetings import numbering
from viceversa.relationships.rules.meetings.slots import Slot, offers

__all__ = ["Block", "Row", "SeriesShown", "Shown", "block", "blocks"]

PLANS = (
    RelationshipState.OPENED,
    RelationshipState.AGREED,
    RelationshipState.ACTIVE,
    RelationshipState.CLOSING,
)


def block(member: Member, now: datetime, *, about: Meeting | None = None) -> Block:
    """Return the meetings of a member's relationship; with `about`, free times to move that one."""
    loaded = _load([member], now)
    return _block(member, loaded, now, about)


def blocks(viewers: Sequence[Member], now: datetime) -> dict[int, Block]:
    """Return the meetings of several relationships by the viewer's place; few queries in all.

    `viewers` come with relationship and cohort loaded; members are read where they are not.
    """
    loaded = _load(viewers, now)
    return {viewer.pk: _block(viewer, loaded, now) for viewer in viewers}


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything the blocks are made of: by relationship, by meeting, by person."""

    seats: Mapping[int, list[Member]]
    meetings: Mapping[int, list[Meeting]]
    yes: Mapping[int, set[int]]
    taken: Diary
    named: Mapping[int, Delegation]


def _load(viewers: Sequence[Member], now: datetime) -> _Loaded:
    """Read what several relationships need; the number of queries does not depend on how many."""
    relationships = [viewer.relationship for viewer in viewers]
    prefetch_related_objects(relationships, present())
    seats = {each.pk: list(each.members.all()) for each in relationships}
    keys = list(seats)
    meetings: dict[int, list[Meeting]] = {}
    rows = Meeting.objects.filter(relationship__in=keys).select_related("series")
    for meeting in rows.prefetch_related("moves").order_by("starts_at", "pk"):
        meetings.setdefault(meeting.relationship_id, []).append(meeting)
    yes: dict[int, set[int]] = {}
    said = Assent.objects.filter(meeting__relationship__in=keys)
    for key, who in said.values_list("meeting", "member"):
        yes.setdefault(key, set()).add(who)
    everybody = {seat.person_id for found in seats.values() for seat in found}
    return _Loaded(seats, meetings, yes, diary(everybody, now), delegations(everybody))


def _block(viewer: Member, loaded: _Loaded, now: datetime, about: Meeting | None = None) -> Block:
    relationship = viewer.relationship
    members = loaded.seats.get(relationship.pk, [])
    meetings = loaded.meetings.get(relationship.pk, [])
    shown = _all_shown(viewer, members, meetings, loaded.yes, now)
    ahead = [each for each in shown if each.meeting.state in AHEAD and not each.over]
    to_confirm = [each for each in shown if each.confirm]
    first = next(iter(to_confirm or ahead), None)
    moving = about or (first.meeting if first else None)
    length = moving.minutes if moving else naming.usual_minutes(relationship)
    opened = relationship.state in PLANS
    silent = not meetings and viewer.role == MemberRole.MENTEE and opened
    return Block(
        member=viewer,
        others=naming.joined(m.person.name for m in members if m.pk != viewer.pk),
        others_first=naming.joined(m.person.first_name for m in members if m.pk != viewer.pk),
        kept=sum(each.state == MeetingState.HELD for each in meetings),
        planned=naming.planned(relationship),
        minutes=length,
        all=shown,
        next=first,
        ahead=ahead,
        to_confirm=to_confirm,
        series=_series(meetings, viewer, loaded.yes, now),
        rows=_rows(meetings),
        slots=_slots(viewer, members, loaded, moving, length, now) if opened else [],
        untold=naming.joined(m.person.first_name for m in without_times(members)),
        first_by=numbering.first_contact_by(relationship.opened_at) if silent else None,
        delegates=[
            (seat.person.first_name, loaded.named[seat.person_id].delegate.name)
            for seat in members
            if seat.role == MemberRole.MENTEE and seat.person_id in loaded.named
        ],
        delegate=named.delegate if (named := loaded.named.get(viewer.person_id)) else None,
        open=opened,
        circle=relationship.format == Format.CIRCLE,
    )


def _slots(
    viewer: Member,
    members: list[Member],
    loaded: _Loaded,
    moving: Meeting | None,
    minutes: int,
    now: datetime,
) -> list[Slot]:
    leaving_out = moving.pk if moving else None
    spans = free_spans(members, loaded.taken, now, leaving_out=leaving_out)
    return offers(spans, minutes, zone_of_person(viewer.person))


def _all_shown(
    viewer: Member,
    members: list[Member],
    meetings: list[Meeting],
    yes: Mapping[int, set[int]],
    now: datetime,
) -> list[Shown]:
    number = numbering.numbers([(each.pk, each.state) for each in meetings])
    planned = naming.planned(viewer.relationship)
    return [
        _shown(each, viewer, members, number.get(each.pk), planned, yes.get(each.pk, set()), now)
        for each in meetings
    ]


def _shown(
    meeting: Meeting,
    viewer: Member,
    members: list[Member],
    number: int | None,
    planned: int,
    yes: set[int],
    now: datetime,
) -> Shown:
    proposed = meeting.state == MeetingState.PROPOSED
    ends_at = meeting.starts_at + timedelta(minutes=meeting.minutes)
    still = numbering.missing((m.pk for m in members), yes) if proposed else set()
    return Shown(
        meeting=meeting,
        who=naming.joined(m.person.name for m in members if m.pk != viewer.pk),
        number=number,
        of=planned,
        ends_at=ends_at,
        asks_me=viewer.pk in still and ends_at > now,
        waits_for=naming.joined(
            m.person.first_name for m in members if m.pk in still and m.pk != viewer.pk
        ),
        over=ends_at <= now,
    )


def _rows(meetings: list[Meeting]) -> list[Row]:
    """Return the timeline, the latest first: what is ahead, was held, was moved or taken off."""
    number = numbering.numbers([(each.pk, each.state) for each in meetings])
    rows = []
    for meeting in meetings:
        if meeting.state != MeetingState.CANCELLED:
            rows.append(Row(meeting.starts_at, meeting, number.get(meeting.pk)))
        rows += [
            Row(move.from_at, meeting, moved=True, moved_to=move.to_at)
            for move in meeting.moves.all()
        ]
    return sorted(rows, key=lambda row: (row.at, row.meeting.pk), reverse=True)


def _series(
    meetings: Iterable[Meeting], viewer: Member, yes: Mapping[int, set[int]], now: datetime
) -> list[SeriesShown]:
    """Return the series with something ahead."""
    found: dict[int, list[Meeting]] = {}
    for meeting in meetings:
        if meeting.series_id and meeting.state in AHEAD and meeting.starts_at > now:
            found.setdefault(meeting.series_id, []).append(meeting)
    return [
        SeriesShown(
            series=rows[0].series,
            first=rows[0],
            left=len(rows),
            asks_me=any(
                row.state == MeetingState.PROPOSED
                and row.starts_at == row.recurs_at
                and viewer.pk not in yes.get(row.pk, set())
                for row in rows
            ),
        )
        for rows in found.values()
        if rows[0].series is not None
    ]
