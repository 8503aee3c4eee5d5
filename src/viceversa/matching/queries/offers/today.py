"""What consent has for somebody’s first page: questions to answer, a request that waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from viceversa.matching.choices import Said
from viceversa.matching.models import Ask
from viceversa.matching.queries.offers.asked import asks_under_way, open_questions
from viceversa.people.models import Person
from viceversa.programmes.choices import CohortState, EnrolmentState
from viceversa.programmes.models import Enrolment
from viceversa.programmes.rules.policy import read as read_policy


@dataclass(frozen=True, slots=True)
class Consent:
    """`may_look`: in one of the person’s cohorts people may ask for a partner themselves."""

    questions: Sequence[Ask]
    waiting: Sequence[Ask]
    may_look: bool


def consent(*, person: Person, enrolments: Iterable[Enrolment], now: datetime) -> Consent | None:
    """Return what there is for a person, all of whose enrolments are given; one query.

    None where there is nothing.
    """
    asks = asks_under_way(person)
    found = Consent(
        questions=open_questions(asks, now),
        waiting=[ask for ask in asks if ask.said == Said.YES],
        may_look=any(
            _is_free(place) and read_policy(place.cohort.policy).consent.requests
            for place in enrolments
        ),
    )
    return found if found.questions or found.waiting or found.may_look else None


def _is_free(place: Enrolment) -> bool:
    """Tell whether a partner may still come to a place: admitted, open, neither paused nor nil."""
    admitted = place.state == EnrolmentState.ADMITTED and place.maximum > 0
    return admitted and place.cohort.state == CohortState.OPEN and not hasattr(place, "pause")
