"""Personal links of one meeting for one purpose: made, used up, taken back."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from viceversa.kernel import links
from viceversa.relationships.choices import TapPurpose
from viceversa.relationships.models import Meeting, Tap
from viceversa.relationships.queries.meetings.delegates import Reader

ENTRANCE = "/t/{token}/"  # the one address that carries a token
HOLDS_AFTER = timedelta(days=14)  # “We met” may come two weeks late


def issue(*, meeting: Meeting, reader: Reader, purpose: TapPurpose, now: datetime) -> str:
    """Make a link for one purpose and return its path; the token is kept nowhere else."""
    token = links.issue(
        Tap,
        meeting=meeting,
        member=reader.member,
        delegation=reader.delegation,
        purpose=purpose,
        expires_at=max(meeting.starts_at, now) + HOLDS_AFTER,
        now=now,
    )
    return ENTRANCE.format(token=token)


def revoke(
    *, meeting: Meeting, now: datetime, purposes: Iterable[TapPurpose] = tuple(TapPurpose)
) -> None:
    """End the links of a meeting: of some purposes, or all of them."""
    links.revoke(Tap.objects.filter(meeting=meeting, purpose__in=list(purposes)), now)
