"""The workbench list: proposals of a round searched, narrowed, ordered, a hundred at a time."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from viceversa.matching.models import Proposal, Round
from viceversa.people.rules.folding import plain
from viceversa.programmes.models import Enrolment

PER_PAGE = 100
ORDERS = {
    "fit": ("-score", "pk"),
    "least": ("score", "pk"),
    "name": ("mentee__person__sort_name", "mentee__person__first_name", "pk"),
    "site": ("mentor__person__site", "mentee__person__site", "-score", "pk"),
    "changed": ("-changed", "-score", "pk"),
}
SHOWS = ("all", "check", "pinned")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: `show` of `SHOWS`, `order` of `ORDERS`; unknown words mean the first."""

    show: str = "all"
    order: str = "fit"
    search: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Counts:
    """How many proposals the round has, how many deserve a look, are pinned, are new."""

    all: int
    check: int
    pinned: int
    changed: int


def counts(round: Round) -> Counts:
    """Count the proposals of a round in one query."""
    return Counts(
        **Proposal.objects.filter(round=round).aggregate(
            all=Count("pk"),
            check=Count("pk", filter=Q(to_check=True)),
            pinned=Count("pk", filter=Q(pinned=True)),
            changed=Count("pk", filter=Q(changed=True)),
        )
    )


def rows(round: Round, wanted: Wanted) -> Page[Proposal]:
    """Return a page of proposals with both people loaded; two queries."""
    found = Proposal.objects.filter(round=round).select_related("mentor__person", "mentee__person")
    if wanted.show == "check":
        found = found.filter(to_check=True)
    elif wanted.show == "pinned":
        found = found.filter(pinned=True)
    for word in plain(wanted.search).split():
        found = found.filter(_named(word))
    ordered: QuerySet[Proposal] = found.order_by(*ORDERS.get(wanted.order, ORDERS["fit"]))
    page = Paginator(ordered, PER_PAGE).get_page(wanted.page)
    return Page(list(page.object_list), page.number, page.paginator)


def proposal(round: Round, mentor: Enrolment, mentee: Enrolment) -> Proposal | None:
    """Return the proposal of a pair with both people loaded, or None."""
    found = Proposal.objects.select_related("mentor__person", "mentee__person")
    return found.filter(round=round, mentor=mentor, mentee=mentee).first()


def _named(word: str) -> Q:
    """A proposal one of whose people has the word in name, e-mail, title or unit."""
    mentor = Q(mentor__person__search_text__contains=word)
    return mentor | Q(mentee__person__search_text__contains=word)
