"""Writing a confirmed import: all of it or nothing, once, and exactly what was confirmed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.actions.imports import confirm, upload
from viceversa.people.actions.reading import dry_run
from viceversa.people.actions.sign_ins import follow_directory
from viceversa.people.actions.writing import Prepared, prepare, write
from viceversa.people.choices import ImportState
from viceversa.people.models import Directory, Import, directory_written
from viceversa.people.queries.preview import Preview, Progress, preview
from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.sentences import message, place, remedy

ATTEMPTS = 3


class UnableToApply(UnableTo):
    """The directory has changed since the dry run, so that something else would be written."""


class UnableToImport(UnableTo):
    """The file has faults or problems; `details` has one sentence for each."""


class _DirectoryMoved(Exception):
    """Another import was written between the comparison and the lock."""


def apply_import(
    *, import_: Import, actor: Actor, now: datetime, progress: Progress | None = None
) -> Import:
    """Write a confirmed import. Repeated, or repeated after a crash, it writes once.

    Reads and compares before the transaction, so that the directory is locked for the writing only;
    raises UnableToApply where the changes are no longer those that were confirmed.
    """
    for _attempt in range(ATTEMPTS):
        import_ = Import.objects.get(pk=import_.pk)
        if import_.state == ImportState.APPLIED:
            return import_
        found = preview(import_, progress)
        if import_.state != ImportState.APPLYING or found.plan.digest() != import_.plan:
            break
        prepared = prepare(found.plan.changes)
        if progress:
            progress("writing", 0, len(found.plan.changes))
        try:
            _write(import_, found, prepared, actor, now)
        except _DirectoryMoved:
            continue
        return Import.objects.get(pk=import_.pk)
    raise UnableToApply(
        _(
            "The directory has changed since the dry run, so other changes would be written than "
            "those you confirmed. Nothing was written: read the file again and look once more."
        )
    )


@transaction.atomic
def _write(
    import_: Import, found: Preview, prepared: Prepared, actor: Actor, now: datetime
) -> None:
    Directory.objects.get_or_create(pk=1)
    directory = Directory.objects.select_for_update().get(pk=1)
    if directory.version != found.version:
        raise _DirectoryMoved
    taken = Import.objects.filter(pk=import_.pk, state=ImportState.APPLYING).update(
        state=ImportState.APPLIED, finished_at=now, progress={}
    )
    if not taken:
        raise UnableToApply(_("This import was discarded or written by someone else meanwhile."))
    write(prepared)
    follow_directory(actor=actor, now=now)
    Directory.objects.filter(pk=1).update(version=directory.version + 1)
    directory_written.send(sender=Directory)
    record(
        actor=actor,
        now=now,
        verb=Verb.IMPORT_APPLIED,
        subject=f"import:{import_.public_id}",
        added=found.plan.count("added"),
        changed=found.plan.count("changed"),
        leaving=found.plan.count("leaving"),
    )


@transaction.atomic
def import_now(
    *,
    file_name: str,
    content: bytes,
    options: Options | None = None,
    deactivate_missing: bool = False,
    leave_out_problems: bool = False,
    actor: Actor,
    now: datetime,
    progress: Progress | None = None,
) -> Import:
    """Upload, read, confirm and write in one transaction: all of it or nothing.

    Raises UnableToImport with every fault, and with every problem unless rows with problems are to
    be left out. Where nothing would change the import ends as written, with nothing written.
    """
    import_ = upload(
        file_name=file_name,
        content=content,
        options=options,
        deactivate_missing=deactivate_missing,
        actor=actor,
        now=now,
    )
    import_ = dry_run(import_=import_, progress=progress)
    faults = [Problem.of(fault) for fault in import_.report["faults"]]
    if not leave_out_problems:
        rows = import_.problems.filter(severity="problem").order_by("position")
        faults += [Problem.of(row.content) for row in rows]
    if faults:
        raise UnableToImport(
            _("Nothing was imported: the file has problems."), [in_words(fault) for fault in faults]
        )
    if not import_.plan:
        Import.objects.filter(pk=import_.pk).update(state=ImportState.APPLIED, finished_at=now)
        return Import.objects.get(pk=import_.pk)
    confirm(import_=import_, actor=actor, now=now)
    return apply_import(import_=import_, actor=actor, now=now, progress=progress)


def in_words(problem: Problem) -> str:
    """Return place, what is wrong and what to do, in the active language."""
    language = get_language() or "en"
    return f"{place(problem, language)}: {message(problem, language)}. {remedy(problem, language)}"
