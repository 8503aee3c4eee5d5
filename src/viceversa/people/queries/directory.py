"""The directory as the list, the person page and the pickers of other packages read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Count, Q, QuerySet

from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person, Unit
from viceversa.people.rules.folding import plain

SORTS: Mapping[str, tuple[str, ...]] = {
    "name": ("sort_name", "id"),
    "title": ("title", "sort_name", "id"),
    "unit": ("unit__path", "sort_name", "id"),
    "site": ("site", "sort_name", "id"),
    "level": ("level", "sort_name", "id"),
    "hired": ("hired_on", "sort_name", "id"),
}
HERE = (PersonStatus.ACTIVE, PersonStatus.LEAVE)
LONGEST_LINE = 60  # steps; the tree has no circles, this is for a tree changed by hand
REPORTS_SHOWN = 200
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to. `unit` is a path and includes the units below it.

    `status` is a value of `PersonStatus`, `all`, or empty for everybody who has not left.
    """

    search: str = ""
    unit: str = ""
    site: str = ""
    level: int | None = None
    status: str = ""
    sort: str = "name"


def listing(filters: Filters, number: str | int | None) -> Page[Person]:
    """Return page `number` (clamped to what exists) of the people that `filters` let through.

    Keys first, then the fifty rows with unit and line manager: the last page of a hundred thousand
    people takes a tenth of the time it takes to carry every row before it.
    """
    found = Paginator(_narrowed(filters).values_list("pk", flat=True), PER_PAGE).get_page(number)
    keys = list(found.object_list)
    rows = Person.objects.select_related("unit", "manager").defer("search_text").in_bulk(keys)
    shown: Page[Person] = Page(
        [rows[key] for key in keys], found.number, cast("Paginator[Person]", found.paginator)
    )
    return shown


def _narrowed(filters: Filters) -> QuerySet[Person]:
    """Return the people that `filters` let through, sorted."""
    people = Person.objects.filter(_matching(filters.search))
    if filters.unit:
        people = people.filter(in_unit(filters.unit))
    if filters.site:
        people = people.filter(site=filters.site)
    if filters.level is not None:
        people = people.filter(level=filters.level)
    if filters.status in PersonStatus.values:
        people = people.filter(status=filters.status)
    elif filters.status != "all":
        people = people.filter(status__in=HERE)
    return people.order_by(*_order(filters.sort))


def in_unit(path: str) -> Q:
    """Return the condition for people in a unit or below it."""
    return Q(unit__path=path) | Q(unit__path__startswith=f"{path} > ")


def find(text: str, limit: int = 20) -> list[Person]:
    """Return people who have not left, by parts of name, id, e-mail or title; one query."""
    found = Person.objects.select_related("unit").filter(_matching(text), status__in=HERE)
    return list(found.order_by("sort_name", "id")[:limit])


def _matching(text: str) -> Q:
    """Every word must occur; case and accents do not count."""
    condition = Q()
    for word in plain(text).split()[:6]:
        condition &= Q(search_text__contains=word)
    return condition


def _order(sort: str) -> list[str]:
    fields = SORTS.get(sort.removeprefix("-"), SORTS["name"])
    return [f"-{field}" for field in fields] if sort.startswith("-") else list(fields)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: paths of units, sites, levels."""

    units: list[str]
    sites: list[str]
    levels: list[int]


def choices() -> Choices:
    """Return what there is to filter by, in three queries."""
    here = Person.objects.order_by()
    sites = here.exclude(site="").values_list("site", flat=True).distinct()
    levels = here.exclude(level=None).values_list("level", flat=True).distinct()
    return Choices(
        list(Unit.objects.order_by("path").values_list("path", flat=True)),
        sorted(sites),
        sorted((level for level in levels if level is not None), reverse=True),
    )


def is_empty() -> bool:
    """Tell whether there is nobody at all."""
    return not Person.objects.exists()


def by_public_id(public_id: str) -> Person | None:
    """Return one person with unit and line manager, or None."""
    found = Person.objects.select_related("unit", "manager", "user")
    return found.filter(public_id=public_id).first()


def line_above(person: Person) -> list[Person]:
    """Return the line managers from the nearest to the top; two queries however long the line."""
    ids = _walk(
        "SELECT p.id, p.manager_id, step + 1 FROM people_person p "
        "JOIN line ON p.id = line.manager_id",
        person,
    )
    found = Person.objects.select_related("unit").in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


@dataclass(frozen=True, slots=True)
class Below:
    """Direct `reports` (at most `REPORTS_SHOWN`) with how many report to each, and all below."""

    reports: Sequence[Person]
    direct: int
    everybody: int


def line_below(person: Person) -> Below:
    """Return who reports to a person, in two queries."""
    reports = (
        Person.objects.filter(manager=person, status__in=HERE)
        .select_related("unit")
        .annotate(reporting=Count("reports", filter=Q(reports__status__in=HERE)))
        .order_by("sort_name", "id")
    )
    listed = list(reports)
    below = _walk(
        "SELECT p.id, p.manager_id, step + 1 FROM people_person p "
        "JOIN line ON p.manager_id = line.id WHERE p.status <> 'left'",
        person,
    )
    return Below(listed[:REPORTS_SHOWN], len(listed), len(below))


def _walk(step: str, person: Person) -> list[int]:
    """Follow the reporting line in the database; returns private keys, nearest first."""
    statement = (
        "WITH RECURSIVE line(id, manager_id, step) AS ("  # noqa: S608 - constants of this module
        "SELECT id, manager_id, 0 FROM people_person WHERE id = %s "
        f"UNION ALL {step}) SELECT id, step FROM line WHERE step BETWEEN 1 AND %s ORDER BY step"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [person.pk, LONGEST_LINE])
        return [row[0] for row in cursor.fetchall()]
