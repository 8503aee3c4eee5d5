"""A day in few letters, as its language writes it: 11 Nov, 11 nov."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language


def short_month(moment: date) -> str:
    """Return the month: Django's “M” writes it with a capital in Italian, too."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    month = date_format(moment, "b")
    return month if (get_language() or "").startswith("it") else capfirst(month)


def short_day(moment: date) -> str:
    """Return day and month, in the zone of the page."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return f"{moment.day} {short_month(moment)}"
