"""Source: the bytes of a file recognised as a text table or a workbook, ready to be split."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from viceversa.people.rules.encoding import decode, detect_encoding
from viceversa.people.rules.options import Options
from viceversa.people.rules.records import Record, detect_separator, split
from viceversa.people.rules.spreadsheet import Unreadable, sheet
from viceversa.people.rules.workbook import cells_spanned

Kind = Literal["csv", "xlsx", "xls", "ods"]
LARGEST = 200 * 1024 * 1024  # bytes; a hundred thousand people are about twenty million
UNPACKED = 3 * LARGEST  # bytes of all parts of a workbook
MOST_CELLS = 10_000_000  # a hundred thousand people with a hundred columns; about 400 MB when read
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FOREIGN = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
)


@dataclass(frozen=True, slots=True)
class Source:
    """An opened file. `encoding` and `separator` are empty for a workbook."""

    kind: Kind
    content: bytes = b""
    text: str = ""
    encoding: str = ""
    separator: str = ""

    def records(self) -> Iterator[Record]:
        """Yield the records from the beginning; may be called again. Raises Unreadable."""
        return split(self.text, self.separator) if self.kind == "csv" else sheet(self.content)


def open_source(content: bytes, options: Options) -> Source:
    """Return the source behind `content`; raises Unreadable with the code of the fault."""
    if not content.strip():
        raise Unreadable("empty-file")
    if len(content) > LARGEST:
        raise Unreadable("file-too-large")
    if content.startswith(OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable("locked-spreadsheet")
        return Source("xls", content)
    if content.startswith(b"PK\x03\x04"):
        return Source(_workbook_kind(content), content)
    if content.startswith(FOREIGN) or content[:200].lstrip().lower().startswith(
        (b"<!doctype", b"<html")
    ):
        raise Unreadable("not-a-table")
    return _text(content, options)


def _workbook_kind(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise Unreadable("file-too-large")
            if "xl/workbook.xml" in names:
                if cells_spanned(archive) > MOST_CELLS:
                    raise Unreadable("sheet-too-wide")
                return "xlsx"
            if "mimetype" in names and b"spreadsheet" in archive.read("mimetype"):
                return "ods"
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError) as error:
        raise Unreadable("damaged-spreadsheet") from error
    raise Unreadable("not-a-table")


def _text(content: bytes, options: Options) -> Source:
    encoding = options.encoding or detect_encoding(content)
    if encoding is None:
        raise Unreadable("not-a-table")
    try:
        text = decode(content, encoding)
    except (UnicodeError, LookupError) as error:
        raise Unreadable("wrong-encoding") from error
    if "\x00" in text:
        raise Unreadable("not-a-table" if options.encoding is None else "wrong-encoding")
    separator = options.separator or detect_separator(text)
    return Source("csv", content, text, encoding, separator)
