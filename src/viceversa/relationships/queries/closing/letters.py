"""Letters: one's own, and whether a number was ever given."""

from viceversa.accounts.models import User
from viceversa.relationships.models import Letter
from viceversa.relationships.rules.closing.letters import tidy_number


def own_letter(user: User, public_id: str) -> Letter | None:
    """Return a letter if it was issued to the person behind a user; None for everybody else."""
    return (
        Letter.objects.filter(public_id=public_id, member__person__user=user)
        .select_related("member__person")
        .first()
    )


def letter_by_number(number: str) -> Letter | None:
    """Return the letter that carries a number as somebody typed it, or None."""
    tidy = tidy_number(number)
    return Letter.objects.filter(number=tidy).first() if tidy else None
