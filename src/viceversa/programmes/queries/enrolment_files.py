"""What the plan of an enrolment file needs from the database: people, topics, who is enrolled."""

from collections.abc import Mapping
from typing import Any

from viceversa.people.choices import ImportState, PersonStatus
from viceversa.people.models import Import, Person
from viceversa.people.rules.folding import fold
from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.queries.topics import index
from viceversa.programmes.rules import eligibility
from viceversa.programmes.rules.eligibility import Candidate
from viceversa.programmes.rules.enrolment_plan import Known, Lookups, Target

RECENT = 10  # imports offered
FIELDS = (
    "id", "external_id", "email", "first_name", "last_name", "status", "level", "unit__path",
    "site", "hired_on", "languages",
)  # fmt: skip


def lookups(answers: Mapping[str, Any]) -> Lookups:
    """Return the directory and the catalogue as the plan looks words up, with what was answered."""
    people: dict[str, Known] = {}
    for row in Person.objects.values_list(*FIELDS).iterator(chunk_size=5000):
        pk, external_id, email, first, last, status, level, unit, site, hired_on, languages = row
        known = Known(
            pk,
            f"{first} {last}".strip(),
            Candidate(status == PersonStatus.ACTIVE, level, unit or "", site, hired_on),
            tuple(languages),
        )
        if email:
            people[email.lower()] = known
        if external_id:
            people[external_id] = known
    return Lookups(
        people=people,
        topics=index(),
        answers={fold(text): code for text, code in answers.get("topics", {}).items()},
        names=frozenset(fold(text) for text in answers.get("people", ())),
    )


def target(cohort: Cohort) -> Target:
    """Return the cohort as the plan sees it."""
    enrolments = list(Enrolment.objects.filter(cohort=cohort))
    contents = details_of(enrolments)
    return Target(
        eligibility=eligibility.read(cohort.eligibility),
        on=cohort.starts_on,
        enrolled={(e.person_id, e.role): (e.state, contents[e.pk]) for e in enrolments},
    )


def files_of(cohort: Cohort) -> list[EnrolmentFile]:
    """Return the enrolment files of a cohort without their content, the latest first."""
    return list(cohort.enrolment_files.defer("content").order_by("-uploaded_at", "-pk"))


def by_public_id(public_id: str) -> EnrolmentFile | None:
    """Return an enrolment file with its cohort and programme, or None."""
    return (
        EnrolmentFile.objects.defer("content")
        .select_related("cohort__programme")
        .filter(public_id=public_id)
        .first()
    )


def imports_to_use() -> list[Import]:
    """Return the latest people files that were written to the directory, without their content."""
    written = Import.objects.filter(state=ImportState.APPLIED).defer("content")
    return list(written.order_by("-uploaded_at", "-pk")[:RECENT])


def import_to_use(public_id: str) -> Import | None:
    """Return a written people file with its content, or None."""
    return Import.objects.filter(state=ImportState.APPLIED, public_id=public_id).first()
