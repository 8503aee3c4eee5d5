"""Problem: one thing in the file that a person should look at, with its place and its remedy."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from viceversa.people.rules.columns import Area

Severity = Literal["fault", "problem", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, or worth knowing, at one place of the file.

    A `fault` stops the whole file, a `problem` keeps its row out, a `warning` lets the row in and
    has a consequence. `line` counts the lines of the file from 1 (rows of the sheet), 0 is the file
    as a whole. `data` fills the sentence of `code` (see `sentences`). `fix` is a text that would be
    right in the cell, `other_line` the second row of a contradiction, `cells` the row as written,
    `position` the cell and `mark` the stretch of it to point at.
    """

    code: str
    severity: Severity
    area: Area = "directory"
    line: int = 0
    column: str = ""
    header: str = ""
    value: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    fix: str | None = None
    other_line: int | None = None
    cells: tuple[str, ...] = ()
    position: int | None = None
    mark: tuple[int, int] | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the plain form for a database field or `--json`."""
        return asdict(self) | {"data": dict(self.data)}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Problem":
        """Return the problem that `as_json` wrote."""
        mark = stored.get("mark")
        return cls(
            **{
                **stored,
                "cells": tuple(stored.get("cells", ())),
                "mark": (mark[0], mark[1]) if mark else None,
            }
        )


class Bad(Exception):
    """Raised by the reader of one cell: `code` and `data` of the sentence, perhaps a `fix`.

    With `warning` the row goes on with `instead` in place of the value.
    """

    def __init__(
        self,
        code: str,
        *,
        fix: str | None = None,
        mark: tuple[int, int] | None = None,
        warning: bool = False,
        instead: Any = None,
        **data: Any,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.fix = fix
        self.mark = mark
        self.warning = warning
        self.instead = instead
        self.data = data
