"""Closed lists of programmes, cohorts and enrolments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")


class CohortState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Preset(models.TextChoices):
    STANDARD = "standard", _("Standard")
    LIGHT = "light", _("Light")
    EXTENDED = "extended", _("Extended")
    DUO = "duo", _("Duo")
    CIRCLE = "circle", _("Circle")


class EnrolmentState(models.TextChoices):
    INVITED = "invited", _("Invited")
    APPLIED = "applied", _("Applied")
    ADMITTED = "admitted", _("Admitted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Rung(models.TextChoices):
    """The three rungs of the catalogue, and what seniors give back."""

    TOOLS = "tools", _("Tools")
    AUDIENCE = "audience", _("Media and audience")
    STRATEGY = "strategy", _("Strategy, culture, talent")
    GIVES_BACK = "gives-back", _("What seniors give back")


class WishKind(models.TextChoices):
    WANTS = "wants", _("Wants to learn")
    OFFERS = "offers", _("Can share")
    GIVES_BACK = "gives-back", _("Gives back")
    WANTS_BACK = "wants-back", _("Hopes for in return")


class PreferenceKind(models.TextChoices):
    PREFERS = "prefers", _("Prefers")
    EXCLUDES = "excludes", _("Excludes")
    PREVIOUS = "previous", _("Earlier partner")
