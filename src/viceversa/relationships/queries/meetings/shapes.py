"""The shapes in which pages are given the meetings of a relationship."""

from dataclasses import dataclass
from datetime import datetime

from viceversa.people.models import Person
from viceversa.relationships.models import Meeting, Member, Relationship, Series
from viceversa.relationships.queries.meetings.reading import AHEAD
from viceversa.relationships.rules.meetings.slots import Slot


@dataclass(frozen=True, slots=True)
class Shown:
    """One meeting for one viewer. `number` of `of` is None once it is taken off.

    `asks_me`: the viewer's yes is wanted; `waits_for`: first names of the others whose yes is.
    `over`: its time has passed; `confirm`: and “Did you meet?” is due.
    """

    meeting: Meeting
    who: str
    number: int | None
    of: int
    ends_at: datetime
    asks_me: bool
    waits_for: str
    over: bool

    @property
    def confirm(self) -> bool:
        """Tell whether somebody should say if it took place, a time nobody answered included."""
        return self.over and self.meeting.state in AHEAD and self.meeting.another_time_at is None

    @property
    def steps(self) -> list[str]:
        """One step for each planned meeting: `done`, `now` or "", for the small drawing."""
        here = self.number or 0
        done = ["done" if n < here else "now" if n == here else "" for n in range(1, self.of + 1)]
        return done if here <= self.of else ["done"] * self.of


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the timeline: a meeting, or the grey line of a move (`moved_to` None: taken off).

    `at` is what the line is dated by.
    """

    at: datetime
    meeting: Meeting
    number: int | None = None
    moved: bool = False
    moved_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class SeriesShown:
    """A series that waits for a yes, or still has meetings ahead."""

    series: Series
    first: Meeting
    left: int
    asks_me: bool


@dataclass(frozen=True, slots=True)
class Block:
    """The meetings of one relationship for one member; `next` is the one to look at first.

    `slots` are common free times (for `next` if there is one, else for a new one); `untold` the
    first names of those who have not said when they are free.
    """

    member: Member
    others: str
    others_first: str
    kept: int
    planned: int
    minutes: int
    all: list[Shown]
    next: Shown | None
    ahead: list[Shown]
    to_confirm: list[Shown]
    series: list[SeriesShown]
    rows: list[Row]
    slots: list[Slot]
    untold: str
    first_by: datetime | None
    delegates: list[tuple[str, str]]
    delegate: Person | None  # who looks after the viewer's own dates
    open: bool
    circle: bool

    @property
    def relationship(self) -> Relationship:
        return self.member.relationship

    @property
    def later(self) -> list[Shown]:
        """What is ahead beyond the one to look at first."""
        return [each for each in [*self.to_confirm, *self.ahead] if each != self.next]

    @property
    def still_to_come(self) -> int:
        """How many of the planned meetings are neither kept nor in sight."""
        return max(0, self.planned - self.kept - len(self.ahead))
