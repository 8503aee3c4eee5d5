"""Making the pictures beyond the answer in a job, for a round too large to wait for."""

from django.db import transaction

from viceversa.matching.models import Answer, Round
from viceversa.matching.queries.horizon import examined
from viceversa.matching.queries.solved import solved


def examine(*, round_id: int, answer: str) -> None:
    """Work out the pictures of an answer and keep them with it; a newer answer makes it idle.

    Nothing about people or decisions changes, so there is no audit line; twice does no harm.
    """
    round = Round.objects.filter(pk=round_id).first()
    current = Answer.objects.filter(round_id=round_id).values_list("public_id", flat=True).first()
    known = solved(round) if round and current == answer else None
    if known is None:
        return
    found = examined(known)
    with transaction.atomic():
        row = Answer.objects.select_for_update().filter(public_id=answer).first()
        if row is not None:
            row.figures = {**row.figures, "horizon": found}
            row.save(update_fields=["figures"])
