"""Briefing: which chapters somebody has read for a role they take, and when they were through."""

from django.db import models
from django.db.models import Q

from viceversa.programmes.models.enrolment import Enrolment


class Briefing(models.Model):
    """How far an enrolment has come in the briefing of its role.

    `chapters` holds codes of `rules.briefing`, in the order they were read. What somebody answered
    inside a chapter is kept nowhere. `reminded_at` is when they were reminded, at most once.
    """

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="briefing")
    chapters = models.JSONField(default=list)
    begun_at = models.DateTimeField(null=True)
    completed_on = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(begun_at__isnull=False) | Q(completed_on__isnull=True),
                name="programmes_briefing_begun_before_completed",
            )
        ]
