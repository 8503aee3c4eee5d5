"""What every page of a relationship shows: who, which tabs there are, which one is open."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from viceversa.relationships.choices import Format, RelationshipState
from viceversa.relationships.models import Member
from viceversa.relationships.queries import Shown, note_count, one
from viceversa.relationships.queries.meetings.naming import joined

TABS = (
    ("together", gettext_lazy("Together")),
    ("agendas", gettext_lazy("Agenda")),
    ("agreement", gettext_lazy("Agreement")),
    ("notes", gettext_lazy("Notes")),
    ("conversation", gettext_lazy("Conversation")),
    ("guides", gettext_lazy("Guides")),
)


def framed(viewer: Member, tab: str) -> dict[str, object]:
    """Return the variables of the head common to the pages of `viewer`'s relationship."""
    shown = one(viewer.relationship.public_id)
    assert isinstance(shown, Shown)  # the viewer is a member of it
    people = [*shown.mentors, *shown.mentees]
    return {
        "viewer": viewer,
        "shown": shown,
        "relationship": shown.relationship,
        "people": people,
        "others": [member for member in people if member.pk != viewer.pk],
        "mentor_first": joined(member.person.first_name for member in shown.mentors),
        "mentee_first": joined(member.person.first_name for member in shown.mentees),
        "all_first": joined(member.person.first_name for member in people),
        "mentor_full": ", ".join(member.person.name for member in shown.mentors),
        "mentee_full": ", ".join(member.person.name for member in shown.mentees),
        "circle": shown.relationship.format == Format.CIRCLE,
        "over": shown.relationship.state == RelationshipState.CLOSED,
        "tabs": [_tab(viewer, name, str(label), tab) for name, label in TABS],
    }


def _tab(viewer: Member, name: str, label: str, current: str) -> tuple[str, str, bool, int | None]:
    """Return (label, address, whether it is open, count) of one tab."""
    href = reverse(f"participant:{name}", args=[viewer.relationship.public_id])
    return label, href, name == current, (note_count(viewer) or None) if name == "notes" else None
