"""Row: one person as the file describes them, and the reader that makes rows of records."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Any

from viceversa.people.rules import cells as read_cell
from viceversa.people.rules.columns import AREA, Area
from viceversa.people.rules.dates import parse_date
from viceversa.people.rules.folding import fold
from viceversa.people.rules.formulas import as_meant
from viceversa.people.rules.options import DateOrder, Decision, Options
from viceversa.people.rules.problems import Bad, Problem
from viceversa.people.rules.records import Record
from viceversa.people.rules.wishes import Matching, matching, roles

LEVELS = (-999, 999)
NO_DECISION = Decision()


@dataclass(slots=True)
class Row:
    """A person of the file. Empty texts, None and empty tuples mean an empty cell or no column.

    `time_zone` empty means the organisation's. `manager` is as written; `manager_key` is the key of
    the person found in the file. `manager_known` is False where someone is named but not found,
    or where the line runs in a circle. `grade` is the text from which a table made the level.
    """

    line: int
    id: str = ""
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    title: str = ""
    unit: tuple[str, ...] = ()
    site: str = ""
    country: str = ""
    time_zone: str = ""
    languages: tuple[str, ...] = ()
    level: int | None = None
    grade: str = ""
    hired_on: date | None = None
    manager: str = ""
    status: str = "active"
    matching: Matching | None = None
    manager_key: str = ""
    manager_known: bool = True

    @property
    def key(self) -> str:
        """The id, or the e-mail where there is none."""
        return self.id or self.email

    @property
    def name(self) -> str:
        """First name, then last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True)
class RowReader:
    """Makes rows of records, and collects the problems on the way.

    `places` are the positions of the columns in a record, `headers` the header as written.
    `narrowest` is the least number of cells in a row: an export may end every row with a separator.
    `unmapped` counts the grades that the table of `options` does not know, with their first line.
    """

    places: Mapping[str, int]
    headers: tuple[str, ...]
    options: Options
    order: DateOrder
    narrowest: int = 0
    problems: list[Problem] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)
    blank_levels: int = 0
    _parsers: dict[str, Callable[[str], Any]] = field(init=False)
    _grades: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self._grades = {fold(grade): level for grade, level in self.options.grades.items()}
        memo = lru_cache(maxsize=4096)  # units, sites and countries come again and again
        self._parsers = {
            "id": read_cell.identifier,
            "email": read_cell.email,
            "unit": memo(read_cell.unit),
            "country": memo(read_cell.country),
            "time_zone": memo(partial(read_cell.time_zone, default=self.options.time_zone)),
            "languages": memo(read_cell.languages),
            "hired_on": memo(partial(parse_date, order=self.order)),
            "status": memo(read_cell.status),
        }

    def read(self, record: Record, decision: Decision = NO_DECISION) -> Row | None:
        """Return the row, or None where a problem of the directory keeps it out."""
        before = len(self.problems)
        texts = self._texts(record, decision)
        if texts is None:
            return None
        row = Row(record.line)
        for column, text in texts.items():
            if text and AREA[column] == "directory" and column not in ("level", "name"):
                self._fill(row, record, column, text)
        self._name(row, record, texts)
        self._level(row, record, texts)
        if not row.id and not row.email and not self._told(before, {"id", "email"}):
            self._report(record, "email" if "email" in self.places else "id", "", Bad("no-key"))
        if any(p.severity == "problem" for p in self.problems[before:]):
            return None
        self._matching(row, record, texts)
        return row

    def _texts(self, record: Record, decision: Decision) -> dict[str, str] | None:
        found = record.cells
        if record.fault:
            self._report(record, "", "", Bad(record.fault))
            return None
        width = len(self.headers)
        if len(found) > max(width, self.narrowest) or any(cell.strip() for cell in found[width:]):
            self._report(record, "", "", Bad("too-many-cells", found=len(found), expected=width))
            return None
        if len(found) < width:
            self._report(record, "", "", Bad("too-few-cells", found=len(found), expected=width))
            return None
        texts = {column: _tidy(found[at]) for column, at in self.places.items()}
        texts.update({column: _tidy(text) for column, text in decision.cells.items()})
        return texts

    def _fill(self, row: Row, record: Record, column: str, text: str) -> None:
        try:
            read_cell.check_text(column, text)
            if column in ("first_name", "last_name") and (bad := read_cell.damaged(text)):
                raise bad
            parse = self._parsers.get(column)
            setattr(row, column, parse(text) if parse else text)
        except Bad as bad:
            if bad.warning:
                setattr(row, column, bad.instead)
            self._report(record, column, text, bad)

    def _name(self, row: Row, record: Record, texts: Mapping[str, str]) -> None:
        whole = texts.get("name", "")
        if whole and not row.first_name:
            try:
                read_cell.check_text("name", whole)
                if bad := read_cell.damaged(whole):
                    raise bad
                first, last = read_cell.names(whole)
                row.first_name, row.last_name = first, row.last_name or last
            except Bad as bad:
                self._report(record, "name", whole, bad)
                return
        if not row.first_name and row.last_name and "first_name" not in self.places:
            row.first_name, row.last_name = row.last_name, ""
        if not row.first_name and not texts.get("first_name"):
            column = "name" if "name" in self.places else "first_name"
            self._report(record, column, "", Bad("no-name"))

    def _level(self, row: Row, record: Record, texts: Mapping[str, str]) -> None:
        if self.options.level_from == "tree":
            return
        by_title = self.options.level_from == "title"
        text = row.title if by_title else texts.get("level", "")
        if not text:
            self.blank_levels += "level" in self.places
            return
        if by_title or not text.lstrip("+-").replace(".", "", 1).replace(",", "", 1).isdigit():
            row.grade = text[:60]
            row.level = self._grades.get(fold(text))
            if row.level is None:
                self.unmapped[text] += 1
            return
        try:
            row.level = read_cell.whole(text, *LEVELS, "bad-level")
        except Bad as bad:
            self._report(record, "level", text, bad)

    def _matching(self, row: Row, record: Record, texts: Mapping[str, str]) -> None:
        if "role" not in texts:
            return
        column = "role"
        try:
            taking = roles(texts["role"])
            if taking:
                row.matching = matching(
                    {name: texts[name] for name in texts if AREA[name] == "matching"}, taking
                )
        except Bad as bad:
            column = bad.data.pop("column", column)
            self._report(record, column, texts.get(column, ""), bad, area="matching")

    def _told(self, since: int, columns: set[str]) -> bool:
        return any(problem.column in columns for problem in self.problems[since:])

    def _report(
        self, record: Record, column: str, text: str, bad: Bad, area: Area = "directory"
    ) -> None:
        at = self.places.get(column)
        self.problems.append(
            Problem(
                bad.code,
                "warning" if bad.warning else "problem",
                area,
                line=record.line,
                column=column,
                header=self.headers[at] if at is not None else "",
                value=text[:300],
                data=bad.data,
                fix=bad.fix,
                cells=tuple(cell[:300] for cell in record.cells[:60]),
                position=at,
                mark=bad.mark,
            )
        )


def _tidy(text: str) -> str:
    """Composed accents, no blanks around; line breaks stay, since they part several values."""
    text = as_meant(text.strip())
    return text if text.isascii() else unicodedata.normalize("NFC", text).replace("\xa0", " ")
