"""The time is asked for in one place, so that a test, and whoever reads one, can say when it is."""

import re

import pytest

from tests.architecture.test_repository import ROOT, tracked

ASKED = re.compile(
    r"\b(?:date|datetime)\.(?:today|now|utcnow)\(|\btimezone\.now\(|\blocal(?:date|time)\(\)"
    r"|from django\.utils\.timezone import [^\n]*\bnow\b|\{%\s+now\b|\|time(?:since|until)\b(?!:)"
)
DOORS = {
    "src/viceversa/kernel/clock.py",
    # Files of an operator's own: no instance and its clock stand behind these two.
    "src/viceversa/ops/commands/match.py",
    "src/viceversa/ops/commands/sample.py",
}


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_nobody_else_asks_what_time_it_is(folder: str) -> None:
    asking = {
        str(path.relative_to(ROOT))
        for path in tracked(f"{folder}/*.py", f"{folder}/*.html", f"{folder}/*.txt")
        if ASKED.search(path.read_text(encoding="utf-8"))
    }
    assert asking - DOORS == set()
