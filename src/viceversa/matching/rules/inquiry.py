"""What one may ask of a proven answer, as data ready for JSON with the sentences in it.

The round's pages ask the same of the database; this is for an answer that lives in files. Every
function takes the teller (people, policy, language) and the answer; people are named by id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from viceversa import engine
from viceversa.matching.rules.openings import openings
from viceversa.matching.rules.problem import engine_policy
from viceversa.matching.rules.records import Role
from viceversa.matching.rules.sentences import Teller, facts_of
from viceversa.programmes.rules.policy import MatchingPolicy

type Reply = dict[str, Any]
FEW = 5


def roles_of(solution: engine.Solution, person: str) -> tuple[Role, ...]:
    """In which roles somebody takes part."""
    problem = solution.problem
    sides: tuple[tuple[Role, Mapping[str, int]], ...] = (
        ("mentee", problem.mentee_at),
        ("mentor", problem.mentor_at),
    )
    return tuple(role for role, where in sides if person in where)


def pair(teller: Teller, solution: engine.Solution, mentor: str, mentee: str) -> Reply:
    """Everything about two people: verdict, reasons, rules, and what forcing the pair would cost.

    `forced` is None where no change would free both.
    """
    judged = engine.verdict(solution.problem, solution, mentor, mentee)
    forced = engine.force(solution.problem, solution, mentor, mentee)
    exchange = teller.exchange(mentor, mentee)
    return {
        "mentor": mentor,
        "mentee": mentee,
        "state": judged.state,
        "pinned": judged.pinned,
        "fit": judged.score,
        "verdict": teller.verdict(mentor, mentee, judged),
        "reasons": _reasons(teller, mentor, mentee, judged.contributions),
        "rules": [asdict(line) for line in teller.rules(mentor, mentee, judged.rules)],
        "gives": list(exchange.gives),
        "gets": list(exchange.gets),
        "forced": _other(teller, mentee, "mentee", forced) if forced else None,
    }


def alternatives(teller: Teller, solution: engine.Solution, person: str, role: Role) -> Reply:
    """The partners of somebody, then the others who would cost the cohort least."""
    found = engine.alternatives(solution.problem, solution, person, FEW, role)
    others = [_other(teller, person, role, other) for other in found]
    return {"person": person, "role": role, "alternatives": others}


def left_out(teller: Teller, solution: engine.Solution, person: str, role: Role) -> Reply:
    """Why somebody is without a partner, who competes for what, and changes that would help."""
    problem = solution.problem
    one = next((u for u in solution.unmatched if (u.person, u.role) == (person, role)), None)
    if one is None:
        return {"person": person, "role": role, "left_out": False}
    opened = openings(teller.roster, teller.policy, [one])
    said = teller.left_out(person, role, one.reason, facts_of(one, opened.get((person, role))))
    cut = None
    if one.reason == "competition":
        cut = engine.bottleneck(problem, solution, person, role)
    changes = engine.remedies(problem, solution, person, role)
    return {
        "person": person,
        "role": role,
        "left_out": True,
        "reason": one.reason,
        "in_the_way": said.in_the_way,
        "would_help": list(said.would_help),
        "counts": {
            **{name: getattr(one.counts, name) for name in ("others", "feasible", "free")},
            "by_rule": dict(one.counts.by_rule),
            "by_one_rule_only": dict(one.counts.only),
        },
        "bottleneck": {**asdict(cut), "sentence": teller.bottleneck(cut)} if cut else None,
        "remedies": [
            {
                "kind": change.kind,
                **dict(change.data),
                "sentence": teller.remedy(person, role, change),
                "effect": _effect(change.difference),
            }
            for change in changes
        ],
    }


def suggestions(teller: Teller, solution: engine.Solution, person: str, role: Role) -> Reply:
    """Up to five people somebody might ask, everybody else considered."""
    found = engine.suggestions(solution.problem, solution, person, role, FEW)
    people = []
    for other in found:
        ids = (other.person, person) if role == "mentee" else (person, other.person)
        people.append(
            {
                "person": other.person,
                "fit": other.score,
                "demand": other.demand,
                "proposed": other.chosen,
                "reasons": _reasons(teller, *ids, other.contributions),
            }
        )
    return {"person": person, "role": role, "suggestions": people}


def recruit(teller: Teller, solution: engine.Solution) -> Reply:
    """Whom to look for next, each proven by solving with the newcomer in."""
    profiles = engine.recruit_next(solution.problem, solution)
    return {
        "profiles": [
            {
                **{name: getattr(p, name) for name in ("topics", "language", "site", "helps")},
                "highest_level": p.highest_level,
                "sentence": teller.profile(p),
                "effect": _effect(p.difference),
            }
            for p in profiles
        ]
    }


def frontier(solution: engine.Solution) -> Reply:
    """What each aim would give."""
    return {"points": [asdict(p) for p in engine.frontier(solution.problem, solution)]}


def firmness(solution: engine.Solution) -> Reply:
    """Which pairs survive weights changed by up to a fifth."""
    found = engine.robustness(solution.problem, solution)
    pairs = [
        {"mentor": mentor, "mentee": mentee, "survives": share}
        for (mentor, mentee), share in found.by_pair.items()
    ]
    return {"runs": found.runs, "mean": found.mean, "lowest": found.lowest, "pairs": pairs}


def audit(solution: engine.Solution, grouping: str) -> Reply:
    """Participation and fit by a column; small groups hidden."""
    sides = engine.audit(solution.problem, solution, grouping)
    return {
        "grouping": grouping,
        "roles": [
            {
                **asdict(side),
                "participation_differs": side.participation_differs,
                "fit_differs": side.fit_differs,
            }
            for side in sides
        ],
    }


def circles(teller: Teller, solution: engine.Solution, wanted: int) -> Reply:
    """The same people as mixed circles around a size."""
    problem = solution.problem
    policy = engine.CirclePolicy(wanted=wanted, line_depth=teller.policy.rules.line_depth)
    found = engine.form_circles(
        list(problem.people.values()), [*problem.mentees, *problem.mentors], policy
    )
    return {
        "circles": [asdict(circle) for circle in found.circles],
        "value": found.value,
        "bound": found.bound,
        "gap": found.gap,
        "proven": found.proven,
        "without": list(found.without),
    }


@dataclass(frozen=True, slots=True)
class Change:
    """A *what if*: pairs (mentor, mentee) to pin or forbid, who gets one more place or leaves."""

    pins: Sequence[tuple[str, str]] = ()
    bans: Sequence[tuple[str, str]] = ()
    places: Sequence[tuple[str, Role]] = ()
    without: Sequence[str] = ()
    policy: MatchingPolicy | None = None


def what_if(solution: engine.Solution, change: Change) -> Reply:
    """The answer to the changed question beside the present one.

    Raises `engine.ProblemError` for a pin that breaks a rule, naming it.
    """
    problem = solution.problem
    policy = engine_policy(change.policy) if change.policy else None
    changed = problem.variant(
        participants=_places(problem, change) if change.places or change.without else None,
        policy=policy,
        pins=[*problem.pins, *(engine.Pin(*ids) for ids in change.pins)],
        bans=[*problem.bans, *(engine.Ban(*ids) for ids in change.bans)],
    )
    return compared(solution, engine.solve(changed, start=solution))


def compared(before: engine.Solution, after: engine.Solution) -> Reply:
    """Two answers side by side. `same_measure` is false where other weights make other totals."""
    found = engine.difference(before, after)
    weights = [s.problem.policy.weights for s in (before, after)]
    return {
        **_effect(found),
        "before": dict(before.objective),
        "after": dict(after.objective),
        "gap": after.gap,
        "same_measure": weights[0] == weights[1],
        "gone": [_named(pair) for pair in found.lost],
        "come": [_named(pair) for pair in found.gained],
    }


def _places(problem: engine.Problem, change: Change) -> list[engine.Participant]:
    return [
        replace(p, maximum=p.maximum + sum((p.person, p.role) == more for more in change.places))
        for p in (*problem.mentees, *problem.mentors)
        if p.person not in change.without
    ]


def _named(pair: engine.Pair) -> Reply:
    return {"mentor": pair.mentor, "mentee": pair.mentee, "fit": pair.score}


def _effect(found: engine.Difference) -> Reply:
    return {
        "pairs": found.pairs,
        "total": found.total,
        "kept": found.kept,
        "now_paired": _roles(found.now_paired),
        "now_without": _roles(found.now_without),
    }


def _roles(people: Iterable[tuple[str, str]]) -> list[Reply]:
    return [{"role": role, "person": person} for role, person in people]


def _other(teller: Teller, person: str, role: Role, other: engine.Alternative) -> Reply:
    """Another partner: `total` is the change of all fit, `places` of the number of pairs."""
    return {
        "person": other.person,
        "fit": other.score,
        "proposed": other.chosen,
        "total": other.total,
        "places": other.pairs,
        "moves": [asdict(move) for move in other.moves],
        "sentence": teller.alternative(person, role, other),
    }


def _reasons(
    teller: Teller, mentor: str, mentee: str, parts: Mapping[str, engine.Contribution]
) -> list[Reply]:
    weighted = {
        name: (part.weight_share, part.weight_share * part.earned) for name, part in parts.items()
    }
    return [asdict(reason) for reason in teller.reasons(mentor, mentee, weighted)]
