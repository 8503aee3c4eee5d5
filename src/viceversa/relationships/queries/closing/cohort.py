"""Endings of a cohort, for whoever coordinates: states, dates, counts, and who was named."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from viceversa.people.models import Person
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.relationships.choices import ClosingOutcome, RelationshipState
from viceversa.relationships.models import Closing, Nomination, Relationship, RenewalAnswer, Rest

FEWEST_ANSWERS = 5  # fewer are not shown: they would point at people


@dataclass(frozen=True, slots=True)
class CohortEndings:
    """`choices` maps each choice to a count, None while fewer than five have answered."""

    paused: int
    closing: int
    closed: int
    first_due: date | None
    outcomes: dict[str, int]
    ended_early: int
    answers: int
    choices: dict[str, int] | None


@dataclass(frozen=True, slots=True)
class Named:
    """A colleague whom participants named, how often, and whether they have a place already."""

    person: Person
    times: int
    enrolled: bool


def cohort_endings(cohort: Cohort) -> CohortEndings:
    """Return the figures of a cohort's endings; who chose what is not among them."""
    rows = Relationship.objects.filter(cohort=cohort)
    states = Counter(rows.values_list("state", flat=True))
    closings = list(
        Closing.objects.filter(relationship__cohort=cohort).values_list(
            "relationship__state", "due_on", "outcome"
        )
    )
    outcomes = Counter(outcome for _state, _due, outcome in closings if outcome)
    due = [due for state, due, _outcome in closings if state == RelationshipState.CLOSING]
    answers = Counter(
        RenewalAnswer.objects.filter(member__relationship__cohort=cohort).values_list(
            "choice", flat=True
        )
    )
    total = sum(answers.values())
    return CohortEndings(
        paused=states[RelationshipState.PAUSED],
        closing=states[RelationshipState.CLOSING],
        closed=states[RelationshipState.CLOSED],
        first_due=min(due, default=None),
        outcomes={each: outcomes[each] for each in ClosingOutcome.values},
        ended_early=states[RelationshipState.CLOSED] - sum(outcomes.values()),
        answers=total,
        choices=dict(answers) if total >= FEWEST_ANSWERS else None,
    )


def nominations(cohort: Cohort) -> list[Named]:
    """Return whom participants of a cohort named, by name; never who named them."""
    rows = Nomination.objects.filter(member__relationship__cohort=cohort)
    times = Counter(rows.values_list("person_id", flat=True))
    people = Person.objects.filter(pk__in=times).select_related("unit").order_by("sort_name", "pk")
    enrolled = set(
        Enrolment.objects.filter(cohort=cohort, person__in=times).values_list(
            "person_id", flat=True
        )
    )
    return [Named(person, times[person.pk], person.pk in enrolled) for person in people]


def resting(cohort: Cohort) -> list[Rest]:
    """Return the pauses of a cohort's relationships, the first to end first."""
    return list(
        Rest.objects.filter(relationship__cohort=cohort)
        .select_related("relationship")
        .order_by("until", "pk")
    )
