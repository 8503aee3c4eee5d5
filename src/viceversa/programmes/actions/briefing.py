"""The briefing: read it chapter by chapter, be reminded of it once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Briefing, Enrolment
from viceversa.programmes.rules.briefing import codes, course, is_complete

PAGE = "/prepare/"


class UnableToBrief(UnableTo):
    """There is no such chapter, or the place was given up."""


@transaction.atomic
def read_chapters(
    *, enrolment: Enrolment, chapters: Sequence[str], actor: Actor, now: datetime
) -> Briefing:
    """Note that chapters were read; the last one completes the briefing, once and for all.

    Only the completion reaches the audit, and of it only that it happened.
    """
    if not set(chapters) <= set(codes(enrolment.role)):
        raise UnableToBrief(_("The briefing has no such chapter. Open it from “Prepare”."))
    if enrolment.state == EnrolmentState.WITHDRAWN:
        raise UnableToBrief(_("You have given up this place, so there is nothing to prepare."))
    row, _made = Briefing.objects.select_for_update().get_or_create(enrolment=enrolment)
    fresh = [code for code in chapters if code not in row.chapters]
    if not fresh:
        return row
    row.chapters = [*row.chapters, *fresh]
    row.begun_at = row.begun_at or now
    completed = row.completed_on is None and is_complete(enrolment.role, row.chapters)
    if completed:
        row.completed_on = localdate(now)
    row.save(update_fields=["chapters", "begun_at", "completed_on"])
    if completed:
        record(
            actor=actor,
            now=now,
            verb=Verb.BRIEFING_COMPLETED,
            subject=f"enrolment:{enrolment.public_id}",
        )
    return row


@transaction.atomic
def remind(*, enrolment: Enrolment, meets_at: datetime | None, now: datetime) -> bool:
    """Write to somebody whose briefing is open and whose first meeting is near; once only.

    `meets_at` is that meeting, None where it has no time yet. Returns whether it was written.
    """
    row, _made = Briefing.objects.select_for_update().get_or_create(enrolment=enrolment)
    recipient = recipient_of(enrolment.person)
    if row.completed_on or row.reminded_at or recipient is None:
        return False
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    chapters = course(enrolment.role, recipient.language)
    left = [chapter for chapter in chapters if chapter.code not in row.chapters]
    enqueue(
        kind=Kind.BRIEFING_REMINDER,
        recipient=recipient,
        context={
            "programme": enrolment.cohort.programme.name,
            "role": enrolment.role,
            "meets_at": meets_at,
            "begun": bool(row.chapters),
            "left": len(left),
            "minutes": sum(chapter.minutes for chapter in left),
            "path": PAGE,
        },
        about=f"enrolment:{enrolment.public_id}",
        now=now,
    )
    return True
