"""Files as European offices export them are read without a question."""

import io
import zipfile
from datetime import date

import openpyxl
import openpyxl.styles
import pytest

from tests.factories.people import people_file, row
from viceversa.people.rules.options import Options
from viceversa.people.rules.reading import Reading, read

ITALIAN = (
    "Matricola", "E-mail", "Nome", "Cognome", "Ruolo", "Unità", "Sede", "Livello",
    "Data assunzione", "Matricola responsabile", "Lingue",
)  # fmt: skip
NAMES = (("Nicolò", "D’Agnolo"), ("José", "Müller"), ("Chloé", "Dall’Ò"), ("Zoë", "Perù"))


def two_thousand(encoding: str, separator: str = ";") -> bytes:
    """An Italian export: day-first dates, accents, multi-valued cells, line managers by id."""
    lines = [separator.join(ITALIAN)]
    for number in range(2000):
        first, last = NAMES[number % 4]
        cells = (
            f"{number:05d}", f"p{number}@altavalle.example", first, last, "Analista",
            "Gruppo > Qualità", "Forlì", str(number % 6 + 1), f"{number % 28 + 1:02d}/03/2019",
            f"{number // 8:05d}" if number else "", '"italiano|inglese"',
        )  # fmt: skip
        lines.append(separator.join(cells))
    return "\r\n".join(lines).encode(encoding)


def assert_whole(reading: Reading) -> None:
    assert (reading.faults, reading.problems, reading.warnings) == ([], [], [])
    assert len(reading.rows) == 2000
    row = reading.rows[13]
    assert (row.first_name, row.last_name) == NAMES[1]
    assert row.hired_on == date(2019, 3, 14)
    assert row.unit == ("Gruppo", "Qualità")
    assert row.languages == ("it", "en")
    assert row.manager_key == "00001"
    assert row.line == 15


