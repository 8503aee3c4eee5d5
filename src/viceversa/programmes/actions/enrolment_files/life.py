"""The life of an enrolment file around its trial: kept, answered, confirmed, given up, failed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.people.actions.imports import Stopped
from viceversa.people.rules.options import Options
from viceversa.programmes.actions.enrolment_files.outcome import refuse_doubts
from viceversa.programmes.actions.enrolments import UnableToEnrol, refuse_closed
from viceversa.programmes.choices import EnrolmentFileState as State
from viceversa.programmes.models import Cohort, EnrolmentFile

AT_WORK = (State.READING, State.WRITING)
OPEN = (State.READING, State.READ, State.FAILED)


@transaction.atomic
def upload(
    *,
    cohort: Cohort,
    file_name: str,
    content: bytes,
    options: Options | None = None,
    actor: Actor,
    now: datetime,
) -> EnrolmentFile:
    """Keep a people file, to be tried on the cohort by `try_file`; nothing is enrolled yet."""
    cohort = Cohort.objects.select_related("programme").get(pk=cohort.pk)
    refuse_closed(cohort)
    file = EnrolmentFile.objects.create(
        cohort=cohort,
        state=State.READING,
        progress={"stage": "waiting"},
        file_name=file_name,
        content=content,
        options=(options or Options()).as_json(),
        uploaded_by=actor.name,
        uploaded_at=now,
    )
    _record(file, Verb.IMPORT_UPLOADED, actor, now, cohort=cohort.public_id, bytes=len(content))
    return file


@transaction.atomic
def answer(
    *,
    file: EnrolmentFile,
    topics: Mapping[str, str] | None = None,
    people: Iterable[str] = (),
    left_out: Iterable[int] = (),
) -> EnrolmentFile:
    """Keep answers about what the trial left in doubt; the file is to be tried again with them.

    `topics` maps a topic as written to a code, or to "" to leave it out; `people` are names to
    leave out; `left_out` are lines to skip. Answers add to those given before. Nothing but the
    file's own row changes, so there is nothing to audit.
    """
    file = _locked(file, (State.READ,))
    given = dict(file.answers)
    file.answers = {
        "topics": {**given.get("topics", {}), **(topics or {})},
        "people": sorted({*given.get("people", []), *people}),
        "left_out": sorted({*given.get("left_out", []), *left_out}),
    }
    file.save(update_fields=["answers"])
    return expect_trying(file=file)


@transaction.atomic
def expect_trying(*, file: EnrolmentFile) -> EnrolmentFile:
    """Say that the file is about to be tried on the cohort, perhaps in the background."""
    return _move(_locked(file, OPEN), State.READING)


@transaction.atomic
def confirm(*, file: EnrolmentFile, actor: Actor, now: datetime) -> EnrolmentFile:
    """Promise that exactly what the trial showed will be written (`write`).

    Raises `UnableToEnrol` while doubts are open or where the cohort was closed meanwhile.
    """
    file = _locked(file, (State.READ,))
    refuse_closed(file.cohort)
    refuse_doubts(file.report)
    _record(file, Verb.IMPORT_CONFIRMED, actor, now, cohort=file.cohort.public_id)
    return _move(file, State.WRITING)


@transaction.atomic
def discard(*, file: EnrolmentFile, actor: Actor, now: datetime) -> None:
    """Give up a file and forget its content; also stops a trial, or a writing not yet begun."""
    file = _locked(file, (*OPEN, State.WRITING))
    file.state = State.DISCARDED
    file.content = b""
    file.finished_at = now
    file.save(update_fields=["state", "content", "finished_at"])
    _record(file, Verb.IMPORT_DISCARDED, actor, now)


@transaction.atomic
def fail(*, file: EnrolmentFile, why: str, faults: list[Any], actor: Actor, now: datetime) -> None:
    """Note that trying or writing broke off; the cohort is as it was before.

    `why` is `unreadable` (with the `faults` of the reading), `no-role`, `changed` or `broken`.
    """
    progress = {"why": why, "faults": faults}
    changed = EnrolmentFile.objects.filter(pk=file.pk, state__in=AT_WORK).update(
        state=State.FAILED, progress=progress
    )
    if changed:
        _record(file, Verb.IMPORT_FAILED, actor, now)


def tell_progress(*, file: EnrolmentFile, stage: str, done: int, total: int) -> None:
    """Note how far the background work is; raises Stopped where the file was discarded."""
    progress = {"stage": stage, "done": done, "total": total}
    found = EnrolmentFile.objects.filter(pk=file.pk, state__in=AT_WORK).update(progress=progress)
    if not found:
        raise Stopped


def _move(file: EnrolmentFile, state: State) -> EnrolmentFile:
    file.state = state
    file.progress = {"stage": "waiting"}
    file.save(update_fields=["state", "progress"])
    return file


def _locked(file: EnrolmentFile, states: tuple[State, ...]) -> EnrolmentFile:
    """Return the row as it is now, locked; raises where someone else was quicker."""
    row = (
        EnrolmentFile.objects.select_for_update(of=("self",))
        .select_related("cohort__programme")
        .get(pk=file.pk)
    )
    if row.state in AT_WORK and row.state not in states:
        raise UnableToEnrol(
            _("“%(name)s” is being worked on. Wait for the result.") % {"name": row.file_name}
        )
    if row.state not in states:
        raise UnableToEnrol(
            _("“%(name)s” has been written or discarded before. Upload it again to use it again.")
            % {"name": row.file_name}
        )
    return row


def _record(file: EnrolmentFile, verb: Verb, actor: Actor, now: datetime, **facts: Any) -> None:
    subject = f"enrolment-file:{file.public_id}"
    record(actor=actor, now=now, verb=verb, subject=subject, **facts)
