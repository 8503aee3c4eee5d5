"""The matching policy in words: what counts how much, what forbids a pair, what is aimed at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from viceversa.programmes.rules.policy import DAYS, NUMBERS, WEIGHTS, MatchingPolicy, read

WORDS = {
    "must": _("must"),
    "high": _("high"),
    "medium": _("medium"),
    "low": _("low"),
    "off": _("off"),
}
WEIGHT_CHOICES = [(word, WORDS[word]) for word in WEIGHTS]
OBJECTIVES = [
    (
        "nobody-left-out",
        _("Nobody left out"),
        _("As many people as possible find a place; among those answers, the best total fit."),
    ),
    (
        "best-fit",
        _("Best fit"),
        _("The highest total fit, even if someone stays without a pair who could have had one."),
    ),
    (
        "protect-the-worst-off",
        _("Protect the weakest pairs"),
        _("A little less total fit, so that no pair is much weaker than the others."),
    ),
    (
        "worst-first",
        _("Weakest pair first"),
        _("The weakest pair is made as strong as it can be, whatever it costs the others."),
    ),
]
CRITERIA = {
    "topics": (
        _("Topics"),
        _("What the mentee wants to learn is what the mentor guides others in."),
    ),
    "reciprocity": (
        _("What comes back"),
        _("What the mentee gives back is what the mentor hopes for."),
    ),
    "language": (
        _("Language"),
        _("They share a language; must means that no pair is made without."),
    ),
    "availability": (_("Time in the week"), _("The more common hours a week, the better.")),
    "mixing": (_("Mixing"), _("Pairs across units and sites come first.")),
    "preferences": (_("Named wishes"), _("People who named each other find each other.")),
    "waiting": (_("Waiting"), _("Whoever was left out of earlier rounds comes first.")),
    "style": (
        _("Ways of working"),
        _("Pairs of different working styles, where people said theirs."),
    ),
}


class PolicyForm(forms.Form):
    """Every key of the policy; labels and sentences say the consequence."""

    objective = forms.ChoiceField(
        label=_("What the matching aims at"),
        choices=[(key, title) for key, title, _text in OBJECTIVES],
        widget=forms.RadioSelect,
    )
    strength = forms.FloatField(
        label=_("How strongly the weakest pairs are protected"),
        min_value=0,
        max_value=1,
        widget=forms.NumberInput(attrs={"step": "0.1"}),
        help_text=_("From 0 (not at all) to 1. Used by “Protect the weakest pairs” only."),
    )
    minimum_step = forms.IntegerField(
        label=_("Seniority levels between mentor and mentee, at least"),
        help_text=_("The mentor’s level is always at least this far below the mentee’s."),
    )
    line_depth = forms.IntegerField(
        label=_("Steps along the reporting line that are too close"),
        help_text=_("Managers of managers, and down again, up to this many steps, never pair."),
    )
    siblings_reports = forms.BooleanField(
        label=_("Keep direct reports of the manager’s peers apart too"),
        required=False,
    )
    same_unit = forms.BooleanField(label=_("Never pair people of the same unit"), required=False)
    mentor_level = forms.IntegerField(
        label=_("DigComp level from which someone guides others"),
        help_text=_("An offer below this level does not count for a topic. DigComp says 5."),
    )
    minimum_overlap = forms.IntegerField(
        label=_("Common minutes a week, at least"),
        help_text=_("Applies where both people have said when they are free."),
    )
    previous = forms.BooleanField(label=_("Never repeat an earlier pair"), required=False)

    def __init__(self, data: Any, policy: MatchingPolicy) -> None:
        plain = policy.write()
        rules = plain["rules"]
        rules["same_unit"] = rules["same_unit"] == "exclude"
        rules["previous"] = rules["previous"] == "exclude"
        weights = {f"weight_{key}": value for key, value in plain["weights"].items()}
        initial = {"objective": plain["objective"], "strength": plain["strength"]}
        super().__init__(data, initial=initial | weights | rules)
        self._kept = {"levels": dict(policy.levels), "consent": plain["consent"]}
        for name, (least, most) in NUMBERS.items():
            number = self.fields[name]
            assert isinstance(number, forms.IntegerField)
            self.fields[name] = forms.IntegerField(
                label=number.label, help_text=number.help_text, min_value=least, max_value=most
            )
        for key, (label, text) in CRITERIA.items():
            self.fields[f"weight_{key}"] = forms.ChoiceField(
                label=label, help_text=text, choices=WEIGHT_CHOICES, widget=forms.RadioSelect
            )

    def criteria(self) -> list[forms.BoundField]:
        """Return the weights in their order."""
        return [self[f"weight_{key}"] for key in CRITERIA]

    def objectives(self) -> list[tuple[str, Any, Any, bool]]:
        """Return the objectives: (key, title, sentence, chosen)."""
        chosen = self["objective"].value()
        return [(key, title, text, key == chosen) for key, title, text in OBJECTIVES]

    def policy(self) -> MatchingPolicy:
        """Return what a valid form says."""
        said = self.cleaned_data
        flags = {name: "exclude" if said[name] else "allow" for name in ("same_unit", "previous")}
        return read(
            {
                "objective": said["objective"],
                "strength": said["strength"],
                "weights": {key: said[f"weight_{key}"] for key in CRITERIA},
                "rules": {name: said[name] for name in NUMBERS}
                | {"siblings_reports": said["siblings_reports"]}
                | flags,
                **self._kept,
            }
        )


class CohortPolicyForm(PolicyForm):
    """The policy of a cohort: besides what a round has, how its people are asked."""

    answer_days = forms.IntegerField(
        label=_("Days to answer"),
        help_text=_("Each person asked has so long. No answer by then is no consent."),
        min_value=DAYS["answer_days"][0],
        max_value=DAYS["answer_days"][1],
    )
    remind_days = forms.IntegerField(
        label=_("Days between reminders"),
        help_text=_("Two reminders at most, then the question lapses."),
        min_value=DAYS["remind_days"][0],
        max_value=DAYS["remind_days"][1],
    )
    requests = forms.BooleanField(
        label=_("People without a partner may ask for one"),
        help_text=_(
            "They see up to five people who would suit, with name, role and the topics in common, "
            "and may ask one of them. The other side agrees or not. Tell people before you switch "
            "it on."
        ),
        required=False,
    )

    def __init__(self, data: Any, policy: MatchingPolicy) -> None:
        super().__init__(data, policy)
        self.initial |= policy.write()["consent"]

    def policy(self) -> MatchingPolicy:
        """Return what a valid form says."""
        said = self.cleaned_data
        self._kept["consent"] = {name: said[name] for name in (*DAYS, "requests")}
        return super().policy()
