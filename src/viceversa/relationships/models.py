"""Relationship and its members: two in a pair, three in a duo, up to eight in a circle."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.relationships.choices import Format, MemberRole, Origin, RelationshipState


class Relationship(Base):
    """`opened → agreed → active → closing → closed`, and `paused` on the way.

    `origin_id` is the public id of the round that proposed it. `overridden_rules` names the rules a
    coordinator set aside when opening it by hand, `override_reason` says why.
    """

    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=8, choices=Format.choices, default=Format.PAIR)
    state = models.CharField(
        max_length=10, choices=RelationshipState.choices, default=RelationshipState.OPENED
    )
    origin = models.CharField(max_length=8, choices=Origin.choices)
    origin_id = models.CharField(max_length=24, blank=True)
    exchange = models.JSONField(default=dict)  # {"mentor": [topic codes], "mentee": [topic codes]}
    overridden_rules = models.JSONField(default=list)
    override_reason = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=RelationshipState.values),
                name="relationships_relationship_state",
            ),
            models.CheckConstraint(
                condition=models.Q(format__in=Format.values),
                name="relationships_relationship_format",
            ),
        ]


class Member(Base):
    """A person in a relationship, in one role."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="members"
    )
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(
        "programmes.Enrolment", null=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=8, choices=MemberRole.choices)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["role", "position"]  # mentors come first by the alphabet, too
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "person"], name="relationships_member_once"
            )
        ]
