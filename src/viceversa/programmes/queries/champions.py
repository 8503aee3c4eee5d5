"""Champions of a cohort: who is shown, who might appear, what one's own words are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import QuerySet

from viceversa.people.models import Person
from viceversa.programmes.choices import CohortState, EnrolmentState, Role
from viceversa.programmes.models import Champion, ChampionPicture, Cohort, Enrolment


@dataclass(frozen=True, slots=True)
class Stage:
    """A cohort in which a person may appear, and what they say there now, if anything."""

    cohort: Cohort
    champion: Champion | None

    @property
    def sentence(self) -> str:
        """The words to start from."""
        return self.champion.sentence if self.champion else ""

    @property
    def shown(self) -> bool:
        """Tell whether they are on the pages."""
        return self.champion is not None and self.champion.taken_down_at is None


def champions(cohorts: Iterable[Cohort]) -> list[Champion]:
    """Return those shown in any of these cohorts, with their people; one query."""
    keys = [cohort.pk for cohort in cohorts]
    return list(_pictured().filter(cohort__in=keys, taken_down_at=None))


def all_champions(cohort: Cohort) -> list[Champion]:
    """Return those of a cohort for whoever coordinates, those taken down included."""
    return list(_pictured().filter(cohort=cohort))


def champion_by_id(public_id: str) -> Champion | None:
    """Return a champion with person and cohort, None where there is none."""
    found = Champion.objects.select_related("person", "cohort")
    return found.filter(public_id=public_id).first()


def picture(name: str, size: Literal["small", "large"]) -> bytes | None:
    """Return a WebP file of somebody who is shown, None of anybody else."""
    rows = ChampionPicture.objects.filter(name=name, champion__taken_down_at=None)
    found = rows.values_list(size, flat=True).first()
    return None if found is None else bytes(found)


def may_appear(cohort: Cohort, person: Person) -> bool:
    """Tell whether somebody can be a champion: a mentee with a place, or the sponsor."""
    if cohort.programme.sponsor_id == person.pk:
        return True
    return Enrolment.objects.filter(
        cohort=cohort, person=person, role=Role.MENTEE, state=EnrolmentState.ADMITTED
    ).exists()


def stages(person: Person) -> list[Stage]:
    """Return the open cohorts in which a person may appear, the newest start first.

    One in which they do appear stays among them to its end and after: they can always leave.
    """
    mine = Enrolment.objects.filter(
        person=person, role=Role.MENTEE, state=EnrolmentState.ADMITTED
    ).values("cohort")
    every = Cohort.objects.select_related("programme")
    open_cohorts = every.filter(state=CohortState.OPEN)
    found = open_cohorts.filter(pk__in=mine) | open_cohorts.filter(programme__sponsor=person)
    own = {row.cohort_id: row for row in _pictured().filter(person=person)}
    found = found | every.filter(pk__in=[key for key, row in own.items() if row.sentence])
    return [Stage(cohort, own.get(cohort.pk)) for cohort in found.order_by("-starts_on", "-pk")]


def _pictured() -> QuerySet[Champion]:
    """Return champions with their people and the names of their pictures, not the pictures."""
    rows = Champion.objects.select_related("person", "picture")
    return rows.defer("picture__small", "picture__large")
