"""Charts stay inside their drawing, keep the order of what they show, and say it in a table too."""

import re

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from viceversa.web.ui.charts.bars import bars
from viceversa.web.ui.charts.dots import dots
from viceversa.web.ui.charts.frontier import frontier
from viceversa.web.ui.charts.histogram import CEILING, FLOOR, RIGHT, histogram
from viceversa.web.ui.charts.scale import fitted, shown
from viceversa.web.ui.charts.travel import LEFT, travel
from viceversa.web.ui.charts.travel import RIGHT as END

VALUES = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_a_scale_holds_all_values_between_round_ends(values: list[float]) -> None:
    scale = fitted(values, start=0, end=100)
    hair = 1e-6 * max(1.0, scale.step)  # ends are compared in steps
    assert scale.low <= min(values) + hair
    assert scale.high >= max(values) - hair
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 12
    assert ticks[0].at == 0
    assert ticks[-1].at == pytest.approx(100)
    assert len({tick.text for tick in ticks}) == len(ticks)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=40))
def test_bars_of_a_histogram_are_as_high_as_their_counts(counts: list[int]) -> None:
    spans = [(i / 40, (i + 1) / 40, count) for i, count in enumerate(counts)]
    drawing = histogram(spans)
    heights = [bar.height for bar in drawing.bars]
    for one, other in zip(range(len(counts) - 1), range(1, len(counts)), strict=True):
        if counts[one] < counts[other]:
            assert heights[one] <= heights[other]
    assert all(
        CEILING - 0.1 <= bar.y <= FLOOR and bar.x + bar.width <= RIGHT for bar in drawing.bars
    )
    assert len(drawing.rows) == sum(1 for count in counts if count)


def test_an_empty_histogram_is_empty() -> None:
    assert histogram([]).bars == []


def test_bars_set_apart_are_those_up_to_the_line() -> None:
    spans = [(0.3, 0.4, 2), (0.4, 0.5, 3), (0.5, 0.6, 9)]
    assert [bar.soft for bar in histogram(spans, soft_below=0.5).bars] == [True, True, False]


def test_dots_show_no_mark_for_a_hidden_group_and_say_why() -> None:
    groups = [
        ("Milano", [("mentee", 19, 0.85, 0.80, 0.90)]),
        ("Torino", None, "fewer than five"),
    ]
    drawing = dots(groups, mean=0.84, decimals=2, names={"mentee": "mentees"})
    milano, torino = drawing.groups
    assert milano.marks[0].low < milano.marks[0].x < milano.marks[0].high
    assert torino.marks == []
    assert drawing.rows == [
        ("Milano", "mentees", "19", "0.85 (0.80–0.90)"),
        ("Torino", "", "", "fewer than five"),
    ]


def test_bars_start_at_zero_and_keep_their_proportions() -> None:
    drawing = bars([("a", 10), ("b", 40), ("c", None, "hidden")], decimals=0)
    a, b, c = drawing.bars
    assert a.x == b.x == drawing.zero
    assert b.width == pytest.approx(4 * a.width, abs=0.2)
    assert c.reason == "hidden"
    assert c.text == ""


def test_points_of_a_frontier_are_joined_from_left_to_right() -> None:
    points = [("late", 0.6, 170.0, False), ("early", 0.4, 174.0, True)]
    drawing = frontier(points, x_decimals=2, y_decimals=1)
    assert [point.label for point in drawing.points] == ["early", "late"]
    assert drawing.points[0].x < drawing.points[1].x
    assert drawing.points[0].y < drawing.points[1].y  # higher value, nearer the top
    assert drawing.rows[0] == ("early", "0.40", "174.0")


def test_of_two_points_that_nearly_touch_the_upper_has_the_upper_words() -> None:
    points = [
        ("lower", 0.54, 24.67, False),
        ("upper", 0.54, 24.688, True),
        ("far", 0.6, 24.4, True),
    ]
    drawing = frontier(points, x_decimals=2, y_decimals=1)
    words = {point.label: point.text_y for point in drawing.points}
    assert words["upper"] < words["lower"]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    with translation.override("it"):
        assert shown(-1234.5, 1) == "−1.234,5"
    assert shown(-0.001, 2) == "0.00"


def test_places_in_the_drawing_never_follow_the_language() -> None:
    source = '{% histogram spans title="T" sentence="S" %}'
    source += '{% reason title="r" earned=e weight=w scale=w %}'
    values = {"spans": [(0.0, 0.1, 1234), (0.1, 0.2, 7)], "e": 0.11, "w": 0.16}
    with translation.override("it"):
        html = Template(source).render(Context(values))
    places = re.findall(r'\b(?:x|y|width|height|d|viewBox)="([^"]*)"', html)
    assert places
    assert not [place for place in places if "," in place]
    assert "1.234" in html
    assert "<b>0,11</b>" in html


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), min_size=1, max_size=21))
def test_distance_keeps_the_order_of_levels_inside_its_line(steps: list[tuple[int, int]]) -> None:
    drawn = travel([(f"C{n}", b, a, "was", "is") for n, (b, a) in enumerate(steps)])
    for (before, after), way in zip(steps, drawn.ways, strict=True):
        assert LEFT < way.before < END
        assert LEFT < way.after < END
        assert (way.before < way.after) == (before < after)
        assert way.stayed == (before == after)
        assert way.y < drawn.floor < drawn.height
    assert [row[1:] for row in drawn.rows] == [("was", "is")] * len(steps)
