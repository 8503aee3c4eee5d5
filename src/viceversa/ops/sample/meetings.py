"""The meetings of the pairs: held, moved, coming; and who looks after Francesca’s dates.

Some pairs plan here, others tell afterwards that they met, as people do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from viceversa.kernel.actor import Actor
from viceversa.ops.sample import plans
from viceversa.ops.sample.clockwork import ROME, Clockwork, weekday
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.models import Person
from viceversa.programmes.models import Cohort
from viceversa.relationships.actions import meetings as actions
from viceversa.relationships.actions.delegating import name_delegate
from viceversa.relationships.choices import DelegateMail, Format, RelationshipState
from viceversa.relationships.models import Meeting, Member, Relationship
from viceversa.relationships.queries.meetings import meetings_of

type Event = tuple[datetime, Callable[[], None]]

PRINCIPAL, DELEGATE = ("Francesca", "Dell’Orto"), ("Marta", "Bellini")
ROOMS = (
    Text("Sala Adda", "Sala Adda"),
    Text("Café on the ground floor", "Bar al piano terra"),
    Text("A walk along the canal", "Una passeggiata lungo il naviglio"),
)
VIDEO = "https://video.altavalle.example/{id}"
HOURS = (9, 11, 14, 17)
EVERY, A_DAY = timedelta(days=28), timedelta(days=1)
OF_CIRCLES = timedelta(days=21)  # four meetings in three months
MINUTES = 45


@dataclass(frozen=True, slots=True)
class Course:
    """One pair's meetings; `cast` where the pages and the guide speak of it."""

    pair: Relationship
    members: list[Member]
    clock: Clockwork
    language: Language
    cast: bool

    @property
    def whole(self) -> bool:
        """Tell whether each was planned here, not only told afterwards."""
        return self.cast or self.pair.format != Format.PAIR or self.pair.pk % 6 == 0

    @property
    def lot(self) -> int:
        """A number that makes pairs differ, the same at every load of the same company."""
        return sum(ord(letter) for member in self.members for letter in member.person.name)

    @property
    def every(self) -> timedelta:
        if self.pair.format == Format.CIRCLE:
            return OF_CIRCLES
        return EVERY + timedelta(days=self.lot % 5)

    def events(self, began_on: date) -> list[Event]:
        """Return what happens from the first meeting on, each with its moment."""
        found: list[Event] = []
        number, day = 1, weekday(began_on)
        while day <= self.clock.today:
            found += self._past(day, number)
            number, day = number + 1, weekday(day + self.every)
        silent = self.lot % 7 == 0 and not self.whole  # whom the momentum guard will notice
        if not silent:
            soon = self.clock.today + timedelta(days=3 if self.cast else 3 + self.lot % 4)
            if self.cast:  # whose agenda is due today
                soon = self.clock.today + A_DAY * 2
            found += self._ahead(weekday(soon if self.cast else max(day, soon)), number)
        return found

    def _past(self, day: date, number: int) -> list[Event]:
        start = self._start(day)
        if not self.whole:
            told = min(start + timedelta(hours=20), self.clock.now)
            return [(told, lambda: self._log(start, number, told))] if start < told else []
        planned, agreed = start - timedelta(days=9), start - timedelta(days=8)
        events: list[Event] = [(planned, lambda: self._propose(start, number, planned, agreed))]
        final = start
        if number % 2 == 0:  # every second one is moved, as happens
            moved, final = start - timedelta(days=2), self._start(weekday(day + A_DAY * 2))
            events.append((moved, lambda: self._move(start, final, moved)))
        held = final + timedelta(hours=3)
        if held <= self.clock.now:
            events.append((held, lambda: self._hold(final, number, held)))
        return events

    def _ahead(self, day: date, number: int) -> list[Event]:
        start = self._start(day)
        planned = min(start - timedelta(days=9), self.clock.ago(hours=30))
        agreed = planned + timedelta(hours=6)
        return [(planned, lambda: self._propose(start, number, planned, agreed))]

    def _propose(self, start: datetime, number: int, planned: datetime, agreed: datetime) -> None:
        meeting = actions.propose(
            member=self.members[number % len(self.members)],
            starts_at=start,
            minutes=MINUTES,
            place=ROOMS[(self.lot + number) % len(ROOMS)](self.language),
            now=planned,
        )
        if start > self.clock.now and self.lot % 5 == 1 and not self.whole:
            return  # still waiting for a yes
        for member in self.members:
            actions.accept(meeting=meeting, member=member, now=agreed)
        prepared = max(agreed, min(start - timedelta(days=3), self.clock.ago(hours=3)))
        ahead = start > self.clock.now
        plans.before(self._found(start), number, self.language, prepared, ahead=ahead)

    def _move(self, start: datetime, final: datetime, now: datetime) -> None:
        moved = actions.move(meeting=self._found(start), member=self.members[0], to=final, now=now)
        for member in self.members:
            moved = actions.accept(meeting=moved, member=member, now=now)

    def _hold(self, start: datetime, number: int, now: datetime) -> None:
        meeting = self._found(start)
        actions.confirm_held(meeting=meeting, member=self.members[-1], now=now)
        plans.after(self._found(start), number, self.language, now)

    def _log(self, start: datetime, number: int, now: datetime) -> None:
        actions.log_held(
            member=self.members[-1],
            starts_at=start,
            minutes=MINUTES,
            place=ROOMS[(self.lot + number) % len(ROOMS)](self.language),
            now=now,
        )
        plans.after(self._found(start), number, self.language, now)

    def _start(self, day: date) -> datetime:
        hour = HOURS[self.lot % len(HOURS)]
        return datetime(day.year, day.month, day.day, hour, tzinfo=ROME)

    def _found(self, start: datetime) -> Meeting:
        return next(m for m in meetings_of(self.pair) if m.starts_at == start)


def tell(clock: Clockwork, language: Language) -> None:
    """Let every pair under way meet, in the order of time, and Francesca name Marta."""
    for cohort in Cohort.objects.filter(pk__in=_under_way().values("cohort")):
        actions.place_cohort(
            cohort=cohort,
            video=VIDEO,
            place="",
            actor=Actor(kind="user", name="Chiara Lorenzetti"),
            now=clock.ago(days=120),
        )
    events = [event for pair in _under_way() for event in _course(pair, clock, language)]
    for _moment, happens in sorted(events, key=lambda event: event[0]):
        happens()
    _delegate(clock)


def _course(pair: Relationship, clock: Clockwork, language: Language) -> Iterable[Event]:
    began = pair.steps.filter(state=RelationshipState.ACTIVE).first()
    if began is None:
        return []
    members = list(pair.members.select_related("person", "relationship__cohort"))
    cast = any(_is(member.person, PRINCIPAL) for member in members)
    course = Course(pair, members, clock, language, cast)
    return course.events(began.at.astimezone(ROME).date())


def _delegate(clock: Clockwork) -> None:
    principal, delegate = _person(PRINCIPAL), _person(DELEGATE)
    if principal is None or delegate is None:
        return
    name_delegate(
        principal=principal,
        email=delegate.email,
        mail=DelegateMail.BOTH,
        actor=Actor(kind="user", name=principal.name),
        now=clock.ago(days=20),
    )


def _under_way() -> QuerySet[Relationship]:
    return Relationship.objects.filter(state=RelationshipState.ACTIVE).order_by("pk")


def _person(name: tuple[str, str]) -> Person | None:
    return Person.objects.filter(first_name=name[0], last_name=name[1]).first()


def _is(person: Person, name: tuple[str, str]) -> bool:
    return (person.first_name, person.last_name) == name
