"""What mentors are told about supervision circles, with the entry for their calendars."""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from viceversa.notifications.actions import Calendar, Kind, Recipient, enqueue
from viceversa.notifications.rules.icalendar import Entry, Method, Someone, write
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.models import Supervision, SupervisionSeat
from viceversa.programmes.queries.supervision import mentors_to_tell, seats

PAGE = "/prepare/"


def tell_of(*, supervision: Supervision, now: datetime) -> None:
    """Tell every mentor of the cohort that there is a circle; there is no entry yet."""
    for enrolment in mentors_to_tell(supervision):
        recipient = recipient_of(enrolment.person)
        if recipient:
            _send(Kind.SUPERVISION_PLANNED, supervision, recipient, now)


def tell_of_seat(*, seat: SupervisionSeat, now: datetime) -> None:
    """Confirm a seat and put it into the calendar."""
    _to_seat(Kind.SUPERVISION_SEAT, seat, now, method="REQUEST")


def tell_of_change(*, supervision: Supervision, now: datetime) -> None:
    """Tell whoever keeps a seat what it is now."""
    for seat in seats(supervision):
        _to_seat(Kind.SUPERVISION_SEAT, seat, now, method="REQUEST", changed=True)


def tell_of_return(*, seat: SupervisionSeat, now: datetime) -> None:
    """Take a seat given back out of the calendar."""
    _to_seat(Kind.SUPERVISION_CANCELLED, seat, now, method="CANCEL", mine=True)


def tell_of_end(*, supervision: Supervision, now: datetime) -> None:
    """Tell whoever keeps a seat that the circle does not take place."""
    for seat in seats(supervision):
        _to_seat(Kind.SUPERVISION_CANCELLED, seat, now, method="CANCEL")


def _to_seat(
    kind: Kind, seat: SupervisionSeat, now: datetime, *, method: Method, **more: object
) -> None:
    recipient = recipient_of(seat.enrolment.person)
    if recipient is None:
        return
    entry = _entry(seat.supervision, recipient, method, now)
    attachment = Calendar(method=method, content=write(method, [entry]))
    _send(kind, seat.supervision, recipient, now, attachment, **more)


def _send(
    kind: Kind,
    supervision: Supervision,
    recipient: Recipient,
    now: datetime,
    attachment: Calendar | None = None,
    **more: object,
) -> None:
    enqueue(
        kind=kind,
        recipient=recipient,
        context={
            "programme": supervision.cohort.programme.name,
            "starts_at": supervision.starts_at,
            "minutes": supervision.minutes,
            "host": supervision.host,
            "place": supervision.place,
            "video_url": supervision.video_url,
            "path": PAGE,
            "changed": False,
            "mine": False,
            **more,
        },
        about=f"supervision:{supervision.public_id}",
        attachment=attachment,
        now=now,
    )


def _entry(supervision: Supervision, recipient: Recipient, method: Method, now: datetime) -> Entry:
    """Return the circle as the recipient’s calendar should show it."""
    with override(recipient.language):
        title = _("Mentors’ circle, with %(host)s") % {"host": supervision.host}
        text = _("Bring the difficult moments, without names.")
    name, email = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return Entry(
        uid=supervision.uid,
        sequence=supervision.sequence,
        starts_at=supervision.starts_at,
        minutes=supervision.minutes,
        zone=recipient.zone,
        title=title,
        text=f"{text}\n{settings.PUBLIC_URL}{PAGE}",
        place=supervision.place,
        link=supervision.video_url,
        status="CANCELLED" if method == "CANCEL" else "CONFIRMED",
        stamp=now,
        organiser=Someone(name or settings.ORGANISATION or "Viceversa", email),
        attendees=(Someone(recipient.name, recipient.email, answer="ACCEPTED"),),
        remind=method == "REQUEST",
    )
