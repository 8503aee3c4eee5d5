"""Details hold together or say what is wrong; two that mean the same have one tidy form."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.programmes.messages import fault_sentence
from viceversa.programmes.rules.details import Details, changed, faults, joined, tidy

windows = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 1400), st.integers(1, 40)).map(
        lambda w: (w[0], w[1], w[1] + w[2])
    ),
    max_size=12,
)


@given(windows)
def test_joined_windows_cover_the_same_minutes_without_touching(
    given_windows: list[tuple[int, int, int]],
) -> None:
    result = joined(given_windows)

    def covered(some: object) -> set[tuple[int, int]]:
        return {(day, m) for day, start, end in some for m in range(start, end)}

    assert covered(result) == covered(given_windows)
    for one, other in zip(result, result[1:], strict=False):
        assert one[0] < other[0] or one[2] < other[1]


@given(windows, st.permutations(["a", "b", "c"]))
def test_order_and_doubles_do_not_count(
    some: list[tuple[int, int, int]], topics: list[str]
) -> None:
    one = Details(first=tuple((t, 2) for t in topics), windows=tuple(some))
    other = Details(first=(("a", 2), ("b", 2), ("c", 2), ("a", 1)), windows=tuple(reversed(some)))
    assert changed(one, other) == ()
    assert tidy(tidy(one)) == tidy(one)


@pytest.mark.parametrize(
    ("role", "change", "code"),
    [
        ("mentor", {"maximum": 21}, "places"),
        ("mentor", {"minimum": 2}, "minimum"),
        ("mentee", {"first": (("ai", 4),)}, "weight"),
        ("mentor", {"first": (("ai", 9),)}, "level"),
        ("mentor", {"back": (("ai", 4),)}, "weight"),
        ("mentee", {"back": (("ai", 0),)}, "level"),
        ("mentor", {"windows": ((1, 600, 600),)}, "window"),
        ("mentor", {"windows": ((7, 0, 10),)}, "window"),
        ("mentor", {"prefers": (1, 2, 3, 4, 5, 6)}, "too-many-preferred"),
        ("mentor", {"excludes": (99,)}, "self"),
        ("mentor", {"prefers": (3,), "excludes": (3,)}, "both"),
        ("mentor", {"waiting": 1001}, "waiting"),
    ],
)
def test_each_fault_is_found_and_has_a_sentence(
    role: str, change: dict[str, object], code: str
) -> None:
    [fault] = faults(replace(Details(), **change), role, 99)  # type: ignore[arg-type]  # by name
    assert fault.code == code
    assert "%(" not in fault_sentence(fault)


def test_the_same_number_may_be_a_level_and_not_a_weight() -> None:
    assert faults(Details(first=(("ai", 5),)), "mentor") == ()
    assert faults(Details(first=(("ai", 5),)), "mentee") != ()
