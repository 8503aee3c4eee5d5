"""Where the meetings of a relationship, or of a cohort, take place unless said otherwise."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Cohort
from viceversa.relationships.actions.meetings.gate import NEUTRAL, UnableToMeet, check_open
from viceversa.relationships.models import Member, Whereabouts
from viceversa.relationships.rules.meetings import video as rules


@transaction.atomic
def place_meetings(*, member: Member, video: str, place: str, now: datetime) -> Whereabouts:
    """Keep how a relationship usually meets, for meetings proposed from now on."""
    check_open(member.relationship)
    row, _made = Whereabouts.objects.update_or_create(
        relationship=member.relationship, defaults=_checked(video, place)
    )
    record(
        actor=NEUTRAL,
        now=now,
        verb=Verb.CALENDAR_CHANGED,
        subject=f"relationship:{member.relationship.public_id}",
        what="usual place",
    )
    return row


@transaction.atomic
def place_cohort(
    *, cohort: Cohort, video: str, place: str, actor: Actor, now: datetime
) -> Whereabouts:
    """Keep how a cohort usually meets; a relationship may say otherwise for itself."""
    if cohort.state == CohortState.CLOSED:
        raise UnableToMeet(_("This cohort is closed: its settings stay as they were."))
    row, _made = Whereabouts.objects.update_or_create(
        cohort=cohort, defaults=_checked(video, place)
    )
    record(
        actor=actor,
        now=now,
        verb=Verb.CALENDAR_CHANGED,
        subject=f"cohort:{cohort.public_id}",
        what="usual place",
    )
    return row


def _checked(video: str, place: str) -> dict[str, str]:
    template = video.strip()
    fault = rules.fault(template)
    if fault:
        raise UnableToMeet(
            {
                "scheme": _("The video link must begin with https://."),
                "field": _("The video link may hold {id} and no other brackets."),
                "blank": _("The video link may hold no spaces."),
            }.get(fault, _("The video link names no server: copy it again."))
        )
    if len(template) > 400:
        raise UnableToMeet(_("The video link is too long: 400 characters at most."))
    return {"video": template, "place": " ".join(place.split())[:200]}
