"""Measure the engine, its bars and its peers; write the tables and charts of docs/engine.

`python -m benchmarks` takes some minutes; `python -m benchmarks --largest` adds 100,000 + 100,000,
which takes ten more. Sizes may be named instead.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.engine.bars import bars
from benchmarks.engine.charts import write
from benchmarks.engine.pages import rewrite
from viceversa.engine.benchmark.command import growth

SIZES = ["300", "1000", "3000", "10000"]
LARGEST = "100000"
DOCS = Path(__file__).resolve().parents[2] / "docs" / "engine"


def main(words: list[str]) -> int:
    """Run everything; 1 if an answer could not be proven or a bar that was measured is missed."""
    largest = "--largest" in words
    sizes = [word for word in words if word != "--largest"] or SIZES
    results = _results(["--people", *sizes])
    if largest:
        results += _results(["--people", LARGEST, "--methods", "viceversa"])
    report = {"results": results, "growth": growth(results)}
    (DOCS / "benchmark.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    measured = bars(results)
    rewrite(DOCS / "benchmarks.md", measured, report)
    for path in write(report, DOCS):
        print(path)
    for bar in measured:
        print(f"{bar.what}: {bar.measured} {bar.unit} (bar {bar.most}), holds: {bar.holds}")
    return 1 if any(bar.holds is False for bar in measured) else 0


def _results(words: list[str]) -> list[dict[str, Any]]:
    code = "import sys; from viceversa.engine.benchmark import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "--json", *words], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    results: list[dict[str, Any]] = json.loads(done.stdout)["results"]
    return results


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
