"""The front door: a file's bytes in, everything that can be known about it out."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from viceversa.people.rules.checks import break_circles, contradictions, link_managers
from viceversa.people.rules.columns import AREA
from viceversa.people.rules.dates import seen_order
from viceversa.people.rules.header import Header, faults_of, understand
from viceversa.people.rules.keys import Keys
from viceversa.people.rules.options import DateOrder, Decision, Options
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.records import ENDING, Record
from viceversa.people.rules.rows import NO_DECISION, Row, RowReader
from viceversa.people.rules.seniority import levels_from_tree
from viceversa.people.rules.source import Kind, Source, open_source
from viceversa.people.rules.spreadsheet import Unreadable

EVERY = 1000  # rows between two calls of `progress`
LOOKED_AT = 5000
EXAMPLES = 3
type Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Detected:
    """How the file was read. `date_order_seen` is what its dates prove, None where they fit both.

    `examples` holds the first values of each position, `narrowest` the fewest cells of a row.
    """

    kind: Kind = "csv"
    encoding: str = ""
    separator: str = ""
    date_order: DateOrder = "day-first"
    date_order_seen: DateOrder | None = None
    headers: tuple[Header, ...] = ()
    examples: tuple[tuple[str, ...], ...] = ()
    narrowest: int = 0


@dataclass(slots=True)
class Reading:
    """The outcome: `rows` to be taken in, `problems` of rows left out, `warnings`, or `faults`."""

    faults: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    detected: Detected = field(default_factory=Detected)
    columns: frozenset[str] = frozenset()
    count: int = 0
    left_out: list[int] = field(default_factory=list)  # lines that someone decided to leave out
    keys_left_out: set[str] = field(default_factory=set)  # ids and e-mails of rows not in `rows`
    places: Mapping[str, int] = field(default_factory=dict)
    _source: Source | None = None

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headings that mean no column of ours and about which nobody has decided."""
        return tuple(h.text for h in self.detected.headers if h.how == "unknown" and h.text)

    def with_cells(self, problems: list[Problem]) -> list[Problem]:
        """Add to problems found across rows the rows as written, going through the file again."""
        wanted = {p.line for p in problems} | {p.other_line for p in problems if p.other_line}
        if not wanted or self._source is None:
            return problems
        cells = {
            record.line: tuple(cell[:300] for cell in record.cells[:60])
            for record in _body(self._source)
            if record.line in wanted
        }
        return [
            replace(
                problem,
                cells=cells.get(problem.line, ()),
                position=self.places.get(problem.column),
                header=self._heading(problem.column),
                data={**problem.data, "other_cells": cells.get(problem.other_line, ())}
                if problem.other_line
                else problem.data,
            )
            for problem in problems
        ]

    def _heading(self, column: str) -> str:
        at = self.places.get(column)
        return self.detected.headers[at].text if at is not None else ""


def read(
    content: bytes,
    file_name: str,
    options: Options | None = None,
    decisions: Mapping[int, Decision] | None = None,
    *,
    known: Collection[str] = frozenset(),
    progress: Progress | None = None,
) -> Reading:
    """Read a people file. Never raises for what is in it: see `Reading.faults`.

    `decisions` go by line. `known` are ids and lower-case e-mails that exist outside the file, so
    that a line manager may be one of them. `progress` is told how many rows are read.
    """
    options = options or Options()
    try:
        source = open_source(content, options)
        first = next(iter(source.records()), Record(0, fault="no-rows"))
    except Unreadable as unreadable:
        return Reading(faults=[Problem(unreadable.code, "fault", value=file_name)])
    if first.fault:
        return Reading(faults=[Problem(first.fault, "fault", line=first.line, value=file_name)])
    headers = understand(first, options)
    detected = _detected(source, headers, options)
    faults = faults_of(headers, first)
    if faults:
        return Reading(faults=faults, detected=detected)
    reader = RowReader(
        {h.column: h.position for h in headers if h.column},
        tuple(h.text for h in headers),
        options,
        detected.date_order,
        detected.narrowest,
    )
    reading = Reading(
        detected=detected, columns=frozenset(reader.places), places=reader.places, _source=source
    )
    _rows(reading, reader, _body(source), decisions or {}, progress)
    _together(reading, reader, known)
    return reading


def _body(source: Source) -> Iterator[Record]:
    return islice(source.records(), 1, None)


