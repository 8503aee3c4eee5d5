"""Options: how a file is to be read, as detected or as someone corrected it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

DateOrder = Literal["day-first", "month-first"]
LevelSource = Literal["column", "title", "tree"]
ENCODINGS = ("utf-8", "utf-16", "cp1252", "iso-8859-15", "mac-roman")
SEPARATORS = (";", ",", "\t", "|")
DATE_ORDERS: tuple[DateOrder, ...] = ("day-first", "month-first")
LEVEL_SOURCES: tuple[LevelSource, ...] = ("column", "title", "tree")


@dataclass(frozen=True, slots=True)
class Options:
    """The reader's settings; None means that it finds out by itself.

    `mapping` goes from a header as written to a column name, or to "" to leave that column alone.
    `grades` goes from a grade (or a job title, with `level_from="title"`) to a level.
    `time_zone` is the organisation's, for people without one of their own.
    """

    encoding: str | None = None
    separator: str | None = None
    date_order: DateOrder | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    level_from: LevelSource | None = None
    grades: Mapping[str, int] = field(default_factory=dict)
    time_zone: str = "Europe/Rome"

    def as_json(self) -> dict[str, Any]:
        """Return the plain form for a database field."""
        return asdict(self) | {"mapping": dict(self.mapping), "grades": dict(self.grades)}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Options":
        """Return the options that `as_json` wrote; unknown keys are ignored."""
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided about one row: leave it out, or read these cells instead."""

    leave_out: bool = False
    cells: Mapping[str, str] = field(default_factory=dict)
