"""One import from the command line, from the file's bytes to its outcome in words."""

import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.people.actions.applying import apply_import, in_words
from viceversa.people.actions.imports import confirm, upload
from viceversa.people.actions.reading import dry_run
from viceversa.people.models import Import
from viceversa.people.queries.imports import remembered_options
from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem


@dataclass(slots=True)
class DryRun:
    """What came of it; `problems` and `warnings` are sentences, the figures count people."""

    file: str
    written: bool = False
    fine: bool = False
    rows: int = 0
    added: int = 0
    changed: int = 0
    leaving: int = 0
    unchanged: int = 0
    missing: int = 0
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    details: list[dict[str, Any]] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """One line for people."""
        figures = (
            f"{self.rows} rows: {self.added} new, {self.changed} changed, {self.leaving} leaving, "
            f"{self.unchanged} unchanged, {len(self.problems)} problems."
        )
        if self.written:
            return f"{figures} Written."
        if self.fine:
            return f"{figures} Nothing written."
        return f"{figures} Nothing written: correct the file, or give --leave-out-problems."

    def as_json(self) -> dict[str, Any]:
        """The same for scripts; `details` has each problem with line, column, value and code."""
        return asdict(self)


class _Undo(Exception):
    """Ends the transaction of a dry run, so that no trace of it stays."""


def import_file(
    path: Path,
    given: dict[str, Any],
    *,
    write: bool,
    leave_out_problems: bool,
    missing_have_left: bool,
    quiet: bool,
) -> DryRun:
    """Read a file and, where `write` and nothing stands against it, write it: all or nothing."""
    outcome = DryRun(path.name)
    try:
        with transaction.atomic():
            import_ = upload(
                file_name=path.name,
                content=path.read_bytes(),
                options=_merged(given),
                deactivate_missing=missing_have_left,
                actor=OPERATOR,
                now=clock.now(),
            )
            import_ = dry_run(import_=import_, progress=None if quiet else _progress)
            _fill(outcome, import_)
            faults = bool(import_.report["faults"])
            outcome.fine = not faults and (leave_out_problems or not outcome.problems)
            if not write or not outcome.fine or not import_.plan:
                raise _Undo
            confirm(import_=import_, actor=OPERATOR, now=clock.now())
            apply_import(import_=import_, actor=OPERATOR, now=clock.now())
            outcome.written = True
    except _Undo:
        pass
    if not quiet:
        print(file=sys.stderr)  # ends the line of progress
    return outcome


def _merged(given: dict[str, Any]) -> Options:
    """What was given, over how the last file was read, over what is recognised."""
    remembered = remembered_options().as_json()
    chosen = {name: value for name, value in given.items() if value not in (None, {})}
    for name in ("mapping", "grades"):
        chosen[name] = {**remembered[name], **chosen.get(name, {})}
    return Options.of({**remembered, **chosen})


def _fill(outcome: DryRun, import_: Import) -> None:
    report = import_.report
    for name in ("rows", "added", "changed", "leaving", "unchanged", "missing"):
        setattr(outcome, name, report.get(name, 0))
    found = [Problem.of(fault) for fault in report["faults"]]
    found += [Problem.of(row.content) for row in import_.problems.order_by("position")]
    for problem in found:
        (outcome.warnings if problem.severity == "warning" else outcome.problems).append(
            in_words(problem)
        )
        outcome.details.append(
            {
                "code": problem.code,
                "severity": problem.severity,
                "line": problem.line,
                "column": problem.column,
                "value": problem.value,
                "fix": problem.fix,
            }
        )


def _progress(stage: str, done: int, total: int) -> None:
    words = {"reading": "Reading", "comparing": "Comparing", "writing": "Writing"}
    print(f"\r{words[stage]} {done} of {total} rows …", end="", file=sys.stderr, flush=True)
