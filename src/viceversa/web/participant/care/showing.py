"""What care puts on pages that others own: the first page, and the margin of a relationship."""

from viceversa.people.models import Person
from viceversa.relationships.models import Member
from viceversa.relationships.queries.care import (
    concerns_today,
    door,
    has_open_concern,
    shown_hours,
)
from viceversa.relationships.queries.momentum import pushes_for
from viceversa.web.participant.care.forms import ConcernForm


def at_home(person: Person | None, *, named: bool) -> dict[str, object]:
    """Return the variables of `answer_card`, `push_card`, `counsel_card` and `hours_block`.

    `named` tells whether a programme names the person as its counsellor.
    """
    if person is None:
        return {}
    answered, figures = concerns_today(person)
    return {
        "concern_answers": answered,
        "pushes": pushes_for(person),
        "counsel": figures,
        "counsels": named or figures.ever,
        "shown_hours": shown_hours(person),
    }


def beside(viewer: Member) -> dict[str, object]:
    """Return the variables of `not_right`, `dialog` and `push_card` on a relationship's page.

    What the agreement waits for stands on that page anyway.
    """
    pushes = pushes_for(viewer.person, relationship=viewer.relationship)
    return {
        "door": door(viewer),
        "concern_open": has_open_concern(viewer),
        "concern_form": ConcernForm(auto_id="concern_%s", member=viewer),
        "pushes": [push for push in pushes if push.signal != "agreement"],
    }
