"""The form of the sponsor's letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from viceversa.programmes.models import InvitationPlan
from viceversa.programmes.queries.invitations import letters
from viceversa.programmes.rules.invitation import LONGEST_WORDS
from viceversa.programmes.rules.invitation_words import usual

WORDS = ("mentee_en", "mentee_it", "mentor_en", "mentor_it")


def _words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_WORDS, widget=forms.Textarea(attrs={"rows": 9})
    )


class LetterForm(forms.Form):
    """Four letters, shown with the usual words until the sponsor writes others."""

    mentee_en = _words(gettext_lazy("To mentees, in English"))
    mentee_it = _words(gettext_lazy("To mentees, in Italian"))
    mentor_en = _words(gettext_lazy("To mentors, in English"))
    mentor_it = _words(gettext_lazy("To mentors, in Italian"))
    admits_itself = forms.BooleanField(
        label=gettext_lazy("Admit whoever hands in a whole profile"),
        required=False,
        help_text=gettext_lazy("Otherwise you admit each of them on the page of invitations."),
    )
    takes_applications = forms.BooleanField(
        label=gettext_lazy("Let the eligible apply by themselves"),
        required=False,
        help_text=gettext_lazy("Signed-in people see the cohort under “Take part”."),
    )

    def __init__(self, plan: InvitationPlan, data: Any = None) -> None:
        self.plan = plan
        said = {
            f"{role}_{language}": words
            for role in ("mentee", "mentor")
            for language, words in letters(plan, role).items()
        }
        switches = {
            "admits_itself": plan.admits_itself,
            "takes_applications": plan.takes_applications,
        }
        super().__init__(data, initial={**said, **switches})

    def own_words(self) -> dict[str, str]:
        """Return the letters by name; empty where nothing differs from the usual words."""
        programme = self.plan.cohort.programme.name
        found = {}
        for name in WORDS:
            role, language = name.split("_")
            text = self.cleaned_data[name].replace("\r\n", "\n").strip()
            found[name] = "" if text == usual(role, language, programme).strip() else text
        return found
