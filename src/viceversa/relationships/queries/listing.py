"""The list of relationships: narrowed, searched, a page at a time, in a few queries."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from viceversa.people.rules.folding import plain
from viceversa.programmes.models import Cohort
from viceversa.relationships.models import Member, Relationship

PER_PAGE = 50
TONES = {  # how a state looks: under way, waiting for someone, over
    "opened": "attention",
    "agreed": "plain",
    "active": "good",
    "paused": "attention",
    "closing": "plain",
    "closed": "plain",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; an empty value does not narrow."""

    cohort: Cohort | None = None
    state: str = ""
    origin: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: the people by side, cohort, state and date."""

    public_id: str
    format_label: str
    state: str
    state_label: str
    origin_label: str
    cohort: str
    opened_at: datetime
    overridden: bool
    tone: str
    mentors: list[Member]
    mentees: list[Member]


def listing(narrowed: Filter, number: int) -> Page[Row]:
    """Return page `number` (clamped to what exists), newest relationships first; three queries."""
    rows = _filtered(narrowed)
    found = Paginator(rows, PER_PAGE).get_page(number)
    seats = Member.objects.select_related("person", "person__unit")
    start = (found.number - 1) * PER_PAGE
    loaded = rows.select_related("cohort").prefetch_related(Prefetch("members", seats))
    page: Page[Row] = Page(
        [row(relationship) for relationship in loaded[start : start + PER_PAGE]],
        found.number,
        cast("Paginator[Row]", found.paginator),
    )
    return page


def cohort_choices() -> list[tuple[str, str]]:
    """Return (public id, name) of the cohorts that have relationships, the newest start first."""
    cohorts = Cohort.objects.filter(pk__in=Relationship.objects.values("cohort"))
    return [
        (cohort.public_id, f"{cohort.programme.name}, {cohort.name}")
        for cohort in cohorts.select_related("programme").order_by("-starts_on", "-pk")
    ]


def row(relationship: Relationship) -> Row:
    """Shape one relationship whose members are already loaded."""
    members = list(relationship.members.all())
    return Row(
        public_id=relationship.public_id,
        format_label=relationship.get_format_display(),
        state=relationship.state,
        state_label=relationship.get_state_display(),
        origin_label=relationship.get_origin_display(),
        cohort=relationship.cohort.name,
        opened_at=relationship.opened_at,
        overridden=bool(relationship.overridden_rules),
        tone=TONES[relationship.state],
        mentors=[m for m in members if m.role == "mentor"],
        mentees=[m for m in members if m.role == "mentee"],
    )


def _filtered(narrowed: Filter) -> QuerySet[Relationship]:
    """Apply the filter; every word of the search must be found in one member's text."""
    found = Relationship.objects.order_by("-opened_at", "-pk")
    if narrowed.cohort:
        found = found.filter(cohort=narrowed.cohort)
    if narrowed.state:
        found = found.filter(state=narrowed.state)
    if narrowed.origin:
        found = found.filter(origin=narrowed.origin)
    words = plain(narrowed.search).split()
    if words:
        seats = Member.objects.all()
        for word in words:
            seats = seats.filter(person__search_text__contains=word)
        found = found.filter(pk__in=seats.values("relationship"))
    return found
