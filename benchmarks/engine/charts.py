"""Two charts of a benchmark report as SVG: time and memory against people, on log scales."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

WIDTH, HEIGHT, MARGIN = 640, 400, 60
COLOURS = ("#1f5c57", "#b0532a", "#5b4a8a", "#8a7a2e", "#2f6fb0", "#8a2e5b")


def write(report: dict[str, Any], folder: Path) -> list[Path]:
    """Write `seconds.svg` and `megabytes.svg`; the paths written."""
    paths = []
    for key, label in (("seconds", "seconds"), ("megabytes", "megabytes")):
        path = folder / f"{key}.svg"
        path.write_text(chart(report["results"], key, label), encoding="utf-8")
        paths.append(path)
    return paths


def chart(results: Sequence[dict[str, Any]], key: str, label: str) -> str:
    """One chart: a line for each method, people across, both axes logarithmic."""
    across = [math.log10(r["people"]) for r in results]
    up = [math.log10(max(r[key], 1e-3)) for r in results]
    box = (min(across), max(across) + 1e-9, math.floor(min(up)), math.ceil(max(up)) + 1e-9)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{label} against people a side</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *_axes(results, box, label),
    ]
    for k, method in enumerate(sorted({r["method"] for r in results})):
        own = sorted((r for r in results if r["method"] == method), key=lambda r: r["people"])
        points = [_at(math.log10(r["people"]), math.log10(max(r[key], 1e-3)), box) for r in own]
        colour = COLOURS[k % len(COLOURS)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(
            f'<text x="{MARGIN + 10}" y="{MARGIN - 30 + 15 * k}" fill="{colour}">{method}</text>'
        )
    return "\n".join([*parts, "</svg>\n"])


def _at(x: float, y: float, box: tuple[float, float, float, float]) -> tuple[float, float]:
    low_x, high_x, low_y, high_y = box
    return (
        MARGIN + (x - low_x) / (high_x - low_x) * (WIDTH - 2 * MARGIN),
        HEIGHT - MARGIN - (y - low_y) / (high_y - low_y) * (HEIGHT - 2 * MARGIN),
    )


def _axes(
    results: Sequence[dict[str, Any]], box: tuple[float, float, float, float], label: str
) -> list[str]:
    parts = []
    for people in sorted({r["people"] for r in results}):
        x, y = _at(math.log10(people), box[2], box)
        parts.append(f'<text x="{x:.1f}" y="{y + 20:.1f}" text-anchor="middle">{people:,}</text>')
    for power in range(int(box[2]), int(box[3]) + 1):
        x, y = _at(box[0], power, box)
        parts.append(
            f'<line x1="{x}" x2="{WIDTH - MARGIN}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
            f'<text x="{x - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
        )
    parts.append(
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 12}" text-anchor="middle">people a side</text>'
    )
    parts.append(f'<text x="12" y="20">{label}</text>')
    return parts
