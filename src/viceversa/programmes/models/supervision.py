"""Supervision: a circle of a cohort’s mentors among themselves, and the seats they keep in it."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.programmes.models.cohort import Cohort
from viceversa.programmes.models.enrolment import Enrolment


class Supervision(Base):
    """An hour among mentors that somebody moderates; at a place, by video, or both.

    `uid` and `sequence` are those of its calendar entry (RFC 5545). `called_off_at` is set when it
    does not take place.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="supervisions")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    host = models.CharField(max_length=120)  # who moderates, as written by the coordinator
    place = models.CharField(max_length=200, blank=True)
    video_url = models.URLField(max_length=500, blank=True)
    seats = models.PositiveSmallIntegerField(default=8)
    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["cohort", "starts_at"], name="programmes_supervision_next")]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__range=(15, 240)), name="programmes_supervision_minutes"
            ),
            models.CheckConstraint(
                condition=Q(seats__range=(2, 40)), name="programmes_supervision_seats"
            ),
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(video_url=""), name="programmes_supervision_somewhere"
            ),
        ]


class SupervisionSeat(models.Model):
    """A mentor’s seat; `attended` is None until the coordinator has written it down."""

    supervision = models.ForeignKey(Supervision, on_delete=models.CASCADE, related_name="taken")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="+")
    reserved_at = models.DateTimeField()
    attended = models.BooleanField(null=True)

    class Meta:
        ordering = ["reserved_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["supervision", "enrolment"], name="programmes_supervision_seat_once"
            )
        ]
