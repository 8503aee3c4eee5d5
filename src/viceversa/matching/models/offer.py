"""Offer: the question put to the people of a proposal, one by one; and what is kept of their no."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.links import Link
from viceversa.kernel.models import Base
from viceversa.kernel.public_id import new_public_id
from viceversa.matching.choices import DeclineReason, ProposalState, Said
from viceversa.matching.models.round import Round
from viceversa.relationships.choices import Format

STATES = [state for state in ProposalState.values if state != ProposalState.DRAFTED]


class Offer(Base):
    """What some people are asked together: `offered → accepted | declined | lapsed`.

    It comes from a published round, or without one from a person who asked for a partner; `words`
    are that person’s. `exchange` holds topic codes, `{"mentor": […], "mentee": […]}`. `faults` are
    what a circle could not keep when it was published. `taken_back`: a coordinator, or who asked,
    did so. `relationship` is what was opened once everybody had said yes.
    """

    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, null=True, on_delete=models.CASCADE, related_name="offers")
    format = models.CharField(max_length=8, choices=Format.choices, default=Format.PAIR)
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.OFFERED
    )
    exchange = models.JSONField(default=dict)
    faults = models.JSONField(default=list)
    words = models.TextField(blank=True)
    offered_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    taken_back = models.BooleanField(default=False)
    relationship = models.OneToOneField(
        "relationships.Relationship", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["cohort", "state"], name="matching_offer_cohort_state")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="matching_offer_state"),
            models.CheckConstraint(
                condition=Q(format__in=Format.values), name="matching_offer_format"
            ),
            models.CheckConstraint(
                condition=Q(state=ProposalState.OFFERED, settled_at__isnull=True)
                | (~Q(state=ProposalState.OFFERED) & Q(settled_at__isnull=False)),
                name="matching_settled_offer_has_a_date",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether somebody may still answer."""
        return self.state == ProposalState.OFFERED

    @property
    def is_request(self) -> bool:
        """Whether a person asked, and not a round."""
        return self.round_id is None


class Ask(Base):
    """One person asked, in their turn.

    `asked_at` is empty until the turn comes. What somebody said is kept while the offer is open and
    where it led to a relationship; once an offer came to nothing nobody can read who said what.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="asks")
    enrolment = models.ForeignKey(
        "programmes.Enrolment", on_delete=models.PROTECT, related_name="+"
    )
    turn = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)
    said = models.CharField(max_length=6, choices=Said.choices, default=Said.NOTHING)
    asked_at = models.DateTimeField(null=True)
    last_sent_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    ask_again_on = models.DateField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["offer", "turn", "position"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "enrolment"], name="matching_ask_once"),
            models.CheckConstraint(condition=Q(said__in=Said.values), name="matching_ask_said"),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True, expires_at__isnull=True)
                | Q(asked_at__isnull=False, expires_at__isnull=False),
                name="matching_ask_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(said=Said.LATER) | Q(ask_again_on__isnull=False),
                name="matching_ask_later_has_a_day",
            ),
        ]


class OfferLink(Link):
    """A way to one question until it is answered."""

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="links")


class ReasonTally(models.Model):
    """How often a reason for a no was given in a cohort; no row says who, when or about whom."""

    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=16, choices=DeclineReason.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "reason"], name="matching_reason_tally_once"),
            models.CheckConstraint(
                condition=Q(reason__in=DeclineReason.values), name="matching_reason_tally_reason"
            ),
        ]


class ReasonWords(models.Model):
    """A reason in own words. The key is random and there is no date: nothing tells the order."""

    id = models.CharField(max_length=24, primary_key=True, default=new_public_id)
    cohort = models.ForeignKey("programmes.Cohort", on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
