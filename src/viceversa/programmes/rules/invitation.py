"""An invitation's calendar: how long a link holds, when to ask again, from which day."""

from datetime import date, datetime, timedelta

from viceversa.programmes.rules.timeline import add_months

ANSWER_HOLDS = timedelta(days=30)
PLACE_HOLDS_AFTER_END = timedelta(days=30)
REMIND_AFTER = timedelta(days=3)  # nobody is pressed twice in one week's opening
MOST_REMINDERS = 2
LATER_DAYS = (7, 14, 30)
FEWEST_REASONS = 5  # fewer are not shown: they would point at people
LONGEST_WORDS = 4_000


def state(*, answer: str, revoked: bool, expires_at: datetime, now: datetime) -> str:
    """Return where an invitation stands, as a value of `choices.InvitationState`."""
    if revoked:
        return "revoked"
    if answer in {"none", "later"} and expires_at <= now:
        return "expired"
    return answer


def may_remind(*, standing: str, reminders: int, last_sent_at: datetime, now: datetime) -> bool:
    """Tell whether a reminder is in order: unanswered, not too soon, not too often.

    Whoever asked for later is written to on the day they chose, not before.
    """
    if standing == "expired":
        return True
    return standing == "none" and reminders < MOST_REMINDERS and now - last_sent_at >= REMIND_AFTER


def earliest(hired_on: date | None, tenure: int | None) -> date | None:
    """Return the day from which someone has been in the company long enough; None if unknown."""
    if hired_on is None or not tenure:
        return None
    return add_months(hired_on, tenure)


def language_of(languages: list[str]) -> str:
    """Return in which of our two languages to write to someone of these languages."""
    for code in languages:
        if code[:2] in {"it", "en"}:
            return code[:2]
    return "en"
