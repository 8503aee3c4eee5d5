"""Every pairing of colours that carries text or the edge of a control has the contrast it needs.

A new colour enters this list or does not enter the design. Ratios as WCAG 2.2 defines them: 4.5 for
text, 7 for text on washes, 3 for edges and marks; in the light theme and in the dark.
"""

import re
import sys
from pathlib import Path

TOKENS = Path(__file__).resolve().parent.parent / "src/viceversa/web/static/css/tokens.css"
COLOUR = re.compile(r"(--[\w-]+):\s*light-dark\(\s*(#[0-9a-fA-F]{6})\s*,\s*(#[0-9a-fA-F]{6})\s*\)")
THEMES = ("light", "dark")
PAPERS = ("paper", "surface", "sunken")
TEXTS = (
    "text",
    "text-soft",
    "text-quiet",
    "link",
    "mentor-text",
    "mentee-text",
    "good-text",
    "attention-text",
    "danger-text",
)
MARKS = ("edge", "mentor", "mentee", "focus", "good", "danger", "both")
# (what, on what, least ratio)
OTHERS = (
    ("mentor-text", "mentor-wash", 4.5),
    ("mentee-text", "mentee-wash", 4.5),
    ("text", "mentor-wash", 7),
    ("text", "mentee-wash", 7),
    ("text-soft", "mentor-wash", 4.5),
    ("text-soft", "mentee-wash", 4.5),
    ("text-quiet", "mentor-wash", 4.5),
    ("text-quiet", "mentee-wash", 4.5),
    ("good-text", "good-wash", 4.5),
    ("attention-text", "attention-wash", 4.5),
    ("danger-text", "danger-wash", 4.5),
    ("text", "good-wash", 7),
    ("text", "attention-wash", 7),
    ("text", "danger-wash", 7),
    ("text-quiet", "attention-wash", 4.5),
    ("on-both", "both", 7),
    ("on-both", "both-hover", 7),
    ("on-mentor", "mentor", 4.5),
    ("on-mentee", "mentee", 4.5),
    ("on-danger", "danger", 4.5),
    ("mentor", "mentor-wash", 3),
    ("mentee", "mentee-wash", 3),
)


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairings() -> list[tuple[str, str, float]]:
    """Return every pairing with its least ratio."""
    texts = [(text, paper, 4.5) for text in TEXTS for paper in PAPERS]
    marks = [(mark, paper, 3.0) for mark in MARKS for paper in PAPERS]
    return [*texts, *OTHERS, *marks]


def faults(css: str) -> list[str]:
    """Return a sentence for each pairing below its line, and for each colour that is not there."""
    colours = {name: values for name, *values in COLOUR.findall(css)}
    found = []
    for one, other, least in pairings():
        missing = [f"--{name}" for name in (one, other) if f"--{name}" not in colours]
        if missing:
            found.append(f"{', '.join(missing)}: not defined for both themes")
            continue
        for place, theme in enumerate(THEMES):
            reached = ratio(colours[f"--{one}"][place], colours[f"--{other}"][place])
            if reached < least:
                found.append(f"{theme}: --{one} on --{other} reaches {reached:.2f}, needs {least}")
    return found


def main() -> int:
    """Print the faults; return 1 where there are any."""
    found = faults(TOKENS.read_text(encoding="utf-8"))
    print("\n".join(found) or f"{len(pairings()) * len(THEMES)} pairings, all readable.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
