"""Settling a planned end: closed, and where all asked for the same, opened anew."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from viceversa.notifications.actions import Kind
from viceversa.programmes.rules.timeline import RHYTHMS
from viceversa.relationships.actions.closing.ending import back_to_queue, rest
from viceversa.relationships.actions.closing.telling import locked, page, present, tell
from viceversa.relationships.actions.meetings import clear_ahead
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.actions.moving import move
from viceversa.relationships.actions.opening import Opening, Seat, open_relationship
from viceversa.relationships.choices import (
    ClosingOutcome,
    Format,
    MemberRole,
    Origin,
    RelationshipState,
    Renewal,
)
from viceversa.relationships.models import Closing, Member, Relationship, RenewalAnswer
from viceversa.relationships.rules.closing import times
from viceversa.relationships.rules.closing.outcome import outcome

SENIORITY = "seniority"  # the rule that a reversed relationship sets aside
OTHER = {MemberRole.MENTOR: MemberRole.MENTEE, MemberRole.MENTEE: MemberRole.MENTOR}


@transaction.atomic
def settle(*, relationship: Relationship, now: datetime, overdue: bool = False) -> bool:
    """Close a relationship once everybody has answered, or is overdue; tell whether it closed.

    In order: open meetings are taken off, it closes, a new period opens where all want the same,
    whoever wants to stop rests, the others wait for a round again, everybody is told.
    """
    current = locked(relationship.pk)
    if current.state != RelationshipState.CLOSING:
        return False
    members = present(current)
    given = dict(RenewalAnswer.objects.filter(member__in=members).values_list("member", "choice"))
    found = outcome([given.get(one.pk) for one in members], overdue=overdue)
    if found is None:
        return False
    clear_ahead(relationship=current, now=now)
    closed = move(relationship=current, to=RelationshipState.CLOSED, actor=NEUTRAL, now=now)
    following = None
    if found == ClosingOutcome.CONCLUDED:
        _let_go(members, given, now)
    else:
        following = _open_anew(current, members, now, turned=found == ClosingOutcome.TURNED)
    if found == ClosingOutcome.TURNED:  # their places were for the other role: nobody else is due
        for one in members:
            rest(one, now)
    Closing.objects.filter(relationship=closed).update(outcome=found, following=following)
    tell(
        kind=Kind.CLOSING_SETTLED,
        relationship=current,
        readers=members,
        members=members,
        path=page(following) if following else page(current, "close/"),
        now=now,
        outcome=found,
    )
    return True


def close_due(*, today: date, now: datetime) -> int:
    """Settle every planned end whose day has come; return how many."""
    due = list(
        Relationship.objects.filter(
            state=RelationshipState.CLOSING, closing__due_on__lte=today
        ).order_by("pk")
    )
    return sum(settle(relationship=each, now=now, overdue=True) for each in due)


def remind_due(*, today: date, now: datetime) -> int:
    """Remind, once, those who have not said what they would like; return how many closings."""
    rows = Closing.objects.filter(
        relationship__state=RelationshipState.CLOSING,
        reminded_at=None,
        due_on__gt=today,
        due_on__lte=today + times.REMIND_BEFORE,
    ).order_by("pk")
    found = list(rows)
    for row in found:
        with transaction.atomic():
            _remind(row, now)
    return len(found)


def _remind(row: Closing, now: datetime) -> None:
    relationship = locked(row.relationship_id)
    if Closing.objects.filter(pk=row.pk, reminded_at=None).update(reminded_at=now):
        members = present(relationship)
        answered = set(
            RenewalAnswer.objects.filter(member__in=members).values_list("member", flat=True)
        )
        tell(
            kind=Kind.CLOSING_REMINDER,
            relationship=relationship,
            readers=[one for one in members if one.pk not in answered],
            members=members,
            path=page(relationship, "close/"),
            now=now,
            due_on=row.due_on,
        )


def _let_go(members: list[Member], given: dict[int, str], now: datetime) -> None:
    """Let everybody rest who asked for it, or did not answer; the others wait for a new partner."""
    waiting = [one for one in members if given.get(one.pk) in (Renewal.CONTINUE, Renewal.TURN)]
    back_to_queue(waiting, now)
    for one in members:
        if one not in waiting:
            rest(one, now)


def _open_anew(
    former: Relationship, members: list[Member], now: datetime, *, turned: bool
) -> Relationship:
    """Open the next period with the same people, roles swapped where all want to turn it round."""
    exchange = dict(former.exchange)
    if turned:
        exchange = {"mentor": exchange.get("mentee", []), "mentee": exchange.get("mentor", [])}
    following = open_relationship(
        cohort=former.cohort,
        opening=Opening(
            seats=[
                Seat(one.person, OTHER[MemberRole(one.role)])
                if turned
                else Seat(one.person, MemberRole(one.role), one.enrolment)
                for one in members
            ],
            exchange=exchange,
            overridden_rules=[SENIORITY] if turned else former.overridden_rules,
            override_reason=_("All of them asked to turn it round at the end of a period.")
            if turned
            else former.override_reason,
            format=Format(former.format),
        ),
        origin=Origin.RENEWAL,
        origin_id=former.public_id,
        actor=NEUTRAL,
        now=now,
    )
    months = RHYTHMS[former.cohort.preset].months
    following.ends_on = times.next_period(today=timezone.localdate(now), months=months)
    following.save(update_fields=["ends_on"])
    return following
