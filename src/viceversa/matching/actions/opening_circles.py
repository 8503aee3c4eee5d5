"""Publishing a round as circles: each team is asked together, all in one transaction."""

from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.actions.changing import UnableToChange, changing, note_change
from viceversa.matching.actions.offers.offering import Together, offer_together
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Answer, Offer, Round
from viceversa.matching.queries.circles import Circle, Teams, teams
from viceversa.matching.queries.obstacles import gone
from viceversa.programmes.choices import Preset
from viceversa.relationships.choices import Format


class UnableToOpenCircles(UnableToChange):
    """The circles cannot be opened as they were looked at."""


def open_circles(
    *, round: Round, version: int, wanted: int, digest: str, actor: Actor, now: datetime
) -> list[Offer]:
    """Ask the people of the circles of `wanted` size that a coordinator looked at (`digest`).

    Only for a cohort that meets in circles. Everybody is asked at once. The round is then
    published; its pairs stay drafts.
    """
    teams(round, wanted)  # forming takes seconds: once before the lock, and remembered under it
    solved = [RoundState.SOLVED]
    with changing(round, version=version, states=solved, on_this_answer=True) as current:
        found = teams(current, wanted)
        _check(current, found, digest)
        assert found is not None  # _check refuses
        groups = [_together(circle) for circle in found.circles]
        offers = offer_together(round=current, groups=groups, actor=actor, now=now)
        current.state = RoundState.PUBLISHED
        current.published_at = now
        note_change(
            current,
            actor=actor,
            now=now,
            verb=Verb.ROUND_PUBLISHED,
            circles=len(offers),
            people=found.people,
        )
    return offers


def _check(round: Round, found: Teams | None, digest: str) -> None:
    """Refuse circles that are not those looked at, or whose people are no longer there."""
    if round.cohort.preset != Preset.CIRCLE:
        raise UnableToOpenCircles(
            _("“%(cohort)s” meets in pairs. Choose circles in the cohort’s settings first.")
            % {"cohort": round.cohort.name}
        )
    if found is None or not found.circles:
        raise UnableToOpenCircles(_("There is no circle to open."))
    if found.digest != digest or round.job or _stale(round):
        raise UnableToOpenCircles(
            _("The circles changed since you looked. Nothing was opened; look again.")
        )
    missing = gone(member.enrolment for circle in found.circles for member in circle.members)
    if missing:
        raise UnableToOpenCircles(
            _("Somebody is no longer taking part. Solve again, then look at the circles."), missing
        )


def _stale(round: Round) -> bool:
    """Whether the weights changed after the answer whose people these are."""
    policy = Answer.objects.filter(round=round).values_list("policy", flat=True).first()
    return bool(policy != round.policy)


def _together(circle: Circle) -> Together:
    """Everybody in one turn, the most senior written to first."""
    members = sorted(circle.members, key=lambda member: -(member.enrolment.person.level or 0))
    return Together(
        format=Format.CIRCLE,
        seats=[(member.enrolment, 1) for member in members],
        faults=circle.faults,
    )
