"""Reading programmes: with their cohorts, with their charter and what it still lacks."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q

from viceversa.programmes.choices import CharterGap, EnrolmentState, Role
from viceversa.programmes.models import Cohort, Enrolment, Programme
from viceversa.programmes.rules import charter as rules

PEOPLE = ("sponsor", "co_lead", "answers_observations", "counsellor")


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme on the list page; each cohort carries `mentors` and `mentees`, the admitted."""

    programme: Programme
    gaps: tuple[str, ...]
    cohorts: list[Cohort]


def programmes() -> list[ProgrammeLine]:
    """Return every programme with its cohorts, the newest start first, in three queries."""
    counted = Cohort.objects.annotate(
        mentors=_admitted(Role.MENTOR), mentees=_admitted(Role.MENTEE)
    ).order_by("-starts_on", "-pk")
    rows = (
        Programme.objects.select_related(*PEOPLE)
        .prefetch_related(Prefetch("cohorts", counted), "objectives")
        .order_by("name")
    )
    return [ProgrammeLine(p, gaps(p), list(p.cohorts.all())) for p in rows]


def by_public_id(public_id: str) -> Programme | None:
    """Return a programme with its people and objectives, or None."""
    return (
        Programme.objects.select_related(*PEOPLE)
        .prefetch_related("objectives")
        .filter(public_id=public_id)
        .first()
    )


def charter_of(programme: Programme) -> rules.Charter:
    """Return the charter as the rules and the charter page see it."""
    return rules.Charter(
        name=programme.name,
        purpose=programme.purpose,
        driver=programme.driver,
        objectives=tuple((o.text, o.measure) for o in programme.objectives.all()),
        sponsor=programme.sponsor_id,
        co_lead=programme.co_lead_id,
        answers_observations=programme.answers_observations_id,
        counsellor=programme.counsellor_id,
    )


def gaps(programme: Programme) -> tuple[str, ...]:
    """Return sentences for all that the charter still lacks."""
    return tuple(str(CharterGap(code).label) for code in rules.missing(charter_of(programme)))


def sponsor_takes_part(cohort: Cohort) -> bool:
    """Tell whether the sponsor is enrolled in the cohort as a mentee, and has not withdrawn."""
    sponsor = cohort.programme.sponsor_id
    if sponsor is None:
        return False
    enrolled = Enrolment.objects.filter(cohort=cohort, role=Role.MENTEE, person_id=sponsor)
    return enrolled.exclude(state=EnrolmentState.WITHDRAWN).exists()


def _admitted(role: str) -> Count:
    return Count(
        "enrolments", filter=Q(enrolments__role=role, enrolments__state=EnrolmentState.ADMITTED)
    )
