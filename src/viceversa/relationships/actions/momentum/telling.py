"""Mails of the momentum guard: a private word to the people first, later what is offered."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.choices import Format, MemberRole, Signal
from viceversa.relationships.models import Member, Nudge
from viceversa.relationships.rules.momentum.places import path_of

# Whose word moves it on; all of them where it is not here. A circle is told as a whole.
OFFERED = {
    Signal.FIRST_CONTACT: MemberRole.MENTEE,
    Signal.AGENDA: MemberRole.MENTOR,
    Signal.MOVES: MemberRole.MENTEE,
    Signal.QUIET: MemberRole.MENTEE,
}
# First word and agenda have reminders of their own; a reporting line is not the people's to solve.
SILENT = frozenset({Signal.FIRST_CONTACT, Signal.AGENDA, Signal.LINE})


def tell_people(nudge: Nudge, *, now: datetime) -> None:
    """Write to those who can do something about it, before anybody else learns of it."""
    signal = Signal(nudge.signal)
    if signal not in SILENT:
        for member in _those(nudge, None):
            _write(Kind.NUDGE, nudge, member, {}, now)


def tell_offer(
    nudge: Nudge, *, coordinator: str, times: Sequence[datetime], now: datetime
) -> list[Member]:
    """Send the response that fits, in the name of whoever coordinates; return who gets it."""
    members = _those(nudge, OFFERED.get(Signal(nudge.signal)))
    for member in members:
        more = {"coordinator": coordinator, "times": list(times)}
        _write(Kind.NUDGE_OFFER, nudge, member, more, now)
    return members


def _those(nudge: Nudge, role: MemberRole | None) -> list[Member]:
    members = Member.objects.filter(relationship=nudge.relationship_id)
    if role and nudge.relationship.format != Format.CIRCLE:
        members = members.filter(role=role)
    return list(members.select_related("person"))


def _write(
    kind: Kind, nudge: Nudge, member: Member, more: Mapping[str, object], now: datetime
) -> None:
    recipient = recipient_of(member.person)
    if recipient is None:
        return
    others = Member.objects.filter(relationship=nudge.relationship_id).exclude(pk=member.pk)
    names = [other.person.first_name for other in others.select_related("person")]
    enqueue(
        kind=kind,
        recipient=recipient,
        context={
            "signal": nudge.signal,
            "others": ", ".join(names),
            "days": nudge.facts.get("days", 0),
            "path": path_of(nudge.signal, nudge.relationship.public_id, nudge.about),
            **more,
        },
        now=now,
    )
