"""Looking at oneself: begin, answer or pass one question at a time; every step is kept at once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.measurement.choices import Lens
from viceversa.measurement.models import Curiosity, SelfCheck
from viceversa.measurement.queries.own import STARTERS
from viceversa.measurement.queries.sealed import opened
from viceversa.measurement.rules.answers import Answer, written
from viceversa.measurement.rules.bands import LOWEST, level_in
from viceversa.measurement.rules.competences import by_code
from viceversa.measurement.rules.waves import ORDER
from viceversa.people.models import Person
from viceversa.programmes.models import Cohort


class UnableToAnswer(UnableTo):
    """There is no such question, or the answers lie under a key that is gone."""


@transaction.atomic
def begin_self_check(
    *, person: Person, cohort: Cohort, wave: str, actor: Actor, now: datetime
) -> SelfCheck:
    """Begin the self-check of a moment, or return the one begun before."""
    row, _made = SelfCheck.objects.select_for_update().get_or_create(
        person=person, cohort=cohort, wave=wave
    )
    if row.begun_at is None:
        row.begun_at = now
        row.save(update_fields=["begun_at"])
        _line(row, "begun", actor, now)
    return row


@transaction.atomic
def answer(
    *,
    self_check: SelfCheck,
    code: str,
    band: str | None,
    lens: int | None = None,
    curious: bool | None = None,
    actor: Actor,
    now: datetime,
) -> SelfCheck:
    """Keep an answer: a band, or None for whoever prefers not to say. It is sealed at once.

    `curious` says whether partners may know that one would like to talk about it; None leaves it
    as it is. The audit learns that a self-check was finished, never of a question.
    """
    row = SelfCheck.objects.select_for_update().select_related("person").get(pk=self_check.pk)
    _refuse_past(row)
    if code not in by_code() or (band is not None and band not in LOWEST):
        raise UnableToAnswer(_("There is no such question. Go back to your self-check."))
    answers = opened(row)
    if answers is None:
        raise UnableToAnswer(
            _(
                "Your earlier answers cannot be opened: their key is not on this server any more. "
                "Whoever administers it can bring the key back from a backup."
            )
        )
    before = answers.get(code)
    level = level_in(band, before.level if before else None) if band else None
    answers[code] = Answer(level, lens if band and lens in Lens.values else None)
    row.seal(written(answers))
    finished = row.finished_at is None and all(each in answers for each in STARTERS)
    if finished:
        row.finished_at = now
    row.save(update_fields=["sealed", "finished_at"])
    if curious is not None:
        _wonder(row.person, code, curious, now)
    if finished:
        _line(row, "finished", actor, now)
    return row


@transaction.atomic
def wonder(*, person: Person, code: str, curious: bool, now: datetime) -> None:
    """Say, or say no more, that one would like to talk about a competence; no audit line."""
    if code in by_code():
        _wonder(person, code, curious, now)


def _refuse_past(row: SelfCheck) -> None:
    """Refuse to change what was said at a moment after which another has begun."""
    later = SelfCheck.objects.filter(
        person=row.person_id,
        cohort=row.cohort_id,
        wave__in=ORDER[ORDER.index(row.wave) + 1 :],
        begun_at__isnull=False,
    )
    if later.exists():
        raise UnableToAnswer(
            _("You have looked at yourself again since. What you said before stays as it was.")
        )


def _wonder(person: Person, code: str, curious: bool, now: datetime) -> None:
    if curious:
        Curiosity.objects.get_or_create(person=person, competence=code, defaults={"since": now})
    else:
        Curiosity.objects.filter(person=person, competence=code).delete()


def _line(row: SelfCheck, what: str, actor: Actor, now: datetime) -> None:
    record(
        actor=actor,
        now=now,
        verb=Verb.SELF_CHECK_CHANGED,
        subject=f"self-check:{row.public_id}",
        what=what,
    )
