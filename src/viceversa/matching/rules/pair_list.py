"""A hand-made list of pairs: two columns, mentor and mentee, by employee number or e-mail."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

HEADERS = {
    "mentor": {"mentor", "mentore"},
    "mentee": {"mentee"},
    "reason": {"reason", "motivo", "why"},
}
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class ListedPair:
    """A row of the list; `line` counts from 1, the header included."""

    line: int
    mentor: str
    mentee: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListFault:
    """What is wrong with the list: `code`, line (0 for the whole file), column and value."""

    code: str
    line: int = 0
    column: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class PairList:
    """What was read: rows in the order of the file, and every fault."""

    rows: tuple[ListedPair, ...]
    faults: tuple[ListFault, ...]


def read(content: bytes, file_name: str) -> PairList:
    """Read a CSV (any separator; UTF-8, UTF-16, cp1252) or XLSX list; never raises for content."""
    try:
        table = _sheet(content) if _is_workbook(content) else _csv(content)
    except (CalamineError, ValueError, csv.Error):
        return PairList((), (ListFault("unreadable", value=file_name),))
    if not table or not any(table[0]):
        return PairList((), (ListFault("empty", value=file_name),))
    columns = _columns(table[0])
    missing = [name for name in ("mentor", "mentee") if name not in columns]
    if missing:
        return PairList((), tuple(ListFault("column", 1, name) for name in missing))
    if len(table) - 1 > MOST_ROWS:
        return PairList((), (ListFault("long", value=str(len(table) - 1)),))
    return _rows(table[1:], columns)


def _rows(table: Sequence[Sequence[str]], columns: dict[str, int]) -> PairList:
    """Turn cells into pairs; a row with one of the two empty, or said twice, is a fault."""
    rows: list[ListedPair] = []
    faults: list[ListFault] = []
    seen: dict[tuple[str, str], int] = {}
    for line, cells in enumerate(table, start=2):
        value = {
            name: cells[place].strip() if place < len(cells) else ""
            for name, place in columns.items()
        }
        if not any(cell.strip() for cell in cells):
            continue
        empty = [name for name in ("mentor", "mentee") if not value[name]]
        faults += [ListFault("blank", line, name) for name in empty]
        key = (value["mentor"].casefold(), value["mentee"].casefold())
        if not empty and key in seen:
            faults.append(ListFault("twice", line, "mentee", str(seen[key])))
        elif not empty:
            seen[key] = line
            rows.append(ListedPair(line, value["mentor"], value["mentee"], value.get("reason", "")))
    if not rows and not faults:
        faults.append(ListFault("empty"))
    return PairList(tuple(rows), tuple(faults))


def _columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, text in enumerate(header):
        for name, words in HEADERS.items():
            if text.strip().casefold() in words:
                found.setdefault(name, place)
    return found


def _is_workbook(content: bytes) -> bool:
    return content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def _sheet(content: bytes) -> list[list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    """An employee number that a spreadsheet made a number is a whole number again."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _csv(content: bytes) -> list[list[str]]:
    text = _decoded(content)
    if "\0" in text:
        raise ValueError("binary")
    first = text.lstrip("\n\r").splitlines()[0] if text.strip() else ""
    separator = max(";,\t|", key=first.count)
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
