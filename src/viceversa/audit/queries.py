"""The audit as an administrator may read it: what happened when, and who did it in office.

What people do for themselves is listed without a name and without what it was about: an audit must
not become a record of who takes part how much. So the search for a name leaves those lines out.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from viceversa.audit.choices import AREAS, OF_OFFICE, UNREAD, Verb
from viceversa.audit.models import Line

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; empty does not narrow. A day is one in `zone`.

    `officers` are the private keys of users with a role of office: their sign-ins bear their names.
    """

    officers: frozenset[int]
    zone: tzinfo
    who: str = ""
    area: str = ""
    verb: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it may be read; `who`, `subject` and `facts` are empty where nobody is named."""

    at: datetime
    kind: str
    who: str
    verb: str
    label: str
    subject: str
    facts: dict[str, Any]
    named: bool


def entries(narrowed: Filter, number: int) -> Page[Entry]:
    """Return page `number` (clamped to what exists), the newest first; two queries."""
    page = Paginator(_filtered(narrowed), PER_PAGE).get_page(number)
    return Page([_entry(line, narrowed) for line in page.object_list], page.number, page.paginator)  # type: ignore[arg-type]  # of the same rows


def every_entry(narrowed: Filter) -> "list[Entry]":
    """Return everything the filter leaves, the newest first."""
    return [_entry(line, narrowed) for line in _filtered(narrowed).iterator(chunk_size=2000)]


def readable(area: str = "") -> list[Verb]:
    """Return the verbs that may be read, of one area or of all."""
    nouns = AREAS[area][1] if area else ()
    return [
        verb
        for verb in Verb
        if (noun := verb.split(".")[0]) not in UNREAD and (not nouns or noun in nouns)
    ]


def _filtered(narrowed: Filter) -> QuerySet[Line]:
    found = Line.objects.filter(verb__in=readable(narrowed.area)).order_by("-pk")
    if narrowed.verb:
        found = found.filter(verb=narrowed.verb)
    if narrowed.day:
        start = datetime.combine(narrowed.day, time(), narrowed.zone)
        found = found.filter(at__gte=start, at__lt=start + timedelta(days=1))
    for word in narrowed.who.split():
        found = found.filter(_named(narrowed), actor_name__icontains=word)
    return found


def _named(narrowed: Filter) -> Q:
    return Q(verb__in=OF_OFFICE) | Q(
        verb=Verb.USER_SIGNED_IN, actor_user__in=sorted(narrowed.officers)
    )


def _entry(line: Line, narrowed: Filter) -> Entry:
    named = line.verb in OF_OFFICE or (
        line.verb == Verb.USER_SIGNED_IN and line.actor_user in narrowed.officers
    )
    return Entry(
        at=line.at,
        kind=line.actor_kind,
        who=line.actor_name if named else "",
        verb=line.verb,
        label=str(line.get_verb_display()),
        subject=line.subject if named else "",
        facts=line.facts if named else {},
        named=named,
    )
