"""What a people file would change in a cohort as both are now: read, planned, reported."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem as Unread
from viceversa.people.rules.reading import Reading, read
from viceversa.programmes.actions.enrolments import UnableToEnrol
from viceversa.programmes.messages import doubt_sentences, file_failure
from viceversa.programmes.models import Cohort, EnrolmentFile
from viceversa.programmes.queries.enrolment_files import lookups, target
from viceversa.programmes.rules.enrolment_plan import Plan, plan
from viceversa.programmes.rules.enrolment_report import report_of
from viceversa.programmes.rules.enrolment_row import Row

type Progress = Callable[[str, int, int], None]
type Report = dict[str, Any]


class UnableToUseFile(UnableToEnrol):
    """The file cannot be read, says nothing of roles, or would now write something else.

    `why` and `faults` are what `fail` keeps, so that a page can say it in its reader's language.
    """

    def __init__(self, why: str, file_name: str, faults: list[dict[str, Any]]) -> None:
        super().__init__(*file_failure(why, file_name, faults))
        self.why, self.faults = why, faults


def read_file(file: EnrolmentFile, progress: Progress | None = None) -> Reading:
    """Return the rows of a kept file; raises `UnableToUseFile`."""
    content = bytes(file.content)
    return read_content(content, file.file_name, Options.of(file.options), progress)


def read_content(
    content: bytes, file_name: str, options: Options, progress: Progress | None = None
) -> Reading:
    """Return the rows of a people file that has roles; raises `UnableToUseFile`."""
    expected = content.count(b"\n")

    def told(done: int) -> None:
        if progress:
            progress("reading", done, max(done, expected))

    reading = read(content, file_name, options, progress=told)
    if reading.faults:
        raise UnableToUseFile("unreadable", file_name, [p.as_json() for p in reading.faults])
    if "role" not in reading.columns:
        raise UnableToUseFile("no-role", file_name, [])
    return reading


def compare(
    cohort: Cohort,
    reading: Reading,
    answers: Mapping[str, Any],
    *,
    only: frozenset[str] | None = None,
) -> tuple[Plan, Report]:
    """Return what would be written and its report; `only` keeps the rows of these keys."""
    skipped = frozenset(answers.get("left_out", ()))
    unread = [problem for problem in reading.problems if problem.line not in skipped]
    lines = {problem.line for problem in unread}
    rows = (
        _row(row, reading)
        for row in reading.rows
        if row.line not in lines and (only is None or row.key in only)
    )
    planned = plan(rows, lookups(answers), target(cohort), skipped)
    told: list[Unread] = unread if only is None else []  # problem rows have no sure key
    return planned, report_of(planned, rows=reading.count, unread=told)


def refuse_doubts(report: Mapping[str, Any]) -> None:
    """Raise `UnableToEnrol` while a report has something open."""
    if not report.get("ready"):
        raise UnableToEnrol(
            _("Nothing was written: the file still has doubts to settle."), doubt_sentences(report)
        )


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
