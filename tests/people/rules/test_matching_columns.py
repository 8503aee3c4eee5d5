"""The columns that say who takes part, and how."""

import pytest

from viceversa.people.rules.reading import Reading, read
from viceversa.people.rules.wishes import Matching

HEADER = (
    "id,name,role,wants,offers,gives back,wants back,capacity,minimum,availability,prefers,"
    "excludes,previous,waiting"
)


def reading_of(cells: str) -> Reading:
    return read(f"{HEADER}\n1,Anna Rossi,{cells}\n".encode(), "people.csv")


def matching_of(cells: str) -> Matching | None:
    reading = reading_of(cells)
    assert (reading.faults, reading.problems) == ([], [])
    return reading.rows[0].matching


def test_topics_windows_and_people_are_parted() -> None:
    found = matching_of(
        "both,AI assistants:3; Short video,Dati: primi passi:6,Negotiation:2|Visibility,Career:1,"
        "2,1,Mon 09:00-11:00; Mar 14-16:30,2|zoe@altavalle.example,3,4;5,2"
    )
    assert found == Matching(
        roles=("mentor", "mentee"),
        wants=(("AI assistants", 3), ("Short video", None)),
        offers=(("Dati: primi passi", 6),),
        gives_back=(("Negotiation", 2), ("Visibility", None)),
        wants_back=(("Career", 1),),
        capacity=2,
        minimum=1,
        availability=((0, 540, 660), (1, 840, 990)),
        prefers=("2", "zoe@altavalle.example"),
        excludes=("3",),
        previous=("4", "5"),
        waiting=2,
    )


def test_defaults_are_one_place_and_no_minimum() -> None:
    found = matching_of("mentor,,,,,,,,,,,")
    assert found is not None
    assert (found.capacity, found.minimum, found.waiting) == (1, 0, 0)


def test_an_empty_role_means_not_taking_part() -> None:
    assert matching_of(",AI assistants,,,,,,,,,,") is None


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("chief,,,,,,,,,,,", "unknown-role", "role"),
        ("mentee,Video:4,,,,,,,,,,", "bad-weight", "wants"),
        ("mentor,,Video:9,,,,,,,,,", "bad-weight", "offers"),
        ("mentor,,,,,many,,,,,,", "bad-places", "capacity"),
        ("mentor,,,,,1,2,,,,,", "minimum-above-capacity", "minimum"),
        ("mentor,,,,,,,Someday 9-10,,,,", "bad-window", "availability"),
        ("mentor,,,,,,,Mon 11-9,,,,", "window-ends-first", "availability"),
        ("mentor,,,,,,,Mon 9-25,,,,", "bad-window", "availability"),
        ("mentor,,,,,,,,,,,soon", "bad-waiting", "waiting"),
    ],
)
def test_a_fault_here_leaves_the_person_in_the_directory(
    cells: str, code: str, column: str
) -> None:
    reading = reading_of(cells)
    (problem,) = reading.problems
    assert (problem.code, problem.column, problem.area, problem.line) == (
        code,
        column,
        "matching",
        2,
    )
    assert reading.rows[0].matching is None


def test_a_range_of_days_is_a_window_a_day_and_may_pass_the_weekend() -> None:
    found = matching_of("mentor,,,,,,,Lun-Mer 9-10; Sat-Mon 20-21,,,,")
    assert found is not None
    assert [day for day, start, _end in found.availability if start == 540] == [0, 1, 2]
    assert [day for day, start, _end in found.availability if start == 1200] == [0, 5, 6]
