"""The form that makes somebody a user with a role of office."""

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.choices import Role


class NewUser(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("Work e-mail"),
        max_length=254,
        help_text=_("They sign in with a code sent to this address. Nobody is written to now."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)
