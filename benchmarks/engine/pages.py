"""The tables of docs/engine/benchmarks.md, written anew between their marks."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.engine.bars import Bar

NAMES = {
    "viceversa": "Viceversa",
    "scipy-dense": "SciPy, dense assignment",
    "ortools-full": "OR-Tools, all pairs",
    "greedy": "greedy",
    "top-k": "best 32 a mentee, nothing else",
    "deferred-acceptance": "deferred acceptance",
}


def rewrite(page: Path, bars: Sequence[Bar], report: dict[str, Any]) -> None:
    """Replace what stands between `<!-- NAME -->` and `<!-- /NAME -->`, and nothing else."""
    text = page.read_text(encoding="utf-8")
    tables = {
        "bars": bars_table(bars),
        "peers": peers_table(report["results"]),
        "growth": growth_table(report["growth"]),
    }
    for name, table in tables.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = marks.sub(lambda m, table=table: f"{m[1]}{table}\n{m[2]}", text)
    page.write_text(text, encoding="utf-8")


def bars_table(bars: Sequence[Bar]) -> str:
    """What, measured, bar, whether it holds, the command."""
    lines = ["| what | measured | bar | holds | command |", "|---|---|---|---|---|"]
    for bar in bars:
        found = "not measured" if bar.measured is None else _figure(bar.measured, bar.unit)
        limit = f"{'≥' if bar.at_least else '≤'} {_figure(bar.most, bar.unit)}"
        holds = {True: "yes", False: "**no**", None: "–"}[bar.holds]
        lines.append(f"| {bar.what} | {found} | {limit} | {holds} | `{bar.command}` |")
    return "\n".join(lines)


def peers_table(results: Sequence[dict[str, Any]]) -> str:
    """Every method at every size."""
    lines = [
        "| people a side | method | seconds | of processor | MB | of the best sum | left out |",
        "|---|---|---|---|---|---|---|",
    ]
    for r in results:
        share = f"{r['share']:.2%}" if r["share"] is not None else "–"
        lines.append(
            f"| {r['people']:,} | {NAMES[r['method']]} | {r['seconds']:.2f} | {r['cpu']:.2f} "
            f"| {r['megabytes']:,.0f} | {share} | {r['left_out']:,} |"
        )
    return "\n".join(lines)


def growth_table(growth: dict[str, dict[str, float]]) -> str:
    """Fitted exponents."""
    lines = ["| method | time grows as people to the | memory as people to the |", "|---|---|---|"]
    for method, fitted in growth.items():
        figures = f"{fitted['seconds']:.2f} | {fitted['megabytes']:.2f}"
        lines.append(f"| {NAMES[method]} | {figures} |")
    return "\n".join(lines)


def _figure(value: float, unit: str) -> str:
    shown = f"{value:,.0f}" if value >= 100 else f"{value:.2f}".rstrip("0").rstrip(".")
    return f"{shown} {unit}"
