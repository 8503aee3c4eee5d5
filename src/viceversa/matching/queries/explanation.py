"""Everything a coordinator may ask of one pair: exchange, reasons, rules, and why not another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from viceversa import engine
from viceversa.matching.choices import DecisionKind
from viceversa.matching.models import Decision, PairNote, Proposal, Round
from viceversa.matching.queries.checking import FIXED
from viceversa.matching.queries.solved import Solved, solved
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.sentences import Teller
from viceversa.matching.rules.sentences.checks import RuleLine
from viceversa.matching.rules.sentences.reasons import Reason
from viceversa.programmes.models import Enrolment

FEW = 3  # alternatives beside a pair; all of them have a page


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another mentor for the mentee: the pair's fit, what it costs everybody, who would move.

    `cost` is the change of the total fit, `places` the change of the number of pairs; `moved`
    counts other mentees who would change mentor; `pair` is the address of the pair.
    """

    name: str
    place: str
    fit: float
    cost: float
    places: int
    moved: int
    sentence: str
    pair: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """A pair with this mentee that a coordinator forbade."""

    name: str
    place: str
    by: str
    reason: str
    pair: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One pair, proposed or not. `fit` is None where a rule forbids it."""

    mentor: Enrolment
    mentee: Enrolment
    pair: str
    proposal: Proposal | None
    decision: Decision | None
    note: PairNote | None
    fit: float | None
    gives: Sequence[str]
    gets: Sequence[str]
    gives_asked: bool
    gets_asked: bool
    reasons: Sequence[Reason]
    scale: float
    rules: Sequence[RuleLine]
    verdict: str
    alternatives: Sequence[Alternative]
    blocked: Sequence[Blocked]

    @property
    def pinned(self) -> bool:
        """Whether a coordinator pinned the pair."""
        return self.decision is not None and self.decision.kind == DecisionKind.PIN

    @property
    def broken(self) -> Sequence[RuleLine]:
        """The hard rules the pair breaks; an exclusion of this round is a decision, not a rule."""
        return [rule for rule in self.rules if not rule.passed and rule.name != "banned"]

    @property
    def overridable(self) -> bool:
        """Whether a coordinator may set the broken rules aside."""
        return all(rule.name not in FIXED for rule in self.broken)

    @property
    def forbidden(self) -> bool:
        """Whether a coordinator forbade the pair."""
        return self.decision is not None and self.decision.kind == DecisionKind.BAN


def explain(round: Round, mentor: Enrolment, mentee: Enrolment) -> Explanation | None:
    """Return what is known of a pair, or None where one of the two was not in the solved round."""
    known = solved(round)
    if known is None or not {mentor.pk, mentee.pk} <= known.question.person_of.keys():
        return None
    ids = known.question.pair(mentor.pk, mentee.pk)
    teller = teller_of(known.question)
    judged = engine.verdict(known.problem, known.solution, *ids)
    parts = {
        name: (part.weight_share, part.weight_share * part.earned)
        for name, part in judged.contributions.items()
    }
    exchange = teller.exchange(*ids)
    both = {"round": round, "mentor": mentor, "mentee": mentee}
    proposal = Proposal.objects.filter(**both).first()
    return Explanation(
        mentor=mentor,
        mentee=mentee,
        pair=address(mentor, mentee),
        proposal=proposal,
        decision=Decision.objects.filter(**both).first(),
        note=PairNote.objects.filter(**both).first(),
        fit=judged.score if proposal or not _forbidding(judged) else None,
        gives=exchange.gives,
        gets=exchange.gets,
        gives_asked=exchange.gives_asked,
        gets_asked=exchange.gets_asked,
        reasons=teller.reasons(*ids, parts),
        scale=max((share for share, _ in parts.values()), default=1.0),
        rules=_told(teller.rules(*ids, judged.rules), together=ids in known.question.together),
        verdict=teller.verdict(*ids, judged),
        alternatives=_alternatives(round, known, teller, mentee, FEW) if proposal else (),
        blocked=_blocked(round, mentor, mentee),
    )


def _told(rules: Sequence[RuleLine], *, together: bool) -> Sequence[RuleLine]:
    """Say of two who share a relationship, or were asked before, that this keeps them apart."""
    if not together:
        return rules
    why = _("They are together already, or were asked about each other in an earlier round")
    return [replace(line, title=why) if line.name == "banned" else line for line in rules]


def _forbidding(judged: engine.Verdict) -> bool:
    """Whether a rule, and not only an exclusion of this round, forbids the pair."""
    return any(not rule.passed and rule.name != "banned" for rule in judged.rules)


def alternatives(round: Round, mentee: Enrolment, limit: int) -> Sequence[Alternative]:
    """Return other mentors for a mentee, the cheapest for the cohort first."""
    known = solved(round)
    if known is None or mentee.pk not in known.question.person_of:
        return ()
    return _alternatives(round, known, teller_of(known.question), mentee, limit)


def address(mentor: Enrolment, mentee: Enrolment) -> str:
    """How a pair is called in addresses."""
    return f"{mentor.public_id}.{mentee.public_id}"


def _alternatives(
    round: Round, known: Solved, teller: Teller, mentee: Enrolment, limit: int
) -> Sequence[Alternative]:
    person = known.question.person_of[mentee.pk]
    asked = engine.alternatives(known.problem, known.solution, person, limit, "mentee")
    found = [other for other in asked if not other.chosen]
    keys = {other.person: known.question.enrolments[other.person, "mentor"] for other in found}
    mentors = {
        row.pk: row
        for row in Enrolment.objects.filter(pk__in=keys.values()).select_related("person")
    }
    return [
        Alternative(
            name=mentors[keys[other.person]].person.name,
            place=mentors[keys[other.person]].person.site,
            fit=other.score,
            cost=other.total,
            places=other.pairs,
            moved=sum(m.role == "mentee" and m.person != person for m in other.moves),
            sentence=teller.alternative(person, "mentee", other),
            pair=address(mentors[keys[other.person]], mentee),
        )
        for other in found
    ]


def _blocked(round: Round, mentor: Enrolment, mentee: Enrolment) -> Sequence[Blocked]:
    """Return the mentors forbidden to this mentee, other than the one looked at."""
    bans = (
        Decision.objects.filter(round=round, mentee=mentee, kind=DecisionKind.BAN)
        .exclude(mentor=mentor)
        .select_related("mentor__person")
        .order_by("pk")
    )
    return [
        Blocked(
            name=ban.mentor.person.name,
            place=ban.mentor.person.site,
            by=ban.by,
            reason=ban.reason,
            pair=address(ban.mentor, mentee),
        )
        for ban in bans
    ]
