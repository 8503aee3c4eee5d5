"""Meeting: one conversation of a relationship, its moves without names, and series of meetings."""

import secrets

from django.db import models
from django.db.models import Q

from viceversa.kernel.links import Link
from viceversa.kernel.models import Base
from viceversa.kernel.public_id import new_public_id
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models.relationship import Member, Relationship

SHORTEST, LONGEST = 10, 240  # minutes


def new_uid() -> str:
    """Return a fresh name for calendars; it cannot be guessed, since replies are known by it."""
    return f"{new_public_id()}{secrets.token_hex(8)}@viceversa"


class Series(Base):
    """Meetings every few weeks at one local time, whatever daylight saving does.

    `first_on` and `at_minute` (of the day) count in `time_zone`, that of whoever proposed it.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="series")
    first_on = models.DateField()
    at_minute = models.PositiveSmallIntegerField()
    time_zone = models.CharField(max_length=64)
    every_weeks = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    uid = models.CharField(max_length=80, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(every_weeks__range=(1, 12), count__range=(2, 26)),
                name="relationships_series_is_bounded",
            ),
            models.CheckConstraint(
                condition=Q(at_minute__lt=24 * 60), name="relationships_series_minute_of_day"
            ),
        ]


class Meeting(Base):
    """`proposed → agreed → held`, or taken off (`cancelled`) on the way.

    `keep_alive` is a fifteen-minute slot in place of a long one; `logged` was held elsewhere and
    written down afterwards. `sequence` grows with every change that calendars must hear of.
    `recurs_at` is where the series had put it. `another_time_at` is when somebody asked for another
    time: never who. `reminded_at` and `asked_at` keep the reminder and “Did you meet?” from going
    out twice.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="meetings"
    )
    state = models.CharField(
        max_length=10, choices=MeetingState.choices, default=MeetingState.PROPOSED
    )
    starts_at = models.DateTimeField(db_index=True)
    minutes = models.PositiveSmallIntegerField()
    keep_alive = models.BooleanField(default=False)
    place = models.CharField(max_length=200, blank=True)
    video_url = models.CharField(max_length=500, blank=True)
    uid = models.CharField(max_length=80, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    logged = models.BooleanField(default=False)
    series = models.ForeignKey(Series, null=True, on_delete=models.CASCADE, related_name="meetings")
    recurs_at = models.DateTimeField(null=True)
    proposed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True)
    another_time_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["state", "starts_at"], name="relationships_meeting_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values), name="relationships_meeting_state"
            ),
            models.CheckConstraint(
                condition=Q(minutes__range=(SHORTEST, LONGEST)),
                name="relationships_meeting_minutes",
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.HELD, held_at__isnull=False)
                | (~Q(state=MeetingState.HELD) & Q(held_at__isnull=True)),
                name="relationships_held_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(series__isnull=True, recurs_at__isnull=True)
                | Q(series__isnull=False, recurs_at__isnull=False),
                name="relationships_meeting_of_series_recurs",
            ),
            models.UniqueConstraint(
                fields=["series", "recurs_at"], name="relationships_series_place_once"
            ),
        ]


class Move(models.Model):
    """That a meeting was moved, or taken off (`to_at` None), and when: never by whom."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="moves")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class Assent(models.Model):
    """A member's yes to a proposed time; deleted once all have said it, so that nothing lingers."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="assents")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="relationships_assent_once")
        ]


class Whereabouts(models.Model):
    """How the meetings of a cohort, or of one relationship, take place unless said otherwise.

    `video` is a link in which `{id}` stands for the public id of the meeting.
    """

    cohort = models.OneToOneField(
        "programmes.Cohort", null=True, on_delete=models.CASCADE, related_name="+"
    )
    relationship = models.OneToOneField(
        Relationship, null=True, on_delete=models.CASCADE, related_name="whereabouts"
    )
    video = models.CharField(max_length=400, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(cohort__isnull=True, relationship__isnull=False)
                | Q(cohort__isnull=False, relationship__isnull=True),
                name="relationships_whereabouts_of_one",
            )
        ]


class Tap(Link):
    """A way to one meeting for one purpose: to agree, to move it, to say that it took place.

    Made for a member, or for the delegate who looks after that member's dates.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="taps")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    delegation = models.ForeignKey(
        "relationships.Delegation", null=True, on_delete=models.CASCADE, related_name="+"
    )
    purpose = models.CharField(max_length=8, choices=TapPurpose.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=TapPurpose.values), name="relationships_tap_purpose"
            )
        ]
