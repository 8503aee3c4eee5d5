"""The fairness audit of a round by any grouping of the directory."""

from functools import lru_cache

from viceversa import engine
from viceversa.matching.models import Answer, Round
from viceversa.matching.queries.solved import solved

GROUPINGS = ("site", "unit", "level", "country")
KEPT = 16


def audited(round: Round, grouping: str) -> tuple[engine.Audit, engine.Audit] | None:
    """Return the audit of mentees and of mentors, or None before the first answer."""
    key = Answer.objects.filter(round=round).values_list("public_id", flat=True).first()
    return _audited(round.pk, key, grouping) if key else None


@lru_cache(maxsize=KEPT)
def _audited(round_id: int, answer: str, grouping: str) -> tuple[engine.Audit, engine.Audit]:
    known = solved(Round.objects.get(pk=round_id))
    assert known is not None, answer
    return engine.audit(known.problem, known.solution, grouping)
