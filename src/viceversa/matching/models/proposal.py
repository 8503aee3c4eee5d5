"""Proposal and LeftOut: what the current answer of a round says about each person."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.matching.choices import ProposalState
from viceversa.matching.models.offer import Offer
from viceversa.matching.models.round import Round


class Proposal(Base):
    """A pair put forward by a round.

    `exchange` holds topic codes, `{"mentor": […], "mentee": […]}`; `flags` names what deserves a
    look before publishing (`rules.attention`); `changed` says that the previous answer of the round
    did not have this pair. `offer` is the question put to the two once the round is published.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="proposals")
    mentor = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey("programmes.Enrolment", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.DRAFTED
    )
    score = models.FloatField()
    exchange = models.JSONField(default=dict)
    flags = models.JSONField(default=list)
    to_check = models.BooleanField(default=False)
    pinned = models.BooleanField(default=False)
    changed = models.BooleanField(default=False)
    offer = models.ForeignKey(Offer, null=True, on_delete=models.SET_NULL, related_name="proposals")

    class Meta:
        indexes = [
            models.Index(fields=["round", "-score", "id"], name="matching_proposal_by_score")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentor", "mentee"], name="matching_proposal_once"
            ),
            models.CheckConstraint(
                condition=Q(score__range=(0, 1)), name="matching_proposal_score"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ProposalState.values), name="matching_proposal_state"
            ),
        ]


class LeftOut(models.Model):
    """Someone the round gives nobody, or fewer than their minimum, and why, in data."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="left_out")
    enrolment = models.ForeignKey(
        "programmes.Enrolment", on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "enrolment"], name="matching_left_out_once")
        ]
