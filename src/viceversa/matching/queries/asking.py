"""The question a round asks now: its cohort's people, its policy, its pins and bans."""

from collections.abc import Iterable

from viceversa.matching.choices import DecisionKind
from viceversa.matching.models import Decision, Round
from viceversa.matching.queries.roster import load
from viceversa.matching.rules.question import Pair, Question
from viceversa.programmes.rules.policy import read as read_policy


def question_of(round: Round) -> Question:
    """Read everything a round is solved from, as it is at this moment.

    Decisions about people who have since left the cohort are passed over: they no longer matter.
    """
    loaded = load(round.cohort, round.cohort.starts_on)
    person_of = {key: person for (person, _), key in loaded.enrolments.items()}
    pins: dict[Pair, bool] = {}
    bans: set[Pair] = set()
    for decision in Decision.objects.filter(round=round).order_by("pk"):
        if decision.mentor_id in person_of and decision.mentee_id in person_of:
            pair = person_of[decision.mentor_id], person_of[decision.mentee_id]
            if decision.kind == DecisionKind.PIN:
                pins[pair] = decision.override
            else:
                bans.add(pair)
    return Question(
        roster=loaded.roster,
        policy=read_policy(round.policy),
        pins=pins,
        bans=frozenset(bans),
        together=_of_this_round(loaded.together, loaded.enrolments),
        enrolments=loaded.enrolments,
    )


def _of_this_round(
    together: Iterable[Pair], enrolments: dict[tuple[str, str], int]
) -> frozenset[Pair]:
    """Keep the pairs both of whom have a place, so that a ban on them means something."""
    return frozenset(
        (mentor, mentee)
        for mentor, mentee in together
        if (mentor, "mentor") in enrolments and (mentee, "mentee") in enrolments
    )
