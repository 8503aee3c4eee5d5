"""Records: the rows of a text file as lists of cells, each with the line on which it begins."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from viceversa.people.rules.columns import recognise
from viceversa.people.rules.options import SEPARATORS

SEPARATOR_LINE = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)  # written by some spreadsheets
ENDING = ("quote-not-closed", "huge-cell")  # after these no row can be told from the next
LOOK_AHEAD = 40  # records compared to choose the separator
csv.field_size_limit(1_000_000)


@dataclass(slots=True)
class Record:
    """One row: the line it begins on and its cells; `fault` is a code where it cannot be split."""

    line: int
    cells: list[str] = field(default_factory=list)
    fault: str = ""


def split(text: str, separator: str) -> Iterator[Record]:
    """Yield the non-empty records of `text`; a fault of ENDING is the last one."""
    source = io.StringIO(text, newline="")
    if SEPARATOR_LINE.match(text):
        source.readline()
        skipped = 1
    else:
        skipped = 0
    taken: list[str] = []  # the lines of the record at hand
    reader = csv.reader(_remembered(source, taken), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + skipped + 1
        taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error) or "field larger" in str(error):
                quoted = any('"' in each for each in taken)
                yield Record(line, fault="quote-not-closed" if quoted else "huge-cell")
                return
            raw = taken[0].rstrip("\r\n").split(separator) if taken else []
            yield Record(line, raw, fault="stray-quote")
            continue
        if any(cell.strip() for cell in cells):
            yield Record(line, cells)


def _remembered(source: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in source:
        taken.append(line)
        yield line


def detect_separator(text: str) -> str:
    """Return the separator under which the header is best understood and the rows agree most."""
    if match := SEPARATOR_LINE.match(text):
        return match[1]
    return max(SEPARATORS, key=lambda separator: _merit(text, separator))


def _merit(text: str, separator: str) -> tuple[int, float, int]:
    rows: list[list[str]] = []
    for record in split(text[:200_000], separator):
        if record.cells and not record.fault:
            rows.append(record.cells)
        if len(rows) == LOOK_AHEAD:
            break
    if not rows:
        return (0, 0.0, 0)
    width = len(rows[0])
    known = sum(recognise(cell) is not None for cell in rows[0])
    agreeing = sum(len(row) == width for row in rows) / len(rows) if width > 1 else 0.0
    return (known if width > 1 else 0, agreeing, width)
