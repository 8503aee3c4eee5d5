"""The forms of a relationship's pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.relationships.choices import NoteScope


class PartForm(forms.Form):
    """A part of the agreement, and the edition its writer saw."""

    text = forms.CharField(
        label=_("Words of this part"),
        widget=forms.Textarea(attrs={"rows": 8, "data-voice": True}),
        strip=False,
    )
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def catch_up(self, edition: int) -> None:
        """Keep what was written, now upon the edition that somebody else made meanwhile."""
        self.data = {name: self.data[name] for name in self.data} | {"edition": str(edition)}


class SignatureForm(forms.Form):
    """A typed name under the words whose digest the page carried."""

    name = forms.CharField(
        label=_("Your name, typed"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)


class NewNoteForm(forms.Form):
    """A note and who is to read it."""

    text = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 5}))
    scope = forms.ChoiceField(choices=NoteScope.choices, initial=NoteScope.PRIVATE)


class NoteForm(forms.Form):
    """The words of a note there is."""

    text = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 8}))
