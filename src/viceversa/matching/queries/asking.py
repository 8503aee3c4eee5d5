"""The question a round asks now: its cohort's people, its policy, its pins and bans."""

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
        together=frozenset(loaded.together),
        enrolments=loaded.enrolments,
    )
