"""How pages speak of time and order: the third of six, on Wednesday, good evening."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

NOON, EVENING = 13, 18  # hours at which the greeting changes
WEEK = 7


def greeting(moment: datetime, name: str) -> str:
    """Return the greeting for an hour of the reader's day."""
    if moment.hour < NOON:
        return _("Good morning, %(name)s") % {"name": name}
    if moment.hour < EVENING:
        return _("Good afternoon, %(name)s") % {"name": name}
    return _("Good evening, %(name)s") % {"name": name}


def ordinal(number: int) -> str:
    """Return which meeting one is, in a word up to the tenth."""
    words = (
        pgettext("meeting", "first"),
        pgettext("meeting", "second"),
        pgettext("meeting", "third"),
        pgettext("meeting", "fourth"),
        pgettext("meeting", "fifth"),
        pgettext("meeting", "sixth"),
        pgettext("meeting", "seventh"),
        pgettext("meeting", "eighth"),
        pgettext("meeting", "ninth"),
        pgettext("meeting", "tenth"),
    )
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def cardinal(number: int) -> str:
    """Return how many meetings, in a word up to ten."""
    words = (
        pgettext("meetings", "one"),
        pgettext("meetings", "two"),
        pgettext("meetings", "three"),
        pgettext("meetings", "four"),
        pgettext("meetings", "five"),
        pgettext("meetings", "six"),
        pgettext("meetings", "seven"),
        pgettext("meetings", "eight"),
        pgettext("meetings", "nine"),
        pgettext("meetings", "ten"),
    )
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def which(number: int, total: int) -> str:
    """Return “third of six”, or “seventh” beyond what was planned."""
    if number > total:
        return ordinal(number)
    return _("%(which)s of %(total)s") % {"which": ordinal(number), "total": cardinal(total)}


def meeting_title(number: int) -> str:
    """Return “Third meeting”, or “Meeting 12” beyond the words there are."""
    word = ordinal(number)
    if word == str(number):
        return _("Meeting %(number)s") % {"number": number}
    return _("%(which)s meeting") % {"which": word.capitalize()}


def when(day: date, today: date) -> str:
    """Return today, tomorrow, the weekday within six days, else the date."""
    distance = (day - today).days
    if distance == 0:
        return _("today")
    if distance == 1:
        return _("tomorrow")
    if 1 < distance < WEEK:
        return _("on %(weekday)s") % {"weekday": date_format(day, "l")}
    return _("on %(day)s") % {"day": date_format(day, "j F")}
