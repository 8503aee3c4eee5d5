"""Charts: inline SVG with direct labels, a sentence for those who do not see it, and a table."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from viceversa.web.ui.charts import bars, dots, frontier
from viceversa.web.ui.charts import histogram as counted
from viceversa.web.ui.charts import travel as travelled
from viceversa.web.ui.charts.scale import shown
from viceversa.web.ui.component import Values, component


@component("chart")
def histogram(
    bars: Sequence[tuple[float, float, int]],
    *,
    title: str,
    sentence: str,
    note: str = "",
    x_label: str = "",
    y_label: str = "",
    highlight_below: float | None = None,
) -> Values:
    """How many fall into each span; `highlight_below` sets the spans up to there apart."""
    return {
        "drawing": counted.histogram(bars, soft_below=highlight_below),
        "head": [x_label or _("From–to"), y_label or _("Number")],
    }


@component("chart")
def dots_(
    groups: Sequence[tuple[Any, ...]],
    *,
    title: str,
    sentence: str,
    note: str = "",
    mean: float | None = None,
    mean_label: str = "",
    decimals: int = 2,
    group_label: str = "",
    value_label: str = "",
) -> Values:
    """Means with their intervals by group; squares are mentees, circles are mentors."""
    names = {"mentor": _("mentors"), "mentee": _("mentees")}
    roles = {mark[0] for group in groups for mark in (group[1] or ()) if mark[0]}
    return {
        "drawing": dots.dots(groups, mean=mean, decimals=decimals, names=names),
        "mean_text": mean_label
        or (_("mean %(value)s") % {"value": shown(mean, decimals)} if mean is not None else ""),
        "head": [
            group_label or _("Group"),
            _("Role"),
            _("Number"),
            value_label or _("Mean (95% interval)"),
        ],
        "has_mentors": "mentor" in roles,
        "has_mentees": "mentee" in roles,
    }


@component("chart")
def bars_chart(
    rows: Sequence[tuple[Any, ...]],
    *,
    title: str,
    sentence: str,
    note: str = "",
    unit: str = "",
    decimals: int = 0,
    label: str = "",
) -> Values:
    """One length for each thing counted, from zero, with its interval where there is one."""
    return {"drawing": bars.bars(rows, decimals=decimals), "head": [label, unit or _("Number")]}


@component("chart")
def frontier_(
    points: Sequence[tuple[str, float, float, bool]],
    *,
    title: str,
    sentence: str,
    x_label: str,
    y_label: str,
    note: str = "",
    x_decimals: int = 2,
    y_decimals: int = 2,
) -> Values:
    """What one aim costs another; the point that holds now is filled."""
    return {
        "drawing": frontier.frontier(points, x_decimals=x_decimals, y_decimals=y_decimals),
        "head": [_("Aim"), x_label, y_label],
    }


@component("chart")
def travel(
    rows: Sequence[tuple[str, int, int, str, str]],
    *,
    title: str,
    sentence: str,
    low: str,
    high: str,
    before_label: str,
    after_label: str,
    note: str = "",
) -> Values:
    """Where somebody was and is, one line for each competence; `low` and `high` name the ends.

    Rows are (label, level before, level after, words before, words after); levels run from 1 to 8.
    """
    return {"drawing": travelled.travel(rows), "head": [_("Competence"), before_label, after_label]}
