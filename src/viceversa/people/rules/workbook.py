"""How far the first sheet of an XLSX workbook reaches, told before anything is unfolded.

Reading a sheet makes the whole rectangle up to its last cell: a stray word in the last cell of an
empty sheet is a file of one kilobyte and a table of seventeen thousand million cells.
"""

import re
import zipfile
from collections.abc import Iterator

CHUNK = 1 << 20  # bytes
PARTS = 1 << 22  # bytes of the parts that only name sheets
SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?\b\w+:id\s*=\s*[\"']([^\"']+)[\"']")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")


def cells_spanned(archive: zipfile.ZipFile) -> int:
    """Return rows × columns from the first cell to the last one with content; 0 where unknown.

    A cell that is formatted and empty does not count, as it does not when the sheet is read.
    """
    columns: set[bytes] = set()
    last_row = 0
    for text in _chunks(archive, _first_sheet(archive)):
        for column, row in CELL.findall(text):
            columns.add(column)
            if (number := int(row)) > last_row:
                last_row = number
    return last_row * max(map(_number, columns), default=0)


def _first_sheet(archive: zipfile.ZipFile) -> str:
    sheet = SHEET.search(_part(archive, "xl/workbook.xml"))
    wanted = sheet[1] if sheet else b""
    for relation in RELATION.findall(_part(archive, "xl/_rels/workbook.xml.rels")):
        found = dict(re.findall(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']", relation))
        if found.get(b"Id") == wanted:
            target = found.get(b"Target", b"").decode("utf-8", "replace")
            return target[1:] if target.startswith("/") else f"xl/{target}"
    return ""


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(PARTS)


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield the text of a part in pieces, none of them cut within a tag."""
    if name not in archive.namelist():
        return
    with archive.open(name) as part:
        rest = b""
        while piece := part.read(CHUNK):
            whole, mark, cut = (rest + piece).rpartition(b"<")
            yield whole
            rest = mark + cut if len(cut) < CHUNK else b""
        yield rest


def _number(column: bytes) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
