"""What the guard may know of a relationship: dates and states, nothing that anybody wrote."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting: its state, the moments at which it was moved or taken off, is its agenda empty.

    `key` names it. Whose move it was is not kept anywhere, so it cannot be known here.
    """

    key: str
    state: Literal["proposed", "agreed", "held", "cancelled"]
    starts_at: datetime
    minutes: int
    moved_at: tuple[datetime, ...] = ()
    keep_alive: bool = False
    agenda_empty: bool = False

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Facts:
    """A relationship: its state, when it opened and last came back from a pause, its meetings.

    `contact_at` is the first sign that the two are in touch, `signed` whether the agreement has
    been signed by all at least once.
    """

    state: Literal["opened", "agreed", "active", "paused", "closing", "closed"]
    opened_at: datetime
    resumed_at: datetime | None = None
    contact_at: datetime | None = None
    signed: bool = False
    meetings: tuple[Encounter, ...] = ()

    @property
    def last_held(self) -> datetime | None:
        """The end of the latest meeting that took place."""
        ends = [meeting.ends_at for meeting in self.meetings if meeting.state == "held"]
        return max(ends, default=None)

    def counts_from(self, moment: datetime) -> datetime:
        """The later of a moment and the end of the last pause: time in a pause is not counted."""
        return max(moment, self.resumed_at) if self.resumed_at else moment
