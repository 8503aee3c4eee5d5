"""The forms of an end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.programmes.actions.champions import LONGEST as LONGEST_SENTENCE
from viceversa.relationships.choices import NoteScope, Prompt


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "data-voice": True})


class ReflectionForm(forms.Form):
    """Three answers, any of which may stay empty, and who is to read them."""

    took = forms.CharField(label=Prompt.TOOK.label, required=False, widget=_area(3))
    gave = forms.CharField(label=Prompt.GAVE.label, required=False, widget=_area(3))
    next = forms.CharField(label=Prompt.NEXT.label, required=False, widget=_area(3))
    scope = forms.ChoiceField(choices=NoteScope.choices)

    def answers(self) -> dict[str, str]:
        """Return the words by prompt."""
        return {code: self.cleaned_data[code] for code in Prompt.values}


class ThanksForm(forms.Form):
    """A few words to the others."""

    thanks = forms.CharField(label=_("Your words"), widget=_area(4))


class PauseForm(forms.Form):
    """The day on which a pause is over."""

    until = forms.DateField(
        label=_("Back on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ChampionForm(forms.Form):
    """A sentence of one's own."""

    sentence = forms.CharField(
        label=_("Your sentence"), max_length=LONGEST_SENTENCE, widget=_area(3)
    )
