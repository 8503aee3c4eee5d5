"""Rounds in lists, and one round by its address."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery

from viceversa.matching.choices import RoundState
from viceversa.matching.models import Answer, LeftOut, Proposal, Round
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Cohort

PER_PAGE = 30
OPEN = (RoundState.PREPARED, RoundState.SOLVED)


@dataclass(frozen=True, slots=True)
class Startable:
    """An open cohort that has no round under way."""

    cohort: Cohort
    admitted: int


def by_public_id(public_id: str) -> Round | None:
    """Return a round with its cohort and programme, or None."""
    rounds = Round.objects.select_related("cohort", "cohort__programme")
    return rounds.filter(public_id=public_id).first()


def listing(cohort: Cohort | None, number: int) -> Page[Round]:
    """Return a page of rounds, newest first, with `pairs`, `waiting` and `answer` figures."""
    rounds = Round.objects.select_related("cohort", "cohort__programme").order_by(
        "-prepared_at", "-pk"
    )
    if cohort is not None:
        rounds = rounds.filter(cohort=cohort)
    page = Paginator(rounds, PER_PAGE).get_page(number)
    start = (page.number - 1) * PER_PAGE
    return Page(_with_numbers(rounds[start : start + PER_PAGE]), page.number, page.paginator)


def _with_numbers(rounds: QuerySet[Round]) -> list[Round]:
    """Annotate counts by subquery: one query for the page, whatever its size."""
    figures = Answer.objects.filter(round=OuterRef("pk")).order_by("-number").values("figures")
    return list(
        rounds.annotate(
            pairs=_count(Proposal),
            waiting=_count(LeftOut),
            figures=Subquery(figures[:1]),
        )
    )


def _count(model: type[Proposal] | type[LeftOut]) -> Subquery:
    rows = model._default_manager.filter(round=OuterRef("pk")).order_by().values("round")
    return Subquery(rows.annotate(number=Count("pk")).values("number"))


def startable(cohort: Cohort | None = None) -> list[Startable]:
    """Return the open cohorts without a round under way, with how many people are admitted."""
    cohorts = (
        Cohort.objects.filter(state=CohortState.OPEN)
        .exclude(pk__in=Round.objects.filter(state__in=OPEN).values("cohort"))
        .select_related("programme")
        .order_by("starts_on", "pk")
    )
    if cohort is not None:
        cohorts = cohorts.filter(pk=cohort.pk)
    admitted = cohorts.filter(enrolments__state="admitted").annotate(number=Count("enrolments"))
    numbers = dict(admitted.values_list("pk", "number"))
    return [Startable(each, numbers.get(each.pk, 0)) for each in cohorts]
