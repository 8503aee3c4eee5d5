"""SelfCheck: what somebody says of themselves at one moment, sealed for them alone."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.kernel.sealing import Ring, Sealed
from viceversa.measurement.choices import Wave


class SelfCheck(Base, Sealed):
    """The answers of a person at one moment of a cohort, in one sealed token.

    What is sealed is the text of `rules.answers`: the database holds neither a level nor how many
    questions were answered. `offered_at` is when the
    person was told of it by mail, `finished_at` when the last question of the starter set was met.
    """

    RING, SEALED_WITH = Ring("self-checks"), ("person",)

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.PROTECT, related_name="+")
    wave = models.CharField(max_length=8, choices=Wave.choices)
    offered_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "cohort", "wave"], name="measurement_self_check_once_a_wave"
            ),
            models.CheckConstraint(
                condition=Q(wave__in=Wave.values), name="measurement_self_check_wave"
            ),
            models.CheckConstraint(
                condition=Q(begun_at__isnull=False) | Q(finished_at__isnull=True, sealed=""),
                name="measurement_self_check_begun_before_answered",
            ),
        ]

    def sealed_for(self) -> str:
        """Return whose self-check it is."""
        return f"self-check {self.person.public_id}"


class Share(models.Model):
    """A self-check that its author lets the others of a relationship read, until taken back."""

    self_check = models.ForeignKey(SelfCheck, on_delete=models.CASCADE, related_name="shares")
    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.CASCADE, related_name="+"
    )
    shared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["self_check", "relationship"], name="measurement_share_once"
            )
        ]


class Curiosity(models.Model):
    """A competence that somebody would like to talk about; their partners see it, nobody else."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    competence = models.CharField(max_length=5)  # its DigComp code, such as "2.6"
    since = models.DateTimeField()

    class Meta:
        ordering = ["competence"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "competence"], name="measurement_curiosity_once"
            )
        ]
