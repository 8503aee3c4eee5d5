"""What somebody answers for: programmes, and their cohorts in figures, never a single person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Q

from viceversa.people.models import Person
from viceversa.programmes.models import Cohort, Enrolment, Programme
from viceversa.relationships.models import Relationship


@dataclass(frozen=True, slots=True)
class Running:
    """A cohort in figures, for who answers for its programme; never about a single person."""

    cohort: Cohort
    mentors: int
    mentees: int
    relationships: int


@dataclass(frozen=True, slots=True)
class Charge:
    """A programme somebody answers for: as sponsor, co-lead, counsellor, of observations."""

    programme: Programme
    as_sponsor: bool
    as_co_lead: bool
    as_counsellor: bool
    as_answerer: bool
    cohorts: Sequence[Running]

    @property
    def with_figures(self) -> bool:
        """Tell whether they answer for the purpose; the counsellor needs no figures."""
        return self.as_sponsor or self.as_co_lead or self.as_answerer


def charges(person: Person) -> list[Charge]:
    """Return what a person answers for, by name; one query for most people, else four."""
    mine = Programme.objects.filter(
        Q(sponsor=person)
        | Q(co_lead=person)
        | Q(counsellor=person)
        | Q(answers_observations=person)
    )
    found = [_charge(each, person) for each in mine.order_by("name")]
    running = _running([each.programme.pk for each in found if each.with_figures])
    return [
        replace(each, cohorts=running.get(each.programme.pk, ())) if each.with_figures else each
        for each in found
    ]


def _charge(programme: Programme, person: Person) -> Charge:
    return Charge(
        programme=programme,
        as_sponsor=programme.sponsor_id == person.pk,
        as_co_lead=programme.co_lead_id == person.pk,
        as_counsellor=programme.counsellor_id == person.pk,
        as_answerer=programme.answers_observations_id == person.pk,
        cohorts=(),
    )


def _running(programmes: Sequence[int]) -> dict[int, list[Running]]:
    """Return the cohorts of programmes in figures, the newest start first; three queries."""
    cohorts = list(Cohort.objects.filter(programme__in=programmes).order_by("-starts_on", "-pk"))
    admitted = Enrolment.objects.admitted().filter(cohort__in=cohorts)
    counted = admitted.values_list("cohort", "role").annotate(number=Count("pk")).order_by()
    people = {(cohort, role): number for cohort, role, number in counted}
    relationships = Relationship.objects.filter(cohort__in=cohorts).values_list("cohort")
    opened = dict(relationships.annotate(number=Count("pk")).order_by())
    found: dict[int, list[Running]] = {}
    for cohort in cohorts:
        mentors, mentees = (people.get((cohort.pk, role), 0) for role in ("mentor", "mentee"))
        running = Running(cohort, mentors, mentees, opened.get(cohort.pk, 0))
        found.setdefault(cohort.programme_id, []).append(running)
    return found
