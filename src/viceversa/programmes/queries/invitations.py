"""Reading invitations: where each stands, how many, why people decline, what a link opens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from viceversa.accounts.models import User
from viceversa.kernel import links
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.choices import (
    CohortState,
    DeclineReason,
    EnrolmentState,
    InvitationState,
    Obstacle,
    Role,
)
from viceversa.programmes.models import (
    Cohort,
    DeclineTally,
    Enrolment,
    Invitation,
    InvitationPlan,
    Pause,
    PersonalLink,
)
from viceversa.programmes.queries.candidates import candidate_of
from viceversa.programmes.rules import eligibility, invitation
from viceversa.programmes.rules.invitation_words import usual

LANGUAGES = ("en", "it")


@dataclass(frozen=True, slots=True)
class Line:
    """An invitation on the coordinator's list: the state and never more than the state."""

    invitation: Invitation
    name: str
    title: str
    role: str
    state: str
    label: str
    enrolment_state: str
    may_revoke: bool
    may_admit: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """A place somebody could apply for: what hinders (words) and from which day it would not."""

    cohort: Cohort
    role: str
    obstacles: tuple[str, ...]
    only_tenure: bool
    earliest: date | None
    enrolment: Enrolment | None


def plan_of(cohort: Cohort) -> InvitationPlan:
    """Return how a cohort invites; one that is not saved yet where nothing was decided."""
    return InvitationPlan.objects.filter(cohort=cohort).first() or InvitationPlan(cohort=cohort)


def letters(plan: InvitationPlan, role: str) -> dict[str, str]:
    """Return the sponsor's letter to a role by language, the usual one where nothing is written."""
    name = plan.cohort.programme.name
    return {
        language: getattr(plan, f"{role}_{language}") or usual(role, language, name)
        for language in LANGUAGES
    }


def applied(cohort: Cohort) -> list[Enrolment]:
    """Return those who applied, with or without an invitation, by name."""
    rows = Enrolment.objects.filter(cohort=cohort, state=EnrolmentState.APPLIED)
    return list(rows.select_related("person").order_by("person__sort_name", "role"))


def invitations(cohort: Cohort, role: str = "") -> QuerySet[Invitation]:
    """Return the invitations of a cohort by name."""
    rows = Invitation.objects.filter(enrolment__cohort=cohort)
    if role:
        rows = rows.filter(enrolment__role=role)
    return rows.select_related("enrolment__person").order_by(
        "enrolment__person__sort_name", "enrolment__role", "pk"
    )


def lines(rows: Iterable[Invitation], now: datetime) -> list[Line]:
    """Return the list's lines without a further query."""
    return [_line(row, now) for row in rows]


def counts(cohort: Cohort, now: datetime) -> dict[tuple[str, str], int]:
    """Return how many invitations of a role stand where, in one query."""
    found: dict[tuple[str, str], int] = {}
    rows = Invitation.objects.filter(enrolment__cohort=cohort).select_related("enrolment")
    for row in rows.only("answer", "revoked_at", "expires_at", "enrolment__role"):
        key = (row.enrolment.role, _standing(row, now))
        found[key] = found.get(key, 0) + 1
    return found


def remindable(cohort: Cohort, now: datetime) -> int:
    """Return to how many a reminder is in order now."""
    rows = Invitation.objects.filter(enrolment__cohort=cohort)
    return sum(
        invitation.may_remind(
            standing=_standing(row, now),
            reminders=row.reminders,
            last_sent_at=row.last_sent_at,
            now=now,
        )
        for row in rows
    )


def reasons(cohort: Cohort) -> list[tuple[str, int]]:
    """Return reasons given by five or more, the commonest first; no total that would tell more."""
    counted: dict[str, int] = {}
    for reason, count in DeclineTally.objects.filter(cohort=cohort).values_list("reason", "count"):
        counted[reason] = counted.get(reason, 0) + count
    shown = [
        (str(DeclineReason(reason).label), count)
        for reason, count in counted.items()
        if count >= invitation.FEWEST_REASONS
    ]
    return sorted(shown, key=lambda pair: (-pair[1], pair[0]))


def link_of(token: str, now: datetime) -> PersonalLink | None:
    """Return the link of a token if it still opens something."""
    return links.of_token(_alive(now), token)


def link_alive(link_id: int, now: datetime) -> PersonalLink | None:
    """Return a link that was opened in a session if it still opens something."""
    return _alive(now).filter(pk=link_id).first()


def invitation_of(enrolment: Enrolment) -> Invitation | None:
    """Return the invitation behind an enrolment, with what its pages say."""
    rows = Invitation.objects.select_related(
        "enrolment__person", "enrolment__cohort__programme__sponsor"
    )
    return rows.filter(enrolment=enrolment).first()


def own_enrolment(user: User, public_id: str) -> Enrolment | None:
    """Return an enrolment of the person behind a user, None where it is another's."""
    rows = Enrolment.objects.select_related("person", "cohort__programme__sponsor")
    return rows.filter(public_id=public_id, person__user=user).first()


def pause_of(enrolment: Enrolment) -> Pause | None:
    """Return somebody's pause with its day, if any; None where they are not paused."""
    return Pause.objects.filter(enrolment=enrolment).first()


def openings(person: Person, today: date) -> list[Opening]:
    """Return the places in cohorts that take applications, the earliest start first."""
    cohorts = list(
        Cohort.objects.filter(
            state=CohortState.OPEN, ends_on__gt=today, invitation_plan__takes_applications=True
        )
        .select_related("programme")
        .order_by("starts_on", "pk")
    )
    mine = {
        (each.cohort_id, each.role): each
        for each in Enrolment.objects.filter(person=person, cohort__in=cohorts)
    }
    return [
        _opening(cohort, role, person, mine.get((cohort.pk, role)))
        for cohort in cohorts
        for role in Role.values
    ]


def person_of(user: User) -> Person | None:
    """Return the person of the directory behind a user."""
    return Person.objects.select_related("unit").filter(user=user).first()


def _alive(now: datetime) -> QuerySet[PersonalLink]:
    """Keep what holds still, of people still there."""
    rows = links.alive(PersonalLink, now).exclude(enrolment__person__status=PersonStatus.LEFT)
    return rows.select_related("enrolment__person", "enrolment__cohort__programme__sponsor")


def _standing(row: Invitation, now: datetime) -> str:
    return invitation.state(
        answer=row.answer,
        revoked=row.revoked_at is not None,
        expires_at=row.expires_at,
        now=now,
    )


def _line(row: Invitation, now: datetime) -> Line:
    standing, enrolment = _standing(row, now), row.enrolment
    return Line(
        invitation=row,
        name=enrolment.person.name,
        title=enrolment.person.title,
        role=enrolment.role,
        state=standing,
        label=str(InvitationState(standing).label),
        enrolment_state=str(EnrolmentState(enrolment.state).label),
        may_revoke=enrolment.state == EnrolmentState.INVITED and row.revoked_at is None,
        may_admit=enrolment.state == EnrolmentState.APPLIED,
    )


def _opening(cohort: Cohort, role: str, person: Person, enrolment: Enrolment | None) -> Opening:
    limits = eligibility.read(cohort.eligibility).of(role)
    codes = eligibility.obstacles(candidate_of(person), limits, cohort.starts_on)
    return Opening(
        cohort=cohort,
        role=role,
        obstacles=tuple(str(Obstacle(code).label) for code in codes),
        only_tenure=codes == ("tenure",),
        earliest=invitation.earliest(person.hired_on, limits.tenure),
        enrolment=enrolment,
    )
