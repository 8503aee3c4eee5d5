"""Enrolling from the columns of a people file: try, answer its doubts, write all or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem as Unread
from viceversa.people.rules.reading import Reading, read
from viceversa.people.rules.sentences import message, place, remedy
from viceversa.programmes.actions.contents import BATCH, apply_to_row, write_contents
from viceversa.programmes.actions.enrolments import UnableToEnrol, refuse_closed
from viceversa.programmes.choices import EnrolmentFileState
from viceversa.programmes.messages import problem_sentence
from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile
from viceversa.programmes.queries.enrolment_files import lookups, target
from viceversa.programmes.rules.enrolment_plan import Entry, Plan, plan
from viceversa.programmes.rules.enrolment_report import report_of
from viceversa.programmes.rules.enrolment_row import Row

SHOWN = 20  # problems told in one refusal


@dataclass(frozen=True, slots=True)
class Tally:
    """How many enrolments a file added, changed and left as they were."""

    added: int
    changed: int
    unchanged: int


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
    """Keep a people file and try it on the cohort; nothing is enrolled yet."""
    cohort = Cohort.objects.select_related("programme").get(pk=cohort.pk)
    refuse_closed(cohort)
    reading = _read(content, file_name, options or Options())
    file = EnrolmentFile(
        cohort=cohort,
        file_name=file_name,
        content=content,
        options=(options or Options()).as_json(),
        uploaded_by=actor.name,
        uploaded_at=now,
    )
    file.report = _report(file.cohort, reading, {})
    file.save()
    record(
        actor=actor,
        now=now,
        verb=Verb.IMPORT_UPLOADED,
        subject=f"enrolment-file:{file.public_id}",
        cohort=cohort.public_id,
        rows=reading.count,
    )
    return file


@transaction.atomic
def try_again(
    *,
    file: EnrolmentFile,
    topics: Mapping[str, str] | None = None,
    people: Iterable[str] = (),
    left_out: Iterable[int] = (),
) -> EnrolmentFile:
    """Try a file again, perhaps with answers about what it left in doubt.

    `topics` maps a topic as written to a code, or to "" to leave it out; `people` are names to
    leave out; `left_out` are lines to skip. Answers add to those given before. Nothing but the
    file's own row changes, so there is nothing to audit.
    """
    file = _locked(file)
    given = dict(file.answers)
    file.answers = {
        "topics": {**given.get("topics", {}), **(topics or {})},
        "people": sorted({*given.get("people", []), *people}),
        "left_out": sorted({*given.get("left_out", []), *left_out}),
    }
    reading = _read(bytes(file.content), file.file_name, Options.of(file.options))
    file.report = _report(file.cohort, reading, file.answers)
    file.save(update_fields=["answers", "report"])
    return file


@transaction.atomic
def confirm(*, file: EnrolmentFile, actor: Actor, now: datetime) -> Tally:
    """Write what the dry run showed, all of it or nothing.

    Raises `UnableToEnrol` while doubts are open, and where the directory or the cohort changed so
    much since the dry run that something else would be written.
    """
    file = _locked(file)
    Cohort.objects.select_for_update().get(pk=file.cohort_id)  # nobody enrols between plan and pen
    reading = _read(bytes(file.content), file.file_name, Options.of(file.options))
    planned = _plan(file.cohort, reading, file.answers, None)
    _refuse_doubts(planned, _unread(reading, file.answers))
    if planned.fingerprint() != file.report.get("fingerprint"):
        raise UnableToEnrol(
            _(
                "The directory or the cohort has changed since this file was tried, so something "
                "else would be written. Look at the new result and confirm again."
            )
        )
    tally = _write(file.cohort, planned, actor, now)
    file.state = EnrolmentFileState.WRITTEN
    file.finished_at = now
    file.save(update_fields=["state", "finished_at"])
    return tally


@transaction.atomic
def discard(*, file: EnrolmentFile, actor: Actor, now: datetime) -> None:
    """Give up a file that was only tried, and forget its content."""
    file = _locked(file)
    file.state = EnrolmentFileState.DISCARDED
    file.content = b""
    file.finished_at = now
    file.save(update_fields=["state", "content", "finished_at"])
    record(
        actor=actor,
        now=now,
        verb=Verb.IMPORT_DISCARDED,
        subject=f"enrolment-file:{file.public_id}",
    )


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
    """Enrol from a file in one go, without a dry run to look at; for the command line and loaders.

    `only` keeps the rows of these people (id, or lower-case e-mail). Any doubt stops everything.
    """
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    reading = _read(content, file_name, options or Options())
    planned = _plan(cohort, reading, {}, only)
    unread = [p for p in reading.problems if only is None]  # problem rows have no sure key
    _refuse_doubts(planned, unread)
    return _write(cohort, planned, actor, now)


def _read(content: bytes, file_name: str, options: Options) -> Reading:
    reading = read(content, file_name, options)
    if reading.faults:
        language = get_language() or "en"
        raise UnableToEnrol(
            _("“%(name)s” cannot be read.") % {"name": file_name},
            [f"{message(p, language)}. {remedy(p, language)}" for p in reading.faults],
        )
    if "role" not in reading.columns:
        raise UnableToEnrol(
            _(
                "“%(name)s” has no column that says who takes part as what. Add a column “role” "
                "with mentor, mentee or both."
            )
            % {"name": file_name}
        )
    return reading


def _plan(
    cohort: Cohort, reading: Reading, answers: Mapping[str, Any], only: frozenset[str] | None
) -> Plan:
    skipped = frozenset(answers.get("left_out", ()))
    unread = {problem.line for problem in reading.problems} - skipped  # told apart, see _unread
    rows = (
        _row(row, reading)
        for row in reading.rows
        if row.line not in unread and (only is None or row.key in only)
    )
    return plan(rows, lookups(answers), target(cohort), skipped)


def _row(row: Any, reading: Reading) -> Row:
    said = row.matching
    if said is None:
        return Row(row.line, row.key, row.name)
    return Row(
        line=row.line,
        key=row.key,
        name=row.name,
        roles=said.roles,
        wants=said.wants,
        offers=said.offers,
        gives_back=said.gives_back,
        wants_back=said.wants_back,
        capacity=said.capacity if "capacity" in said.written else None,
        minimum=said.minimum if "minimum" in said.written else None,
        availability=said.availability,
        languages=row.languages if "languages" in reading.columns else (),
        prefers=said.prefers,
        excludes=said.excludes,
        previous=said.previous,
        waiting=said.waiting if "waiting" in said.written else None,
    )


def _report(cohort: Cohort, reading: Reading, answers: Mapping[str, Any]) -> dict[str, Any]:
    planned = _plan(cohort, reading, answers, None)
    return report_of(planned, rows=reading.count, unread=_unread(reading, answers))


def _unread(reading: Reading, answers: Mapping[str, Any]) -> list[Unread]:
    """Return the rows the reader could not take, but for those left out."""
    skipped = set(answers.get("left_out", ()))
    return [problem for problem in reading.problems if problem.line not in skipped]


def _refuse_doubts(planned: Plan, unread: Sequence[Unread]) -> None:
    language = get_language() or "en"
    details = [f"{place(p, language)}: {message(p, language)}" for p in unread[:SHOWN]]
    details += [
        _("line %(line)s, %(name)s: %(what)s")
        % {"line": p.line, "name": p.name, "what": problem_sentence(asdict(p))}
        for p in planned.problems[:SHOWN]
    ]
    details += [
        _("line %(line)s: nobody knows “%(text)s”") % {"line": u.lines[0], "text": u.text}
        for u in list(planned.unknown.values())[:SHOWN]
    ]
    if details:
        raise UnableToEnrol(_("Nothing was written: the file still has doubts to settle."), details)


def _write(cohort: Cohort, planned: Plan, actor: Actor, now: datetime) -> Tally:
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
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


def _locked(file: EnrolmentFile) -> EnrolmentFile:
    row = (
        EnrolmentFile.objects.select_for_update(of=("self",))
        .select_related("cohort__programme")
        .get(pk=file.pk)
    )
    if row.state != EnrolmentFileState.READ:
        raise UnableToEnrol(
            _("“%(name)s” has been written or discarded before. Upload it again to use it again.")
            % {"name": row.file_name}
        )
    return row
