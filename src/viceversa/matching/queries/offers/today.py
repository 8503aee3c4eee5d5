"""What consent has for somebody’s first page: questions to answer, a request that waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from viceversa.matching.choices import ProposalState
from viceversa.matching.models import Ask
from viceversa.matching.queries.offers.asked import open_questions
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


def consent(*, person: Person, now: datetime) -> Consent | None:
    """Return what there is, or None where there is nothing; three queries."""
    waiting = Ask.objects.filter(
        enrolment__person=person, said="yes", offer__state=ProposalState.OFFERED
    )
    places = Enrolment.objects.filter(
        person=person,
        state=EnrolmentState.ADMITTED,
        cohort__state=CohortState.OPEN,
        pause=None,
        maximum__gt=0,
    )
    policies = list(places.values_list("cohort__policy", flat=True))
    found = Consent(
        questions=open_questions(person, now),
        waiting=list(waiting.select_related("offer", "enrolment__cohort").order_by("pk")),
        may_look=any(read_policy(policy).consent.requests for policy in policies),
    )
    return found if found.questions or found.waiting or found.may_look else None
