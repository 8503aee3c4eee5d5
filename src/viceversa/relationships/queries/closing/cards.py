"""What a home and a relationship's page say about endings and pauses, in a few words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Closing, Member, RenewalAnswer, Rest, Thanks

ENDING = (RelationshipState.CLOSING, RelationshipState.CLOSED)
RESTING = (RelationshipState.PAUSED,)


@dataclass(frozen=True, slots=True)
class ClosingCard:
    """Where an end or a pause stands for one member.

    `kind` is `closing`, `paused`, `closed` or `open`; `answered` is the member's own answer, never
    that of others; `thanked_by` are the first names of those who sent thanks.
    """

    public_id: str
    kind: str
    due_on: date | None = None
    answered: bool = False
    outcome: str = ""
    following: str = ""
    thanked_by: tuple[str, ...] = ()
    resumes_on: date | None = None


def closing_card(viewer: Member) -> ClosingCard:
    """Return the card of one member."""
    return closing_cards([viewer])[viewer.pk]


def closing_cards(viewers: Sequence[Member]) -> dict[int, ClosingCard]:
    """Return the cards of members (relationships loaded) by their key.

    Four queries at most: one that rests knows of no farewell, one under way of neither.
    """
    resting = [v.relationship_id for v in viewers if v.relationship.state in RESTING]
    rests = dict(Rest.objects.filter(relationship__in=resting).values_list("relationship", "until"))
    leaving = [viewer for viewer in viewers if viewer.relationship.state in ENDING]
    ids = [viewer.relationship_id for viewer in leaving]
    closings = {
        row.relationship_id: row
        for row in Closing.objects.filter(relationship__in=ids).select_related("following")
    }
    answered = set(
        RenewalAnswer.objects.filter(member__in=leaving).values_list("member", flat=True)
    )
    thanks = list(
        Thanks.objects.filter(author__relationship__in=ids).select_related("author__person")
    )
    return {
        viewer.pk: _card(viewer, closings.get(viewer.relationship_id), rests, answered, thanks)
        for viewer in viewers
    }


def _card(
    viewer: Member,
    closing: Closing | None,
    rests: dict[int, date],
    answered: set[int],
    thanks: Sequence[Thanks],
) -> ClosingCard:
    state = viewer.relationship.state
    return ClosingCard(
        public_id=viewer.relationship.public_id,
        kind=str(state) if state in (*ENDING, *RESTING) else "open",
        due_on=closing.due_on if closing else None,
        answered=viewer.pk in answered,
        outcome=closing.outcome if closing else "",
        following=closing.following.public_id if closing and closing.following else "",
        thanked_by=tuple(
            one.author.person.first_name
            for one in thanks
            if one.author.relationship_id == viewer.relationship_id and one.author_id != viewer.pk
        ),
        resumes_on=rests.get(viewer.relationship_id),
    )
