"""Care: a concern and its sealed words, and hours that somebody shows to their line manager."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.kernel.sealing import Ring, Sealed
from viceversa.relationships.choices import ConcernHelp, ConcernState
from viceversa.relationships.models.relationship import Member, Relationship


class Concern(Base):
    """`raised → acknowledged → resolved`, between one member and one counsellor.

    It stays with the counsellor it was raised to, whoever the charter names later, until its author
    passes it on. `answer_by` is the end of the second working day; `reminded_at` keeps the reminder
    from going out twice. `unread_by_…` says for whom something new is there.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    counsellor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    help = models.CharField(max_length=8, choices=ConcernHelp.choices)
    state = models.CharField(
        max_length=12, choices=ConcernState.choices, default=ConcernState.RAISED
    )
    raised_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    unread_by_author = models.BooleanField(default=False)
    unread_by_counsellor = models.BooleanField(default=True)

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ConcernState.RAISED, acknowledged_at=None, resolved_at=None)
                | Q(state=ConcernState.ACKNOWLEDGED, acknowledged_at__isnull=False)
                & Q(resolved_at=None)
                | Q(state=ConcernState.RESOLVED, resolved_at__isnull=False),
                name="relationships_concern_state_has_its_date",
            ),
            models.CheckConstraint(
                condition=Q(help__in=ConcernHelp.values), name="relationships_concern_help"
            ),
        ]


class ConcernWords(Sealed):
    """What one of the two wrote, sealed for these two alone."""

    RING = Ring("concerns")
    SEALED_WITH = ("concern__author__person", "concern__counsellor")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="words")
    by_author = models.BooleanField()
    sealed = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(sealed=""), name="relationships_concern_is_sealed")
        ]

    def sealed_for(self) -> str:
        """Return the concern and the two it lies between: passed on, it is under another key."""
        concern = self.concern
        two = f"{concern.author.person.public_id} {concern.counsellor.public_id}"
        return f"concern {concern.public_id} {two}"


class SharedHours(models.Model):
    """That somebody shows their hours as one total to their line manager; gone if taken back."""

    person = models.OneToOneField(
        "people.Person", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField()
