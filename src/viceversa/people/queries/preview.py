"""Preview: a people file read and compared with the directory as it is now, nothing written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from viceversa.people.models import Import, Person
from viceversa.people.queries import snapshot
from viceversa.people.rules.known import People
from viceversa.people.rules.mending import mend
from viceversa.people.rules.options import Decision, Options
from viceversa.people.rules.plan import Plan, make_plan
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.reading import Reading, matching_columns, read

MANY_LEAVING = 0.3  # share of the directory from which on a file is probably incomplete
MARKED = re.compile(r"[^\x00-\x7f]|'")
type Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """`reading` and `plan` against `people` at version `version`; `seconds` is what it took."""

    reading: Reading
    plan: Plan
    people: People
    version: int
    seconds: float
    problems: list[Problem]
    warnings: list[Problem]
    levels_from_tree: bool


def preview(import_: Import, progress: Progress | None = None) -> Preview:
    """Read the file of `import_` with its options and decisions, and compare.

    `progress` is called with a stage (`reading`, `comparing`), the rows done and the rows expected.
    """
    started = perf_counter()
    version, people = snapshot.version(), snapshot.people()
    reading = _read(import_, people, progress)
    if progress:
        progress("comparing", 0, reading.count)
    by_tree = not reading.faults and _by_tree(reading, Options.of(import_.options))
    plan = Plan()
    if not reading.faults:
        plan = make_plan(
            reading,
            people,
            levels_from_tree=by_tree,
            deactivate_missing=import_.deactivate_missing,
        )
    found = sorted(reading.problems + plan.problems, key=lambda problem: problem.line)
    return Preview(
        reading,
        plan,
        people,
        version,
        perf_counter() - started,
        list(mend(found, people, reading.places)),
        (_too_many(plan, len(people)) if import_.deactivate_missing else [])
        + plan.warnings
        + reading.warnings,
        by_tree,
    )


def _read(import_: Import, people: People, progress: Progress | None) -> Reading:
    content = bytes(import_.content)
    expected = content.count(b"\n")
    return read(
        content,
        import_.file_name,
        Options.of(import_.options),
        {int(line): Decision(**made) for line, made in import_.decisions.items()},
        known=people.keys(),
        progress=progress and (lambda done: progress("reading", done, max(done, expected))),
    )


def _by_tree(reading: Reading, options: Options) -> bool:
    if options.level_from is not None or "manager" not in reading.columns:
        return options.level_from == "tree"
    return "level" not in reading.columns and not Person.objects.exclude(level=None).exists()


def _too_many(plan: Plan, total: int) -> list[Problem]:
    missing = len(plan.missing)
    if not total or missing / total < MANY_LEAVING:
        return []
    return [Problem("leaving-many", "warning", data={"count": missing, "total": total})]


def report(found: Preview) -> dict[str, Any]:
    """Return the summary of a preview that the page shows and the import keeps."""
    reading, plan = found.reading, found.plan
    detected = reading.detected
    marked = [row.name for row in reading.rows if MARKED.search(row.name)]
    return {
        "rows": reading.count,
        "seconds": round(found.seconds, 1),
        "version": found.version,
        "added": plan.count("added"),
        "changed": plan.count("changed"),
        "leaving": plan.count("leaving"),
        "unchanged": plan.unchanged,
        "missing": len(plan.missing),
        "fields": sum(len(c.values) for c in plan.changes if c.kind != "added"),
        "with_effects": sum(bool(c.effects) for c in plan.changes),
        "problems": len(found.problems),
        "problem_rows": len({p.line for p in found.problems if p.area == "directory"}),
        "warnings": len(found.warnings),
        "left_out": len(reading.left_out),
        "faults": [fault.as_json() for fault in reading.faults],
        "kind": detected.kind,
        "encoding": detected.encoding,
        "separator": detected.separator,
        "date_order": detected.date_order,
        "date_order_seen": detected.date_order_seen,
        "headers": [
            {"text": h.text, "column": h.column, "how": h.how, "examples": list(examples)}
            for h, examples in zip(detected.headers, detected.examples, strict=True)
        ],
        "levels_from_tree": found.levels_from_tree,
        "matching": bool(matching_columns(reading)),
        "marked": len(marked),
        "marked_examples": _spread(marked, 5),
    }


def _spread(names: list[str], count: int) -> list[str]:
    """A few names from the whole length of the list, each with another odd letter."""
    seen: dict[str, str] = {}
    for name in names:
        letter = MARKED.findall(name)[-1]
        seen.setdefault(letter, name)
    return list(dict.fromkeys(seen.values()))[:count]
