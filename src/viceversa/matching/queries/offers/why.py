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


def why(question: Question, mentor: str, mentee: str, *, reader: str) -> Sequence[str]:
    """Return the reasons that speak for a pair (person ids), to its `reader`, mentor or mentee."""
    pair = teller_of(question).pair(mentor, mentee)
    return [*_exchanged(pair, reader), *_shared(pair)]


def _exchanged(pair: PairFacts, reader: str) -> Iterator[str]:
    """What goes each way, what the reader gets first."""
    names = pair.names
    covered = pair.topics([code for code, _level in pair.learned[0]]) if pair.learned[0] else ""
    returned = pair.topics(pair.returned[0]) if pair.returned[0] else ""
    if reader == "mentee":
        if covered:
            yield _("%(mentor)s is at home in %(topics)s.") % {**names, "topics": covered}
        if returned:
            yield _("In return you can tell of %(topics)s.") % {"topics": returned}
        return
    if returned:
        yield _("%(mentee)s can tell you of %(topics)s.") % {**names, "topics": returned}
    if covered:
        yield _("You are at home in %(topics)s, and %(mentee)s is curious about it.") % {
            **names,
            "topics": covered,
        }


def _shared(pair: PairFacts) -> Iterator[str]:
    """Language, time, and that they come from different places."""
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
