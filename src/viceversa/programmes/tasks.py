"""Jobs of programmes: invitations asked for later, and enrolment files too large for a request."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.tasks import task

from viceversa.kernel import clock
from viceversa.kernel.actor import SYSTEM, Actor
from viceversa.people.actions.imports import Stopped
from viceversa.people.rules.options import Options
from viceversa.people.tasks import AT_ONCE
from viceversa.programmes.actions import enrolment_files, invitations
from viceversa.programmes.actions.enrolment_files import Tally
from viceversa.programmes.actions.enrolments import UnableToEnrol
from viceversa.programmes.models import Cohort, EnrolmentFile


@task()
def ask_again() -> None:
    """Write again to whoever asked to be asked later; running twice writes once."""
    invitations.ask_again(actor=SYSTEM, now=clock.now())


@task()
def try_enrolment_file(file_id: int) -> None:
    """Try a file on its cohort; running twice does no harm."""
    _guarded(file_id, writing=False)


@task()
def write_enrolment_file(file_id: int) -> None:
    """Write a confirmed file; running twice writes once."""
    _guarded(file_id, writing=True)


@transaction.atomic
def upload_and_try(
    *,
    cohort: Cohort,
    file_name: str,
    content: bytes,
    options: Options | None = None,
    actor: Actor,
    now: datetime,
) -> EnrolmentFile:
    """Keep a file and have it tried: at once where it is small, in the background where not.

    A small file that cannot be used raises `UnableToUseFile` and is not kept.
    """
    file = enrolment_files.upload(
        cohort=cohort,
        file_name=file_name,
        content=content,
        options=options,
        actor=actor,
        now=now,
    )
    return _tried(file)


@transaction.atomic
def answer_and_try(
    *,
    file: EnrolmentFile,
    topics: Mapping[str, str] | None = None,
    people: Iterable[str] = (),
    left_out: Iterable[int] = (),
) -> EnrolmentFile:
    """Keep answers about a file's doubts and have it tried with them."""
    return _tried(
        enrolment_files.answer(file=file, topics=topics, people=people, left_out=left_out)
    )


@transaction.atomic
def try_again(*, file: EnrolmentFile) -> EnrolmentFile:
    """Have a file tried on the cohort as it is now."""
    return _tried(enrolment_files.expect_trying(file=file))


@transaction.atomic
def confirm_and_write(*, file: EnrolmentFile, actor: Actor, now: datetime) -> Tally | None:
    """Confirm a file and write it: at once where it is small; else None, and a job writes it."""
    file = enrolment_files.confirm(file=file, actor=actor, now=now)
    if len(file.content) <= AT_ONCE:
        return enrolment_files.write(file=file, actor=actor, now=now)
    write_enrolment_file.enqueue(file.pk)
    return None


def _tried(file: EnrolmentFile) -> EnrolmentFile:
    if len(file.content) <= AT_ONCE:
        return enrolment_files.try_file(file=file)
    try_enrolment_file.enqueue(file.pk)
    return file


def _guarded(file_id: int, *, writing: bool) -> None:
    file = EnrolmentFile.objects.get(pk=file_id)

    def progress(stage: str, done: int, total: int) -> None:
        enrolment_files.tell_progress(file=file, stage=stage, done=done, total=total)

    def fail(why: str, faults: list[dict[str, object]]) -> None:
        enrolment_files.fail(file=file, why=why, faults=faults, actor=SYSTEM, now=clock.now())

    try:
        if writing:
            enrolment_files.write(file=file, actor=SYSTEM, now=clock.now(), progress=progress)
        else:
            enrolment_files.try_file(file=file, progress=progress)
    except Stopped:
        return
    except enrolment_files.UnableToUseFile as error:
        fail(error.why, error.faults)
    except UnableToEnrol:  # the cohort was closed meanwhile
        fail("changed", [])
    except Exception:
        fail("broken", [])
        raise
