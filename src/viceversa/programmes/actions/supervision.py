"""Supervision circles: plan one, change it, call it off; keep a seat, give it back, attend."""

from collections.abc import Collection
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.kernel.public_id import new_public_id
from viceversa.programmes.actions import supervision_letters as letters
from viceversa.programmes.choices import CohortState, EnrolmentState, Role
from viceversa.programmes.models import Cohort, Enrolment, Supervision, SupervisionSeat
from viceversa.programmes.rules import supervision as rules
from viceversa.programmes.rules.supervision import Plan


class UnableToSupervise(UnableTo):
    """What was said about the circle does not hold together, or it is over."""


class UnableToSit(UnableTo):
    """There is no seat to be had, or the cohort is another one."""


@transaction.atomic
def plan_supervision(*, cohort: Cohort, plan: Plan, actor: Actor, now: datetime) -> Supervision:
    """Plan a circle and tell the cohort’s mentors, who may keep a seat."""
    if cohort.state != CohortState.OPEN:
        raise UnableToSupervise(_("This cohort is not open, so its mentors cannot be invited."))
    _refuse(rules.faults(plan, now=now))
    public_id = new_public_id()
    host = urlsplit(settings.PUBLIC_URL).hostname
    row = Supervision(
        cohort=cohort, public_id=public_id, uid=f"supervision-{public_id}@{host}", created_at=now
    )
    _fill(row, plan)
    row.save()
    _line(row, "planned", actor, now)
    letters.tell_of(supervision=row, now=now)
    return row


@transaction.atomic
def change_supervision(
    *, supervision: Supervision, plan: Plan, actor: Actor, now: datetime
) -> Supervision:
    """Change a circle to come; whoever keeps a seat is told, unless nothing they see changed."""
    row = _open(supervision, now)
    _refuse(rules.faults(plan, now=now, taken=row.taken.count()))
    before = _said(row)
    _fill(row, plan)
    if _said(row) != before:
        row.sequence += 1
    row.save()
    _line(row, "changed", actor, now)
    if _said(row) != before:
        letters.tell_of_change(supervision=row, now=now)
    return row


@transaction.atomic
def call_off(*, supervision: Supervision, actor: Actor, now: datetime) -> Supervision:
    """Call a circle off; whoever keeps a seat is told, and their calendars with them."""
    row = _open(supervision, now)
    row.called_off_at, row.sequence = now, row.sequence + 1
    row.save(update_fields=["called_off_at", "sequence"])
    _line(row, "called off", actor, now)
    letters.tell_of_end(supervision=row, now=now)
    return row


@transaction.atomic
def keep_seat(
    *, supervision: Supervision, enrolment: Enrolment, actor: Actor, now: datetime
) -> SupervisionSeat:
    """Keep a mentor a seat; again returns the same one. The mail brings it to their calendar."""
    row, there = _with_seat(supervision, enrolment)
    mentor = enrolment.role == Role.MENTOR and enrolment.state == EnrolmentState.ADMITTED
    if row.cohort_id != enrolment.cohort_id or not mentor:
        raise UnableToSit(_("These circles are for the mentors of the cohort."))
    if there:
        return there
    refusal = rules.seat_refusal(
        starts_at=row.starts_at,
        called_off=row.called_off_at is not None,
        seats=row.seats,
        taken=row.taken.count(),
        now=now,
    )
    if refusal:
        raise UnableToSit(_refusals()[refusal])
    seat = SupervisionSeat.objects.create(supervision=row, enrolment=enrolment, reserved_at=now)
    _line(row, "seat kept", actor, now)
    letters.tell_of_seat(seat=seat, now=now)
    return seat


@transaction.atomic
def give_back(
    *, supervision: Supervision, enrolment: Enrolment, actor: Actor, now: datetime
) -> None:
    """Give a seat back before the circle begins; without one nothing changes."""
    row, seat = _with_seat(supervision, enrolment)
    if seat is None:
        return
    if row.starts_at <= now:
        raise UnableToSit(_("This circle has begun. Simply do not come; nobody asks why."))
    letters.tell_of_return(seat=seat, now=now)
    seat.delete()
    _line(row, "seat given back", actor, now)


@transaction.atomic
def note_attendance(
    *, supervision: Supervision, present: Collection[int], actor: Actor, now: datetime
) -> int:
    """Write down who came, by private ids of seats, once it has begun; return how many."""
    row = Supervision.objects.select_for_update().get(pk=supervision.pk)
    if row.called_off_at or row.starts_at > now:
        raise UnableToSupervise(_("Attendance is written down after the circle has met."))
    came = 0
    for seat in row.taken.all():
        seat.attended = seat.pk in present
        seat.save(update_fields=["attended"])
        came += seat.attended
    _line(row, "attendance noted", actor, now, came=came)
    return came


def _with_seat(
    supervision: Supervision, enrolment: Enrolment
) -> tuple[Supervision, SupervisionSeat | None]:
    """Return a circle, locked, and the seat somebody keeps in it."""
    row = Supervision.objects.select_for_update().get(pk=supervision.pk)
    return row, SupervisionSeat.objects.filter(supervision=row, enrolment=enrolment).first()


def _open(supervision: Supervision, now: datetime) -> Supervision:
    row = (
        Supervision.objects.select_for_update(of=("self",))
        .select_related("cohort__programme")
        .get(pk=supervision.pk)
    )
    if row.called_off_at or row.starts_at <= now:
        raise UnableToSupervise(_("This circle has begun or was called off: it stays as it is."))
    return row


def _fill(row: Supervision, plan: Plan) -> None:
    row.starts_at, row.minutes, row.seats = plan.starts_at, plan.minutes, plan.seats
    row.host, row.place = plan.host.strip(), plan.place.strip()
    row.video_url = plan.video_url.strip()


def _said(row: Supervision) -> tuple[object, ...]:
    """Return what a mentor sees of a circle."""
    return (row.starts_at, row.minutes, row.host, row.place, row.video_url)


def _refuse(codes: tuple[str, ...]) -> None:
    if codes:
        sentences = [_refusals()[code] for code in codes]
        raise UnableToSupervise(sentences[0], sentences[1:])


def _refusals() -> dict[str, str]:
    return {
        "past": _("The circle would begin in the past: choose a day and time to come."),
        "minutes": _("Write how long it lasts, from 15 to 240 minutes."),
        "host": _("Write who moderates the circle."),
        "somewhere": _("Write a place, a video address, or both."),
        "seats": _("Write how many seats there are, from 2 to 40."),
        "taken": _("More seats than that are kept already: raise the number."),
        "off": _("This circle was called off."),
        "begun": _("This circle has begun already. The next one will be on your page."),
        "full": _("All seats are taken. If one comes free, you can keep it here."),
    }


def _line(row: Supervision, what: str, actor: Actor, now: datetime, **facts: object) -> None:
    record(
        actor=actor,
        now=now,
        verb=Verb.SUPERVISION_CHANGED,
        subject=f"supervision:{row.public_id}",
        what=what,
        **facts,
    )
