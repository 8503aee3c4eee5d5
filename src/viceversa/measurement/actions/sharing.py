"""Sharing one’s self-check with a partner, and taking it back; both at any time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.measurement.models import SelfCheck, Share
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Member


class UnableToShare(UnableTo):
    """The relationship is over, or is not the author’s."""


@transaction.atomic
def share(*, self_check: SelfCheck, member: Member, actor: Actor, now: datetime) -> Share:
    """Let the others of `member`’s relationship read a self-check of the same person."""
    if member.person_id != self_check.person_id:
        raise UnableToShare(_("This self-check is not yours to share."))
    if member.relationship.state == RelationshipState.CLOSED:
        raise UnableToShare(
            _("This relationship has come to its end; nothing can be shared in it.")
        )
    row, made = Share.objects.get_or_create(
        self_check=self_check, relationship=member.relationship, defaults={"shared_at": now}
    )
    if made:
        _line(self_check, "shared", actor, now)
    return row


@transaction.atomic
def take_back(*, self_check: SelfCheck, member: Member, actor: Actor, now: datetime) -> None:
    """End the sharing in a relationship, also after its end; again changes nothing."""
    rows = Share.objects.filter(
        self_check=self_check,
        self_check__person=member.person_id,
        relationship=member.relationship_id,
    )
    deleted, _by_model = rows.delete()
    if deleted:
        _line(self_check, "taken back", actor, now)


def _line(row: SelfCheck, what: str, actor: Actor, now: datetime) -> None:
    """Say that sharing changed: not with whom, not what."""
    record(
        actor=actor,
        now=now,
        verb=Verb.SELF_CHECK_SHARED,
        subject=f"self-check:{row.public_id}",
        what=what,
    )
