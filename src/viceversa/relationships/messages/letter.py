"""The words of a letter to one member: recognition for a mentor, thanks for a mentee."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from viceversa.relationships.rules.closing.letters import hours_and_minutes


@dataclass(frozen=True, slots=True)
class Kept:
    """What a letter is made of; `topics` is None where its owner left them out."""

    name: str
    role: str
    programme: str
    organisation: str
    begun_on: date
    ended_on: date
    issued_on: date
    lengths: tuple[int, ...]  # minutes of each meeting held
    topics: tuple[str, ...] | None
    sponsor: str
    sponsor_title: str
    number: str


def letter(kept: Kept, language: str) -> dict[str, Any]:
    """Return everything a letter says, as the template of the paper takes it."""
    with override(language):
        mentor = kept.role == "mentor"
        return {
            "language": language,
            "title": _("Letter of recognition") if mentor else _("Letter of thanks"),
            "author": kept.organisation or "Viceversa",
            "organisation": kept.organisation,
            "kicker": kept.programme,
            "name": kept.name,
            "role": kept.role,
            "paragraphs": _of_mentor(kept) if mentor else _of_mentee(kept),
            "rows": _rows(kept),
            "place_and_date": date_format(kept.issued_on, "DATE_FORMAT"),
            "signed": kept.sponsor or kept.organisation or kept.programme,
            "signed_as": _signed_as(kept),
            "foot": _("%(number)s · Whoever coordinates can confirm that this letter was issued.")
            % {"number": kept.number},
        }


def time_together(lengths: tuple[int, ...]) -> str:
    """Return the time of meetings in words: “4 hours and 30 minutes”."""
    hours, minutes = hours_and_minutes(lengths)
    whole = ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    part = ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    if not minutes:
        return whole
    return _("%(hours)s and %(minutes)s") % {"hours": whole, "minutes": part} if hours else part


def _of_mentor(kept: Kept) -> list[str]:
    facts = {"name": kept.name, "programme": kept.programme}
    return [
        _(
            "%(name)s took part in “%(programme)s” as a mentor, and shared what is new with "
            "somebody who leads."
        )
        % facts,
        _(
            "Here learning runs the other way round: whoever has been here longer asks, whoever "
            "came later shows. That takes preparation, tact, and the courage to say what one sees."
        ),
        _("We say thank you for the time, the care and the trust."),
    ]


def _of_mentee(kept: Kept) -> list[str]:
    facts = {"name": kept.name, "programme": kept.programme}
    return [
        _(
            "%(name)s took part in “%(programme)s” as a mentee: asked, tried things out, and gave "
            "experience in return."
        )
        % facts,
        _(
            "Whoever leads and goes on learning in front of others changes more than their own way "
            "of working: it becomes easier for everybody to ask."
        ),
        _("We say thank you for the time, the openness and what was given back."),
    ]


def _rows(kept: Kept) -> list[list[str]]:
    """Return (label, words) of the facts; none about what was said, topics only where ticked."""
    period = _("%(start)s to %(end)s") % {
        "start": date_format(kept.begun_on, "DATE_FORMAT"),
        "end": date_format(kept.ended_on, "DATE_FORMAT"),
    }
    rows = [
        [_("Programme"), kept.programme],
        [_("Period"), period],
        [_("Meetings"), str(len(kept.lengths))],
        [_("Time together"), time_together(kept.lengths)],
    ]
    if kept.topics:
        rows.append([_("What was shared"), ", ".join(kept.topics)])
    return rows


def _signed_as(kept: Kept) -> str:
    if not kept.sponsor:
        return ""
    sponsor = _("Sponsor of the programme")
    return f"{kept.sponsor_title}, {sponsor.lower()}" if kept.sponsor_title else sponsor
