"""Whose turn it is to answer, what the answers lead to, and when to write, remind or give up.

In a pair the mentee is asked first, then the mentor; in a duo the mentee, then both mentors; in a
circle everybody at once. Silence is not consent: who does not answer in time counts as a no, but
is told apart from one, because nobody said it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

type Said = Literal["", "yes", "no", "later", "silent"]
type Outcome = Literal["wait", "next", "open", "declined", "lapsed"]
type Step = Literal["none", "write", "remind", "again", "lapse"]

MOST_REMINDERS = 2
LATER_DAYS = (3, 7)
AFTER_LATER = timedelta(days=5)  # so long the question still holds after the day it is asked again
FEWEST_REASONS = 5  # fewer equal answers are not shown: they would point at people
FEWEST_WORDS = 10  # fewer reasons in own words are not shown
LONGEST_WORDS = 500  # characters of a reason, or of a request
FEWEST_IN_CIRCLE = 3
DISREGARDED = frozenset({"topics"})  # a wish that a smaller circle cannot meet does not undo it


@dataclass(frozen=True, slots=True)
class Turn:
    """One person of an offer: `role` mentor or mentee, whether asked already, what was said."""

    role: str
    asked: bool
    said: Said


def outcome(turns: Sequence[Turn], *, circle: bool) -> Outcome:
    """Return what the answers so far lead to.

    `open` means: open it with those who said yes. A circle still has to be a valid one without the
    others, which this cannot tell. Nobody is kept waiting for an answer that no longer matters.
    """
    pending = [each for each in turns if each.said in ("", "later")]
    if circle:
        agreed = sum(each.said == "yes" for each in turns)
        if agreed + len(pending) < FEWEST_IN_CIRCLE:
            return _refused(turns)
    elif _hopeless(turns):
        return _refused(turns)
    if any(each.asked for each in pending):
        return "wait"
    return "next" if pending else "open"


def _hopeless(turns: Sequence[Turn]) -> bool:
    """Tell whether a whole side has refused or kept silent."""
    return any(
        all(each.said in ("no", "silent") for each in turns if each.role == role)
        for role in {each.role for each in turns}
    )


def _refused(turns: Sequence[Turn]) -> Outcome:
    return "declined" if any(each.said == "no" for each in turns) else "lapsed"


def step(
    *,
    said: Said,
    last_sent_at: datetime | None,
    expires_at: datetime,
    ask_again_on: date | None,
    reminders: int,
    remind_days: int,
    now: datetime,
) -> Step:
    """Return what is due for somebody whose turn has come."""
    if said not in ("", "later"):
        return "none"
    if expires_at <= now:
        return "lapse"
    if last_sent_at is None:
        return "write"
    if said == "later":
        return "again" if ask_again_on is not None and ask_again_on <= now.date() else "none"
    waited = now - last_sent_at >= timedelta(days=remind_days)
    return "remind" if waited and reminders < MOST_REMINDERS else "none"


def postponed(expires_at: datetime, now: datetime, days: int) -> datetime:
    """Return until when a question holds that is asked again in some days."""
    return max(expires_at, now + timedelta(days=days) + AFTER_LATER)


def still_a_circle(faults: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether a smaller circle is as good in rules as the one that was published.

    `faults` are the engine’s codes; what the coordinator accepted `before` may stay as it was.
    """
    return set(faults) <= DISREGARDED | set(before)
