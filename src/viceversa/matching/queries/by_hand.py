"""Two people a coordinator would bring together: what the rules say, and what each would give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from viceversa import engine
from viceversa.matching.queries.checking import Broken, broken_by, question_of_two
from viceversa.matching.queries.exchange import exchange_codes
from viceversa.matching.queries.offers.places import taken_places
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.sentences.checks import RuleLine
from viceversa.programmes.choices import EnrolmentState, Role
from viceversa.programmes.models import Enrolment


@dataclass(frozen=True, slots=True)
class HandPair:
    """`obstacle` is a sentence where the two can have no relationship at all, else empty.

    `exchange` holds topic codes, `gives` and `gets` their names.
    """

    obstacle: str
    broken: Sequence[Broken] = ()
    rules: Sequence[RuleLine] = ()
    exchange: Mapping[str, Sequence[str]] = field(default_factory=dict)
    gives: Sequence[str] = ()
    gets: Sequence[str] = ()

    @property
    def possible(self) -> bool:
        """Whether the two can be brought together, with an exception if need be."""
        return not self.obstacle and all(rule.can_be_overridden for rule in self.broken)


def hand_pair(mentor: Enrolment, mentee: Enrolment) -> HandPair:
    """Judge a pair by the cohort's policy and the directory as it is now."""
    if obstacle := _obstacle(mentor, mentee):
        return HandPair(obstacle)
    question = question_of_two(mentor.cohort, mentor, mentee, mentor.cohort.policy)
    pair = question.pair(mentor.pk, mentee.pk)
    teller = teller_of(question)
    exchange = teller.exchange(*pair)
    return HandPair(
        obstacle="",
        broken=broken_by(question, mentor.pk, mentee.pk),
        rules=teller.rules(*pair, engine.rules_for(question.problem, *pair)),
        exchange=exchange_codes(question, *pair).as_json(),
        gives=exchange.gives,
        gets=exchange.gets,
    )


def _obstacle(mentor: Enrolment, mentee: Enrolment) -> str:
    """Return why the two can have no relationship at all, or nothing."""
    if mentor.cohort_id != mentee.cohort_id:
        return _("The two are in different cohorts.")
    if (mentor.role, mentee.role) != (Role.MENTOR, Role.MENTEE):
        return _("A relationship needs someone enrolled as mentor and someone enrolled as mentee.")
    if mentor.person_id == mentee.person_id:
        return _("Nobody is paired with themselves.")
    taken = taken_places(mentor.cohort)
    for enrolment in (mentor, mentee):
        if enrolment.state != EnrolmentState.ADMITTED:
            return _("%(name)s is no longer taking part.") % {"name": enrolment.person.name}
        if taken[enrolment.pk] >= enrolment.maximum:
            return _(
                "%(name)s takes %(most)s at most, and relationships or open questions fill that "
                "already. Raise the number in the enrolment first."
            ) % {"name": enrolment.person.name, "most": enrolment.maximum}
    return ""
