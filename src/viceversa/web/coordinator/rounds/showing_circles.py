"""What the circles of a round come to, said on its page before anybody opens their own page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.matching.choices import RoundState
from viceversa.matching.models import Round
from viceversa.matching.queries import circles as queries
from viceversa.programmes.choices import Preset
from viceversa.web.coordinator.rounds.showing import whole


@dataclass(frozen=True, slots=True)
class Prospect:
    """A title, a sentence, and whether circles can be published from here."""

    title: str
    text: str
    formed: bool


def prospect(round: Round) -> Prospect | None:
    """Return what circles of the usual size are in sight; None where the cohort meets otherwise."""
    if round.cohort.preset != Preset.CIRCLE or round.state != RoundState.SOLVED:
        return None
    people = queries.size_of(round)
    if people > queries.MOST_PEOPLE:
        return Prospect(_("Too many people for circles"), too_many(), formed=False)
    found = queries.teams(round)
    if found is None or not found.circles:
        return Prospect(_("No circle can be formed"), none_formed(), formed=False)
    title = ngettext(
        "%(circles)s circle in sight", "%(circles)s circles in sight", len(found.circles)
    ) % {"circles": whole(len(found.circles))}
    return Prospect(title, " ".join(_told(found)), formed=True)


def too_many() -> str:
    """Return why there are no circles of so many people, and what to do."""
    return _(
        "Beyond %(most)s people the circles take too long to wait for. Split the cohort by site or "
        "unit."
    ) % {"most": queries.MOST_PEOPLE}


def none_formed() -> str:
    """Return why there are no circles of so few people, and what to do."""
    return _(
        "A circle needs at least three people who take part and have a free place. Enrol more "
        "people, or give them more places, then solve again."
    )


def _told(found: queries.Teams) -> list[str]:
    told = [_("This cohort meets in circles; the pairs below stay drafts.")]
    compromised = sum(bool(set(circle.faults) - {"topics"}) for circle in found.circles)
    if compromised:
        told.append(
            ngettext(
                "%(count)s circle could not keep a rule: look at it first.",
                "%(count)s circles could not keep a rule: look at them first.",
                compromised,
            )
            % {"count": whole(compromised)}
        )
    if found.without:
        told.append(
            ngettext(
                "%(count)s person is in no circle.",
                "%(count)s people are in no circle.",
                len(found.without),
            )
            % {"count": whole(len(found.without))}
        )
    return told
