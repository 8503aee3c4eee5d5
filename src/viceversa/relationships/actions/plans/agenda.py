"""The way of an agenda between the two: sent, a point added, approved."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.choices import Kind
from viceversa.relationships.actions.plans.ground import note_down, open_relationship, words
from viceversa.relationships.choices import (
    AgendaState,
    Format,
    Gives,
    ItemKind,
    MeetingState,
    MemberRole,
)
from viceversa.relationships.messages.plans import tell
from viceversa.relationships.models import Agenda, AgendaItem, Meeting, Member
from viceversa.relationships.rules.plans import Slice, faults

LONGEST = 600  # characters of a point
AHEAD = (MeetingState.PROPOSED, MeetingState.AGREED)
WITH_THE_MENTEE = (AgendaState.SENT, AgendaState.APPROVED)


class UnableToPrepare(UnableTo):
    """The agenda cannot be written, sent or approved like this."""


def send_agenda(*, member: Member, meeting: Meeting, actor: Actor, now: datetime) -> Agenda:
    """Let the mentees read the agenda and tell them; it must fit and go both ways."""
    with transaction.atomic():
        agenda = own_agenda(member, meeting)
        if agenda.state in WITH_THE_MENTEE:
            raise UnableToPrepare(_("This agenda has already been sent."))
        check(agenda)
        agenda.state, agenda.sent_at = AgendaState.SENT, now
        agenda.save(update_fields=["state", "sent_at"])
        note_down(Verb.AGENDA_SENT, member, actor, now)
        tell(Kind.AGENDA_SENT, member, agenda.meeting, now, role=MemberRole.MENTEE)
    return agenda


def approve_agenda(*, member: Member, meeting: Meeting, actor: Actor, now: datetime) -> Agenda:
    """Confirm an agenda as one of the mentees, and tell the mentors."""
    with transaction.atomic():
        agenda = received_agenda(member, meeting)
        if agenda.state == AgendaState.APPROVED:
            return agenda
        agenda.state, agenda.approved_at = AgendaState.APPROVED, now
        agenda.save(update_fields=["state", "approved_at"])
        note_down(Verb.AGENDA_APPROVED, member, actor, now)
        tell(Kind.AGENDA_APPROVED, member, agenda.meeting, now, role=MemberRole.MENTOR)
    return agenda


def ask_for_item(
    *, member: Member, meeting: Meeting, text: str, actor: Actor, now: datetime
) -> AgendaItem:
    """Put a point of one's own on a received agenda; the mentor gives it minutes."""
    point = words(text, LONGEST, UnableToPrepare)
    with transaction.atomic():
        agenda = received_agenda(member, meeting)
        item = AgendaItem.objects.create(
            agenda=agenda,
            position=agenda.items.count(),
            kind=ItemKind.ASKED,
            gives=Gives.MENTOR,
            minutes=0,
            text=point,
            asked_by=member,
        )
        note_down(Verb.AGENDA_CHANGED, member, actor, now)
        tell(Kind.AGENDA_QUESTION, member, agenda.meeting, now, role=MemberRole.MENTOR)
    return item


def own_agenda(member: Member, meeting: Meeting) -> Agenda:
    """Return the agenda of a meeting to come, locked, for one of its mentors."""
    if member.role != MemberRole.MENTOR:
        raise UnableToPrepare(_("The mentor prepares the agenda; you confirm it or add a point."))
    agenda = _locked(member, meeting)
    if agenda is None:
        raise UnableToPrepare(_("There is nothing on this agenda yet. Add a first point."))
    return agenda


def received_agenda(member: Member, meeting: Meeting) -> Agenda:
    """Return the agenda of a meeting to come, locked, for a mentee whom it has reached."""
    if member.role != MemberRole.MENTEE:
        raise UnableToPrepare(_("Mentees confirm an agenda; as mentor you change it directly."))
    agenda = _locked(member, meeting)
    if agenda is None or agenda.state not in WITH_THE_MENTEE:
        raise UnableToPrepare(_("This agenda has not been sent yet."))
    return agenda


def check(agenda: Agenda) -> None:
    """Raise UnableToPrepare, saying every fault, where an agenda cannot be sent as it is."""
    meeting = agenda.meeting
    slices = [Slice(item.minutes, item.gives) for item in agenda.items.all()]
    circle = meeting.relationship.format == Format.CIRCLE
    found = faults(slices, meeting.minutes, circle=circle, keep_alive=meeting.keep_alive)
    if found:
        sentences = [sentence(fault, meeting, slices) for fault in found]
        raise UnableToPrepare(" ".join(sentences))


def sentence(fault: str, meeting: Meeting, slices: list[Slice]) -> str:
    """Return what is wrong and what to do about it."""
    planned = sum(one.minutes for one in slices)
    return {
        "empty": _("There is nothing on this agenda yet. Add a first point."),
        "too-long": _(
            "The points take %(planned)s minutes and the meeting has %(minutes)s. Shorten one."
        )
        % {"planned": planned, "minutes": meeting.minutes},
        "no-mentor": _("Nothing goes from mentor to mentee yet. Add what you would like to show."),
        "no-mentee": _("Nothing comes back yet. Add what you would like to hear or learn."),
    }[fault]


def meeting_ahead(member: Member, meeting: Meeting) -> Meeting:
    """Return the meeting if it belongs to the member's open relationship and is still to come."""
    open_relationship(member, UnableToPrepare)
    found = (
        Meeting.objects.select_related("relationship")
        .filter(pk=meeting.pk, relationship=member.relationship_id)
        .first()
    )
    if found is None or found.state not in AHEAD:
        raise UnableToPrepare(_("This meeting is over or was taken off; its agenda can be read."))
    return found


def _locked(member: Member, meeting: Meeting) -> Agenda | None:
    found = meeting_ahead(member, meeting)
    agenda = Agenda.objects.select_for_update().filter(meeting=found).first()
    if agenda:
        agenda.meeting = found
    return agenda
