"""Forms of a cohort: name and preset, dates, who may take part."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from viceversa.programmes.choices import Preset
from viceversa.programmes.messages import date_name
from viceversa.programmes.models import Cohort
from viceversa.programmes.rules.eligibility import Eligibility, Limits
from viceversa.programmes.rules.timeline import Dates, out_of_order, propose

PRESETS = [
    (Preset.STANDARD, _("Standard: six months, six meetings of 45 to 60 minutes")),
    (Preset.LIGHT, _("Light: six months, six meetings of 30 minutes")),
    (Preset.EXTENDED, _("Extended: seven months, a meeting of 45 minutes each month")),
    (Preset.DUO, _("Duo: two mentors for one mentee, six meetings of 60 minutes")),
    (
        Preset.CIRCLE,
        _("Circle: teams of three to eight, three months, up to six meetings of 60 minutes"),
    ),
]
DATES = ("invitations_on", "matching_on", "starts_on", "midpoint_on", "ends_on")


def _day(label: Any, *, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


class CohortForm(forms.Form):
    """Only the name and the first meetings are needed: the preset proposes the other dates."""

    name = forms.CharField(
        label=_("Name of the cohort"), max_length=120, help_text=_("Such as “Autumn 2026”.")
    )
    preset = forms.ChoiceField(
        label=_("Rhythm"), choices=PRESETS, widget=forms.RadioSelect, initial=Preset.STANDARD
    )
    starts_on = _day(pgettext_lazy("stage", "First meetings"), required=True)
    invitations_on = _day(_("Enrolment starts"))
    matching_on = _day(pgettext_lazy("stage", "Matching"))
    midpoint_on = _day(pgettext_lazy("stage", "Midpoint review"))
    ends_on = _day(pgettext_lazy("stage", "Closing"))

    @classmethod
    def values(cls, cohort: Cohort) -> dict[str, Any]:
        """Return what a cohort fills the form with."""
        return {name: getattr(cohort, name) for name in ("name", "preset", *DATES)}

    @staticmethod
    def proposed(preset: str, starts_on: date) -> dict[str, Any]:
        """Return the dates a preset proposes, by field."""
        return asdict(propose(preset, starts_on))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        asked = "propose" in self.data  # then the dates sent are about to be replaced
        if cleaned.get("starts_on") and cleaned.get("preset") and not asked:
            wrong = out_of_order(self.dates())
            if wrong:
                early, late = wrong
                self.add_error(
                    late,
                    _("This must come after %(early)s. Change one of the two dates.")
                    % {"early": date_name(early)},
                )
        return cleaned

    def dates(self) -> Dates:
        """Return the dates, those left empty as the preset proposes them."""
        proposed = propose(self.cleaned_data["preset"], self.cleaned_data["starts_on"])
        given: dict[str, date | None] = {name: self.cleaned_data.get(name) for name in DATES}
        return Dates(**{name: given[name] or getattr(proposed, name) for name in DATES})


class LimitsForm(forms.Form):
    """Who may take part in one role; everything empty means everybody."""

    lowest_level = forms.TypedChoiceField(
        label=_("Seniority level from"), required=False, coerce=int, empty_value=None
    )
    highest_level = forms.TypedChoiceField(
        label=_("Seniority level up to"), required=False, coerce=int, empty_value=None
    )
    tenure = forms.IntegerField(
        label=_("Months in the company, at least"), required=False, min_value=0, max_value=600
    )
    sites = forms.MultipleChoiceField(
        label=_("Sites"), required=False, widget=forms.CheckboxSelectMultiple
    )
    units = forms.MultipleChoiceField(
        label=_("Units, with those below them"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen means all."),
    )

    def __init__(
        self,
        data: Any,
        *,
        prefix: str,
        limits: Limits,
        levels: list[int],
        sites: list[str],
        units: list[str],
    ) -> None:
        super().__init__(
            data,
            prefix=prefix,
            initial={
                "lowest_level": limits.lowest_level,
                "highest_level": limits.highest_level,
                "tenure": limits.tenure,
                "sites": limits.sites,
                "units": limits.units,
            },
        )
        ends = [limits.lowest_level, limits.highest_level]
        known = sorted({*levels, *(level for level in ends if level is not None)})
        options = [("", _("no limit")), *((level, str(level)) for level in known)]
        for name in ("lowest_level", "highest_level"):
            self._choice(name).choices = options
        self._choice("sites").choices = [(s, s) for s in _with(sites, limits.sites)]
        self._choice("units").choices = [(u, u) for u in _with(units, limits.units)]

    def limits(self) -> Limits:
        """Return what a valid form says."""
        said = self.cleaned_data
        return Limits(
            lowest_level=said["lowest_level"],
            highest_level=said["highest_level"],
            units=tuple(said["units"]),
            sites=tuple(said["sites"]),
            tenure=said["tenure"] or None,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("lowest_level"), cleaned.get("highest_level")
        if low is not None and high is not None and low > high:
            self.add_error("highest_level", _("This is below the lowest level. Swap the two."))
        return cleaned

    def _choice(self, name: str) -> forms.ChoiceField:
        found = self.fields[name]
        assert isinstance(found, forms.ChoiceField)
        return found


def eligibility_of(mentor: LimitsForm, mentee: LimitsForm) -> Eligibility:
    """Return the eligibility two valid forms say."""
    return Eligibility(mentor=mentor.limits(), mentee=mentee.limits())


def _with(known: list[str], kept: tuple[str, ...]) -> list[str]:
    """Return what the directory has, and what the cohort kept though the directory lost it."""
    return sorted({*known, *kept})
