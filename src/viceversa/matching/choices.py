"""Closed lists of matching."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundState(models.TextChoices):
    PREPARED = "prepared", _("Prepared")
    SOLVED = "solved", _("Solved")
    PUBLISHED = "published", _("Published")
    DISCARDED = "discarded", _("Discarded")


class ProposalState(models.TextChoices):
    DRAFTED = "drafted", _("Drafted")
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    LAPSED = "lapsed", _("Lapsed")


class DecisionKind(models.TextChoices):
    PIN = "pin", _("Pinned")
    BAN = "ban", _("Forbidden")
