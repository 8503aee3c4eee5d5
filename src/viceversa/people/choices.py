"""Closed lists of the directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PersonStatus(models.TextChoices):
    ACTIVE = "active", _("Active")
    LEAVE = "leave", _("On leave")
    LEFT = "left", _("Left")


class ImportState(models.TextChoices):
    """`uploaded → reading → ready → applying → applied`, or `discarded`, or `failed`."""

    UPLOADED = "uploaded", _("Uploaded")
    READING = "reading", _("Being read")
    READY = "ready", _("Ready to confirm")
    APPLYING = "applying", _("Being written")
    APPLIED = "applied", _("Written")
    DISCARDED = "discarded", _("Discarded")
    FAILED = "failed", _("Failed")


class ChangeKind(models.TextChoices):
    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    LEAVING = "leaving", _("Leaving")
