"""Who is, or has been, with whom: what a new round must know of the past."""

from collections import Counter
from dataclasses import dataclass

from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Member


@dataclass(frozen=True, slots=True)
class Partner:
    """A mentor and a mentee (private person keys) who share a relationship.

    `current` is true while it is not closed and both are still in it.
    """

    mentor: int
    mentee: int
    current: bool


def partners(cohort: Cohort) -> list[Partner]:
    """Return every pair, past or present and of any cohort, among the people of a cohort.

    One query; the pairs are those where the mentor or the mentee has an enrolment in `cohort`.
    """
    seats = (
        Member.everybody.filter(
            relationship__members__person__in=cohort.enrolments.values("person")
        )
        .values_list("relationship_id", "relationship__state", "role", "person_id", "left_at")
        .distinct()
    )
    mentors: dict[int, set[int]] = {}
    mentees: dict[int, set[int]] = {}
    current: dict[int, bool] = {}
    gone: set[tuple[int, int]] = set()
    for relationship, state, role, person, left_at in seats:
        side = mentors if role == "mentor" else mentees
        side.setdefault(relationship, set()).add(person)
        current[relationship] = state != RelationshipState.CLOSED
        if left_at is not None:
            gone.add((relationship, person))
    return [
        Partner(
            mentor,
            mentee,
            current[relationship] and not gone & {(relationship, mentor), (relationship, mentee)},
        )
        for relationship in sorted(current)
        for mentor in sorted(mentors.get(relationship, ()))
        for mentee in sorted(mentees.get(relationship, ()))
    ]


def open_places(cohort: Cohort) -> Counter[int]:
    """Return, by enrolment key, how many partners its person already has in this cohort.

    A mentee of a duo has two partners in one relationship, so partners are counted, not
    relationships.
    """
    seats = list(
        Member.objects.filter(relationship__cohort=cohort, enrolment__isnull=False)
        .exclude(relationship__state=RelationshipState.CLOSED)
        .values_list("relationship_id", "role", "enrolment_id")
    )
    sizes = Counter((relationship, role) for relationship, role, _ in seats)
    taken: Counter[int] = Counter()
    for relationship, role, enrolment in seats:
        other = "mentee" if role == "mentor" else "mentor"
        taken[enrolment] += sizes[relationship, other]
    return taken
