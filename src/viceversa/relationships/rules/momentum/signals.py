"""Which signals hold of a relationship at a moment, and since when.

A signal is about dates alone and goes away by itself once what it asks for has happened. A paused,
closing or closed relationship has none; time in a pause is not counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from viceversa.relationships.rules.momentum.facts import Encounter, Facts
from viceversa.relationships.rules.momentum.parameters import Parameters

WATCHED = frozenset({"opened", "agreed", "active"})
# Days of grace are many for something that is over in two: an agenda gets half of its own time.
AGENDA_GRACE = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A signal by name: since when, which meeting it is about, by what it was judged.

    `shown_at` is when whoever coordinates may see it, if it still holds.
    """

    signal: str
    since: datetime
    shown_at: datetime
    about: str = ""
    facts: dict[str, int] = field(default_factory=dict)


def signals(facts: Facts, parameters: Parameters, now: datetime) -> list[Found]:
    """Return what holds at `now`, each signal at most once for a relationship or a meeting."""
    if facts.state not in WATCHED:
        return []
    return [*_meetings(facts, parameters, now), *_papers(facts, parameters, now)]


def _meetings(facts: Facts, parameters: Parameters, now: datetime) -> Iterator[Found]:
    """The rhythm: moved again and again, none yet, none for a while, nobody in touch."""
    grace = timedelta(days=parameters.grace_days)
    last = facts.last_held
    moves = moves_in_a_row(facts, now)
    if len(moves) >= parameters.moves:
        since = moves[parameters.moves - 1]
        yield Found("moves", since, since + grace, facts={"moves": len(moves)})
    if last is None:
        start = facts.counts_from(facts.opened_at)
        late = start + timedelta(days=parameters.first_meeting_days)
        silent = start + timedelta(days=parameters.first_contact_days)
        if now >= late:
            yield Found("first-meeting", late, late + grace, facts=_days(start, now))
        elif now >= silent and not facts.contact_at:
            yield Found("first-contact", silent, silent + grace, facts=_days(start, now))
        return
    since = facts.counts_from(last) + timedelta(days=parameters.quiet_days)
    if now >= since:
        yield Found("quiet", since, since + grace, facts=_days(facts.counts_from(last), now))


def _papers(facts: Facts, parameters: Parameters, now: datetime) -> Iterator[Found]:
    """What is written beforehand: the agreement of all, the agenda of the next meeting."""
    start = facts.counts_from(facts.opened_at)
    since = start + timedelta(days=parameters.agreement_days)
    if not facts.signed and now >= since:
        grace = timedelta(days=parameters.grace_days)
        yield Found("agreement", since, since + grace, facts=_days(start, now))
    ahead = timedelta(hours=parameters.agenda_hours)
    for meeting in facts.meetings:
        due = meeting.starts_at - ahead
        if _lacks_agenda(meeting) and due <= now < meeting.starts_at:
            yield Found("agenda", due, due + ahead * AGENDA_GRACE, about=meeting.key)


def moves_in_a_row(facts: Facts, now: datetime) -> list[datetime]:
    """Return the moves and take-offs since the latest meeting held, the earliest first."""
    since = [at for at in (facts.last_held, facts.resumed_at) if at]
    moved = sorted(at for meeting in facts.meetings for at in meeting.moved_at if at <= now)
    return [at for at in moved if all(at > start for start in since)]


def _lacks_agenda(meeting: Encounter) -> bool:
    return meeting.state == "agreed" and meeting.agenda_empty and not meeting.keep_alive


def _days(start: datetime, now: datetime) -> dict[str, int]:
    return {"days": (now - start).days}
