"""What comes round every day: pauses that end, planned ends that begin, are asked for, close."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from viceversa.kernel.actor import SYSTEM
from viceversa.programmes.actions import profile
from viceversa.relationships.actions.closing.beginning import begin_due
from viceversa.relationships.actions.closing.resting import resume_due
from viceversa.relationships.actions.closing.settling import close_due, remind_due


@dataclass(frozen=True, slots=True)
class Day:
    """How many of each there were."""

    back: int
    resumed: int
    begun: int
    reminded: int
    closed: int


def daily(*, now: datetime) -> Day:
    """Do what is due on the organisation's day at `now`; a second time finds nothing left to do."""
    today = now.astimezone(ZoneInfo(settings.ORGANISATION_TIME_ZONE)).date()
    return Day(
        back=profile.resume_due(today=today, actor=SYSTEM, now=now),
        resumed=resume_due(today=today, now=now),
        begun=begin_due(today=today, now=now),
        reminded=remind_due(today=today, now=now),
        closed=close_due(today=today, now=now),
    )
