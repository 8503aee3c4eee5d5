"""Relationship, its members and its steps: two people in a pair, three in a duo, up to eight."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import Format, MemberRole, Origin, RelationshipState


class Relationship(Base):
    """`opened → agreed → active → closing → closed`, and `paused` on the way.

    `origin_id` is the public id of the round that proposed it. `exchange` holds topic codes, what
    the mentors give and what comes back: `{"mentor": […], "mentee": […]}`. `overridden_rules` names
    the rules a coordinator set aside when opening it, `override_reason` says why.
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


class Member(Base):
    """A person in a relationship, in one role."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(
        "programmes.Enrolment", null=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=8, choices=MemberRole.choices)
    position = models.PositiveSmallIntegerField(default=0)

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
