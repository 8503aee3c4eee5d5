"""Imports in the background: jobs, and the ways to enqueue them with what asks for them."""

from datetime import datetime

from django.db import transaction
from django.tasks import task

from viceversa.kernel import clock
from viceversa.kernel.actor import SYSTEM, Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.actions.applying import apply_import
from viceversa.people.actions.imports import (
    Stopped,
    confirm,
    expect_reading,
    fail,
    tell_progress,
    upload,
)
from viceversa.people.actions.reading import dry_run
from viceversa.people.models import Import

AT_ONCE = 1_000_000  # bytes that are read within a request: about five thousand people, one second


@task()
def read_file(import_id: int) -> None:
    """Make the dry run; running twice does no harm."""
    _guarded(import_id, writing=False)


@task()
def write_file(import_id: int) -> None:
    """Write a confirmed import; running twice writes once."""
    _guarded(import_id, writing=True)


def upload_and_read(*, file_name: str, content: bytes, actor: Actor, now: datetime) -> Import:
    """Keep a file and have it read: at once where it is small, in the background where not."""
    with transaction.atomic():
        import_ = upload(file_name=file_name, content=content, actor=actor, now=now)
        if len(content) > AT_ONCE:
            read_file.enqueue(import_.pk)
    return import_ if len(content) > AT_ONCE else dry_run(import_=import_)


def read_if_small(import_: Import) -> None:
    """Make the dry run anew now where that takes a moment; else it stays out of date."""
    if len(import_.content) <= AT_ONCE:
        dry_run(import_=import_)


@transaction.atomic
def read_again(import_: Import) -> None:
    """Make the dry run anew, now or in the background."""
    if len(import_.content) <= AT_ONCE:
        dry_run(import_=import_)
    else:
        expect_reading(import_=import_)
        read_file.enqueue(import_.pk)


@transaction.atomic
def confirm_and_write(*, import_: Import, actor: Actor, now: datetime) -> Import:
    """Confirm and enqueue the writing, both or neither."""
    import_ = confirm(import_=import_, actor=actor, now=now)
    write_file.enqueue(import_.pk)
    return import_


def _guarded(import_id: int, *, writing: bool) -> None:
    import_ = Import.objects.get(pk=import_id)

    def progress(stage: str, done: int, total: int) -> None:
        tell_progress(import_=import_, stage=stage, done=done, total=total)

    try:
        if writing:
            apply_import(import_=import_, actor=SYSTEM, now=clock.now(), progress=progress)
        else:
            dry_run(import_=import_, progress=progress)
    except Stopped:
        return
    except UnableTo:
        fail(import_=import_, why="changed", actor=SYSTEM, now=clock.now())
    except Exception:
        fail(import_=import_, why="broken", actor=SYSTEM, now=clock.now())
        raise
