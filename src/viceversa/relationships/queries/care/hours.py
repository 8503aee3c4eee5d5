"""Hours of mentors as one total, and what a line manager may see of it: that total, if shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.relationships.choices import MeetingState, MemberRole
from viceversa.relationships.models import Meeting, Member, SharedHours
from viceversa.relationships.queries.momentum.facts import parameters_by_cohort
from viceversa.relationships.rules.care import total_hours
from viceversa.relationships.rules.momentum import Parameters

PERIOD = timedelta(days=365)
PRESENT = (PersonStatus.ACTIVE, PersonStatus.LEAVE)


@dataclass(frozen=True, slots=True)
class OwnHours:
    """A mentor's total of the last twelve months, and since when their line manager sees it."""

    total: float
    shared_since: datetime | None
    manager: Person | None


@dataclass(frozen=True, slots=True)
class TeamHours:
    """One line of a manager's page: a name and a total, nothing else."""

    name: str
    total: float


def own_hours(person: Person, now: datetime) -> OwnHours | None:
    """Return the hours of somebody who is or was a mentor, None for others."""
    if not Member.everybody.filter(person=person, role=MemberRole.MENTOR).exists():
        return None
    shared = SharedHours.objects.filter(person=person).first()
    return OwnHours(
        total=hours_of([person.pk], now)[person.pk],
        shared_since=shared.since if shared else None,
        manager=person.manager,
    )


def shown_hours(manager: Person) -> bool:
    """Tell whether any of a manager's direct reports shows them a total; one query."""
    shared = SharedHours.objects.filter(person__manager=manager, person__status__in=PRESENT)
    return shared.exists()


def team_hours(manager: Person, now: datetime) -> list[TeamHours]:
    """Return the totals that a manager's direct reports show to them, by name; constant queries."""
    shown = list(
        Person.objects.filter(
            manager=manager, pk__in=SharedHours.objects.values("person"), status__in=PRESENT
        ).order_by("sort_name", "pk")
    )
    totals = hours_of([person.pk for person in shown], now)
    return [TeamHours(person.name, totals[person.pk]) for person in shown]


def hours_of(people: Iterable[int], now: datetime) -> dict[int, float]:
    """Return the hours of mentors by private key: meetings held, and preparing each of them."""
    keys = list(people)
    preparation = parameters_by_cohort()
    seats = Member.everybody.filter(person__in=keys, role=MemberRole.MENTOR)
    mentors: defaultdict[int, set[int]] = defaultdict(set)
    for relationship, person in seats.values_list("relationship", "person"):
        mentors[relationship].add(person)
    held = Meeting.objects.filter(
        relationship__in=mentors,
        state=MeetingState.HELD,
        starts_at__gt=now - PERIOD,
        starts_at__lte=now,
    )
    lengths: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    rows = held.values_list("relationship", "relationship__cohort", "minutes", "keep_alive")
    for relationship, cohort, minutes, keep_alive in rows:
        beforehand = preparation.get(cohort, Parameters()).preparation
        for person in mentors[relationship]:
            lengths[person].append((minutes, 0 if keep_alive else beforehand))
    return {person: total_hours(lengths[person]) for person in keys}
