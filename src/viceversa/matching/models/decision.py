"""Decision: a pin or an exclusion by a coordinator, and notes on pairs."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.matching.choices import DecisionKind
from viceversa.matching.models.round import Round


class Decision(Base):
    """What a coordinator decided about a pair; it survives every new solve of the round.

    `rules` names the hard rules a pin sets aside; then `reason` says why.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="decisions")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=DecisionKind.choices)
    rules = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentor", "mentee"], name="matching_decision_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DecisionKind.values), name="matching_decision_kind"
            ),
            models.CheckConstraint(
                condition=Q(rules=[]) | ~Q(reason=""), name="matching_override_has_a_reason"
            ),
        ]

    @property
    def override(self) -> bool:
        """Whether a pin sets a hard rule aside."""
        return bool(self.rules)


class PairNote(Base):
    """What coordinators remember about a pair of this round; only coordinators read it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="notes")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentor", "mentee"], name="matching_pair_note_once"
            )
        ]
