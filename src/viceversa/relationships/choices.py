"""Closed lists of relationships."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.TextChoices):
    PAIR = "pair", _("Pair")
    DUO = "duo", _("Duo")
    CIRCLE = "circle", _("Circle")


class RelationshipState(models.TextChoices):
    OPENED = "opened", _("Opened")
    AGREED = "agreed", _("Agreed")
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    CLOSING = "closing", _("Closing")
    CLOSED = "closed", _("Closed")


class Origin(models.TextChoices):
    ROUND = "round", _("Matching round")
    HAND = "hand", _("Opened by hand")


class MemberRole(models.TextChoices):
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")
