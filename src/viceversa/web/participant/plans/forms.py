"""The forms of preparing and keeping."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.relationships.choices import Gives

OWN_WORDS = "own"


class ItemForm(forms.Form):
    """A point of an agenda; one that the product words has no title of its own."""

    title = forms.CharField(label=_("What"), max_length=120)
    text = forms.CharField(
        label=_("In a sentence or two"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=240,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "data-width": "number"}),
    )
    gives = forms.ChoiceField(label=_("Who gives"), choices=Gives.choices, widget=forms.RadioSelect)

    def __init__(self, *args: object, plain: bool = True, asked: bool = False, **kwargs: object):
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # those of a form
        if not plain:
            del self.fields["title"]
            if not asked:
                del self.fields["gives"]


class PointForm(forms.Form):
    """What the mentee would like to add."""

    text = forms.CharField(
        label=_("Your question or point"), max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )


class IdeasForm(forms.Form):
    """Two small experiments to choose from."""

    first = forms.CharField(
        label=_("First idea"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    second = forms.CharField(
        label=_("Second idea"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ExperimentForm(forms.Form):
    """One of the ideas, or one's own words."""

    idea = forms.ChoiceField(required=False)
    own = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": True}),
    )

    def __init__(self, *args: object, ideas: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # those of a form
        self.ideas = ideas
        choices = [*((str(i), idea) for i, idea in enumerate(ideas)), (OWN_WORDS, "")]
        self.fields["idea"] = forms.ChoiceField(choices=choices, required=bool(ideas))

    def chosen(self) -> str:
        """Return the words of the experiment; one's own win over an idea left picked."""
        idea, own = self.cleaned_data.get("idea") or OWN_WORDS, str(self.cleaned_data["own"])
        return own if own.strip() or idea == OWN_WORDS else self.ideas[int(idea)]


class OutcomeForm(forms.Form):
    """What happened when it was tried."""

    outcome = forms.CharField(
        label=_("What happened, in a sentence"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": True}),
    )


class GoalForm(forms.Form):
    """A goal, its sign, its steps one a line."""

    text = forms.CharField(
        label=_("What would you like to be able to do?"),
        help_text=_("A sentence that begins with “I”."),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2, "data-voice": True}),
    )
    measure = forms.CharField(
        label=_("How will you know?"),
        help_text=_("Something you could show somebody."),
        required=False,
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    steps = forms.CharField(
        label=_("Small steps, one a line"),
        help_text=_("Three are enough, eight the most. Tick them as you go."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TakeawayForm(forms.Form):
    """What one took away from a meeting."""

    text = forms.CharField(
        label=_("What did you take away?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": True}),
    )


class QuestionForm(forms.Form):
    """What a mentor hopes to hear."""

    text = forms.CharField(
        label=_("What would you like to hear?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": True}),
    )


class AnswerForm(forms.Form):
    """Two lines now."""

    text = forms.CharField(
        label=_("Your answer, two lines are enough"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4, "data-voice": True}),
    )
