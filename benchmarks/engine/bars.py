"""Every bar of the engine: what it is, what was measured, whether it holds."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

COMMAND = Path(sys.executable).with_name("viceversa")
CIRCLES = """
import json
from time import perf_counter
from viceversa.engine import form_circles
from viceversa.engine.synthetic import organisation
made = organisation(250, 250)
start = perf_counter()
found = form_circles(made.people, made.participants)
print(json.dumps({"seconds": perf_counter() - start, "gap": found.gap}))
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and what was measured: seconds unless `unit` says otherwise; None: not measured.

    `most` is the bar; with `at_least` it must be reached instead of kept.
    """

    what: str
    command: str
    most: float
    measured: float | None
    unit: str = "s"
    at_least: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the bar holds, None where it was not measured."""
        if self.measured is None:
            return None
        return self.measured >= self.most if self.at_least else self.measured <= self.most


def bars(results: Sequence[dict[str, Any]]) -> list[Bar]:
    """All bars, from the results of `viceversa bench engine` and a few measurements of its own."""
    by = {(r["method"], r["people"]): r for r in results}
    thousand, ten, hundred = (by.get(("viceversa", n)) for n in (1_000, 10_000, 100_000))
    dense = by.get(("scipy-dense", 10_000))
    bench = "viceversa bench engine --people"
    circles = _circles()
    return [
        Bar("200 people, whole process, cold", "viceversa match people.csv --out out", 3, _cold()),
        Bar("1,000 + 1,000", f"{bench} 1000", 2, _of(thousand, "seconds")),
        *_ten_thousand(ten, dense, f"{bench} 10000"),
        Bar("100,000 + 100,000", f"{bench} 100000", 300, _of(hundred, "seconds")),
        Bar("the same, memory", f"{bench} 100000", 3_000, _of(hundred, "megabytes"), "MB"),
        Bar("circles, 500 people", "make bench", 10, circles["seconds"]),
    ]


def _ten_thousand(
    ours: dict[str, Any] | None, dense: dict[str, Any] | None, command: str
) -> Iterator[Bar]:
    details = ours["details"] if ours else None
    faster = dense["seconds"] / ours["seconds"] if ours and dense else None
    yield Bar("10,000 + 10,000, certified", command, 8, _of(ours, "seconds"))
    yield Bar("the same, memory", command, 1_000, _of(ours, "megabytes"), "MB")
    yield Bar("times as fast as SciPy, dense", command, 8, faster, "×", at_least=True)
    yield Bar("first edit: one ban, solved again", command, 1, _of(details, "re_solve"))
    yield Bar("explanation with alternatives, first", command, 0.2,
              _of(details, "first_explanation"))  # fmt: skip
    yield Bar("the same, median of twenty", command, 0.2, _of(details, "explanation"))
    yield Bar("the same, slowest of twenty", command, 0.2, _of(details, "slowest_explanation"))


def _of(found: dict[str, Any] | None, name: str) -> float | None:
    return float(found[name]) if found else None


def _circles() -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", CIRCLES], capture_output=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _cold() -> float:
    """`viceversa match` on a file of 200 people, from nothing to the written folder."""
    with tempfile.TemporaryDirectory() as folder:
        people, out = Path(folder, "people.csv"), Path(folder, "out")
        make = [COMMAND, "sample", "--people", "200", "--out", people]
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(make, check=True, env=os.environ, **quiet)
        start = perf_counter()
        subprocess.run([COMMAND, "match", people, "--out", out], check=True, **quiet)
        return perf_counter() - start
