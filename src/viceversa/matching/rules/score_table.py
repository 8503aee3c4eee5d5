"""Any table of scores allocated: names for rows and columns instead of positions."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from viceversa import engine

GROUP = "group"
type Named = tuple[str, str]


class UnreadableTable(Exception):
    """The table cannot be used; the message says which line and what to do."""


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores (rows by columns), NaN where a pair is not allowed; a group for each row, or none."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    scores: tuple[tuple[float, ...], ...]
    groups: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Demands:
    """Fewest and most of every row and every column; pairs that must or must not be; the aim."""

    demand: tuple[int, int] = (0, 1)
    capacity: tuple[int, int] = (0, 1)
    pins: Sequence[Named] = ()
    bans: Sequence[Named] = ()
    objective: str = "nobody-left-out"
    most_of_group: int | None = None


def read(text: str) -> ScoreTable:
    """The table of a CSV file: column names in the first line, row names in the first column.

    A second column called “group” holds a label for each row. An empty cell: not allowed. Raises
    `UnreadableTable`.
    """
    lines = [line for line in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in line)]
    if not lines:
        raise UnreadableTable("The file is empty. Write column names in its first line.")
    head = [cell.strip() for cell in lines[0]]
    grouped = len(head) > 1 and head[1].casefold() == GROUP
    first = 2 if grouped else 1
    columns = tuple(head[first:])
    rows = tuple(line[0].strip() for line in lines[1:])
    _refuse_twice("column", columns)
    _refuse_twice("row", rows)
    scores = tuple(
        _scores(number, line[first:], columns) for number, line in enumerate(lines[1:], start=2)
    )
    groups = tuple(line[1].strip() for line in lines[1:]) if grouped else None
    return ScoreTable(rows, columns, scores, groups)


def _scores(number: int, cells: Sequence[str], columns: Sequence[str]) -> tuple[float, ...]:
    if len(cells) != len(columns):
        found = f"{len(cells)} scores for {len(columns)} columns"
        raise UnreadableTable(f"Line {number}: {found}. Write one cell for each, empty or not.")
    values = []
    for name, cell in zip(columns, cells, strict=True):
        try:
            values.append(float(cell) if cell.strip() else float("nan"))
        except ValueError:
            what = f"“{cell}” is no number. Write one with a point, or leave the cell empty."
            raise UnreadableTable(f"Line {number}, column {name}: {what}") from None
    return tuple(values)


def _refuse_twice(what: str, names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if not name or name in seen:
            fault = f"is there twice: “{name}”" if name else "has no name"
            raise UnreadableTable(f"A {what} {fault}. Give each one its own name.")
        seen.add(name)


def allocated(table: ScoreTable, demands: Demands) -> dict[str, Any]:
    """The best allocation by name. Raises what `engine.allocate` raises, and `UnreadableTable`."""
    groups = None
    if demands.most_of_group is not None:
        if table.groups is None:
            raise UnreadableTable("There is no column “group”. Add it as the second one.")
        groups = (table.groups, demands.most_of_group)
    scores: Sequence[Sequence[float]] = table.scores or [[]]
    found = engine.allocate(
        scores,
        demand=demands.demand,
        capacity=demands.capacity,
        pinned=[_cell(table, pair) for pair in demands.pins],
        banned=[_cell(table, pair) for pair in demands.bans],
        objective=demands.objective,
        groups=groups,
    )
    pairs = [
        {"row": table.rows[i], "column": table.columns[j], "score": table.scores[i][j]}
        for i, j in found.pairs.tolist()
    ]
    return {"pairs": pairs, "value": found.value, "gap": found.gap}


def _cell(table: ScoreTable, pair: Named) -> tuple[int, int]:
    row, column = pair
    for name, names, what in ((row, table.rows, "row"), (column, table.columns, "column")):
        if name not in names:
            raise UnreadableTable(f"There is no {what} “{name}”. Write it as in the file.")
    return table.rows.index(row), table.columns.index(column)


def demands_of(table: ScoreTable, error: engine.Infeasible) -> list[str]:
    """Names of the rows or columns whose minimums cannot be met together."""
    names = {"row": table.rows, "column": table.columns}
    found = [demand.split() for demand in error.demands]
    return [names[what][int(at)] for what, at in found]