@pytest.mark.parametrize(
    ("encoding", "detected"),
    [
        ("cp1252", "cp1252"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_two_thousand_people_are_read_without_a_question(encoding: str, detected: str) -> None:
    reading = read(two_thousand(encoding), "anagrafica.csv")
    assert_whole(reading)
    assert reading.detected.encoding == detected
    assert reading.detected.separator == ";"


def test_the_euro_of_iso_8859_15_is_recognised() -> None:
    content = people_file([row(0, last_name="Škoda", title="Costi in €")], encoding="iso-8859-15")
    reading = read(content, "people.csv")
    assert reading.detected.encoding == "iso-8859-15"
    assert reading.rows[0].title == "Costi in €"


@pytest.mark.parametrize("separator", [",", "\t", "|", ";"])
def test_any_separator_is_recognised(separator: str) -> None:
    rows = [row(number) for number in range(30)]
    reading = read(people_file(rows, separator=separator), "people.csv")
    assert reading.detected.separator == separator
    assert (len(reading.rows), reading.problems) == (30, [])


def test_a_spreadsheet_separator_line_is_obeyed_and_lines_still_count() -> None:
    reading = read(b"sep=;\r\nid;name\r\n1;Anna Rossi\r\n", "people.csv")
    assert reading.rows[0].line == 3


def test_old_mac_line_ends_and_cells_over_several_lines() -> None:
    reading = read(b'id,name,languages\r1,Anna Rossi,"it\ren"\r2,Ugo Neri,fr\r', "people.csv")
    assert [r.languages for r in reading.rows] == [("it", "en"), ("fr",)]
    assert [r.line for r in reading.rows] == [2, 4]


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Matricola", "Nominativo", "Data assunzione", "Livello", "Responsabile"])
    sheet.append(["00012", "D’Agnolo, Sofia", date(2020, 4, 3), 3, None])
    sheet.append([13, "Zoë De Luca", "5/6/2021", 2.0, "00012"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_workbook_keeps_zeros_dates_and_whole_numbers() -> None:
    reading = read(workbook(), "people.xlsx")
    assert reading.detected.kind == "xlsx"
    first, second = reading.rows
    assert (first.id, first.hired_on, first.level) == ("00012", date(2020, 4, 3), 3)
    assert (first.first_name, first.last_name) == ("Sofia", "D’Agnolo")
    assert (second.id, second.hired_on, second.level) == ("13", date(2021, 6, 5), 2)
    assert (second.first_name, second.last_name) == ("Zoë", "De Luca")
    assert second.manager_key == "00012"


def sheet(*cells: tuple[str, str], bold: tuple[str, ...] = ()) -> bytes:
    """A workbook with a person in its first sheet, and these cells."""
    book = openpyxl.Workbook()
    for at, text in (("A1", "id"), ("B1", "name"), ("A2", "7"), ("B2", "Anna Rossi"), *cells):
        book.active[at] = text
    for at in bold:
        book.active[at].font = openpyxl.styles.Font(bold=True)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_stray_cell_far_away_is_refused_before_the_sheet_is_unfolded() -> None:
    reading = read(sheet(("XFD1048576", "x")), "people.xlsx")
    assert [fault.code for fault in reading.faults] == ["sheet-too-wide"]


def test_formatted_cells_and_further_sheets_may_be_anywhere() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet(bold=("XFD1", "A1048576"))))
    book.create_sheet("Notes")["XFD1048576"] = "x"
    content = io.BytesIO()
    book.save(content)
    reading = read(content.getvalue(), "people.xlsx")
    assert [(row.id, row.name) for row in reading.rows] == [("7", "Anna Rossi")]


def test_a_workbook_that_unpacks_to_gigabytes_is_refused() -> None:
    content = io.BytesIO(sheet())
    with (
        zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/bomb.bin", "w") as part,
    ):
        for _ in range(650):
            part.write(bytes(1 << 20))
    assert len(content.getvalue()) < 1 << 20
    reading = read(content.getvalue(), "people.xlsx")
    assert [fault.code for fault in reading.faults] == ["file-too-large"]


def test_a_mark_that_no_database_can_keep_is_dropped_from_a_workbook() -> None:
    content = sheet(("C1", "site"), ("C2", "Tor_x0000_ino"))
    assert read(content, "people.xlsx").rows[0].site == "Torino"


MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest='
    '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def open_document() -> bytes:
    """A minimal ODS: what LibreOffice writes, without its styles."""

    def cell(text: str) -> str:
        return (
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    rows = (("id", "name", "site"), ("007", "Ionuț Müller", "Torino"))
    body = "".join(
        f"<table:table-row>{''.join(map(cell, each))}</table:table-row>" for each in rows
    )
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        f'xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0" '
        f'xmlns:text="{office}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", xml)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return content.getvalue()


def test_an_open_document_sheet_is_read() -> None:
    reading = read(open_document(), "people.ods")
    assert reading.detected.kind == "ods"
    assert [(r.id, r.name, r.site) for r in reading.rows] == [("007", "Ionuț Müller", "Torino")]


def test_month_first_is_only_read_when_chosen_and_is_noticed() -> None:
    content = b"id,name,hired on\n1,Anna Rossi,03/25/2020\n2,Ugo Neri,04/05/2020\n"
    reading = read(content, "people.csv")
    assert reading.detected.date_order_seen == "month-first"
    assert [problem.code for problem in reading.problems] == ["date-order"]
    chosen = read(content, "people.csv", Options(date_order="month-first"))
    assert [r.hired_on for r in chosen.rows] == [date(2020, 3, 25), date(2020, 4, 5)]


def test_unknown_columns_are_listed_and_left_alone() -> None:
    reading = read(b"id,name,Buono pasto\n1,Anna Rossi,7\n", "people.csv")
    assert reading.unknown == ("Buono pasto",)
    assert reading.columns == {"id", "name"}
    told = read(
        b"id,name,Buono pasto\n1,A B,7\n", "x.csv", Options(mapping={"Buono pasto": "site"})
    )
    assert told.rows[0].site == "7"


def test_every_column_of_the_guide_is_recognised_in_both_languages() -> None:
    from viceversa.people.rules.columns import COLUMNS, recognise

    for column in COLUMNS:
        for header in (column.name, column.english.upper(), column.italian, f" {column.italian}_ "):
            assert recognise(header) == column.name, header


def test_reading_needs_neither_django_nor_the_heavy_libraries() -> None:
    import subprocess
    import sys

    program = (
        "import sys; sys.modules['django'] = None; "
        "from viceversa.people.rules.reading import read; "
        "from viceversa.people.rules.sentences import message; "
        "assert read(b'id,name\\n1,Anna Rossi\\n', 'x.csv').rows; "
        "assert 'python_calamine' not in sys.modules and 'charset_normalizer' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_quotation_mark_opened_by_mistake_takes_no_neighbour_with_it() -> None:
    content = (
        b'id;name;title\n1;Anna Rossi;"Chief\n2;Ugo Neri;say "yes"\n3;Ida Blu;"a\n""b"\n'
        b'4;Eva Verdi;x" y\n5;"Leo" Gialli;x\n6;Noemi Viola;x\n'
    )
    reading = read(content, "people.csv")
    assert [(p.code, p.line) for p in reading.problems] == [("stray-quote", 2), ("stray-quote", 7)]
    assert [(row.line, row.id) for row in reading.rows] == [
        (3, "2"),
        (4, "3"),
        (6, "4"),
        (8, "6"),
    ]
    assert reading.count == 6
