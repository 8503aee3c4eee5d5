"""The distribution of fit: a histogram in SVG with its table, and a sentence that says it."""

from collections.abc import Sequence

from viceversa.matching.rules.sentences import Tongue
from viceversa.ops.matching_report.markup import Html, join, tag
from viceversa.ops.words import Words

BINS = 20  # of 0.05 each
WIDTH, HEIGHT, FLOOR = 480.0, 232.0, 196.0
TALLEST = 160.0


def counts(fits: Sequence[float]) -> list[int]:
    """How many fits lie in each twentieth of 0 to 1; a fit of 1 belongs to the last."""
    bins = [0] * BINS
    for fit in fits:
        bins[min(int(fit * BINS + 1e-9), BINS - 1)] += 1
    return bins


def histogram(fits: Sequence[float], words: Words, tongue: Tongue) -> Html:
    """The figure. Shows the range in which there are pairs, at least half of the scale."""
    bins = counts(fits)
    filled = [k for k, n in enumerate(bins) if n]
    first = min(filled[0] if filled else 0, BINS // 2)
    first -= first % 2
    ordered = sorted(fits)
    middle = ordered[(len(ordered) - 1) // 2]
    tenth = ordered[len(ordered) // 10]
    caption = words(
        "fit.caption", count=len(fits), middle=tongue.decimal(middle), tenth=tongue.decimal(tenth)
    )
    said = words("fit.said", low=tongue.decimal(ordered[0]), high=tongue.decimal(ordered[-1]))
    return tag(
        "figure",
        tag("figcaption", words("fit.title"), " ", tag("small", caption)),
        tag(
            "svg", _bars(bins, first), _axis(first, tongue),
            viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", role="img", aria_label=said,
        ),
        _table(bins, words, tongue),
        class_="chart",
    )  # fmt: skip


def _bars(bins: Sequence[int], first: int) -> Html:
    step = (WIDTH - 16) / (BINS - first)
    tallest = max(bins)
    drawn = []
    for k in range(first, BINS):
        if not bins[k]:
            continue
        x, height = 8 + (k - first) * step, bins[k] / tallest * TALLEST
        drawn.append(
            tag(
                "rect", class_="c-ink", x=f"{x + 1:.1f}", y=f"{FLOOR - height:.1f}",
                width=f"{step - 2:.1f}", height=f"{height:.1f}",
            )
        )  # fmt: skip
        drawn.append(
            tag(
                "text", str(bins[k]), class_="c-strong", x=f"{x + step / 2:.1f}",
                y=f"{FLOOR - height - 6:.1f}", text_anchor="middle",
            )
        )  # fmt: skip
    return join(drawn)


def _axis(first: int, tongue: Tongue) -> Html:
    step = (WIDTH - 16) / (BINS - first)
    ticks = [
        tag(
            "text", tongue.decimal(k / BINS, 1), x=f"{8 + (k - first) * step:.1f}",
            y=f"{FLOOR + 18:.0f}", text_anchor="middle",
        )
        for k in range(first, BINS + 1, 2)
    ]  # fmt: skip
    return join(tag("path", class_="c-axis", d=f"M8 {FLOOR + 0.5:.1f}H{WIDTH - 8:.0f}"), ticks)


def _table(bins: Sequence[int], words: Words, tongue: Tongue) -> Html:
    head = tag(
        "tr",
        tag("th", words("fit"), scope="col"),
        tag("th", words("pairs"), scope="col", data_num=True),
    )

    def at(bin_: int) -> str:
        return tongue.decimal(bin_ / BINS)

    rows = [
        tag(
            "tr",
            tag("td", words("fit.range", low=at(k), high=at(k + 1))),
            tag("td", tongue.number(n), data_num=True),
        )
        for k, n in enumerate(bins)
        if n
    ]
    return tag(
        "details",
        tag("summary", words("fit.table")),
        tag("table", tag("thead", head), tag("tbody", rows), class_="table", data_dense=True),
        class_="chart-data",
    )
