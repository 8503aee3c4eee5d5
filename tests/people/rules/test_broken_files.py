"""The same file broken in many ways: each time one clear message, and nothing written."""

from dataclasses import dataclass

import pytest

from tests.cast import THEN
from tests.factories.people import people_file, row
from viceversa.kernel.actor import OPERATOR
from viceversa.people.actions.applying import UnableToImport, import_now
from viceversa.people.models import Import, Person
from viceversa.people.rules.reading import read
from viceversa.people.rules.sentences import message, place, remedy

PEOPLE = 20


def whole(**broken: str) -> bytes:
    """A good file of twenty people, the eleventh (line 12) with the cells given."""
    rows = [row(number) for number in range(PEOPLE)]
    rows[10] = row(10, **broken)
    return people_file(rows)


def line(text: str) -> bytes:
    """A good file with its line 12 replaced as it stands."""
    lines = whole().decode().split("\r\n")
    lines[11] = text
    return "\r\n".join(lines).encode()


def with_column(name: str, text: str) -> bytes:
    """A good file with one column more, filled in on line 12 only."""
    rows = [{**row(number), name: text if number == 10 else ""} for number in range(PEOPLE)]
    return people_file(rows)


def header(**renamed: str) -> bytes:
    """A good file with columns renamed."""
    text = whole().decode()
    first, _, rest = text.partition("\r\n")
    names = [renamed.get(name.replace(" ", "_"), name) for name in first.split(";")]
    return f"{';'.join(names)}\r\n{rest}".encode()


@dataclass(frozen=True)
class Broken:
    """A broken file and what the message must say: code, line, column, the fix if there is one."""

    code: str
    content: bytes
    line: int = 12
    column: str = ""
    fix: str | None = None


BROKEN = [
    Broken("empty-file", b"  \r\n", line=0),
    Broken("not-a-table", b"%PDF-1.7 \x00\x01", line=0),
    Broken("damaged-spreadsheet", b"PK\x03\x04 and then nothing of use", line=0),
    Broken("no-rows", people_file([], columns=["id", "name"]), line=0),
    Broken("no-header", b"1;2;3\r\n4;5;6\r\n", line=1),
    Broken("no-key-column", header(id="Kennung", email="Post"), line=1),
    Broken("no-name-column", header(first_name="Rufname"), line=1),
    Broken("column-twice", header(title="e-mail"), line=1, column="email"),
    Broken("quote-not-closed", line('0010;a@b.example;"Zoë;Rossi;;;;2;')),
    Broken("stray-quote", line('0010;a@b.example;"Zoë" M.;Rossi;;;;2;')),
    Broken("huge-cell", line(f"0010;a@b.example;Zoë;{'x' * 1_000_001};;;;2;")),
    Broken("too-many-cells", line("0010;a@b.example;Zoë;Rossi;Chief; of staff;Dati;Bari;2;")),
    Broken("too-few-cells", line("0010;a@b.example;Zoë")),
    Broken("no-key", whole(id="", email=""), column="email"),
    Broken("no-name", whole(first_name=""), column="first_name"),
    Broken(
        "email-comma",
        whole(email="zoe@altavalle,example"),
        column="email",
        fix="zoe@altavalle.example",
    ),
    Broken("bad-email", whole(email="zoe.altavalle.example"), column="email"),
    Broken("damaged-letter", whole(last_name="Kova?evi?"), column="last_name"),
    Broken("twice-encoded", whole(last_name="Dallâ€™Ã’"), column="last_name", fix="Dall’Ò"),
    Broken("bad-level", whole(level="12345"), column="level"),
    Broken("too-long", whole(title="x" * 201), column="title"),
    Broken("control-character", whole(site="Tor\x07ino"), column="site", fix="Torino"),
    Broken("sheet-error", whole(site="#N/D"), column="site"),
    Broken("shortened-number", whole(id="1,23E+10"), column="id"),
    Broken("impossible-date", with_column("hired on", "31/02/2020"), column="hired_on"),
    Broken("bad-date", with_column("hired on", "spring"), column="hired_on"),
    Broken(
        "date-order", with_column("hired on", "02/25/2020"), column="hired_on", fix="2020-02-25"
    ),
    Broken("date-too-early", with_column("hired on", "01/01/1900"), column="hired_on"),
    Broken("unknown-country", with_column("country", "Itlay"), column="country", fix="IT"),
    Broken("unknown-language", with_column("languages", "it|klingon"), column="languages"),
    Broken("unknown-status", with_column("status", "perhaps"), column="status"),
    Broken("same-id", whole(id="0003"), line=5, column="id"),
    Broken("same-email", whole(email="PERSONA3@altavalle.example"), line=5, column="email"),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.code)
def test_one_message_says_where_and_what(broken: Broken) -> None:
    reading = read(broken.content, "people.csv")
    found = reading.faults + reading.problems
    assert [(p.code, p.line, p.column) for p in found] == [
        (broken.code, broken.line, broken.column)
    ]
    assert found[0].fix == broken.fix


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.code)
@pytest.mark.parametrize("language", ["en", "it"])
def test_the_message_is_a_sentence_with_a_remedy(broken: Broken, language: str) -> None:
    reading = read(broken.content, "people.csv")
    (found,) = reading.faults + reading.problems
    said = f"{place(found, language)}: {message(found, language)}. {remedy(found, language)}"
    assert "{" not in said
    assert remedy(found, language).endswith(".")
    if broken.line:
        assert str(broken.line) in place(found, language)


@pytest.mark.django_db
@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.code)
def test_nothing_is_written(broken: Broken) -> None:
    with pytest.raises(UnableToImport) as raised:
        import_now(file_name="people.csv", content=broken.content, actor=OPERATOR, now=THEN)
    assert len(raised.value.details) == 1
    assert not Person.objects.exists()
    assert not Import.objects.exists()


def test_the_unbroken_file_has_no_problem() -> None:
    reading = read(whole(), "people.csv")
    assert (reading.faults, reading.problems, len(reading.rows)) == ([], [], PEOPLE)
