"""The problem a round was solved from and the proof of its answer, as plain data to take away."""

from typing import Any

from viceversa.matching.models import Answer, Round
from viceversa.matching.rules import question as questions


def problem_document(round: Round) -> dict[str, Any] | None:
    """Return people, places, policy, pins and bans of the current answer, or None before it."""
    answer = Answer.objects.filter(round=round).first()
    return questions.public(questions.unpack(bytes(answer.problem))) if answer else None


def answer_document(round: Round) -> dict[str, Any] | None:
    """Return the certificate of the current answer, or None before it."""
    answer = Answer.objects.filter(round=round).first()
    if answer is None:
        return None
    document: dict[str, Any] = questions.unsqueeze(bytes(answer.certificate))
    return document
