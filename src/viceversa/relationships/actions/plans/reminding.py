"""Reminders: of an agenda before its 48 hours, of an experiment on the day one asked for."""

from datetime import datetime, timedelta

from django.db import transaction

from viceversa.notifications.choices import Kind
from viceversa.notifications.rules.recipient import zone_of
from viceversa.relationships.choices import (
    AgendaState,
    ExperimentState,
    MeetingState,
    MemberRole,
    RelationshipState,
)
from viceversa.relationships.messages.plans import remind, tell_one
from viceversa.relationships.models import Agenda, Experiment, Meeting
from viceversa.relationships.rules.plans import NOTICE

AHEAD_OF_NOTICE = timedelta(hours=24)  # the mentor still has a day
UNDER_WAY = (RelationshipState.OPENED, RelationshipState.AGREED, RelationshipState.ACTIVE)


def remind_of_agendas(*, now: datetime) -> int:
    """Remind mentors, once a meeting, of an agenda that should leave within a day.

    Returns how many meetings; safe to run as often as one likes.
    """
    soon = Meeting.objects.filter(
        state=MeetingState.AGREED,
        keep_alive=False,
        relationship__state__in=UNDER_WAY,
        starts_at__gt=now + timedelta(hours=1),
        starts_at__lte=now + NOTICE + AHEAD_OF_NOTICE,
    ).exclude(agenda__state__in=(AgendaState.SENT, AgendaState.APPROVED))
    count = 0
    for meeting in soon.exclude(agenda__reminded_at__isnull=False).select_related("relationship"):
        with transaction.atomic():
            agenda, _fresh = Agenda.objects.select_for_update().get_or_create(
                meeting=meeting, defaults={"begun_at": now}
            )
            if agenda.reminded_at:
                continue
            agenda.reminded_at = now
            agenda.save(update_fields=["reminded_at"])
            remind(Kind.AGENDA_DUE, meeting, now, role=MemberRole.MENTOR)
            count += 1
    return count


def remind_of_experiments(*, now: datetime) -> int:
    """Send the reminders people asked for, from seven o’clock of that day in their own zone."""
    asked = Experiment.objects.filter(
        state=ExperimentState.CHOSEN,
        remind_on__lte=(now + timedelta(days=1)).date(),
        relationship__state__in=UNDER_WAY,
    )
    count = 0
    for experiment in asked.select_related("member__person", "member__relationship"):
        there = now.astimezone(zone_of(experiment.member.person.time_zone))
        if (there.date(), there.hour) < (experiment.remind_on, 7):
            continue
        with transaction.atomic():
            taken = Experiment.objects.filter(
                pk=experiment.pk, remind_on=experiment.remind_on
            ).update(remind_on=None)
            if taken:
                tell_one(Kind.EXPERIMENT_REMINDER, experiment.member, experiment.member, now)
                count += 1
    return count
