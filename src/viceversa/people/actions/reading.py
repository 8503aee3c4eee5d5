"""The dry run: a file read as if it were imported, its outcome kept, the directory untouched."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.kernel.errors import UnableTo
from viceversa.people.actions import bulk
from viceversa.people.choices import ImportState
from viceversa.people.models import Import, ImportChange, ImportProblem
from viceversa.people.queries.preview import Preview, Progress, preview, report
from viceversa.people.rules.known import People
from viceversa.people.rules.plan import Change

READABLE = (ImportState.UPLOADED, ImportState.READING, ImportState.READY, ImportState.FAILED)
type Rows = tuple[list[str], list[list[Any]]]  # attributes, and adapted values in their order


class UnableToRead(UnableTo):
    """The import is past the point at which its file is read."""


def dry_run(*, import_: Import, progress: Progress | None = None) -> Import:
    """Read the file, compare it with the directory, keep the outcome; may be repeated at will.

    Cut short at any moment it leaves the earlier outcome or none. Discarded meanwhile, it keeps
    nothing.
    """
    claimed = Import.objects.filter(pk=import_.pk, state__in=READABLE).update(
        state=ImportState.READING, progress={"stage": "reading", "done": 0, "total": 0}
    )
    import_ = Import.objects.get(pk=import_.pk)
    if not claimed:
        raise UnableToRead(
            _("This import is “%(state)s” by now and is not read again.")
            % {"state": import_.get_state_display()}
        )
    found = preview(import_, progress)
    changes = bulk.prepared(ImportChange, _changes(import_, found))
    problems = bulk.prepared(ImportProblem, _problems(import_, found))
    _keep(import_, found, changes, problems)
    return Import.objects.get(pk=import_.pk)


@transaction.atomic
def _keep(import_: Import, found: Preview, changes: Rows, problems: Rows) -> None:
    kept = Import.objects.filter(pk=import_.pk, state=ImportState.READING).update(
        state=ImportState.READY,
        report=report(found),
        plan=found.plan.digest() if found.plan.changes else "",
        stale=False,
        progress={},
    )
    if not kept:
        return
    ImportChange.objects.filter(file=import_).delete()
    ImportProblem.objects.filter(file=import_).delete()
    bulk.insert(ImportChange, *changes)
    bulk.insert(ImportProblem, *problems)


def _changes(import_: Import, found: Preview) -> Iterator[ImportChange]:
    for position, (change, fields) in enumerate(_in_order(found)):
        yield ImportChange(
            file=import_,
            kind=change.kind,
            position=position,
            line=change.line,
            person_id=change.person.pk if change.person else None,
            name=change.name[:250],
            fields=fields,
            effects=list(change.effects),
            has_effects=bool(change.effects),
        )


def _problems(import_: Import, found: Preview) -> Iterator[ImportProblem]:
    told = [p for p in (*found.problems, *found.warnings) if p.area == "directory"]
    for position, problem in enumerate(told):
        yield ImportProblem(
            file=import_,
            position=position,
            severity=problem.severity,
            line=problem.line,
            content=problem.as_json(),
        )


def _in_order(found: Preview) -> Iterator[tuple[Change, list[list[object]]]]:
    """Changes with effects first, then by line, each with its fields in display form."""
    people = found.people
    names = {row.key: row.name for row in found.reading.rows}
    for change in sorted(found.plan.changes, key=lambda c: (not c.effects, c.line == 0, c.line)):
        yield change, _display(change, people, names)


def _display(change: Change, people: People, names: dict[str, str]) -> list[list[object]]:
    shown: list[list[object]] = []
    for field, value in change.values.items():
        if field == "manager_missing" or (change.kind == "added" and value in ("", None, ())):
            continue
        before = change.before.get(field)
        shown.append(
            [field, _plain(field, before, people, names), _plain(field, value, people, names)]
        )
    if change.values.get("manager_missing") and "manager" not in change.values:
        shown.append(["manager", None, None])
    return shown


def _plain(field: str, value: object, people: People, names: dict[str, str]) -> object:
    if field == "manager":
        if isinstance(value, int):
            return people.by_pk[value].name
        return names.get(value, value) if isinstance(value, str) else None
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, int | None) else str(value)
