"""Finding people of a cohort by name, for whoever puts a pair together by hand."""

from viceversa.matching.queries.offers.places import taken_places
from viceversa.people.rules.folding import plain
from viceversa.programmes.choices import EnrolmentState, Role
from viceversa.programmes.models import Cohort, Enrolment

MOST = 20


def enrolment(cohort: Cohort, public_id: str, role: str) -> Enrolment | None:
    """Return an enrolment of the cohort in a role by its address, or None."""
    return (
        Enrolment.objects.filter(cohort=cohort, public_id=public_id, role=role)
        .select_related("person", "person__unit", "cohort")
        .first()
    )


def candidates(
    cohort: Cohort, role: str, search: str, other: Enrolment | None = None
) -> list[Enrolment]:
    """Return the first admitted people with a free place whose text has every word searched."""
    found = (
        Enrolment.objects.filter(cohort=cohort, role=Role(role), state=EnrolmentState.ADMITTED)
        .select_related("person", "person__unit")
        .order_by("person__sort_name", "person__first_name", "pk")
    )
    if other is not None:
        found = found.exclude(person=other.person_id)
    for word in plain(search).split():
        found = found.filter(person__search_text__contains=word)
    taken = taken_places(cohort)
    free = []
    for each in found.iterator(chunk_size=200):
        if taken[each.pk] < each.maximum:
            free.append(each)
        if len(free) == MOST:
            break
    return free
