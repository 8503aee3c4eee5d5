"""The smallest changes that would give somebody a partner, each proven by solving again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from viceversa.engine.problem import Participant, Person, Policy, Problem, Wish
from viceversa.engine.solvers import Solution, solve
from viceversa.engine.solvers.leftover import counts_of, rule_columns
from viceversa.engine.solvers.residual import Residual

from .difference import Difference, difference

# How many people are tried for "one more place at".
TRIED = 4
NEWCOMER = "someone-new"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change and its proven effect.

    `kind`: "one-more-place" (person), "language" (code), "other-hours" (minutes needed),
    "rule" (rule, from, to), "newcomer" (topics, language, highest level). `data` says which;
    `difference` is measured against the answer as it is.
    """

    kind: str
    data: Mapping[str, Any]
    difference: Difference


def remedies(
    problem: Problem, solution: Solution, person: str, role: str, limit: int = 4
) -> tuple[Remedy, ...]:
    """Changes after which the person has a partner; the ones that ask least of others first.

    Every change is tried by solving the changed problem from the present answer; changes that
    do not help the person are not returned. Policy changes come last.
    """
    found: list[Remedy] = []
    for kind, data, changed in _changes(problem, solution, person, role):
        after = solve(changed, start=solution)
        if any(getattr(pair, role) == person for pair in after.pairs):
            found.append(Remedy(kind, data, difference(solution, after)))
            if len(found) == limit:
                break
    return tuple(found)


def _changes(
    problem: Problem, solution: Solution, person: str, role: str
) -> Iterator[tuple[str, dict[str, Any], Problem]]:
    nobody = np.zeros(len(problem.others(role)), dtype=np.bool_)
    counts = counts_of(problem, role, problem.position(person, role), nobody)
    yield from _places(problem, solution, person, role)
    if "language" in counts.only:
        yield from _languages(problem, person, role)
    if "overlap" in counts.only:
        hours = _changed(problem, person, role, windows=())
        yield "other-hours", {"minutes": problem.policy.rules.minimum_overlap}, hours
    if role == "mentee":
        yield from _newcomer(problem, person)
    for rule, count in sorted(counts.only.items(), key=lambda item: -item[1]):
        yield from _relaxed(problem, rule, count)


def _changed(problem: Problem, person: str, role: str, **changes: Any) -> Problem:
    """The problem with one place changed."""
    return problem.variant(
        participants=[
            replace(p, **changes) if (p.person, p.role) == (person, role) else p
            for p in (*problem.mentees, *problem.mentors)
        ]
    )


def _places(
    problem: Problem, solution: Solution, person: str, role: str
) -> Iterator[tuple[str, dict[str, Any], Problem]]:
    """One more place at each of the best allowed partners."""
    graph = Residual.of(solution, role)
    asker = problem.position(person, role)
    scores = graph.own_scores(asker)
    other_role = "mentor" if role == "mentee" else "mentee"
    others = problem.others(role)
    best = np.lexsort((np.arange(len(scores)), -scores))[:TRIED]
    for q in best[scores[best] >= 0].tolist():
        most = others[q].maximum + 1
        data = {"person": others[q].person, "places": most}
        yield "one-more-place", data, _changed(problem, others[q].person, other_role, maximum=most)


def _languages(
    problem: Problem, person: str, role: str
) -> Iterator[tuple[str, dict[str, Any], Problem]]:
    """Accepting the language that opens most of those whom only the language keeps away."""
    at = np.array([problem.position(person, role)])
    everyone = np.arange(problem.shape[1] if role == "mentee" else problem.shape[0])
    sides = (at, everyone) if role == "mentee" else (everyone, at)
    rules = {name: f.reshape(-1) for name, f in rule_columns(problem, *sides).items()}
    alone = rules["language"] & (np.sum(list(rules.values()), axis=0) == 1)
    others = problem.others(role)
    opened: dict[str, int] = {}
    for q in np.flatnonzero(alone).tolist():
        for code in problem.people[others[q].person].languages:
            opened[code] = opened.get(code, 0) + 1
    for code, count in sorted(opened.items(), key=lambda item: (-item[1], item[0]))[:2]:
        people = [
            replace(p, languages=(*p.languages, code)) if p.id == person else p
            for p in problem.people.values()
        ]
        yield "language", {"code": code, "opens": count}, problem.variant(people=people)


def _newcomer(problem: Problem, person: str) -> Iterator[tuple[str, dict[str, Any], Problem]]:
    """A new mentor made for this mentee: their topics, their language, junior enough."""
    mentee = problem.mentees[problem.mentee_at[person]]
    senior = problem.people[person]
    if senior.level is None or not mentee.wants:
        return
    topics = tuple(sorted(mentee.wants, key=lambda wish: (-wish.value, wish.topic)))[:2]
    level = senior.level - max(problem.policy.rules.minimum_step, 0)
    newcomer = Person(NEWCOMER, level=level, languages=senior.languages[:1])
    place = Participant(NEWCOMER, "mentor", offers=tuple(Wish(wish.topic, 6) for wish in topics))
    data = {
        "topics": tuple(wish.topic for wish in topics),
        "language": senior.languages[0] if senior.languages else None,
        "highest_level": level,
    }
    yield (
        "newcomer",
        data,
        problem.variant(
            people=(*problem.people.values(), newcomer),
            participants=(*problem.mentees, *problem.mentors, place),
        ),
    )


def _relaxed(
    problem: Problem, rule: str, count: int
) -> Iterator[tuple[str, dict[str, Any], Problem]]:
    """The policy with one rule one step milder."""
    rules = problem.policy.rules
    milder: dict[str, dict[str, Any]] = {
        "seniority": {"minimum_step": rules.minimum_step - 1},
        "reporting-line": {"line_depth": max(rules.line_depth - 1, 0)},
        "siblings-reports": {"siblings_reports": False},
        "same-unit": {"same_unit": "allow"},
        "overlap": {"minimum_overlap": rules.minimum_overlap // 2},
        "previous": {"previous": "allow"},
    }
    # Nobody is to be mentored by somebody senior: the step is never offered below one.
    if rule not in milder or (rule == "seniority" and rules.minimum_step <= 1):
        return
    ((name, to),) = milder[rule].items()
    policy: Policy = replace(problem.policy, rules=replace(rules, **milder[rule]))
    data = {"rule": rule, "name": name, "from": getattr(rules, name), "to": to, "opens": count}
    yield "rule", data, problem.variant(policy=policy)
