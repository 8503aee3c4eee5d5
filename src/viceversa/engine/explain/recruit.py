"""Whom to recruit next: the profiles that would raise the objective most, from the prices.

A newcomer who takes one mentee adds at most the highest c - u over the mentees: the worth of
the pair less what that mentee has already. Many profiles are rated at once by that bound, and
the best are proven by solving with the newcomer in.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

import numpy as np

from viceversa.engine.problem import Participant, Person, Problem, Wish
from viceversa.engine.solvers import Solution, solve
from viceversa.engine.sweep.people import matrix_of

from .difference import Difference, difference

TOPICS, LANGUAGES, SITES = 8, 3, 4
LEVEL_OF_OFFER = 7
PREFIX = "newcomer-"


@dataclass(frozen=True, slots=True)
class Profile:
    """A mentor worth advertising for. `site` may be empty: anywhere.

    `highest_level`: how senior they may be at most; `helps`: the mentee they would be paired
    with; `bound`: the most they can add, in the certificate's unit; `difference`: what they add,
    proven by solving.
    """

    topics: tuple[str, ...]
    language: str | None
    site: str
    highest_level: int
    helps: str | None
    bound: int
    difference: Difference


def recruit_next(problem: Problem, solution: Solution, limit: int = 3) -> tuple[Profile, ...]:
    """The best profiles, no two with the same topics; empty where nobody wants anything."""
    profiles = _profiles(problem)
    if not profiles:
        return ()
    people, places = zip(*profiles, strict=True)
    bounds = _bounds(problem, solution, people, places)
    found: list[Profile] = []
    used: set[frozenset[str]] = set()
    for k in np.lexsort((np.arange(len(bounds)), -bounds)).tolist():
        topics = frozenset(wish.topic for wish in places[k].offers)
        # Another two topics already covered by an earlier profile tell the reader little.
        if bounds[k] <= 0 or len(found) == limit or any(topics & other for other in used):
            continue
        used.add(topics)
        found.append(_proven(problem, solution, people[k], places[k], int(bounds[k])))
    return tuple(found)


def _common(values: Sequence[str], most: int) -> list[str]:
    counted = Counter(value for value in values if value)
    return [value for value, _ in sorted(counted.items(), key=lambda v: (-v[1], v[0]))[:most]]


def _profiles(problem: Problem) -> list[tuple[Person, Participant]]:
    """Combinations of what is wanted most: two topics, a language, a site."""
    mentees = [problem.people[p.person] for p in problem.mentees]
    wanted = [wish.topic for p in problem.mentees for wish in p.wants for _ in range(wish.value)]
    topics = _common(wanted, TOPICS)
    languages = _common([code for p in mentees for code in p.languages], LANGUAGES) or [""]
    sites = ["", *_common([p.site for p in mentees], SITES)]
    levels = [p.level for p in mentees if p.level is not None]
    level = min(levels, default=0) - max(problem.policy.rules.minimum_step, 0)
    pairs = [*combinations(topics, 2), *((topic,) for topic in topics)]
    result = []
    for k, (offer, code, site) in enumerate(product(pairs, languages, sites)):
        id_ = f"{PREFIX}{k:04d}"
        person = Person(id_, level=level, site=site, languages=(code,) if code else ())
        offers = tuple(Wish(topic, LEVEL_OF_OFFER) for topic in offer)
        result.append((person, Participant(id_, "mentor", offers=offers)))
    return result


def _bounds(
    problem: Problem,
    solution: Solution,
    people: Sequence[Person],
    places: Sequence[Participant],
) -> np.ndarray:
    """The most that each profile can add: shape (profiles,)."""
    mentees = [replace(p, prefers=(), excludes=(), previous=()) for p in problem.mentees]
    trial = problem.variant(
        people=(*problem.people.values(), *people),
        participants=(*mentees, *places),
        pins=(),
        bans=(),
    )
    scores = matrix_of(trial.tables).astype(np.int64)
    worth = solution.reward.of(np.maximum(scores, 0))
    gain = np.where(scores >= 0, worth - solution.optimum.mentee_prices[:, None], 0)
    best: np.ndarray = gain.max(axis=0, initial=0)
    return best


def _proven(
    problem: Problem, solution: Solution, person: Person, place: Participant, bound: int
) -> Profile:
    changed = problem.variant(
        people=(*problem.people.values(), person),
        participants=(*problem.mentees, *problem.mentors, place),
    )
    after = solve(changed, start=solution)
    return Profile(
        topics=tuple(wish.topic for wish in place.offers),
        language=person.languages[0] if person.languages else None,
        site=person.site,
        highest_level=person.level or 0,
        helps=next((p.mentee for p in after.pairs if p.mentor == person.id), None),
        bound=bound,
        difference=difference(solution, after),
    )
