"""Forms of a programme: its name, and the words of its charter."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from viceversa.programmes.rules.charter import OBJECTIVES


class NewProgramme(forms.Form):
    name = forms.CharField(
        label=_("Name of the programme"),
        max_length=160,
        help_text=_("As people will read it, such as “Reverse mentoring”."),
    )


class LaterField(forms.CharField):
    """A text the charter needs in the end and may be without while it is being written."""

    def validate(self, value: str | None) -> None:
        """Accept an empty text: the opening of a cohort asks for it, not the form."""


class CharterWords(forms.Form):
    use_required_attribute = False

    name = forms.CharField(label=_("Name of the programme"), max_length=160)
    purpose = LaterField(
        label=_("Purpose"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences that everybody in the cohort will read."),
    )
    driver = LaterField(
        label=_("Strategic reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What the organisation is aiming at, and why this helps now."),
    )


class ObjectiveLine(forms.Form):
    text = forms.CharField(
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "input", "aria-label": _("Objective")}),
    )
    measure = forms.CharField(
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "input", "aria-label": _("Measured by")}),
    )


def objective_lines(
    written: tuple[tuple[str, str], ...], data: QueryDict | None = None
) -> list[ObjectiveLine]:
    """Return the five lines of objectives, filled from the charter or from what was sent."""
    most = OBJECTIVES[1]
    filled = [*written, *[("", "")] * most][:most]
    return [
        ObjectiveLine(data, prefix=f"objective-{i}", initial={"text": text, "measure": measure})
        for i, (text, measure) in enumerate(filled, start=1)
    ]


def objectives_of(lines: list[ObjectiveLine]) -> tuple[tuple[str, str], ...]:
    """Return the objectives of valid lines; a line without either word is none."""
    pairs = [(line.cleaned_data["text"], line.cleaned_data["measure"]) for line in lines]
    return tuple((text, measure) for text, measure in pairs if text or measure)
