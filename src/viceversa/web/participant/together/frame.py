"""What every page of a relationship shows: who, which tabs there are, which one is open."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from viceversa.relationships.choices import Format, RelationshipState
from viceversa.relationships.models import Member
from viceversa.relationships.queries import note_count, shown
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
    together = shown(viewer.relationship)
    people = [*together.mentors, *together.mentees]
    return {
        "viewer": viewer,
        "shown": together,
        "relationship": viewer.relationship,
        "people": people,
        "others": [member for member in people if member.pk != viewer.pk],
        "mentor_first": joined(member.person.first_name for member in together.mentors),
        "mentee_first": joined(member.person.first_name for member in together.mentees),
        "all_first": joined(member.person.first_name for member in people),
        "mentor_full": ", ".join(member.person.name for member in together.mentors),
        "mentee_full": ", ".join(member.person.name for member in together.mentees),
        "circle": viewer.relationship.format == Format.CIRCLE,
        "over": viewer.relationship.state == RelationshipState.CLOSED,
        "tabs": [
            _tab(viewer, name, str(label), tab) for name, label in TABS if viewer.left_at is None
        ],
    }


def _tab(viewer: Member, name: str, label: str, current: str) -> tuple[str, str, bool, int | None]:
    """Return (label, address, whether it is open, count) of one tab."""
    href = reverse(f"participant:{name}", args=[viewer.relationship.public_id])
    return label, href, name == current, (note_count(viewer) or None) if name == "notes" else None
