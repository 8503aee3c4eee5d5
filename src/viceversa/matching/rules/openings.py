"""Which hour of the week would open most partners to somebody whom time alone keeps apart.

“Adding Tuesday 8:30–9:30 opens 19 mentors, best fit 0.86.” The window is as long as the rule on
common time asks; it is found among the starts of the others' own windows, where the count of
windows that hold it is highest. Every number comes from the engine's rules and scores with the
window added, so what is promised is what a new solve would find allowed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from viceversa import engine
from viceversa.matching.rules import week
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.records import LocalWindow, PlaceRecord, Role, Roster
from viceversa.programmes.rules.policy import MatchingPolicy

MOST_OTHERS = 3_000  # as many as a score matrix is made for
MOST_PEOPLE = 50  # left-out people who are looked at, in the order of the answer


@dataclass(frozen=True, slots=True)
class Opening:
    """A window in the person's own zone, how many it opens, and the best fit among them."""

    window: LocalWindow
    opens: int
    best: float


def openings(
    roster: Roster, policy: MatchingPolicy, left: Iterable[engine.Unmatched]
) -> Mapping[tuple[str, str], Opening]:
    """The best window for everyone whom time alone keeps from somebody, by person and role."""
    found: dict[tuple[str, str], Opening] = {}
    held = [one for one in left if one.reason == "rules" and one.counts.only.get("overlap")]
    for one in held[:MOST_PEOPLE]:
        role: Role = "mentee" if one.role == "mentee" else "mentor"
        opening = best_opening(roster, policy, one.person, role)
        if opening is not None:
            found[one.person, role] = opening
    return found


def best_opening(roster: Roster, policy: MatchingPolicy, person: str, role: Role) -> Opening | None:
    """The best window for one person; None where time is not the matter or nobody has hours."""
    needed = policy.rules.minimum_overlap
    others = [place for place in roster.places if place.role != role]
    own = roster.place[person, role]
    if not needed or not own.availability or len(others) > MOST_OTHERS:
        return None
    # Without declared hours the rule on time is silent: what is left are the other rules.
    allowed = _scores(roster, policy, replace(own, availability=()), others)
    hours = {
        place.person: week.to_utc(place.availability, roster.zone(place.person), roster.on)
        for place in others
        if place.person in allowed
    }
    start = _busiest(hours, needed)
    if start is None:
        return None
    (window,) = week.to_local(((start, start + needed),), roster.zone(person), roster.on)
    opened = _scores(roster, policy, replace(own, availability=(*own.availability, window)), others)
    return Opening(window, len(opened), max(opened.values())) if opened else None


def _scores(
    roster: Roster, policy: MatchingPolicy, own: PlaceRecord, others: Sequence[PlaceRecord]
) -> dict[str, float]:
    """The fit of one place with everyone on the other side whom no rule forbids."""
    problem = build(replace(roster, places=(own, *others)), policy)
    mentors, mentees, scores = engine.score_matrix(problem)
    names = mentors if own.role == "mentee" else mentees
    # A score that is not itself is NaN: a rule forbids the pair.
    fits = zip(names, scores.reshape(-1).tolist(), strict=True)
    return {name: fit for name, fit in fits if fit == fit}


def _busiest(hours: Mapping[str, Sequence[week.UtcWindow]], needed: int) -> int | None:
    """The minute of the week from which most people are free so long; the earliest of equals."""
    starts = sorted({a for own in hours.values() for a, b in own if b - a >= needed})

    def free(start: int) -> int:
        stretch = ((start, start + needed),)
        return sum(week.minutes(week.common(own, stretch)) >= needed for own in hours.values())

    return max(starts, key=lambda start: (free(start), -start), default=None)
