"""The outcome of trying an enrolment file in plain data, without words of any language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from viceversa.people.rules.problems import Problem as Unread
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.enrolment_plan import Entry, Plan

KEPT = 200  # lines of each kind kept for the page; the counts are always of all


def report_of(planned: Plan, *, rows: int, unread: Sequence[Unread]) -> dict[str, Any]:
    """Return what `EnrolmentFile.report` keeps.

    `unread` are rows that the reader of the file could not take and nobody chose to leave out.
    """
    return {
        "fingerprint": planned.fingerprint(),
        "ready": planned.ready and not unread,
        "rows": rows,
        "added": len(planned.added),
        "changed": len(planned.changed),
        "unchanged": planned.unchanged,
        "without_role": planned.without_role,
        "left_out": planned.left_out,
        "roles": dict(Counter(entry.role for entry in planned.added)),
        "problems": len(planned.problems) + len(unread),
        "unknown": len(planned.unknown),
        "problem_lines": sorted({p.line for p in planned.problems} | {p.line for p in unread}),
        "new_entries": [_new(entry) for entry in planned.added[:KEPT]],
        "changed_entries": [_change(entry) for entry in planned.changed[:KEPT]],
        "problem_entries": [asdict(problem) for problem in planned.problems[:KEPT]],
        "unread_entries": [problem.as_json() for problem in unread[:KEPT]],
        "unknown_entries": [
            asdict(each) | {"lines": each.lines[:5], "count": len(each.lines)}
            for each in list(planned.unknown.values())[:KEPT]
        ],
    }


def _new(entry: Entry) -> dict[str, Any]:
    return {
        "line": entry.line,
        "name": entry.name,
        "role": entry.role,
        "maximum": entry.details.maximum,
        "first": [code for code, _ in entry.details.first],
        "back": [code for code, _ in entry.details.back],
    }


def _change(entry: Entry) -> dict[str, Any]:
    before = entry.before or Details()
    return {
        "line": entry.line,
        "name": entry.name,
        "role": entry.role,
        "fields": [
            {
                "field": field,
                "before": getattr(before, field),
                "after": getattr(entry.details, field),
            }
            for field in entry.changed
        ],
    }
