"""Tables out: CSV that a European spreadsheet opens by double click, XLSX, both without formulas.

CSV is written as UTF-8 with a byte order mark and `;`, the list separator where the comma is the
decimal sign: Italian, French and German spreadsheets open it in columns, and whoever imports a file
by hand can choose. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from viceversa.people.rules import formulas

type Cell = str | int | float

WIDEST = 60


def harmless(cell: Cell) -> Cell:
    """Return the cell, with an apostrophe before text that would start a formula."""
    return formulas.harmless(cell) if isinstance(cell, str) else cell


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], decimal: str = ".") -> bytes:
    """Return the table as CSV; `decimal` is the sign before the decimals of a float."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(name) for name in header])
    for row in rows:
        writer.writerow(
            [
                f"{cell:.6f}".replace(".", decimal) if isinstance(cell, float) else harmless(cell)
                for cell in row
            ]
        )
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(
    title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]], now: datetime
) -> bytes:
    """Return the table as the only sheet of a workbook, header bold and frozen, cells as text."""
    book = Workbook(write_only=True)
    book.properties.creator = "Viceversa"
    book.properties.created = book.properties.modified = now.replace(tzinfo=None)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for number, name in enumerate(header):
        longest = max([len(str(row[number])) for row in rows[:500]] + [len(name)])
        sheet.column_dimensions[chr(ord("A") + number)].width = min(WIDEST, longest + 3)
    sheet.append([_cell(sheet, name, bold=True) for name in header])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Worksheet, value: Cell, *, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)  # XML has no place for control characters
    cell = WriteOnlyCell(sheet, value=harmless(value))
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula, whatever it begins with
    if bold:
        cell.font = Font(bold=True)
    return cell
