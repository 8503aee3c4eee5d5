"""Writing a confirmed enrolment file: all of it or nothing, once, exactly what was confirmed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.people.rules.options import Options
from viceversa.people.rules.reading import Reading
from viceversa.programmes.actions.contents import BATCH, apply_to_row, write_contents
from viceversa.programmes.actions.enrolment_files.outcome import (
    Progress,
    UnableToUseFile,
    compare,
    read_content,
    read_file,
    refuse_doubts,
)
from viceversa.programmes.actions.enrolments import refuse_closed
from viceversa.programmes.choices import EnrolmentFileState as State
from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile
from viceversa.programmes.rules.enrolment_plan import Entry, Plan


@dataclass(frozen=True, slots=True)
class Tally:
    """How many enrolments a file added, changed and left as they were."""

    added: int
    changed: int
    unchanged: int


def write(
    *, file: EnrolmentFile, actor: Actor, now: datetime, progress: Progress | None = None
) -> Tally | None:
    """Write a confirmed file; None where it was written before or given up.

    Reads before the transaction, so that the cohort is locked for planning and writing only. Raises
    `UnableToUseFile` where the directory or the cohort changed so much since the trial that
    something else would be written.
    """
    file = EnrolmentFile.objects.get(pk=file.pk)
    if file.state != State.WRITING:
        return None
    reading = read_file(file, progress)
    if progress:
        progress("writing", 0, reading.count)
    return _write_confirmed(file, reading, actor, now)


@transaction.atomic
def _write_confirmed(
    file: EnrolmentFile, reading: Reading, actor: Actor, now: datetime
) -> Tally | None:
    cohort = Cohort.objects.select_for_update().get(pk=file.cohort_id)
    taken = EnrolmentFile.objects.filter(pk=file.pk, state=State.WRITING).update(
        state=State.WRITTEN, finished_at=now, progress={}
    )
    if not taken:
        return None
    planned, report = compare(cohort, reading, file.answers)
    if report["fingerprint"] != file.report["fingerprint"] or not report["ready"]:
        raise UnableToUseFile("changed", file.file_name, [])
    return _write(cohort, planned, actor, now)


@transaction.atomic
def enrol_from_content(
    *,
    cohort: Cohort,
    file_name: str,
    content: bytes,
    options: Options | None = None,
    only: frozenset[str] | None = None,
    actor: Actor,
    now: datetime,
) -> Tally:
    """Enrol from a file in one go, without a trial to look at; for the command line and loaders.

    `only` keeps the rows of these people (id, or lower-case e-mail). Any doubt stops everything.
    """
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    reading = read_content(content, file_name, options or Options())
    planned, report = compare(cohort, reading, {}, only=only)
    refuse_doubts(report)
    return _write(cohort, planned, actor, now)


def _write(cohort: Cohort, planned: Plan, actor: Actor, now: datetime) -> Tally:
    refuse_closed(cohort)
    _add(cohort, planned.added, now)
    _change(cohort, planned.changed)
    tally = Tally(len(planned.added), len(planned.changed), planned.unchanged)
    subject = f"cohort:{cohort.public_id}"
    if planned.added:
        record(actor=actor, now=now, verb=Verb.ENROLMENT_ADDED, subject=subject, count=tally.added)
    if planned.changed:
        record(
            actor=actor, now=now, verb=Verb.ENROLMENT_CHANGED, subject=subject, count=tally.changed
        )
    return tally


def _add(cohort: Cohort, entries: list[Entry], now: datetime) -> None:
    rows = Enrolment.objects.bulk_create(
        [
            apply_to_row(
                Enrolment(cohort=cohort, person_id=e.person, role=e.role, enrolled_at=now),
                e.details,
            )
            for e in entries
        ],
        batch_size=BATCH,
    )
    contents = {row.pk: (e.role, e.details) for row, e in zip(rows, entries, strict=True)}
    write_contents(contents, fresh=True)


def _change(cohort: Cohort, entries: list[Entry]) -> None:
    if not entries:
        return
    rows = {(e.person_id, e.role): e for e in Enrolment.objects.filter(cohort=cohort)}
    changed = [apply_to_row(rows[e.person, e.role], e.details) for e in entries]
    Enrolment.objects.bulk_update(
        changed, ["minimum", "maximum", "availability", "languages", "waiting"], batch_size=500
    )
    contents = {row.pk: (e.role, e.details) for row, e in zip(changed, entries, strict=True)}
    write_contents(contents, fresh=False)
