"""What a personal link of a meeting opens, while it holds."""

from datetime import datetime

from django.db.models import QuerySet

from viceversa.kernel import links
from viceversa.people.choices import PersonStatus
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Tap


def tap_of(token: str, now: datetime) -> Tap | None:
    """Return the link of a token if it still opens something."""
    return links.of_token(_alive(now), token)


def tap_alive(tap_id: int, now: datetime) -> Tap | None:
    """Return a link that was opened in a session if it still opens something."""
    return _alive(now).filter(pk=tap_id).first()


def _alive(now: datetime) -> QuerySet[Tap]:
    """Keep what is neither over nor taken back, of people still there and members still in it.

    A delegate's link ends with the delegation.
    """
    return (
        links.alive(Tap, now)
        .filter(member__left_at=None, delegation__revoked_at=None)
        .exclude(meeting__relationship__state=RelationshipState.CLOSED)
        .exclude(member__person__status=PersonStatus.LEFT)
        .exclude(delegation__delegate__status=PersonStatus.LEFT)
        .select_related(
            "meeting__relationship__cohort",
            "meeting__series",
            "member__person",
            "member__relationship__cohort",
            "delegation__delegate",
        )
    )
