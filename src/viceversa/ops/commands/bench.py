"""Measures the engine on this machine: viceversa bench engine --people 1000 [--json]."""

import sys
from importlib import import_module

USAGE = """\
usage: viceversa bench engine [--people N] [--json]

Measures the matching engine, and the usual alternatives on the same scores, on this machine.
All options: viceversa bench engine --help"""


def run(words: list[str]) -> int:
    """Hand the words after the subject to the benchmark; the engine is its only subject."""
    if not words or words[0] in {"-h", "--help"}:
        print(USAGE)
        return 0 if words else 2
    if words[0] != "engine":
        print(f"There is nothing to measure called “{words[0]}”.\n{USAGE}", file=sys.stderr)
        return 2
    # By name: the engine has one customer among the packages, and it is not the command line.
    return int(import_module("viceversa.engine.benchmark").main(words[1:]))
