"""Imports as the pages and the enrolment see them."""

from collections.abc import Collection

from django.conf import settings
from django.db.models import QuerySet

from viceversa.people.choices import ImportState
from viceversa.people.models import Import
from viceversa.people.rules.options import Options
from viceversa.people.rules.source import open_source

WITHOUT_CONTENT = ("content", "decisions")


def history() -> QuerySet[Import]:
    """Return every import, newest first, without the files themselves."""
    return (
        Import.objects.defer(*WITHOUT_CONTENT)
        .select_related("uploaded_by")
        .order_by("-uploaded_at", "-pk")
    )


def by_public_id(public_id: str) -> Import | None:
    """Return one import without its file, or None."""
    found = Import.objects.defer("content").select_related("uploaded_by")
    return found.filter(public_id=public_id).first()


def remembered_options() -> Options:
    """Return how the last file that was written was read, as far as it fits another file."""
    last = (
        Import.objects.filter(state=ImportState.APPLIED)
        .order_by("-finished_at", "-pk")
        .values_list("options", "report")
        .first()
    )
    zone = settings.ORGANISATION_TIME_ZONE
    if last is None:
        return Options(time_zone=zone)
    options = Options.of(last[0])
    by_tree = last[1].get("levels_from_tree")
    return Options(
        date_order=options.date_order,
        mapping=options.mapping,
        level_from="tree" if by_tree else options.level_from,
        grades=options.grades,
        time_zone=zone,
    )


def rows_as_written(import_: Import, lines: Collection[int]) -> dict[int, list[str]]:
    """Return the cells of these lines of the file, whole and uncorrected; one query at most."""
    source = open_source(bytes(import_.content), Options.of(import_.options))
    return {record.line: record.cells for record in source.records() if record.line in lines}
