"""What the gallery shows: its tiles in order, and invented people to show them with."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django import forms
from django.core.paginator import Paginator

from viceversa.relationships.rules.meetings.slots import Slot

# One tile for each file in static/css/components, in the order of the page. The English sentences
# are for developers and are not translated: this page exists in development only.
TILES = (
    ("palette", "Paper and inks", "Vermilion is always the mentor, ultramarine always the mentee."),
    ("type", "Two voices", "Newsreader for people, Hanken Grotesk for the tool."),
    ("icon", "Icons", "A drawing never stands alone without a word for those who cannot see it."),
    ("button", "Buttons", "One filled button per view; the label is a verb and its object."),
    ("tag", "Tags", "A state pairs a word and an icon."),
    ("menu", "Menus", "A native popover."),
    ("dialog", "Dialogs", "One decision, its consequences, two ways out."),
    ("field", "Fields", "Label, help, control, error."),
    ("choice", "Choices", "The whole card is the target."),
    ("filters", "Filters and segments", "Plain forms and links."),
    ("notice", "Notices", "One idea each."),
    ("toast", "Toasts", "What happened, and the way back."),
    ("sample", "Sample banner", "On every page of the invented company."),
    ("empty", "Empty", "Said plainly, with the next step."),
    ("skeleton", "Skeleton", "Holds the place of what is loading."),
    ("progress", "Progress", "Counts, not percentages, where things can be counted."),
    ("person", "People", "A circle is a mentor, a square is a mentee."),
    ("pair", "Pairs", "Where they meet, the inks overprint."),
    ("exchange", "The exchange", "Both lanes, always; an empty one asks."),
    ("visibility", "Who can see it", "Beside every personal field."),
    ("quote", "Quotes", "A person speaking."),
    ("hero", "The door", "One line goes, the other comes back."),
    ("page-head", "Page head", "Where, what, why, what can be done."),
    ("crumbs", "Crumbs", "Where this page sits."),
    ("section", "Sections and folds", "A ruled part with its own header."),
    ("tabs", "Tabs", "Links; the current one is underlined."),
    ("table", "Tables", "Hairlines, aligned figures, honest gaps."),
    ("pager", "Pages", "For lists that are cited."),
    ("facts", "Facts", "Name and value."),
    ("figure", "Figures", "One number and what it counts."),
    ("chart", "Charts", "Direct labels, intervals, the table one tap away."),
    ("certificate", "Certificate", "Two numbers that must meet."),
    ("proposal", "Proposals", "A pair put forward."),
    ("reasons", "Reasons and rules", "Sentences; bars on one scale."),
    ("dropzone", "File", "Choose it, or drop it here."),
    ("diff", "Import", "What would change."),
    ("plan", "Plan and nudges", "Past is inked, the future is a hairline."),
    ("funnel", "Funnel", "The same scale on both sides."),
    ("checklist", "Checklist", "Things to do, and done."),
    ("agreement", "Agreement", "New words wear their writer’s ink until everybody accepts them."),
    ("assess", "Self-check", "One question, four honest answers, nobody watching."),
    ("note", "Notes", "Dashed and locked is mine alone, solid is ours."),
    ("meeting", "Meetings", "The day is the hero; two taps at most; a slot moves it."),
    ("talk", "Conversation", "Words in the ink of whoever wrote them; nobody sees who has read."),
    ("minute", "Things to do", "At most three, numbered, two minutes."),
    ("agenda", "Agenda", "Minutes are visible as length; both sides give."),
    ("experiment", "Experiment", "One small thing, in large letters."),
    ("goal", "Goals", "Steps, never percentages."),
    ("timeline", "Timeline", "What happened, newest first."),
)

INKS = (
    *("paper", "surface", "sunken", "text", "text-soft", "text-quiet", "line", "edge"),
    *("mentor", "mentor-wash", "mentee", "mentee-wash", "both", "good", "attention", "danger"),
)


@dataclass(frozen=True)
class Tile:
    """One section of the gallery."""

    name: str
    title: str
    says: str

    @property
    def template(self) -> str:
        return f"ui/gallery/{self.name}.html"


class Example(forms.Form):
    """A form with one field of each kind, one of them wrong."""

    name = forms.CharField(label="Name", help_text="As colleagues call you.")
    email = forms.EmailField(label="Work e-mail", help_text="We send a six-digit code.")
    site = forms.ChoiceField(label="Site", choices=[("b", "Bari"), ("m", "Milano")])
    started = forms.DateField(
        label="First day", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    why = forms.CharField(
        label="What would you like in return?", required=False, widget=forms.Textarea
    )
    reach = forms.ChoiceField(
        label="How shall we reach you?",
        choices=[("mail", "E-mail only"), ("chat", "Chat as well")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="Topics",
        required=False,
        choices=[("ai", "AI assistants"), ("video", "Short videos")],
        widget=forms.CheckboxSelectMultiple,
    )
    remind = forms.BooleanField(label="Remind me", required=False)
    agree = forms.BooleanField(label="I have read the briefing", required=False)
    scale = forms.ChoiceField(
        label="How much it counts",
        choices=[("must", "Must"), ("high", "High"), ("off", "Off")],
        widget=forms.RadioSelect,
    )
    file = forms.FileField(label="People file", required=False)


def page() -> dict[str, object]:
    """Return the variables of the gallery."""
    return {
        "tiles": [Tile(*tile) for tile in TILES],
        "papers": ("light", "dark"),
        **_examples(),
        **_charts(),
    }


def _examples() -> dict[str, object]:
    given: dict[str, object] = {
        "name": "Nicolò",
        "email": "nicolo@altavalle",
        "site": "m",
        "reach": "mail",
    }
    given |= {"topics": ["ai"], "remind": "on", "scale": "high", "why": "How a decision is made."}
    return {
        "form": Example({f"wrong-{k}": v for k, v in given.items()}, prefix="wrong"),
        "blank": Example(prefix="blank"),
        "rows": Example(prefix="rows"),
        "inks": INKS,
        "numbers": Paginator(range(208), 20).get_page(4),
        "options": [("all", "All", 208), ("check", "To check", 5), ("pinned", "Pinned", 3)],
        "sites": [("bari", "Bari"), ("milano", "Milano")],
        "gives": ["AI assistants at work, hands on", "Charts a supplier board can read"],
        "gets": ["How purchasing decisions are really made"],
        **_meetings(),
        "slices": [(5, "both"), (20, "mentor"), (15, "mentee"), (5, "both")],
        "states": [("invited", 118, 62), ("applied", 61, 51), ("admitted", 54, 49)],
    }


def _meetings() -> dict[str, object]:
    day = datetime(2026, 11, 11, 16, tzinfo=UTC)
    times = [Slot(day + timedelta(days=n), 45) for n in (1, 2, 6)]
    return {
        "day": day,
        "until": day + timedelta(minutes=45),
        "times": [*times, Slot(day + timedelta(days=2, hours=1), 15, short=True)],
    }


def _charts() -> dict[str, object]:
    return {
        "spans": [
            (0.4, 0.5, 2),
            (0.5, 0.6, 0),
            (0.6, 0.7, 14),
            (0.7, 0.8, 58),
            (0.8, 0.9, 96),
            (0.9, 1.0, 38),
        ],
        "groups": [
            ("Milano", [("mentee", 88, 0.85, 0.83, 0.87), ("mentor", 92, 0.84, 0.82, 0.86)]),
            ("Brescia", [("mentee", 40, 0.83, 0.80, 0.86), ("mentor", 44, 0.85, 0.82, 0.88)]),
            ("Lyon", None, "fewer than five people"),
        ],
        "topics": [
            ("AI assistants", 61),
            ("Short videos", 34),
            ("Data stories", 12, 7, 17),
            ("Podcasts", None, "fewer than five"),
        ],
        "ways": [
            ("Evaluating information", 3, 5, "On my own", "Helping others along"),
            ("Managing one’s digital identity", 3, 3, "On my own", "On my own"),
        ],
        "aims": [
            ("Best fit", 0.42, 174.7, False),
            ("Nobody left out", 0.45, 174.2, True),
            ("Protect the worst-off", 0.58, 171.9, False),
            ("Worst score first", 0.61, 166.0, False),
        ],
    }
