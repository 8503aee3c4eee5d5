"""What keeps a solved round from being published: decisions or people that changed since."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from viceversa import engine
from viceversa.matching.choices import DecisionKind
from viceversa.matching.models import Answer, Decision, Proposal, Round
from viceversa.matching.queries.asking import question_of
from viceversa.matching.queries.telling import teller_of
from viceversa.people.choices import PersonStatus
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Enrolment, Pause
from viceversa.relationships.queries import open_places

MOST = 10
OF_PERSON = ("first_name", "last_name", "status")


def obstacles(round: Round) -> list[str]:
    """Return sentences, none where the answer is still the answer; a constant number of queries."""
    of_round = Proposal.objects.filter(round=round)
    pairs = list(of_round.values_list("mentor_id", "mentee_id"))
    people = list(
        Enrolment.objects.filter(
            Q(pk__in=of_round.values("mentor")) | Q(pk__in=of_round.values("mentee"))
        )
        .select_related("person")
        .only("state", "maximum", "cohort_id", *(f"person__{name}" for name in OF_PERSON))
    )
    return [*_stale(round, set(pairs)), *gone(people), *_places(round, pairs, people)][:MOST]


def broken_since(round: Round) -> list[str]:
    """Say which proposals break a rule by the directory and answers as they are now.

    The answer was found with the directory of its day; a new line manager may have put two people
    into one line since. Rules that a coordinator set aside for a pair are not named again.
    """
    question = question_of(round)
    known, exceptions = question.person_of, _exceptions(round)
    teller = teller_of(question)
    found = []
    # `obstacles` names who left or found somebody else: they are in nobody’s roster any more.
    keys = [
        (mentor, mentee)
        for mentor, mentee in Proposal.objects.filter(round=round).values_list("mentor", "mentee")
        if mentor in known and mentee in known
    ]
    pairs = [question.pair(mentor, mentee) for mentor, mentee in keys]
    allowed = engine.allowed(question.problem, pairs)
    for key, pair, fine in zip(keys, pairs, allowed, strict=True):
        if fine:
            continue
        failed = [
            check
            for check in engine.rules_for(question.problem, *pair)
            if not check.passed and check.name not in exceptions.get(key, ())
        ]
        if failed:
            names = {"mentor": teller.name(pair[0]), "mentee": teller.name(pair[1])}
            why = "; ".join(line.title for line in teller.rules(*pair, failed))
            found.append(_("%(mentor)s and %(mentee)s: %(why)s.") % {**names, "why": why})
        if len(found) == MOST:
            break
    return found


def _exceptions(round: Round) -> dict[tuple[int, int], list[str]]:
    """The rules set aside, by pair."""
    pins = Decision.objects.filter(round=round, kind=DecisionKind.PIN)
    return {(pin.mentor_id, pin.mentee_id): pin.rules for pin in pins}


def stale_reasons(round: Round) -> list[str]:
    """Say why the answer a round shows is not the answer to what is decided now; four queries."""
    pairs = Proposal.objects.filter(round=round).values_list("mentor_id", "mentee_id")
    return _stale(round, set(pairs))


def _stale(round: Round, pairs: set[tuple[int, int]]) -> list[str]:
    found = []
    if round.job:
        found.append(_("A solving is under way."))
    policy = Answer.objects.filter(round=round).values_list("policy", flat=True).first()
    if policy is not None and policy != round.policy:
        found.append(_("The weights or rules changed after the last answer."))
    decisions = Decision.objects.filter(round=round).values_list("mentor_id", "mentee_id", "kind")
    if any(((m, e) in pairs) != (kind == DecisionKind.PIN) for m, e, kind in decisions):
        found.append(_("Pins or exclusions changed after the last answer."))
    return found


def gone(enrolments: Iterable[Enrolment]) -> list[str]:
    """Say who of these no longer takes part, or not for now."""
    everybody = list(enrolments)
    cohorts = {enrolment.cohort_id for enrolment in everybody}
    pauses = Pause.objects.filter(enrolment__cohort__in=cohorts)
    paused = set(pauses.values_list("enrolment_id", flat=True))
    names = {
        enrolment.person.name
        for enrolment in everybody
        if enrolment.state != EnrolmentState.ADMITTED
        or enrolment.person.status == PersonStatus.LEFT
        or enrolment.pk in paused
    }
    return [_("%(name)s is no longer taking part.") % {"name": name} for name in sorted(names)]


def _places(round: Round, pairs: list[tuple[int, int]], people: Iterable[Enrolment]) -> list[str]:
    """Name those who found a partner elsewhere since: by hand, for instance."""
    taken: Counter[int] = open_places(round.cohort)
    given = Counter(key for pair in pairs for key in pair)
    full = sorted(
        enrolment.person.name
        for enrolment in people
        if given[enrolment.pk] + taken[enrolment.pk] > enrolment.maximum
    )
    return [
        _("%(name)s has a relationship since, and no place for this one.") % {"name": name}
        for name in full
    ]
