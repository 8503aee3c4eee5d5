"""What the page “enter as” says of each part of the sample company."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance

TEXTS: dict[str, Promise] = {
    Part.COORDINATOR: _(
        "Runs the programme: people, cohorts, matching rounds, relationships. Start here."
    ),
    Part.MENTEE: _("An executive with ten minutes a month outside the meetings."),
    Part.MENTOR: _("Shares what is new, a little nervous before the first meeting."),
    Part.DELEGATE: _("Keeps an executive’s diary, and sees nothing else."),
    Part.SPONSOR: _("Answers for the purpose of the programme, and takes part as well."),
    Part.COUNSELLOR: _("Receives concerns, and is the only one who does."),
    Part.ADMINISTRATOR: _("Looks after the instance and the directory; sees no relationships."),
}
BUTTONS: dict[str, Promise] = {
    Part.COORDINATOR: _("Enter as coordinator"),
    Part.MENTEE: _("Enter as mentee"),
    Part.MENTOR: _("Enter as mentor"),
    Part.DELEGATE: _("Enter as delegate"),
    Part.SPONSOR: _("Enter as sponsor"),
    Part.COUNSELLOR: _("Enter as counsellor"),
    Part.ADMINISTRATOR: _("Enter as administrator"),
}
INKED = {Part.MENTOR: "mentor", Part.MENTEE: "mentee"}  # the two inks belong to these two alone


@dataclass(frozen=True, slots=True)
class Door:
    """One of the doors: whom one becomes, and what they do."""

    part: str
    title: Promise
    name: str
    role: str
    text: Promise
    button: Promise


def doors(entrances: Sequence[Entrance]) -> list[Door]:
    """Return the doors for the entrances, in their order."""
    return [
        Door(
            part=entrance.part,
            title=Part(entrance.part).label,
            name=str(entrance.user),
            role=INKED.get(Part(entrance.part), ""),
            text=TEXTS[entrance.part],
            button=BUTTONS[entrance.part],
        )
        for entrance in entrances
    ]
