"""Moving a relationship from one state to the next."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Relationship, Step
from viceversa.relationships.rules import may_follow


class UnableToMove(UnableTo):
    """The relationship is not in a state from which it can move there."""


def move(
    *, relationship: Relationship, to: RelationshipState, actor: Actor, now: datetime
) -> Relationship:
    """Bring a relationship to the state `to`, dated `now`, and return it as it is then."""
    with transaction.atomic():
        current = Relationship.objects.select_for_update().get(pk=relationship.pk)
        if not may_follow(current.state, to):
            raise UnableToMove(
                _("A relationship that is “%(state)s” cannot become “%(to)s”.")
                % {"state": RelationshipState(current.state).label, "to": to.label}
            )
        former = current.state
        current.state = to
        current.closed_at = now if to == RelationshipState.CLOSED else None
        current.save(update_fields=["state", "closed_at"])
        Step.objects.create(relationship=current, state=to, at=now)
        closed = to == RelationshipState.CLOSED
        record(
            actor=actor,
            now=now,
            verb=Verb.RELATIONSHIP_CLOSED if closed else Verb.RELATIONSHIP_MOVED,
            subject=f"relationship:{current.public_id}",
            former=former,
            state=to,
        )
    return current
