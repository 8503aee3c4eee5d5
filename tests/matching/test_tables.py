"""Tables out and in: exports without formulas, hand-made lists with their faults named."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.cast import THEN
from tests.factories.matching import pair, prepared_round, solved_round
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.actions.exporting import export
from viceversa.matching.models import Decision
from viceversa.matching.queries.pair_lists import check_file
from viceversa.matching.rules.pair_list import read
from viceversa.matching.rules.sheets import as_csv, as_xlsx, harmless

NOW = datetime(2026, 9, 7, tzinfo=UTC)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "  ="])
def test_a_cell_never_starts_a_formula(start: str) -> None:
    content = as_csv(["name"], [[start + "HYPERLINK(1)"]]).decode("utf-8-sig")
    assert content.splitlines()[1].lstrip('"').startswith("'")
    sheet = load_workbook(io.BytesIO(as_xlsx("T", ["name"], [[start + "1+1"]], NOW))).active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"


def test_a_workbook_leaves_out_what_xml_cannot_hold() -> None:
    book = load_workbook(io.BytesIO(as_xlsx("Pairs", ["Name"], [["Zoë\x0b\x01 Rizzo"]], NOW)))
    assert book["Pairs"]["A2"].value == "Zoë Rizzo"


def test_csv_opens_by_double_click_in_europe() -> None:
    content = as_csv(["Nome", "Affinità"], [["Dall’Ò", 0.5]], ",")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Dall’Ò;0,500000" in content.decode("utf-8-sig")


@given(st.text(max_size=30))
def test_harmless_changes_nothing_but_the_start(text: str) -> None:
    assert harmless(text) in (text, "'" + text)


@pytest.mark.parametrize(
    "content",
    [
        "mentor;mentee\r\n1;2\r\n".encode("utf-8-sig"),
        "Mentee,Mentor\n2,1\n".encode("cp1252"),
        "mentor\tmentee\n1\t2\n".encode("utf-16"),
        as_xlsx("T", ["mentor", "mentee"], [["1", "2"]], NOW),
    ],
)
def test_lists_in_any_dress_mean_the_same(content: bytes) -> None:
    found = read(content, "pairs")
    assert [(row.mentor, row.mentee) for row in found.rows] == [("1", "2")]
    assert found.faults == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"a;b\n1;2\n", "column"),
        (b"mentor;mentee\n", "empty"),
        (b"mentor;mentee\n;2\n", "blank"),
        (b"mentor;mentee\n1;2\n1;2\n", "twice"),
        (b"PK\x03\x04 broken", "unreadable"),
        (b"\x00\x01\x02", "unreadable"),
    ],
)
def test_what_is_wrong_with_a_list_is_named(content: bytes, code: str) -> None:
    assert code in {fault.code for fault in read(content, "pairs.csv").faults}


@given(st.binary(max_size=200))
def test_reading_never_breaks(content: bytes) -> None:
    read(content, "anything")


@pytest.mark.django_db
def test_a_list_is_judged_row_by_row_and_pinned_at_once() -> None:
    round = prepared_round(pairs=3)
    mentor, mentee = pair(round, "Sofia", "Alberto")
    key = mentor.person.external_id
    lines = [
        "mentor;mentee",
        f"{key};{mentee.person.email.upper()}",
        f"{key};nobody@altavalle.example",
        f"{key};{pair(round, 'Sofia', 'Silvia')[1].person.external_id}",
    ]
    checked = check_file(round, "\n".join(lines).encode(), "pairs.csv")
    assert [each.line for each in checked.fine] == [2]
    assert [problem.line for problem in checked.problems] == [3, 4]
    assert "nobody@altavalle.example" in checked.problems[0].sentence
    actions.pin_list(
        round=round, version=round.version, pairs=checked.pairs, actor=OPERATOR, now=THEN
    )
    assert Decision.objects.get().mentor == mentor


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["pairs", "left-out"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_exports_are_whole_and_audited(what: str, form: str) -> None:
    round = solved_round(pairs=3)
    content = export(round=round, what=what, form=form, actor=OPERATOR, now=THEN)
    if form == "xlsx":
        sheet = load_workbook(io.BytesIO(content)).active
        assert sheet is not None
        lines = sheet.max_row
    else:
        lines = len(content.decode("utf-8-sig").splitlines())
    assert lines == (4 if what == "pairs" else 1)
    assert Line.objects.filter(verb="pairs.exported").count() == 1