def _detected(source: Source, headers: tuple[Header, ...], options: Options) -> Detected:
    position = next((h.position for h in headers if h.column == "hired_on"), None)
    dates: list[str] = []
    examples: list[list[str]] = [[] for _ in headers]
    narrowest = 0
    for number, record in enumerate(islice(_body(source), LOOKED_AT)):
        narrowest = min(narrowest, len(record.cells)) if number else len(record.cells)
        for at, cell in enumerate(record.cells[: len(headers)]):
            if at == position:
                dates.append(cell)
            if cell.strip() and len(examples[at]) < EXAMPLES and cell not in examples[at]:
                examples[at].append(cell[:80])
    return Detected(
        source.kind,
        source.encoding,
        source.separator,
        options.date_order or "day-first",
        seen_order(dates),
        headers,
        tuple(tuple(values) for values in examples),
        narrowest,
    )


def _rows(
    reading: Reading,
    reader: RowReader,
    records: Iterable[Record],
    decisions: Mapping[int, Decision],
    progress: Progress | None,
) -> None:
    for record in records:
        if record.fault in ENDING:
            reading.faults.append(Problem(record.fault, "fault", line=record.line))
            reading.rows.clear()
            return
        reading.count += 1
        if progress and reading.count % EVERY == 0:
            progress(reading.count)
        decision = decisions.get(record.line, NO_DECISION)
        if decision.leave_out:
            reading.left_out.append(record.line)
            reading.keys_left_out |= _keys(record.cells, reader.places)
            continue
        row = reader.read(record, decision)
        if row is not None:
            reading.rows.append(row)
    if not reading.count:
        reading.faults.append(Problem("no-rows", "fault"))


def _together(reading: Reading, reader: RowReader, known: Collection[str]) -> None:
    if reading.faults:
        return
    twins, lines = contradictions(reading.rows)
    out = reading.keys_left_out = (
        reading.keys_left_out
        | _keys_left_out(reader)
        | {key for row in reading.rows if row.line in lines for key in (row.id, row.email) if key}
    )
    reading.rows = [row for row in reading.rows if row.line not in lines]
    across = link_managers(reading.rows, Keys(reading.rows), known, out)
    across += break_circles(reading.rows)
    found = reading.with_cells(twins + across)
    every = sorted(reader.problems + found, key=lambda problem: problem.line)
    reading.problems = [p for p in every if p.severity == "problem"]
    reading.warnings = [p for p in every if p.severity == "warning"] + _about_levels(
        reading, reader
    )
    _levels(reading, reader.options)


def _keys_left_out(reader: RowReader) -> set[str]:
    keys: set[str] = set()
    for problem in reader.problems:
        if problem.severity == "problem" and problem.area == "directory":
            keys |= _keys(problem.cells, reader.places)
    return keys


def _keys(cells: Sequence[str], places: Mapping[str, int]) -> set[str]:
    """The id and e-mail of a row as far as they can be read, to recognise whom it is about."""
    texts = [
        cells[places[name]].strip()
        for name in ("id", "email")
        if places.get(name, len(cells)) < len(cells)
    ]
    return {form for text in texts for form in (text, text.lower()) if form}


def _about_levels(reading: Reading, reader: RowReader) -> list[Problem]:
    """One warning a grade, not one a row: a table of grades is filled in once for all."""
    found = [
        Problem("unknown-grade", "warning", column="level", value=grade, data={"count": count})
        for grade, count in reader.unmapped.most_common()
    ]
    if reader.blank_levels and len(reading.rows) > reader.blank_levels:
        found.append(
            Problem("level-blank", "warning", column="level", data={"count": reader.blank_levels})
        )
    return found


def _levels(reading: Reading, options: Options) -> None:
    by_tree = options.level_from == "tree" or (
        options.level_from is None and "level" not in reading.columns
    )
    if not by_tree or "manager" not in reading.columns:
        return
    parents = {row.key: row.manager_key for row in reading.rows if row.manager_key}
    unknown = {row.key for row in reading.rows if row.manager and not row.manager_key}
    levels = levels_from_tree(parents, [row.key for row in reading.rows], unknown)
    for row in reading.rows:
        row.level = levels.get(row.key)


def matching_columns(reading: Reading) -> frozenset[str]:
    """Return the columns of the file that speak of taking part."""
    return frozenset(name for name in reading.columns if AREA[name] == "matching")
