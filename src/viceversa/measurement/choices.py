"""Closed lists of measurement: the three moments, the four bands, the three words of the lens."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Wave(models.TextChoices):
    """The moments of a cohort in which somebody may look at themselves, in their order."""

    BASELINE = "baseline", pgettext_lazy("wave", "Before")
    MIDPOINT = "midpoint", pgettext_lazy("wave", "Midway")
    ENDPOINT = "endpoint", pgettext_lazy("wave", "After")


class Band(models.TextChoices):
    """The four bands that are shown; `rules.bands` ties them to the eight levels of DigComp."""

    BASE = "base", pgettext_lazy("band", "With some pointers")
    INTERMEDIATE = "intermediate", pgettext_lazy("band", "On my own")
    ADVANCED = "advanced", pgettext_lazy("band", "Helping others along")
    SPECIALISED = "specialised", pgettext_lazy("band", "Opening new ways")


class Lens(models.IntegerChoices):
    """How something is done with an AI assistant; never how well."""

    TO_DISCOVER = 0, pgettext_lazy("lens", "Still to discover")
    TRIED = 1, pgettext_lazy("lens", "Tried it")
    USUAL = 2, pgettext_lazy("lens", "Part of my days")
