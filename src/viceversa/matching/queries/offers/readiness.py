"""Whether people who said yes may still be brought together: there, with room, within the rules."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from viceversa import engine
from viceversa.matching.choices import DecisionKind
from viceversa.matching.models import Decision, Offer
from viceversa.matching.queries.checking import broken_now, question_of_some
from viceversa.matching.queries.offers.places import taken_places
from viceversa.matching.rules.offers import still_a_circle
from viceversa.people.choices import PersonStatus
from viceversa.programmes.choices import CohortState, EnrolmentState
from viceversa.programmes.models import Enrolment, Pause
from viceversa.relationships.choices import Format, RelationshipState
from viceversa.relationships.models import Member
from viceversa.relationships.queries import open_places


def gone(enrolments: Sequence[Enrolment]) -> set[int]:
    """Return the keys of those who no longer take part, or not for now."""
    keys = [enrolment.pk for enrolment in enrolments]
    paused = set(Pause.objects.filter(enrolment__in=keys).values_list("enrolment", flat=True))
    return paused | {
        enrolment.pk
        for enrolment in enrolments
        if enrolment.state != EnrolmentState.ADMITTED
        or enrolment.person.status == PersonStatus.LEFT
    }


def is_in_the_way(offer: Offer, agreed: Sequence[Enrolment]) -> bool:
    """Tell whether room, the cohort or a rule keeps these people of an offer apart by now."""
    if offer.cohort.state == CohortState.CLOSED or not _have_room(offer, agreed):
        return True
    if offer.format == Format.CIRCLE:
        return not _is_a_circle(offer, agreed)
    return any(
        _breaks_a_rule(offer, mentor, mentee)
        for mentor in agreed
        if mentor.role == "mentor"
        for mentee in agreed
        if mentee.role == "mentee"
    )


def _have_room(offer: Offer, agreed: Sequence[Enrolment]) -> bool:
    """A round’s own question keeps the place, so only relationships count against it.

    Whoever sits in a circle has many partners there: circles are counted, not partners.
    """
    if offer.format == Format.CIRCLE:
        seats = Member.objects.filter(enrolment__in=[enrolment.pk for enrolment in agreed])
        seats = seats.exclude(relationship__state=RelationshipState.CLOSED)
        taken = Counter(seats.values_list("enrolment_id", flat=True))
    else:
        taken = taken_places(offer.cohort) if offer.is_request else open_places(offer.cohort)
    return all(taken[enrolment.pk] < enrolment.maximum for enrolment in agreed)


def _breaks_a_rule(offer: Offer, mentor: Enrolment, mentee: Enrolment) -> bool:
    policy = offer.round.policy if offer.round else offer.cohort.policy
    broken = broken_now(offer.cohort, mentor, mentee, policy)
    if not broken:
        return False
    allowed = Decision.objects.filter(
        round=offer.round_id, kind=DecisionKind.PIN, mentor=mentor, mentee=mentee
    ).first()
    return bool({rule.name for rule in broken} - set(allowed.rules if allowed else ()))


def _is_a_circle(offer: Offer, agreed: Sequence[Enrolment]) -> bool:
    """Judge the circle that remains by the engine’s own rules for circles."""
    assert offer.round is not None  # circles come from rounds
    question = question_of_some(offer.cohort, list(agreed), offer.round.policy)
    problem, size = question.problem, len(agreed)
    people = {enrolment.person_id for enrolment in agreed}
    if len(question.enrolments) < size or len(people) < size:
        return False
    found = engine.form_circles(
        list(problem.people.values()),
        [replace(seat, minimum=0, maximum=1) for seat in (*problem.mentees, *problem.mentors)],
        engine.CirclePolicy(3, 8, size, question.policy.rules.line_depth),
    ).circles
    return len(found) == 1 and still_a_circle(sorted(found[0].faults), offer.faults)
