"""Whom a concern may go to: the counsellor of the charter, or, where that cannot be, who else."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from viceversa.accounts.choices import Role
from viceversa.accounts.models import User
from viceversa.notifications.rules.recipient import zone_of
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.relationships.models import Member
from viceversa.relationships.queries.closing.past import kept_for


@dataclass(frozen=True, slots=True)
class Door:
    """`counsellor` is None where `obstacle` says why nobody can be told here.

    `coordinators` are then those to turn to, outside this product; it may be nobody.
    """

    counsellor: Person | None
    obstacle: str = ""
    coordinators: tuple[User, ...] = ()


def is_late(viewer: Member, now: datetime) -> bool:
    """Tell whether a relationship has been over for too long: what it was about is deleted."""
    still = kept_for(viewer)
    today = localdate(now, zone_of(settings.ORGANISATION_TIME_ZONE))
    return still is not None and today > still.shared


def door(viewer: Member) -> Door:
    """Return whom `viewer` can tell; two queries, relationship, cohort and programme loaded."""
    named = viewer.relationship.cohort.programme.counsellor
    obstacle = _obstacle(viewer, named)
    if not obstacle:
        return Door(named)
    holders = User.objects.filter(grants__role=Role.COORDINATOR, is_active=True)
    others = [one for one in holders.order_by("name") if one.pk != viewer.person.user_id]
    return Door(None, obstacle, tuple(others))


def _obstacle(viewer: Member, named: Person | None) -> str:
    """Return why the counsellor of the charter cannot be told, empty where they can."""
    if named is None:
        return _("No counsellor is named for this programme at the moment.")
    if named.pk == viewer.person_id:
        return _("You are the counsellor of this programme, so this page cannot be for you.")
    if Member.everybody.filter(relationship=viewer.relationship_id, person=named).exists():
        return _(
            "%(name)s is the counsellor of this programme and takes part in this relationship. "
            "A concern about it must not end on that desk."
        ) % {"name": named.name}
    if named.status == PersonStatus.LEFT:
        return _("%(name)s, named as the counsellor, is no longer here.") % {"name": named.name}
    if not named.email and not named.user_id:
        return _("%(name)s, named as the counsellor, has no address to be reached at.") % {
            "name": named.name
        }
    return ""
