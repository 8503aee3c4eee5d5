"""Setting up a cohort, changing its dates and rules, opening and closing it."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.choices import CohortState
from viceversa.programmes.messages import date_name
from viceversa.programmes.models import Cohort, Programme
from viceversa.programmes.queries.programmes import gaps
from viceversa.programmes.rules.eligibility import Eligibility
from viceversa.programmes.rules.policy import MatchingPolicy
from viceversa.programmes.rules.timeline import Dates, out_of_order
from viceversa.programmes.rules.transitions import cohort_may


class UnableToChangeCohort(UnableTo):
    """The cohort is closed, or its name or dates do not fit."""


class UnableToOpenCohort(UnableTo):
    """The charter is incomplete or the cohort is not a draft; `details` says what is missing."""


class UnableToCloseCohort(UnableTo):
    """The cohort is not open."""


@transaction.atomic
def create_cohort(
    *,
    programme: Programme,
    name: str,
    preset: str,
    dates: Dates,
    eligibility: Eligibility | None = None,
    policy: MatchingPolicy | None = None,
    actor: Actor,
    now: datetime,
) -> Cohort:
    """Set up a cohort as a draft."""
    _check(programme, name, dates, except_for=None)
    cohort = Cohort.objects.create(
        programme=programme,
        name=name.strip(),
        preset=preset,
        eligibility=(eligibility or Eligibility()).write(),
        policy=(policy or MatchingPolicy()).write(),
        created_at=now,
        **asdict(dates),
    )
    record(actor=actor, now=now, verb=Verb.COHORT_CREATED, subject=_subject(cohort), preset=preset)
    return cohort


@transaction.atomic
def change_cohort(
    *,
    cohort: Cohort,
    name: str,
    preset: str,
    dates: Dates,
    eligibility: Eligibility,
    actor: Actor,
    now: datetime,
) -> Cohort:
    """Change name, preset, timeline and eligibility; people already enrolled stay enrolled."""
    cohort = _locked(cohort)
    _refuse_closed(cohort)
    _check(cohort.programme, name, dates, except_for=cohort.pk)
    wanted = {"name": name.strip(), "preset": preset, "eligibility": eligibility.write()}
    wanted |= asdict(dates)
    changed = [key for key, value in wanted.items() if getattr(cohort, key) != value]
    if changed:
        for key in changed:
            setattr(cohort, key, wanted[key])
        cohort.save(update_fields=changed)
        record(
            actor=actor,
            now=now,
            verb=Verb.COHORT_CHANGED,
            subject=_subject(cohort),
            changed=changed,
        )
    return cohort


@transaction.atomic
def set_policy(*, cohort: Cohort, policy: MatchingPolicy, actor: Actor, now: datetime) -> Cohort:
    """Set the matching policy that the cohort's next rounds start from."""
    cohort = _locked(cohort)
    _refuse_closed(cohort)
    if cohort.policy != policy.write():
        cohort.policy = policy.write()
        cohort.save(update_fields=["policy"])
        record(
            actor=actor,
            now=now,
            verb=Verb.POLICY_CHANGED,
            subject=_subject(cohort),
            policy=cohort.policy,
        )
    return cohort


@transaction.atomic
def open_cohort(*, cohort: Cohort, actor: Actor, now: datetime) -> Cohort:
    """Open a draft, once the charter of its programme is complete."""
    cohort = _locked(cohort)
    if not cohort_may(cohort.state, CohortState.OPEN):
        raise UnableToOpenCohort(
            _("“%(name)s” has been opened before. Look at its page.") % {"name": cohort.name}
        )
    missing = gaps(cohort.programme)
    if missing:
        raise UnableToOpenCohort(
            _(
                "“%(name)s” cannot open before the charter of its programme is complete. "
                "Add what is missing on the charter page."
            )
            % {"name": cohort.name},
            missing,
        )
    cohort.state = CohortState.OPEN
    cohort.opened_at = now
    cohort.save(update_fields=["state", "opened_at"])
    record(actor=actor, now=now, verb=Verb.COHORT_OPENED, subject=_subject(cohort))
    return cohort


@transaction.atomic
def close_cohort(*, cohort: Cohort, actor: Actor, now: datetime) -> Cohort:
    """Close an open cohort: no enrolment, round or change after that."""
    cohort = _locked(cohort)
    if not cohort_may(cohort.state, CohortState.CLOSED):
        raise UnableToCloseCohort(
            _("“%(name)s” is not open, so there is nothing to close.") % {"name": cohort.name}
        )
    cohort.state = CohortState.CLOSED
    cohort.closed_at = now
    cohort.save(update_fields=["state", "closed_at"])
    record(actor=actor, now=now, verb=Verb.COHORT_CLOSED, subject=_subject(cohort))
    return cohort


def _locked(cohort: Cohort) -> Cohort:
    return (
        Cohort.objects.select_for_update(of=("self",)).select_related("programme").get(pk=cohort.pk)
    )


def _refuse_closed(cohort: Cohort) -> None:
    if cohort.state == CohortState.CLOSED:
        raise UnableToChangeCohort(
            _("“%(name)s” is closed and stays as it was.") % {"name": cohort.name}
        )


def _check(programme: Programme, name: str, dates: Dates, except_for: int | None) -> None:
    name = name.strip()
    if not name:
        raise UnableToChangeCohort(_("The cohort has no name. Give it one, such as “Autumn”."))
    Programme.objects.select_for_update().get(pk=programme.pk)  # two of one name take turns
    same = Cohort.objects.filter(programme=programme, name__iexact=name)
    if same.exclude(pk=except_for or 0).exists():
        raise UnableToChangeCohort(
            _("“%(programme)s” already has a cohort called “%(name)s”. Choose another name.")
            % {"programme": programme.name, "name": name}
        )
    if wrong := out_of_order(dates):
        early, late = wrong
        raise UnableToChangeCohort(
            _("%(late)s must come after %(early)s. Change one of the two dates.")
            % {"early": date_name(early), "late": capfirst(date_name(late))}
        )


def _subject(cohort: Cohort) -> str:
    return f"cohort:{cohort.public_id}"
