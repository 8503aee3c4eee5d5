"""Who of a relationship is in one reporting line now: the rule and the fact, by today's directory.

Asked of the engine, with the cohort's own policy. A line that is not known is not taken for one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from viceversa import engine
from viceversa.matching.queries.roster import of_enrolments
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.question import Question
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.relationships.choices import Format, MemberRole
from viceversa.relationships.models import Member

LINES = frozenset({"reporting-line", "siblings-reports"})
ROOM = 1_000  # partners: who has one already must not drop out of the question


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A rule on the reporting line that two members break: its name, who, and a sentence."""

    name: str
    mentor: int
    mentee: int
    sentence: str


def broken_lines(
    cohort: Cohort, members: Iterable[Member], on: date
) -> dict[int, list[BrokenLine]]:
    """Return the broken lines by relationship key; members of one cohort, people loaded.

    A number of queries that depends on the height of the organisation, not on how many there are.
    """
    together: defaultdict[int, list[Member]] = defaultdict(list)
    for member in members:
        together[member.relationship_id].append(member)
    rows = _places(cohort, together.values())
    if not rows:
        return {}
    question = _question(cohort, rows, on)
    return {
        key: found
        for key, group in together.items()
        if (found := [line for pair in _pairs(group) for line in _broken(question, *pair)])
    }


def _places(cohort: Cohort, groups: Iterable[Sequence[Member]]) -> dict[tuple[int, str], Enrolment]:
    """Return a place for everybody in each role they are looked at in: none of it is kept.

    Keys are negative, so that no saved enrolment's wishes are taken for theirs.
    """
    places: dict[tuple[int, str], Enrolment] = {}
    for group in groups:
        for member in group:
            for role in MemberRole.values if _is_circle(member) else (member.role,):
                place = Enrolment(cohort=cohort, person=member.person, role=role, maximum=ROOM)
                place.pk = -(2 * member.person_id + (role == MemberRole.MENTOR))
                places.setdefault((member.person_id, role), place)
    return places


def _question(cohort: Cohort, places: dict[tuple[int, str], Enrolment], on: date) -> Question:
    loaded = of_enrolments(cohort, list(places.values()), on, offers=False)
    return Question(
        roster=loaded.roster,
        policy=read_policy(cohort.policy),
        pins={},
        bans=frozenset(),
        together=frozenset(),
        enrolments=loaded.enrolments,
    )


def _pairs(group: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    """Yield who meets whom: each mentor and mentee, in a circle everybody and everybody else."""
    if _is_circle(group[0]):
        yield from combinations(group, 2)
        return
    mentors = [one for one in group if one.role == MemberRole.MENTOR]
    yield from product(mentors, [one for one in group if one.role == MemberRole.MENTEE])


def _broken(question: Question, mentor: Member, mentee: Member) -> Iterator[BrokenLine]:
    pair = question.pair(-(2 * mentor.person_id + 1), -(2 * mentee.person_id))
    failed = [
        check
        for check in engine.rules_for(question.problem, *pair)
        if check.name in LINES and not check.passed and _is_known(check)
    ]
    for line in teller_of(question).rules(*pair, failed) if failed else ():
        sentence = " ".join(f"{part}." for part in (line.title, line.fact) if part)
        yield BrokenLine(line.name, mentor.person_id, mentee.person_id, sentence)


def _is_known(check: engine.RuleCheck) -> bool:
    return bool(check.data["mentor_manager_known"] and check.data["mentee_manager_known"])


def _is_circle(member: Member) -> bool:
    return member.relationship.format == Format.CIRCLE
