"""Invitations: the letter's words, one invitation an enrolment, personal links, counted reasons."""

from django.db import models

from viceversa.kernel.links import Link
from viceversa.kernel.models import Base
from viceversa.programmes.choices import Answer, DeclineReason, LinkPurpose, Role
from viceversa.programmes.models.cohort import Cohort
from viceversa.programmes.models.enrolment import Enrolment


class InvitationPlan(models.Model):
    """How a cohort invites: the sponsor's words (empty means the usual letter) and what is open.

    Mentees are invited first; mentors from `mentors_from` on. `admits_itself` admits everybody who
    finishes a profile; `takes_applications` lets the eligible apply by themselves.
    """

    cohort = models.OneToOneField(Cohort, on_delete=models.CASCADE, related_name="invitation_plan")
    mentee_en = models.TextField(blank=True)
    mentee_it = models.TextField(blank=True)
    mentor_en = models.TextField(blank=True)
    mentor_it = models.TextField(blank=True)
    mentors_from = models.DateTimeField(null=True)
    admits_itself = models.BooleanField(default=False)
    takes_applications = models.BooleanField(default=False)


class Invitation(Base):
    """One person asked for one role. `reason_given` says that a reason was counted, not which."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="invitation")
    answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.NONE)
    sent_at = models.DateTimeField()
    last_sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    reminders = models.PositiveSmallIntegerField(default=0)
    ask_again_on = models.DateField(null=True, db_index=True)
    answered_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    reason_given = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer__in=Answer.values), name="programmes_invitation_answer"
            ),
            models.CheckConstraint(
                condition=~models.Q(answer=Answer.LATER) | models.Q(ask_again_on__isnull=False),
                name="programmes_invitation_later_has_a_day",
            ),
        ]


class PersonalLink(Link):
    """A way to one enrolment for one purpose: to answer, or to keep one’s place."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=8, choices=LinkPurpose.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose__in=LinkPurpose.values),
                name="programmes_personal_link_purpose",
            )
        ]


class DeclineTally(models.Model):
    """How often a reason was given in a cohort; no row says who or when."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="decline_tallies")
    role = models.CharField(max_length=8, choices=Role.choices)
    reason = models.CharField(max_length=16, choices=DeclineReason.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "role", "reason"], name="programmes_decline_tally_once"
            ),
            models.CheckConstraint(
                condition=models.Q(reason__in=DeclineReason.values),
                name="programmes_decline_tally_reason",
            ),
        ]


class Pause(models.Model):
    """Somebody admitted who asked not to be matched for now; gone once they come back.

    `until` is the day on which the pause ends by itself; None where they end it by hand.
    """

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="pause")
    since = models.DateTimeField()
    until = models.DateField(null=True, db_index=True)
