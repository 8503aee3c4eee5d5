"""Measure the engine and its peers, print the table, write charts into docs/engine."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.engine.charts import write

SIZES = ["300", "1000", "3000"]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "engine"


def main(sizes: list[str]) -> int:
    """Run the benchmark command for these sizes; its exit code."""
    code = "import sys; from viceversa.engine.benchmark import main; sys.exit(main())"
    words = ["-c", code, "--json", "--people", *sizes]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
        return done.returncode
    report = json.loads(done.stdout)
    (DOCS / "benchmark.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    for path in write(report, DOCS):
        print(path)
    for result in report["results"]:
        print({key: result[key] for key in ("people", "method", "seconds", "megabytes", "share")})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or SIZES))
