"""Signals in words: what is the matter, which response fits, what its button says. Never who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from viceversa.relationships.models import Nudge
from viceversa.relationships.queries.meetings.naming import joined
from viceversa.relationships.queries.momentum import Pushed


@dataclass(frozen=True, slots=True)
class Line:
    """One relationship on the list, ready to draw; `send` is empty where nothing can be sent."""

    nudge: Nudge
    relationship: str
    title: str
    mentor: str
    mentee: str
    open: bool
    what: str
    suggestion: str
    send: str
    times: list[datetime]
    is_line: bool
    sent_at: datetime | None
    until: datetime | None
    leads: bool = False


def lines(rows: Sequence[Pushed], told: Mapping[int, Sequence[str]]) -> list[Line]:
    """Shape the list; `told` maps a relationship to what is said of its reporting lines.

    The first with something to send leads: its button is the filled one.
    """
    found = [_line(row, told.get(row.relationship.pk, ())) for row in rows]
    first = next((place for place, line in enumerate(found) if line.send), None)
    return [replace(line, leads=place == first) for place, line in enumerate(found)]


def _line(row: Pushed, told: Sequence[str]) -> Line:
    signal = row.first.signal
    names = {
        "mentors": joined(one.person.first_name for one in row.mentors),
        "mentees": joined(one.person.first_name for one in row.mentees),
    }
    everybody = [one.person.name for one in (*row.mentors, *row.mentees)]
    suggest, send = RESPONSES[signal]
    return Line(
        nudge=row.first,
        relationship=row.relationship.public_id,
        title=joined(everybody),
        mentor=row.mentors[0].person.name if row.mentors else "",
        mentee=row.mentees[0].person.name if row.mentees else "",
        open=row.relationship.state == "opened",
        what=" ".join([*(_what(nudge, told) for nudge in row.nudges), *_next(row)]),
        suggestion=str(suggest) % names,
        send=str(send) % names,
        times=row.times,
        is_line=signal == "line",
        sent_at=row.first.sent_at,
        until=row.first.snoozed_until,
    )


def _what(nudge: Nudge, told: Sequence[str]) -> str:
    """Return what is the matter, in dates and states."""
    days, moves = nudge.facts.get("days", 0), nudge.facts.get("moves", 0)
    if nudge.signal == "line":
        said = " ".join(told) or _("The directory puts them into one reporting line.")
        since = date_format(localtime(nudge.since), "SHORT_DATE_FORMAT")
        return _("%(said)s Found on %(since)s.") % {"said": said, "since": since}
    return {
        "moves": ngettext(
            "The date has moved once.", "The date has moved %(count)s times in a row.", moves
        )
        % {"count": moves},
        "first-meeting": ngettext(
            "Opened %(count)s day ago, first meeting not held yet.",
            "Opened %(count)s days ago, first meeting not held yet.",
            days,
        )
        % {"count": days},
        "quiet": ngettext(
            "No meeting kept for %(count)s day.", "No meeting kept for %(count)s days.", days
        )
        % {"count": days},
        "first-contact": ngettext(
            "Opened %(count)s day ago, and no sign of a first contact.",
            "Opened %(count)s days ago, and no sign of a first contact.",
            days,
        )
        % {"count": days},
        "agreement": ngettext(
            "Opened %(count)s day ago, the agreement is not signed by all.",
            "Opened %(count)s days ago, the agreement is not signed by all.",
            days,
        )
        % {"count": days},
        "agenda": _("They meet soon; the agenda has not been sent."),
    }[nudge.signal]


def _next(row: Pushed) -> list[str]:
    if row.next_at is None:
        return []
    at = date_format(localtime(row.next_at), "SHORT_DATETIME_FORMAT")
    return [_("The next date is %(at)s.") % {"at": at}]


FIFTEEN = gettext_lazy(
    "Offer fifteen minutes instead of a long meeting. %(mentees)s gets the offer first, in private."
)
OFFER = gettext_lazy("Send the offer")
# What fits each signal, and the button that sends it; empty where nothing can be sent.
RESPONSES: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "moves": (FIFTEEN, OFFER),
    "quiet": (FIFTEEN, OFFER),
    "first-meeting": (
        gettext_lazy(
            "Host the first ten minutes yourself, together with %(mentors)s and %(mentees)s. The "
            "script and ten opening questions are ready."
        ),
        gettext_lazy("Propose it to them"),
    ),
    "first-contact": (
        gettext_lazy("Send %(mentees)s two lines to copy: the first word is half the way."),
        gettext_lazy("Send it to %(mentees)s"),
    ),
    "agreement": (
        gettext_lazy(
            "Send everybody the short way: read the proposed text, sign it as it is, change it "
            "later."
        ),
        gettext_lazy("Send it to all of them"),
    ),
    "agenda": (
        gettext_lazy(
            "Send %(mentors)s three ready plans to choose from, thirty minutes each. You will not "
            "see which one is chosen."
        ),
        gettext_lazy("Send it to %(mentors)s"),
    ),
    "line": (
        gettext_lazy(
            "Speak with each of them alone. They may go on with a reason on record, or end without "
            "fault and be proposed again. Nothing ends by itself."
        ),
        "",
    ),
}
