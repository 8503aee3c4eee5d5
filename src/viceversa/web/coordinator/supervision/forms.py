"""The form of a supervision circle."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.programmes.models import Supervision
from viceversa.programmes.rules.supervision import MINUTES, SEATS, Plan

MOMENT = "%Y-%m-%dT%H:%M"


class CircleForm(forms.Form):
    """When, how long, who moderates, where, how many seats."""

    starts_at = forms.DateTimeField(
        label=_("Day and time"),
        help_text=_("In your own time zone; everybody reads it in theirs."),
        input_formats=[MOMENT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=MINUTES[0], max_value=MINUTES[1], initial=60
    )
    host = forms.CharField(
        label=_("Who moderates"),
        max_length=120,
        help_text=_("Somebody whom mentors can be frank with: nobody’s line manager."),
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    video_url = forms.URLField(
        label=_("Video address"), max_length=500, required=False, assume_scheme="https"
    )
    seats = forms.IntegerField(label=_("Seats"), min_value=SEATS[0], max_value=SEATS[1], initial=8)

    @staticmethod
    def values(circle: Supervision) -> dict[str, Any]:
        """Return what a circle fills the form with."""
        names = ("starts_at", "minutes", "host", "place", "video_url", "seats")
        return {name: getattr(circle, name) for name in names}

    def plan(self) -> Plan:
        """Return what was said, for the action."""
        return Plan(**self.cleaned_data)
