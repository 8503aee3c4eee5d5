"""The form of a topic."""

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.programmes.actions.catalogue import Words
from viceversa.programmes.choices import Rung
from viceversa.programmes.models import Topic


class TopicForm(forms.Form):
    rung = forms.ChoiceField(label=_("Rung"), choices=Rung.choices)
    name_en = forms.CharField(label=_("English name"), max_length=120)
    name_it = forms.CharField(label=_("Italian name"), max_length=120)
    about_en = forms.CharField(
        label=_("In one sentence, in English"), max_length=300, required=False
    )
    about_it = forms.CharField(
        label=_("In one sentence, in Italian"), max_length=300, required=False
    )
    digcomp = forms.RegexField(
        label=_("DigComp competence"),
        regex=r"^[1-5]\.[1-6]$",
        required=False,
        help_text=_("A code such as 2.4, where one fits."),
        error_messages={"invalid": _("Write a code of DigComp, such as 2.4, or nothing.")},
    )
    aliases = forms.CharField(
        label=_("Other names"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Understood in a people file. One a line."),
    )

    @classmethod
    def of(cls, topic: Topic) -> "TopicForm":
        """Return the form filled with a topic."""
        names = ("rung", "name_en", "name_it", "about_en", "about_it", "digcomp")
        initial = {name: getattr(topic, name) for name in names}
        return cls(initial=initial | {"aliases": "\n".join(topic.aliases)})

    def words(self) -> Words:
        """Return what a valid form says."""
        aliases = [line.strip() for line in self.cleaned_data["aliases"].splitlines()]
        rest = {name: value for name, value in self.cleaned_data.items() if name != "aliases"}
        return Words(**rest, aliases=tuple(alias for alias in aliases if alias))
