"""Momentum: what a cohort looks out for, and the small pushes it led to. Dates and states only."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import Signal
from viceversa.relationships.models.relationship import Relationship


class Watch(models.Model):
    """The parameters of a cohort's momentum guard, where they differ from `rules.momentum`.

    `values` maps names of `rules.momentum.Parameters` to whole numbers.
    """

    cohort = models.OneToOneField(
        "programmes.Cohort", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    values = models.JSONField(default=dict)


class Nudge(Base):
    """One signal of a relationship, from the day it was true until it is settled.

    The people hear of it first, in private (`told_at`); whoever coordinates sees it from `shown_at`
    on, unless put off until `snoozed_until`. `mended` tells that it went away by itself, else
    somebody called it done. `answered_at` is when one of them said that they are on it: never who.
    `about` is the public id of the meeting it is about, `facts` what the
    signal was judged by: numbers, names of rules, never content, never who.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="nudges")
    signal = models.CharField(max_length=16, choices=Signal.choices)
    about = models.CharField(max_length=24, blank=True)
    since = models.DateTimeField()
    facts = models.JSONField(default=dict)
    told_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField()
    snoozed_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    mended = models.BooleanField(default=False)

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["settled_at", "shown_at"], name="relationships_nudge_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "signal", "about"],
                condition=Q(settled_at=None),
                name="relationships_nudge_once",
            ),
            models.CheckConstraint(
                condition=Q(signal__in=Signal.values), name="relationships_nudge_signal"
            ),
            models.CheckConstraint(
                condition=Q(mended=False) | Q(settled_at__isnull=False),
                name="relationships_mended_is_settled",
            ),
        ]
