"""Closed lists of relationships."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Format(models.TextChoices):
    PAIR = "pair", _("Pair")
    DUO = "duo", _("Duo")
    CIRCLE = "circle", _("Circle")


class RelationshipState(models.TextChoices):
    OPENED = "opened", pgettext_lazy("relationship", "Opened")
    AGREED = "agreed", pgettext_lazy("relationship", "Agreed")
    ACTIVE = "active", pgettext_lazy("relationship", "Active")
    PAUSED = "paused", pgettext_lazy("relationship", "Paused")
    CLOSING = "closing", pgettext_lazy("relationship", "Closing")
    CLOSED = "closed", pgettext_lazy("relationship", "Closed")


class Origin(models.TextChoices):
    ROUND = "round", _("Matching round")
    HAND = "hand", _("Opened by hand")


class MemberRole(models.TextChoices):
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")
