"""Records: the rows of a text file as lists of cells, each with the line on which it begins."""

import csv
import io
import re
from collections.abc import Iterator
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
    """Yield the non-empty records of `text`; a fault of ENDING is the last one.

    A quotation mark that opens a cell by mistake runs on into the rows below; where that shows,
    only the row it stands in is at fault, and the rows below are read again.
    """
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        lines.taken.clear()
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error) or "field larger" in str(error):
                quoted = any('"' in each for each in lines.taken)
                yield Record(line, fault="quote-not-closed" if quoted else "huge-cell")
                return
            yield Record(line, lines.taken[0].rstrip("\r\n").split(separator), fault="stray-quote")
            lines.give_back()
            continue
        if any(cell.strip() for cell in cells):
            yield Record(line, cells)


class _Lines:
    """The lines of a text with their number, able to go back to the second of those taken."""

    def __init__(self, text: str) -> None:
        self._source = io.StringIO(text, newline="")
        self._again: list[str] = []  # the next one last
        self.taken: list[str] = []
        self.number = 0
        if SEPARATOR_LINE.match(text):
            self._source.readline()
            self.number = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._source)
        self.number += 1
        self.taken.append(line)
        return line

    def give_back(self) -> None:
        """Let all lines taken but the first come again."""
        again = self.taken[1:]
        self._again += reversed(again)
        self.number -= len(again)


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
