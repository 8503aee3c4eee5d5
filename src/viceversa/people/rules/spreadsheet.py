"""The first sheet of an XLSX, XLS or ODS workbook as the same records a text file gives."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from viceversa.people.rules.records import Record


class Unreadable(Exception):
    """The workbook cannot be opened; `code` is that of the sentence to show."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sheet(content: bytes) -> Iterator[Record]:
    """Yield the non-empty rows of the first sheet; numbers and dates become plain text.

    Dates are written in ISO form, so that the date order of the file does not matter to them.
    Raises Unreadable for a damaged or locked workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if not workbook.sheet_names:
            raise Unreadable("no-rows")
        first = workbook.get_sheet_by_index(0)
        rows = first.iter_rows()
    except PasswordError as error:
        raise Unreadable("locked-spreadsheet") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable("damaged-spreadsheet") from error
    for number, row in enumerate(rows, start=1):
        cells = [_text(value) for value in row]
        if any(cells):
            yield Record(number, cells)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.replace("\x00", "").strip()  # XLSX can write it, no database can keep it
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)
