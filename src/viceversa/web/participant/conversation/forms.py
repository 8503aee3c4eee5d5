"""The forms of a conversation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.relationships.rules.conversation import LONGEST


class MessageForm(forms.Form):
    """A message."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "data-voice": True}),
    )
