"""People of the directory whom a coordinator may enrol or name, and what hinders them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person, Unit
from viceversa.people.rules.folding import plain
from viceversa.programmes.choices import EnrolmentState, Obstacle
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.rules import eligibility
from viceversa.programmes.rules.eligibility import SEPARATOR, Candidate, Limits
from viceversa.programmes.rules.timeline import add_months

FOUND = 8  # people offered by a picker


@dataclass(frozen=True, slots=True)
class Filters:
    """What a coordinator looks for; empty and None filter nothing."""

    search: str = ""
    unit: str = ""  # a path; includes the units below
    site: str = ""
    lowest_level: int | None = None
    highest_level: int | None = None
    eligible_only: bool = True


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A person on the list: in the cohort already (a state) or kept out by `obstacles` (words)."""

    person: Person
    state: str
    obstacles: tuple[str, ...]

    @property
    def selectable(self) -> bool:
        """Whether the person can be enrolled now."""
        return not self.state and not self.obstacles


def candidates(cohort: Cohort, role: str, filters: Filters) -> QuerySet[Person]:
    """Return the people a coordinator looks for, by name, those enrolled in the role included."""
    found = Person.objects.exclude(status=PersonStatus.LEFT)
    for word in plain(filters.search).split():
        found = found.filter(search_text__contains=word)
    if filters.unit:
        found = found.filter(_below(filters.unit))
    if filters.site:
        found = found.filter(site=filters.site)
    if filters.lowest_level is not None:
        found = found.filter(level__gte=filters.lowest_level)
    if filters.highest_level is not None:
        found = found.filter(level__lte=filters.highest_level)
    if filters.eligible_only:
        limits = eligibility.read(cohort.eligibility).of(role)
        found = found.filter(eligible(limits, cohort.starts_on))
    return found.select_related("unit").order_by("sort_name", "pk")


def enrollable(cohort: Cohort, role: str, filters: Filters) -> QuerySet[Person]:
    """Return those of `candidates` who can be enrolled now."""
    limits = eligibility.read(cohort.eligibility).of(role)
    there = Enrolment.objects.filter(cohort=cohort, role=role).values("person")
    return (
        candidates(cohort, role, filters)
        .filter(eligible(limits, cohort.starts_on))
        .exclude(pk__in=there)
    )


def lines(cohort: Cohort, role: str, page: list[Person]) -> list[CandidateLine]:
    """Return one page of candidates with state and obstacles, in one query."""
    limits = eligibility.read(cohort.eligibility).of(role)
    there = dict(
        Enrolment.objects.filter(cohort=cohort, role=role, person__in=page).values_list(
            "person_id", "state"
        )
    )
    return [
        CandidateLine(
            person,
            str(EnrolmentState(there[person.pk]).label) if person.pk in there else "",
            tuple(
                str(Obstacle(code).label)
                for code in eligibility.obstacles(candidate_of(person), limits, cohort.starts_on)
            ),
        )
        for person in page
    ]


def candidate_of(person: Person) -> Candidate:
    """Return what eligibility looks at in a person loaded with the unit."""
    return Candidate(
        active=person.status == PersonStatus.ACTIVE,
        level=person.level,
        unit=person.unit.path if person.unit else "",
        site=person.site,
        hired_on=person.hired_on,
    )


def eligible(limits: Limits, on: date) -> Q:
    """Return the limits of a role for the database; the same as `rules.eligibility.obstacles`."""
    condition = Q(status=PersonStatus.ACTIVE)
    if limits.lowest_level is not None:
        condition &= Q(level__gte=limits.lowest_level)
    if limits.highest_level is not None:
        condition &= Q(level__lte=limits.highest_level)
    if limits.units:
        units = Q()
        for path in limits.units:
            units |= _below(path)
        condition &= units
    if limits.sites:
        condition &= Q(site__in=limits.sites)
    if limits.tenure:
        condition &= Q(hired_on__lte=add_months(on, -limits.tenure))
    return condition


def people_found(text: str) -> list[Person]:
    """Return the first active people whose name, e-mail or number holds every word of a text."""
    words = plain(text).split()
    if not words:
        return []
    found = Person.objects.filter(status=PersonStatus.ACTIVE)
    for word in words:
        found = found.filter(search_text__contains=word)
    return list(found.select_related("unit").order_by("sort_name", "pk")[:FOUND])


def people_by_public_id(ids: list[str]) -> list[Person]:
    """Return people by their addresses, with their units, in the order of the directory."""
    rows = Person.objects.filter(public_id__in=ids).select_related("unit")
    return list(rows.order_by("sort_name", "pk"))


def people_by_id(ids: list[int]) -> dict[int, Person]:
    """Return people by private id."""
    return Person.objects.in_bulk(ids)


def unit_choices() -> list[str]:
    """Return the paths of all units in order."""
    return list(Unit.objects.order_by("path").values_list("path", flat=True))


def site_choices() -> list[str]:
    """Return the sites of the directory in order."""
    sites = Person.objects.exclude(site="").values_list("site", flat=True)
    return list(sites.distinct().order_by("site"))


def level_choices() -> list[int]:
    """Return the seniority levels that occur, the lowest first."""
    levels = Person.objects.exclude(level=None).values_list("level", flat=True)
    return [level for level in levels.distinct().order_by("level") if level is not None]


def directory_is_empty() -> bool:
    """Tell whether nobody has been imported yet."""
    return not Person.objects.exists()


def _below(path: str) -> Q:
    return Q(unit__path=path) | Q(unit__path__startswith=path + SEPARATOR)
