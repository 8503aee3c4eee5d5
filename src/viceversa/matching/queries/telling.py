"""The sentences of a question in the language of the page."""

from django.utils.translation import get_language

from viceversa.matching.rules.question import Question
from viceversa.matching.rules.records import Language
from viceversa.matching.rules.sentences import Teller


def page_language() -> Language:
    """`it` or `en`, whichever the page speaks."""
    return "it" if (get_language() or "").startswith("it") else "en"


def teller_of(question: Question) -> Teller:
    """Return the teller of a question in the language of the page."""
    return Teller(question.roster, question.policy, page_language())
