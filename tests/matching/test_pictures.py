"""Fairness, attention and difference: the plain rules behind the pictures."""

from hypothesis import given
from hypothesis import strategies as st

from viceversa.matching.rules.attention import Facts, flags
from viceversa.matching.rules.difference import compare
from viceversa.matching.rules.fairness import FEWEST, groups, histogram, student

ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Milano", "Bari", "Lyon", "Torino"]),
        st.sampled_from(["mentor", "mentee"]),
        st.floats(0, 1),
    ),
    max_size=60,
)
PAIRS = st.dictionaries(
    st.tuples(st.integers(1, 6), st.integers(1, 6)), st.floats(0, 1), max_size=12
)


@given(ROWS)
def test_no_group_of_fewer_than_five_is_shown_or_given_away(
    rows: list[tuple[str, str, float]],
) -> None:
    found = groups(rows)
    for role in ("mentor", "mentee"):
        hidden = [g for g in found if g.role == role and g.mean is None]
        assert all(g.number >= FEWEST or g.mean is None for g in found)
        others = [g for g in found if g.role == role]
        small = [g for g in hidden if g.number < FEWEST]
        assert not (len(small) == 1 and len(others) > 1 and len(hidden) == 1)


@given(ROWS)
def test_intervals_hold_their_mean(rows: list[tuple[str, str, float]]) -> None:
    for group in groups(rows):
        if group.mean is not None and group.low is not None and group.high is not None:
            assert group.low - 1e-9 <= group.mean <= group.high + 1e-9


def test_student_is_that_of_the_tables() -> None:
    assert abs(student(4) - 2.776) < 0.05
    assert abs(student(30) - 2.042) < 0.002


@given(st.lists(st.floats(0, 1), max_size=50))
def test_every_pair_is_in_one_bar(scores: list[float]) -> None:
    bars = histogram(scores)
    assert sum(count for _low, _high, count in bars) == len(scores)
    if bars:
        assert bars[-1][1] == 1


@given(PAIRS, PAIRS)
def test_a_difference_accounts_for_every_pair(
    before: dict[tuple[int, int], float], now: dict[tuple[int, int], float]
) -> None:
    found = compare(
        [(m, e, s) for (m, e), s in before.items()], [(m, e, s) for (m, e), s in now.items()]
    )
    assert found.kept + len(found.gone) == len(before)
    assert found.kept + len(found.come) == len(now)
    assert {mentee for _mentor, mentee in (*found.gone, *found.come)} == {
        move[0] for move in found.moved
    }


def test_an_empty_lane_and_a_slight_fit_deserve_a_look() -> None:
    assert flags(Facts(0.9, ["ai"], ["career"]), 0.8) == []
    assert flags(Facts(0.9, [], ["career"]), 0.8) == ["nothing-given"]
    assert flags(Facts(0.9, ["ai"], []), 0.8) == ["nothing-returned"]
    assert flags(Facts(0.5, ["ai"], ["career"]), 0.8) == ["slight-fit"]
    assert flags(Facts(0.9, ["ai"], ["career"], ["seniority"]), 0.8) == ["rule-set-aside"]
