"""Relationship, its members and its steps: two people in a pair, three in a duo, up to eight."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import Format, MemberRole, Origin, RelationshipState


class Relationship(Base):
    """`opened → agreed → active → closing → closed`, and `paused` on the way.

    `origin_id` is the public id of the round that proposed it. `exchange` holds topic codes, what
    the mentors give and what comes back: `{"mentor": […], "mentee": […]}`. `overridden_rules` names
    the rules a coordinator set aside when opening it, `override_reason` says why. `ends_on` is the
    end of a renewed period; None means that of the cohort.
    """

    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=8, choices=Format.choices, default=Format.PAIR)
    state = models.CharField(
        max_length=10, choices=RelationshipState.choices, default=RelationshipState.OPENED
    )
    origin = models.CharField(max_length=8, choices=Origin.choices)
    origin_id = models.CharField(max_length=24, blank=True)
    exchange = models.JSONField(default=dict)
    overridden_rules = models.JSONField(default=list)
    override_reason = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    ends_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["cohort", "state"], name="relationships_cohort_state"),
            models.Index(fields=["-opened_at", "-id"], name="relationships_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=RelationshipState.values),
                name="relationships_relationship_state",
            ),
            models.CheckConstraint(
                condition=Q(format__in=Format.values), name="relationships_relationship_format"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values), name="relationships_relationship_origin"
            ),
            models.CheckConstraint(
                condition=Q(state=RelationshipState.CLOSED, closed_at__isnull=False)
                | (~Q(state=RelationshipState.CLOSED) & Q(closed_at__isnull=True)),
                name="relationships_closed_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(overridden_rules=[]) | ~Q(override_reason=""),
                name="relationships_override_has_a_reason",
            ),
        ]

    @property
    def until(self) -> date:
        """The last day of its period: its own, or that of the cohort (which must be loaded)."""
        return self.ends_on or self.cohort.ends_on


class Present(models.Manager["Member"]):
    """Those who have not left their circle."""

    def get_queryset(self) -> models.QuerySet["Member"]:
        return super().get_queryset().filter(left_at=None)


class Member(Base):
    """A person in a relationship, in one role.

    `left_at` is set where somebody left a circle that goes on: `objects` and the members of a
    relationship are those present, `everybody` also those who left. What the latter wrote and
    signed still names them.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(
        "programmes.Enrolment", null=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=8, choices=MemberRole.choices)
    position = models.PositiveSmallIntegerField(default=0)
    left_at = models.DateTimeField(null=True)

    objects = Present()
    everybody: ClassVar[models.Manager["Member"]] = models.Manager()

    class Meta:
        ordering = ["-role", "position"]  # mentors first: "mentor" sorts after "mentee"
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "person"], name="relationships_member_once"
            ),
            models.CheckConstraint(
                condition=Q(role__in=MemberRole.values), name="relationships_member_role"
            ),
        ]


class Step(models.Model):
    """A state the relationship entered, and when: dates only, never who or why."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=RelationshipState.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=RelationshipState.values), name="relationships_step_state"
            )
        ]
