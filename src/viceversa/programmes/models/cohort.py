"""Cohort: people who start and finish a run of a programme together."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.programmes.choices import CohortState, Preset
from viceversa.programmes.models.programme import Programme


class Cohort(Base):
    """A run with its preset, timeline, eligibility and matching policy.

    `eligibility` and `policy` are JSON kept in the shape of `rules.eligibility.Eligibility` and of
    policy.toml (see the people-file guide); an empty object means the defaults.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="cohorts")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=CohortState.choices, default=CohortState.DRAFT)
    preset = models.CharField(max_length=12, choices=Preset.choices, default=Preset.STANDARD)
    invitations_on = models.DateField(null=True, blank=True)
    matching_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField()
    midpoint_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField()
    eligibility = models.JSONField(default=dict, blank=True)
    policy = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name"], name="programmes_cohort_name_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="programmes_cohort_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=CohortState.values), name="programmes_cohort_state"
            ),
            models.CheckConstraint(
                condition=models.Q(preset__in=Preset.values), name="programmes_cohort_preset"
            ),
        ]

    def __str__(self) -> str:
        return self.name
