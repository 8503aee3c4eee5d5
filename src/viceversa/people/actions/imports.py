"""The life of an import around its dry run: uploaded, corrected, confirmed, discarded."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.choices import ImportState
from viceversa.people.models import Import, ImportProblem
from viceversa.people.queries import imports as known
from viceversa.people.rules import decisions
from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem

OPEN = (ImportState.UPLOADED, ImportState.READING, ImportState.READY, ImportState.FAILED)


class UnableToUpload(UnableTo):
    """The file cannot be taken in."""


class UnableToChangeImport(UnableTo):
    """The import is past the point at which it could be corrected."""


class UnableToConfirm(UnableTo):
    """There is nothing to write, or not yet."""


class UnableToDiscard(UnableTo):
    """The import has been written already."""


class Stopped(Exception):
    """Someone discarded the import while it was being read or written."""


@transaction.atomic
def upload(
    *,
    file_name: str,
    content: bytes,
    options: Options | None = None,
    deactivate_missing: bool = False,
    actor: Actor,
    now: datetime,
) -> Import:
    """Keep a people file, to be read by `dry_run`.

    Without `options` the mapping, the table of grades and the date order of the last import that
    was written are used again. Audited by size and hash of the file.
    """
    if not content:
        raise UnableToUpload(_("The file is empty. Export the people again and choose that file."))
    digest = hashlib.sha256(content).hexdigest()
    import_ = Import.objects.create(
        file_name=file_name[-255:],
        content=content,
        content_hash=digest,
        options=(options or known.remembered_options()).as_json(),
        deactivate_missing=deactivate_missing,
        uploaded_by_id=actor.user_id,
        uploaded_at=now,
    )
    _record(import_, Verb.IMPORT_UPLOADED, actor, now, bytes=len(content), sha256=digest)
    return import_


@transaction.atomic
def change_options(*, import_: Import, options: Options, deactivate_missing: bool) -> Import:
    """Read the file differently from now on; the dry run is out of date until it is made again.

    Another separator or encoding makes other rows, so decisions about rows are dropped with it.
    """
    import_ = _locked(import_, OPEN, UnableToChangeImport)
    before = Options.of(import_.options)
    if (before.encoding, before.separator) != (options.encoding, options.separator):
        import_.decisions = {}
    import_.options = options.as_json()
    import_.deactivate_missing = deactivate_missing
    import_.stale = True
    import_.save(update_fields=["options", "deactivate_missing", "decisions", "stale"])
    return import_


@transaction.atomic
def decide(*, import_: Import, problem: ImportProblem, choice: str, text: str = "") -> Import:
    """Settle one problem: `fix`, `write` (with `text`), `leave-out`, `first` or `second`.

    The dry run is out of date until it is made again.
    """
    import_ = _locked(import_, OPEN, UnableToChangeImport)
    made = decisions.of_choice(Problem.of(problem.content), choice, text.strip())
    if not made:
        raise UnableToChangeImport(
            _("This row cannot be settled in that way: write the value, or leave the row out.")
        )
    import_.decisions = decisions.merged(import_.decisions, made)
    import_.stale = True
    import_.save(update_fields=["decisions", "stale"])
    ImportProblem.objects.filter(pk=problem.pk).update(decided={"choice": choice, "text": text})
    return import_


@transaction.atomic
def take_back(*, import_: Import, line: int) -> Import:
    """Forget what was decided about one row."""
    import_ = _locked(import_, OPEN, UnableToChangeImport)
    import_.decisions.pop(str(line), None)
    import_.stale = True
    import_.save(update_fields=["decisions", "stale"])
    return import_


@transaction.atomic
def confirm(*, import_: Import, actor: Actor, now: datetime) -> Import:
    """Promise that exactly the changes of the last dry run will be written (`apply_import`)."""
    import_ = _locked(import_, (ImportState.READY,), UnableToConfirm)
    report: Mapping[str, Any] = import_.report
    if report.get("faults"):
        raise UnableToConfirm(_("The file cannot be read. Correct it, or how it is read, first."))
    if import_.stale:
        raise UnableToConfirm(
            _("Something has been corrected since the dry run. Read again first.")
        )
    if not import_.plan:
        raise UnableToConfirm(_("Nothing would change: the directory already says what is here."))
    import_.state = ImportState.APPLYING
    import_.progress = {"stage": "waiting"}
    import_.save(update_fields=["state", "progress"])
    counts = {name: report[name] for name in ("added", "changed", "leaving", "problem_rows")}
    _record(import_, Verb.IMPORT_CONFIRMED, actor, now, **counts)
    return import_


@transaction.atomic
def discard(*, import_: Import, actor: Actor, now: datetime) -> Import:
    """Throw the file and its dry run away; also stops a reading, or a writing not yet begun."""
    import_ = _locked(import_, (*OPEN, ImportState.APPLYING), UnableToDiscard)
    import_.state = ImportState.DISCARDED
    import_.content = b""
    import_.decisions = {}
    import_.finished_at = now
    import_.save(update_fields=["state", "content", "decisions", "finished_at"])
    import_.changes.all().delete()
    import_.problems.all().delete()
    _record(import_, Verb.IMPORT_DISCARDED, actor, now)
    return import_


@transaction.atomic
def fail(*, import_: Import, why: str, actor: Actor, now: datetime) -> None:
    """Note that reading or writing broke off; the directory is as it was before."""
    changed = Import.objects.filter(
        pk=import_.pk, state__in=(ImportState.READING, ImportState.APPLYING, ImportState.UPLOADED)
    ).update(state=ImportState.FAILED, progress={"why": why}, stale=True)
    if changed:
        _record(import_, Verb.IMPORT_FAILED, actor, now)


@transaction.atomic
def expect_reading(*, import_: Import) -> Import:
    """Say that a dry run is about to be made in the background."""
    import_ = _locked(import_, OPEN, UnableToChangeImport)
    import_.state = ImportState.READING
    import_.progress = {"stage": "waiting"}
    import_.save(update_fields=["state", "progress"])
    return import_


def tell_progress(*, import_: Import, stage: str, done: int, total: int) -> None:
    """Note how far the background work is; raises Stopped where the import was discarded."""
    going_on = Import.objects.filter(
        pk=import_.pk, state__in=(ImportState.READING, ImportState.APPLYING)
    ).update(progress={"stage": stage, "done": done, "total": total})
    if not going_on:
        raise Stopped


def _locked(import_: Import, states: tuple[ImportState, ...], error: type[UnableTo]) -> Import:
    """Return the row as it is now, locked; raises where someone else was quicker."""
    found = Import.objects.select_for_update().get(pk=import_.pk)
    if found.state not in states:
        raise error(
            _("This import is “%(state)s” by now. Load the page again to see where it stands.")
            % {"state": found.get_state_display()}
        )
    return found


def _record(import_: Import, verb: Verb, actor: Actor, now: datetime, **facts: Any) -> None:
    subject = f"import:{import_.public_id}"
    record(actor=actor, now=now, verb=verb, subject=subject, **facts)
