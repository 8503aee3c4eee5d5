"""What these verbs stand on: an open relationship, words of a decent length, a silent audit."""

from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Member, Relationship


def open_relationship(member: Member, refusal: type[UnableTo]) -> Relationship:
    """Return the member's relationship, locked; raise `refusal` where it has come to its end."""
    relationship = Relationship.objects.select_for_update().get(pk=member.relationship_id)
    if relationship.state == RelationshipState.CLOSED:
        raise refusal(_("This relationship has come to its end; what you prepared can be read."))
    return relationship


def words(text: str, most: int, refusal: type[UnableTo], *, may_be_empty: bool = False) -> str:
    """Return the text with plain line ends; raise `refusal` where it is empty or too long."""
    found = text.replace("\r\n", "\n").strip()
    if not found and not may_be_empty:
        raise refusal(_("There is nothing in this field. Write a sentence, then save it."))
    if len(found) > most:
        raise refusal(
            _("At most %(most)s characters fit here. Shorten it, then save it.") % {"most": most}
        )
    return found


def note_down(verb: Verb, member: Member, actor: Actor, now: datetime) -> None:
    """Keep that something was done in this relationship: never its words."""
    record(actor=actor, now=now, verb=verb, subject=f"relationship:{member.relationship.public_id}")
