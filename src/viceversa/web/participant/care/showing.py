"""What care puts on pages that others own: the first page, and the margin of a relationship."""

from datetime import datetime

from viceversa.people.models import Person
from viceversa.relationships.models import Member
from viceversa.relationships.queries.care import (
    answers_unread,
    counsel_figures,
    door,
    has_open_concern,
    is_counsellor,
    loads_of,
    own_hours,
    team_hours,
)
from viceversa.relationships.queries.momentum import pushes_for
from viceversa.web.participant.care.forms import ConcernForm


def at_home(person: Person | None, now: datetime) -> dict[str, object]:
    """Return the variables of `answer_card`, `push_card`, `counsel_card` and `hours_block`."""
    if person is None:
        return {}
    return {
        "concern_answers": answers_unread(person),
        "pushes": pushes_for(person),
        "counsel": counsel_figures(person),
        "counsels": is_counsellor(person),
        "hours": own_hours(person, now),
        "loads": loads_of(person),
        "team": team_hours(person, now),
    }


def beside(viewer: Member) -> dict[str, object]:
    """Return the variables of `not_right`, `dialog` and `push_card` on a relationship's page."""
    return {
        "door": door(viewer),
        "concern_open": has_open_concern(viewer),
        "concern_form": ConcernForm(auto_id="concern_%s"),
        "pushes": pushes_for(viewer.person, relationship=viewer.relationship),
    }
