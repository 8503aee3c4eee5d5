"""The reporting line: found, missing, in circles, and seniority from it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.factories.people import people_file, row
from viceversa.people.rules.options import Options
from viceversa.people.rules.reading import Reading, read
from viceversa.people.rules.seniority import levels_from_tree
from viceversa.people.rules.tree import cycles, depths


def line_of(*managers: str, columns: str = "id,name,manager") -> Reading:
    """A file in which person n reports to `managers[n]`."""
    rows = [f"{number},Persona {number},{manager}" for number, manager in enumerate(managers)]
    return read("\n".join([columns, *rows]).encode(), "people.csv")


def test_a_manager_is_found_by_id_or_by_email() -> None:
    content = people_file(
        [row(0), row(1, manager="0000"), row(2, manager="PERSONA1@altavalle.example")]
    )
    reading = read(content, "people.csv")
    assert [r.manager_key for r in reading.rows] == ["", "0000", "0001"]


def test_a_missing_manager_is_a_warning_with_a_suggestion_where_only_zeros_are_lost() -> None:
    reading = read(people_file([row(0), row(1, manager="0000"), row(2, manager="1")]), "people.csv")
    (warning,) = reading.warnings
    assert (warning.code, warning.line, warning.fix) == ("manager-missing", 4, "0001")
    assert reading.rows[2].manager_known is False
    assert len(reading.rows) == 3


def test_instead_of_a_missing_manager_those_who_lead_nearby_are_offered() -> None:
    rows = [
        row(0, unit="Gruppo", first_name="Lucia", last_name="Bonfanti", title="Presidente"),
        row(1, unit="Gruppo > Dati", manager="0000"),
        row(2, unit="Gruppo > Dati", manager="0001"),
        row(3, unit="Gruppo > Dati", manager="9999"),
    ]
    (warning,) = read(people_file(rows), "people.csv").warnings
    assert [key for key, _name in warning.data["candidates"]] == ["0001", "0000"]


def test_a_manager_whose_row_is_left_out_is_told_apart() -> None:
    reading = read(people_file([row(0, email="broken"), row(1, manager="0000")]), "people.csv")
    assert [warning.code for warning in reading.warnings] == ["manager-left-out"]


def test_a_circle_is_one_warning_and_nobody_on_it_has_a_manager() -> None:
    reading = line_of("1", "2", "0", "0")
    (warning,) = reading.warnings
    assert (warning.code, warning.data["count"]) == ("manager-circle", 3)
    assert [r.manager_key for r in reading.rows] == ["", "", "", "0"]
    assert [r.manager_known for r in reading.rows] == [False, False, False, True]


def test_being_ones_own_manager_is_said_so() -> None:
    assert [warning.code for warning in line_of("0", "0").warnings] == ["own-manager"]


def test_without_a_level_column_the_level_is_the_height_in_the_tree() -> None:
    assert [r.level for r in line_of("", "0", "1", "0").rows] == [3, 2, 1, 2]


def test_whose_line_is_unknown_gets_no_level_nor_anybody_below() -> None:
    assert [r.level for r in line_of("", "0", "9", "2").rows] == [2, 1, None, None]


def test_a_grade_needs_the_table_and_is_told_once() -> None:
    content = people_file([row(number, level="Q4") for number in range(5)])
    reading = read(content, "people.csv")
    assert [(w.code, w.value, w.data["count"]) for w in reading.warnings] == [
        ("unknown-grade", "Q4", 5)
    ]
    mapped = read(content, "people.csv", Options(grades={"q4": 6}))
    assert {(r.level, r.grade) for r in mapped.rows} == {(6, "Q4")}
    assert mapped.warnings == []


def test_levels_from_job_titles() -> None:
    options = Options(level_from="title", grades={"Analista": 2})
    assert read(people_file([row(0)]), "people.csv", options).rows[0].level == 2


parents = st.dictionaries(st.integers(0, 30), st.integers(0, 30), max_size=30)


@given(parents)
def test_cutting_the_circles_leaves_a_tree_with_honest_depths(tree: dict[int, int]) -> None:
    on_circles = {person for circle in cycles(tree) for person in circle}
    cut = {person: above for person, above in tree.items() if person not in on_circles}
    assert cycles(cut) == []
    depth = depths(cut, range(31))
    for person in range(31):
        assert depth[person] == (depth[cut[person]] + 1 if person in cut else 0)


@given(parents)
def test_a_manager_is_exactly_one_level_above(tree: dict[int, int]) -> None:
    on_circles = {person for circle in cycles(tree) for person in circle}
    cut = {person: above for person, above in tree.items() if person not in on_circles}
    levels = levels_from_tree(cut, range(31), on_circles)
    assert on_circles.isdisjoint(levels)
    for person, above in cut.items():
        if person in levels:
            assert levels[above] == levels[person] + 1
