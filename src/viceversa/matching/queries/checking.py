"""Which hard rules a pair would break: by the question a round was solved from, or as of now."""

from dataclasses import dataclass

from viceversa import engine
from viceversa.matching.models import Round
from viceversa.matching.queries.asking import question_of
from viceversa.matching.queries.roster import of_enrolments
from viceversa.matching.queries.solved import solved
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.question import Question
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.rules.policy import read as read_policy

# Nobody may set these aside: they are about the same person, or about someone who said no.
FIXED = frozenset({"same-person", "not-willing", "excluded"})


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard rule that forbids a pair, told with the fact it was judged by."""

    name: str
    sentence: str

    @property
    def can_be_overridden(self) -> bool:
        """Whether a coordinator may set the rule aside, with a reason on record."""
        return self.name not in FIXED


def broken_rules(round: Round, mentor: Enrolment, mentee: Enrolment) -> list[Broken]:
    """Return the rules of the round that forbid a pair; a ban of the round is none of them.

    Judged by the answer's own question where both were in it, else by the cohort as it is now.
    """
    known = solved(round)
    if known and {mentor.pk, mentee.pk} <= known.question.person_of.keys():
        return broken_by(known.question, mentor.pk, mentee.pk)
    question = question_of(round)
    if not {mentor.pk, mentee.pk} <= question.person_of.keys():
        question = question_of_two(round.cohort, mentor, mentee, round.policy)
    return broken_by(question, mentor.pk, mentee.pk)


def broken_by_hand(cohort: Cohort, mentor: Enrolment, mentee: Enrolment) -> list[Broken]:
    """Return the rules of the cohort's policy that forbid a pair, as the directory is now."""
    return broken_now(cohort, mentor, mentee, cohort.policy)


def broken_now(
    cohort: Cohort, mentor: Enrolment, mentee: Enrolment, policy: dict[str, object]
) -> list[Broken]:
    """Return the rules of a policy that forbid a pair, as the directory is now."""
    question = question_of_two(cohort, mentor, mentee, policy)
    if not {mentor.pk, mentee.pk} <= question.person_of.keys():
        return []  # one of them has no place left, which is no rule
    return broken_by(question, mentor.pk, mentee.pk)


def question_of_two(
    cohort: Cohort, mentor: Enrolment, mentee: Enrolment, policy: dict[str, object]
) -> Question:
    return question_of_some(cohort, [mentor, mentee], policy)


def question_of_some(
    cohort: Cohort, enrolments: list[Enrolment], policy: dict[str, object]
) -> Question:
    """Return the question about some people of a cohort alone, whether or not they are asked."""
    loaded = of_enrolments(cohort, enrolments, cohort.starts_on, offers=False)
    return Question(
        roster=loaded.roster,
        policy=read_policy(policy),
        pins={},
        bans=frozenset(),
        together=frozenset(loaded.together),
        enrolments=loaded.enrolments,
    )


def broken_by(question: Question, mentor: int, mentee: int) -> list[Broken]:
    pair = question.pair(mentor, mentee)
    failed = [
        check
        for check in engine.rules_for(question.problem, *pair)
        if not check.passed and not (check.name == "banned" and pair in question.bans)
    ]
    return [
        Broken(line.name, " ".join(f"{part}." for part in (line.title, line.fact) if part))
        for line in teller_of(question).rules(*pair, failed)
    ]
