"""Addresses of those who run a programme, with the ids of what belongs to one relationship."""

from tests.factories.relationships import Bond
from viceversa.kernel.models import Base


def about(bond: Bond, path: str) -> list[str]:
    """Return an address of `test_matrix` with the id of each thing that may stand in it."""
    cohort, people = bond.relationship.cohort, [member.person for member in bond.members]
    places = [member.enrolment for member in bond.members if member.enrolment]
    things: dict[str, list[Base]] = {
        "/programmes/cohorts/": [cohort],
        "/programmes/enrolments/": [*places],
        "/programmes/": [cohort.programme],
        "/people/": [*people],
        "/momentum/": [cohort],
        "/endings/": [cohort],
        "/supervision/": [cohort],
    }
    found = next((things[start] for start in things if path.startswith(start)), None)
    ids = [thing.public_id for thing in found or [bond.relationship]]
    return [path.replace("no-such-thing", one).replace("nosuchthing22", one) for one in ids]
