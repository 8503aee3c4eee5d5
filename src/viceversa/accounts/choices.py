"""Closed lists of the accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Roles of office, given by hand. Mentor and mentee come from enrolment, never from here."""

    COORDINATOR = "coordinator", _("Coordinator")
    ADMINISTRATOR = "administrator", _("Administrator")


class Language(models.TextChoices):
    """The languages of the pages, each named in itself."""

    EN = "en", "English"
    IT = "it", "Italiano"


class Theme(models.TextChoices):
    """Light, dark, or what the device says."""

    AUTO = "auto", _("Same as the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Part(models.TextChoices):
    """Whom a visitor of the sample company may enter as, in the order of the page."""

    COORDINATOR = "coordinator", _("Coordinator")
    MENTEE = "mentee", _("Mentee")
    MENTOR = "mentor", _("Mentor")
    DELEGATE = "delegate", _("Delegate")
    SPONSOR = "sponsor", _("Sponsor")
    COUNSELLOR = "counsellor", _("Counsellor")
    ADMINISTRATOR = "administrator", _("Administrator")
