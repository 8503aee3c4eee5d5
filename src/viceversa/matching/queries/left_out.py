"""Who the round leaves out: what is in the way of each, and what would help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator

from viceversa.matching.models import LeftOut, Round
from viceversa.matching.queries.solved import solved
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.records import Role
from viceversa.people.rules.folding import plain
from viceversa.programmes.models import Enrolment

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone left out, told in sentences; `reason` is the engine's code."""

    enrolment: Enrolment
    role: str
    reason: str
    in_the_way: str
    would_help: Sequence[str]


def left_out(round: Round, role: str, search: str = "", number: int = 1) -> Page[Waiting]:
    """Return a page of the people of a role whom the round leaves out, by name."""
    rows = (
        LeftOut.objects.filter(round=round, enrolment__role=role)
        .select_related("enrolment__person")
        .order_by("enrolment__person__sort_name", "enrolment__person__first_name", "pk")
    )
    for word in plain(search).split():
        rows = rows.filter(enrolment__person__search_text__contains=word)
    page = Paginator(rows, PER_PAGE).get_page(number)
    people = told(round, list(page.object_list))
    return Page(people, page.number, cast("Paginator[Waiting]", page.paginator))


def told(round: Round, rows: Sequence[LeftOut]) -> list[Waiting]:
    """Put the facts kept about some people into sentences."""
    known = solved(round) if rows else None
    if known is None:
        return []
    teller, person_of = teller_of(known.question), known.question.person_of
    waiting = []
    for row in rows:
        role: Role = "mentor" if row.enrolment.role == "mentor" else "mentee"
        said = teller.left_out(person_of[row.enrolment_id], role, row.reason, row.facts)
        waiting.append(Waiting(row.enrolment, role, row.reason, said.in_the_way, said.would_help))
    return waiting
