"""What only shows when all rows are side by side: the same key twice, and the reporting line."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from viceversa.people.rules.keys import Keys
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.rows import Row
from viceversa.people.rules.tree import cycles

CANDIDATES = 12  # people offered in place of a line manager who cannot be found


def contradictions(rows: Iterable[Row]) -> tuple[list[Problem], set[int]]:
    """Return a problem for each row that repeats an id or e-mail, and the lines concerned.

    Which of the two is right only a person can say, so both stay out until someone has chosen.
    """
    problems: list[Problem] = []
    lines: set[int] = set()
    ids: dict[str, Row] = {}
    emails: dict[str, Row] = {}
    for row in rows:
        twin = ids.setdefault(row.id, row) if row.id else row
        code, column, value = "same-id", "id", row.id
        if twin is row and row.email:
            twin = emails.setdefault(row.email, row)
            code, column, value = "same-email", "email", row.email
        if twin is not row:
            lines |= {twin.line, row.line}
            data = {"first_name": twin.name, "second_name": row.name}
            problems.append(
                Problem(
                    code,
                    "problem",
                    line=twin.line,
                    column=column,
                    value=value,
                    data=data,
                    other_line=row.line,
                )
            )
    return problems, lines


def link_managers(
    rows: Iterable[Row], keys: Keys, known: Collection[str], left_out: Collection[str]
) -> list[Problem]:
    """Set `manager_key` and `manager_known` of every row; return the warnings.

    `known` holds keys of the directory outside the file, `left_out` the keys of rows with problems.
    """
    warnings: list[Problem] = []
    listed = list(rows)
    for row in listed:
        if not row.manager:
            continue
        found = keys.find(row.manager)
        if found is not None:
            row.manager_key = found.key
        elif row.manager in known or row.manager.lower() in known:
            row.manager_key = ""
        else:
            row.manager_known = False
            out = row.manager in left_out or row.manager.lower() in left_out
            alike = None if out else keys.alike(row.manager)
            warnings.append(
                Problem(
                    "manager-left-out" if out else "manager-missing",
                    "warning",
                    line=row.line,
                    column="manager",
                    value=row.manager[:300],
                    data={"name": row.name, "suggestion": alike.name if alike else ""},
                    fix=alike.key if alike and alike is not row else None,
                )
            )
    return _with_candidates(warnings, listed) if warnings else []


def _with_candidates(warnings: list[Problem], rows: list[Row]) -> list[Problem]:
    """Add who leads somebody in the unit of the row, or in the units above it, nearest first."""
    leading = {row.manager_key for row in rows if row.manager_key}
    by_unit: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row.key in leading:
            by_unit.setdefault(row.unit, []).append(row)
    units = {row.line: row.unit for row in rows}
    found: list[Problem] = []
    for warning in warnings:
        unit = units[warning.line]
        near = [
            [row.key, ", ".join(filter(None, (row.name, row.title)))]
            for length in range(len(unit), -1, -1)
            for row in by_unit.get(unit[:length], ())
            if row.line != warning.line
        ]
        found.append(replace(warning, data={**warning.data, "candidates": near[:CANDIDATES]}))
    return found


def break_circles(rows: Iterable[Row]) -> list[Problem]:
    """Cut every circle of the reporting line, so that the tree is a tree; return the warnings.

    Nobody on a circle keeps their line manager: which link is wrong cannot be told from the file.
    """
    by_key = {row.key: row for row in rows}
    parents = {row.key: row.manager_key for row in by_key.values() if row.manager_key}
    warnings: list[Problem] = []
    for circle in cycles(parents):
        members = [by_key[key] for key in circle]
        first = min(members, key=lambda row: row.line)
        for row in members:
            row.manager_key, row.manager_known = "", False
        warnings.append(
            Problem(
                "own-manager" if len(members) == 1 else "manager-circle",
                "warning",
                line=first.line,
                column="manager",
                value=first.manager[:300],
                data={
                    "name": first.name,
                    "count": len(members),
                    "people": [row.name for row in members[:8]],
                    "lines": [row.line for row in members],
                },
            )
        )
    return warnings
