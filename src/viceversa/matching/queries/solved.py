"""A solved round brought back to life: the engine's problem and answer from what was kept.

The answer comes from its certificate, checked and not solved again; it is kept in the process, by
answer, so that the second look at a round costs nothing.
"""

import logging
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from viceversa import engine
from viceversa.matching.models import Answer, Round
from viceversa.matching.rules import question as questions
from viceversa.matching.rules.question import Question

logger = logging.getLogger(__name__)
KEPT = 3  # answers held in one process; each holds the columns of its problem
_building = Lock()


@dataclass(frozen=True)
class Solved:
    """An answer with its question, in the engine's terms."""

    question: Question
    solution: engine.Solution

    @property
    def problem(self) -> engine.Problem:
        """The engine's problem, built once."""
        return self.question.problem


def solved(round: Round) -> Solved | None:
    """Return the current answer of a round, or None where it has none."""
    key = Answer.objects.filter(round=round).values_list("public_id", flat=True).first()
    if key is None:
        return None
    with _building:  # two requests for a large round must not both rebuild it
        return _rebuilt(key)


@lru_cache(maxsize=KEPT)
def _rebuilt(public_id: str) -> Solved:
    answer = Answer.objects.get(public_id=public_id)
    question = questions.unpack(bytes(answer.problem))
    try:
        certificate = questions.unsqueeze(bytes(answer.certificate))
        return Solved(question, engine.restore(question.problem, certificate))
    except engine.CertificateError as error:
        # Of an earlier engine, or altered in the database: the question still has its answer.
        logger.warning("The certificate of answer %s is of no use: %s", public_id, error)
        return Solved(question, engine.solve(question.problem))
