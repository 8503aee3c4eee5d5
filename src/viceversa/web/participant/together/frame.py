"""What every page of a relationship shows: who, which tabs there are, which one is open."""

from django.urls import reverse
from django.utils.translation import gettext as _

from viceversa.relationships.choices import Format, RelationshipState
from viceversa.relationships.models import Member
from viceversa.relationships.queries import Shown, one


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
        "mentor_first": ", ".join(member.person.first_name for member in shown.mentors),
        "mentee_first": ", ".join(member.person.first_name for member in shown.mentees),
        "mentor_full": ", ".join(member.person.name for member in shown.mentors),
        "mentee_full": ", ".join(member.person.name for member in shown.mentees),
        "circle": shown.relationship.format == Format.CIRCLE,
        "over": shown.relationship.state == RelationshipState.CLOSED,
        "tabs": [
            (
                label,
                reverse(f"participant:{name}", args=[viewer.relationship.public_id]),
                name == tab,
            )
            for name, label in (
                ("together", _("Together")),
                ("agreement", _("Agreement")),
                ("notes", _("Notes")),
            )
        ],
    }
