"""Round, its proposals, who is left out, and what the coordinator decided."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.matching.choices import DecisionKind, ProposalState, RoundState


class Round(Base):
    """One run of matching over a cohort: `prepared → solved → published | discarded`.

    `version` grows with every change, so that a page drawn from an older one is told. `solving` holds
    the progress of the job (`{"job", "pass", "passes", "bound", …}`), empty when none runs.
    `outcome` is the last answer in figures, `previous_outcome` the one before, for comparison.
    """

    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.PREPARED)
    version = models.PositiveIntegerField(default=1)
    policy = models.JSONField(default=dict)
    solving = models.JSONField(default=dict)
    failure = models.TextField(blank=True)
    outcome = models.JSONField(default=dict)
    previous_outcome = models.JSONField(default=dict)
    certificate = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    prepared_at = models.DateTimeField()
    solved_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "number"], name="matching_round_number_once"),
            models.UniqueConstraint(
                fields=["cohort"],
                condition=models.Q(state__in=["prepared", "solved"]),
                name="matching_round_one_open_a_cohort",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=RoundState.values), name="matching_round_state"
            ),
        ]


class Proposal(Base):
    """A pair put forward by a round, with its score and the reasons in data."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="proposals")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.DRAFTED
    )
    score = models.FloatField()
    contributions = models.JSONField(default=dict)
    exchange = models.JSONField(default=dict)
    pinned = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentor", "mentee"], name="matching_proposal_once"
            ),
            models.CheckConstraint(
                condition=models.Q(score__range=(0, 1)), name="matching_proposal_score"
            ),
        ]


class LeftOut(models.Model):
    """Someone the round gives nobody, and why, in data."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="left_out")
    enrolment = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "enrolment"], name="matching_left_out_once")
        ]


class Decision(models.Model):
    """A pin or an exclusion of the coordinator; it survives every new solve of the round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="decisions")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=DecisionKind.choices)
    override = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentor", "mentee"], name="matching_decision_once"
            )
        ]
