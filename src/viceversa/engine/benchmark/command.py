"""The benchmark as a command: every method and size in a process of its own, then a table."""

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from .peers import PEERS

# Beyond these sizes a peer's matrix or running time is no longer for an ordinary machine.
LARGEST = {
    "scipy-dense": 15_000,
    "ortools-full": 3_000,
    "greedy": 10_000,
    "deferred-acceptance": 10_000,
    "top-k": 200_000,
}
OURS = "viceversa"


def main(words: Sequence[str] | None = None) -> int:
    """Run `viceversa bench engine` with these words; 1 if an answer could not be proven."""
    options = _parser().parse_args(words)
    methods = options.methods or [OURS, *PEERS]
    results: list[dict[str, Any]] = []
    for people in options.people:
        for method in methods:
            if people <= LARGEST.get(method, people):
                results.append(measured(people, method, options.seed))
                if not options.json:
                    print(_line(results[-1]), flush=True)
    _add_shares(results)
    report = {"results": results, "growth": growth(results)}
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        _print_summary(report)
    proven = [r["details"]["verified"] == 1 for r in results if r["method"] == OURS]
    return 0 if all(proven) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="viceversa bench engine", description="Time and memory of the engine and its peers."
    )
    parser.add_argument(
        "--people", type=int, nargs="+", default=[1000], help="mentees, as many mentors"
    )
    parser.add_argument("--methods", nargs="+", choices=[OURS, *PEERS], help="default: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one JSON document and nothing else")
    return parser


def measured(people: int, method: str, seed: int) -> dict[str, Any]:
    """One measurement in a fresh process."""
    code = (
        "import json, sys; from viceversa.engine.benchmark import benchmark; "
        "print(json.dumps(benchmark(int(sys.argv[1]), sys.argv[2], seed=int(sys.argv[3]))))"
    )
    words = [sys.executable, "-c", code, str(people), method, str(seed)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def growth(results: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Fitted exponents of time and memory against people, by method (least squares on logs)."""
    fitted = {}
    for method in sorted({r["method"] for r in results}):
        own = [r for r in results if r["method"] == method]
        if len({r["people"] for r in own}) > 1:
            fitted[method] = {
                "seconds": _slope([(r["people"], r["seconds"]) for r in own]),
                "megabytes": _slope([(r["people"], r["megabytes"]) for r in own]),
            }
    return fitted


def _slope(points: Sequence[tuple[float, float]]) -> float:
    logs = [(math.log(x), math.log(max(y, 1e-9))) for x, y in points]
    x_mean = sum(x for x, _ in logs) / len(logs)
    y_mean = sum(y for _, y in logs) / len(logs)
    above = sum((x - x_mean) * (y - y_mean) for x, y in logs)
    return above / sum((x - x_mean) ** 2 for x, _ in logs)


def _add_shares(results: Sequence[dict[str, Any]]) -> None:
    best = {r["people"]: r["total"] for r in results if r["method"] == OURS}
    for r in results:
        if best.get(r["people"]):
            r["share"] = r["total"] / best[r["people"]]


def _line(r: dict[str, Any]) -> str:
    return (
        f"{r['people']:>7} + {r['people']:<7} {r['method']:<20} {r['seconds']:>9.2f} s"
        f" {r['cpu']:>9.2f} s of processor {r['megabytes']:>8.0f} MB"
        f" {r['total']:>12.2f} {r['left_out']:>6} left out"
    )


def _print_summary(report: dict[str, Any]) -> None:
    for r in report["results"]:
        if r["method"] == OURS:
            parts = ", ".join(f"{name} {value:.2f}" for name, value in r["details"].items())
            print(f"{r['people']:>7} + {r['people']:<7} {parts}")
        elif r["share"] is not None:
            print(
                f"{r['people']:>7} + {r['people']:<7} {r['method']}: {r['share']:.2%} of the best"
            )
    for method, exponents in report["growth"].items():
        print(
            f"{method}: time grows as people^{exponents['seconds']:.2f}, "
            f"memory as people^{exponents['megabytes']:.2f}"
        )
