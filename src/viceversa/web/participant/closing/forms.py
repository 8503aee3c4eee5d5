"""The forms of an end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.programmes.actions.champions import LONGEST as LONGEST_SENTENCE
from viceversa.programmes.rules.picture import HEAVIEST
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
    """A sentence of one's own and, if one likes, a picture."""

    sentence = forms.CharField(
        label=_("Your sentence"), max_length=LONGEST_SENTENCE, widget=_area(3)
    )
    picture = forms.FileField(
        label=_("Your picture"),
        help_text=_("JPEG, PNG or WebP, 5 MB at most. The top of it is cut to a square."),
        required=False,
        allow_empty_file=True,  # the action says what is wrong with it
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def content(self) -> bytes | None:
        """Return what was sent, None where nothing was; of a heavy file no more than says so."""
        sent = self.cleaned_data["picture"]
        return sent.read(HEAVIEST + 1) if sent else None
