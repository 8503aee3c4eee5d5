"""A round before its first answer: who is in, who is missing what, or how far it has come."""

from django.http import HttpRequest
from django.template.response import TemplateResponse

from viceversa.matching import messages as words
from viceversa.matching.models import Round
from viceversa.matching.queries.preparation import preparation
from viceversa.programmes.rules.policy import read as read_policy


def unsolved(request: HttpRequest, round: Round) -> TemplateResponse:
    """The page of a round that has no answer yet."""
    policy = read_policy(round.policy)
    context = {
        "round": round,
        "preparation": preparation(round),
        "failures": words.failure_sentences(round.failures),
        "progress": words.progress_of(round.progress),
        "aim": words.AIMS[policy.objective],
        "weights": words.weights_line(policy),
        "rule_lines": words.rule_lines(policy),
    }
    return TemplateResponse(request, "coordinator/rounds/preparation.html", context)
