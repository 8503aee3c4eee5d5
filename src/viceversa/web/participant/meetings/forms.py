"""The forms of dates: a time of one's own choosing, a series, a meeting that was elsewhere."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from viceversa.relationships.choices import DelegateMail

LENGTHS = (15, 30, 45, 60, 75, 90, 120)
EVERY = (
    (1, _("every week")),
    (2, _("every two weeks")),
    (3, _("every three weeks")),
    (4, _("every four weeks")),
    (6, _("every six weeks")),
)


class TimeForm(forms.Form):
    """A day, a time and a length, in the zone the page is shown in."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    at = forms.TimeField(label=_("Time"), widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    minutes = forms.TypedChoiceField(
        label=_("Minutes"), choices=[(n, str(n)) for n in LENGTHS], coerce=int
    )

    def __init__(self, *args: Any, minutes: int = 45, **kwargs: Any) -> None:
        kwargs["initial"] = {"minutes": minutes, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        if minutes not in LENGTHS:
            known = sorted({*LENGTHS, minutes})
            self.fields["minutes"].choices = [  # type: ignore[attr-defined]  # a choice field
                (n, str(n)) for n in known
            ]

    @property
    def moment(self) -> datetime:
        """The chosen time, as clocks of the current zone show it."""
        return datetime.combine(
            self.cleaned_data["day"], self.cleaned_data["at"], timezone.get_current_timezone()
        )


class ProposeForm(TimeForm):
    """A time and perhaps a place."""

    place = forms.CharField(
        label=_("Place"),
        max_length=200,
        required=False,
        help_text=_("Empty: the usual one. A neutral room or a café, rather than an office."),
    )


class LogForm(TimeForm):
    """When a meeting took place, and where."""

    place = forms.CharField(label=_("Place"), max_length=200, required=False)


class SeriesForm(TimeForm):
    """The first of several meetings, how often and how many."""

    every = forms.TypedChoiceField(label=_("Repeated"), choices=EVERY, coerce=int, initial=4)
    count = forms.IntegerField(label=_("How many"), min_value=2, max_value=26, initial=5)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)

    @property
    def minute_of_day(self) -> int:
        at = self.cleaned_data["at"]
        return int(at.hour * 60 + at.minute)


class PlaceForm(forms.Form):
    """How one usually meets."""

    place = forms.CharField(
        label=_("Usual place"),
        max_length=200,
        required=False,
        help_text=_("Not the senior’s office: a room where you are both guests."),
    )
    video = forms.CharField(
        label=_("Video link"),
        max_length=400,
        required=False,
        help_text=_("An https address; {id} becomes the number of the meeting."),
        widget=forms.TextInput({"inputmode": "url"}),
    )


class DelegateForm(forms.Form):
    """Whom one names, and who gets the mails."""

    email = forms.EmailField(label=_("Work e-mail"))
    mail = forms.ChoiceField(
        label=_("Mails about your dates go to"),
        choices=DelegateMail.choices,
        widget=forms.RadioSelect,
        initial=DelegateMail.BOTH,
    )


class DelegateMailForm(forms.Form):
    """Who gets the mails, where somebody is named already."""

    mail = forms.ChoiceField(
        label=_("Mails about your dates go to"),
        choices=DelegateMail.choices,
        widget=forms.RadioSelect,
    )


class BusyFeedForm(forms.Form):
    """The address of a calendar kept elsewhere."""

    address = forms.CharField(
        label=_("Address of the calendar"),
        max_length=1_000,
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off"}),
        help_text=_(
            "It begins with https:// or webcal://. Your calendar calls it “share” or iCal."
        ),
    )


def number_of(value: str | None) -> int | None:
    """Return a small number a hidden field carried, None where it carried none."""
    return int(value) if value and value.isdecimal() and len(value) < 9 else None
