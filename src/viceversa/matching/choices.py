"""Closed lists of matching."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RoundState(models.TextChoices):
    PREPARED = "prepared", pgettext_lazy("round", "Prepared")
    SOLVED = "solved", pgettext_lazy("round", "Solved")
    PUBLISHED = "published", pgettext_lazy("round", "Published")
    DISCARDED = "discarded", pgettext_lazy("round", "Discarded")


class ProposalState(models.TextChoices):
    DRAFTED = "drafted", _("Drafted")
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    LAPSED = "lapsed", _("Lapsed")


class DecisionKind(models.TextChoices):
    PIN = "pin", _("Pinned")
    BAN = "ban", _("Forbidden")
