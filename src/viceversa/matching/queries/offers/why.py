"""Why two people would suit each other, in plain sentences for themselves: no weight, no level.

What somebody wrote for the coordinator’s eyes (names they prefer, times of the week one by one)
does not appear; nor does anything that would measure a person.
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.question import Question
from viceversa.matching.rules.sentences.pair import PairFacts

HOUR = 60  # minutes


def why(question: Question, mentor: str, mentee: str) -> Sequence[str]:
    """Return the reasons that speak for a pair, by person ids; at most five, topics first."""
    return list(_reasons(teller_of(question).pair(mentor, mentee)))


def _reasons(pair: PairFacts) -> Iterator[str]:
    names = pair.names
    if covered := pair.learned[0]:
        topics = pair.topics([code for code, _level in covered])
        yield _("%(mentor)s is at home in %(topics)s.") % {**names, "topics": topics}
    if returned := pair.returned[0]:
        topics = pair.topics(returned)
        yield _("%(mentee)s can tell of %(topics)s in return.") % {**names, "topics": topics}
    mine, yours = pair.tongues
    if shared := [code for code in yours if code in mine]:
        spoken = pair.tongue.listed([pair.tongue.tongue(code) for code in shared])
        yield _("You both speak %(languages)s.") % {"languages": spoken}
    if hours := pair.shared_time[1] // HOUR:
        yield (
            ngettext(
                "In a usual week you have about %(count)s hour in common.",
                "In a usual week you have about %(count)s hours in common.",
                hours,
            )
            % {"count": hours}
        )
    if apart := _apart(pair):
        yield apart


def _apart(pair: PairFacts) -> str:
    one, other = pair.mentor, pair.mentee
    units = bool(one.unit and other.unit and one.unit != other.unit)
    sites = bool(one.site and other.site and one.site != other.site)
    if units and sites:
        return _("You work in different units and at different sites: fresh eyes on both sides.")
    if units:
        return _("You work in different units: fresh eyes on both sides.")
    if sites:
        return _("You work at different sites: fresh eyes on both sides.")
    return ""
