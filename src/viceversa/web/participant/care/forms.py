"""The forms of a concern."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.relationships.choices import ConcernHelp, RelationshipState
from viceversa.relationships.models import Member


class ConcernForm(forms.Form):
    """What happened, in as many words as one likes, and what would help."""

    text = forms.CharField(
        label=_("What happened"),
        help_text=_("As little or as much as you like."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "data-voice": True}),
        strip=False,
    )
    help = forms.ChoiceField(
        label=_("What would help now?"), choices=ConcernHelp.choices, initial=ConcernHelp.TALK
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if member.left_at or member.relationship.state == RelationshipState.CLOSED:
            pause = ConcernHelp.PAUSE.value  # nothing is left to be paused
            help_ = cast(forms.ChoiceField, self.fields["help"])
            help_.choices = [choice for choice in ConcernHelp.choices if choice[0] != pause]


class WordsForm(forms.Form):
    """What one of the two writes to the other."""

    text = forms.CharField(
        label=_("Your words"),
        widget=forms.Textarea(attrs={"rows": 5, "data-voice": True}),
        strip=False,
        error_messages={"required": _("There is nothing to send yet. Write a word or two.")},
    )
