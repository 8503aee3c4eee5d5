"""The figures beside the reasons add up to the fit that is shown, and no part is distorted."""

from hypothesis import given
from hypothesis import strategies as st

from viceversa.matching.rules.sentences.hundredths import shown

CLOSE = 0.01 + 1e-9


@st.composite
def scored(draw: st.DrawFn) -> list[tuple[float, float]]:
    """Parts as the engine gives them: whole-number weights, criteria in ten-thousandths."""
    weights = draw(st.lists(st.sampled_from([1, 2, 4]), min_size=1, max_size=8))
    earned = [draw(st.sampled_from([0, 5_000, 10_000]) | st.integers(0, 10_000)) for _ in weights]
    whole = sum(weights)
    return [(w / whole, w / whole * e / 10_000) for w, e in zip(weights, earned, strict=True)]


def test_parts_that_would_add_up_to_less() -> None:
    thirds = [(1 / 3, 1 / 3), (1 / 3, 1 / 3), (1 / 3, 1 / 3)]
    assert shown(thirds) == [(0.34, 0.34), (0.33, 0.33), (0.33, 0.33)]


@given(scored())
def test_weights_add_up_to_one_and_nothing_earns_more_than_it_weighs(
    parts: list[tuple[float, float]],
) -> None:
    told = shown(parts)
    assert round(sum(weight for weight, _ in told), 2) == 1
    assert all(earned <= weight for weight, earned in told)


@given(scored())
def test_every_figure_stays_within_a_hundredth(parts: list[tuple[float, float]]) -> None:
    for (weight, earned), (weight_told, earned_told) in zip(parts, shown(parts), strict=True):
        assert abs(weight - weight_told) < CLOSE and abs(earned - earned_told) < CLOSE


@given(scored())
def test_what_is_earned_adds_up_to_the_fit(parts: list[tuple[float, float]]) -> None:
    fit = sum(earned for _, earned in parts)
    told = sum(earned for _, earned in shown(parts))
    assert abs(told - fit) <= 0.005 + 1e-9
