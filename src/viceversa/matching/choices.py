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


class Said(models.TextChoices):
    """What somebody asked about a pair has said; `silent` once the time to answer is over."""

    NOTHING = "", pgettext_lazy("answer", "Nothing yet")
    YES = "yes", pgettext_lazy("answer", "Yes")
    NO = "no", pgettext_lazy("answer", "No")
    LATER = "later", pgettext_lazy("answer", "Asks to be asked later")
    SILENT = "silent", pgettext_lazy("answer", "No answer")


class DeclineReason(models.TextChoices):
    """Why somebody may say no to a pair; counted, never kept with a name."""

    TIME = "time", _("Not enough time just now")
    TOPICS = "topics", _("The topics are not the right ones for me")
    CLOSE = "close", _("We know each other too well already")
    FAR = "far", _("Meeting would be difficult: places, hours or languages")
    OTHER = "other", pgettext_lazy("reason", "Something else")
