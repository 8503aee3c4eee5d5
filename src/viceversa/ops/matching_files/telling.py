"""Exit codes, and a refusal on the terminal or as JSON."""

import json
import sys

from viceversa.ops.matching_files.faults import Refused

DONE, PROBLEM, USAGE = 0, 1, 2


def refused(refusal: Refused, code: int, *, as_json: bool, last: str = "") -> int:
    """Say what is wrong on stderr, or as JSON on stdout, with a `last` line; the exit code."""
    if as_json:
        said = {"ok": False, "problem": refusal.headline, "details": list(refusal.lines)}
        print(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        for line in (refusal.headline, *refusal.lines, last):
            if line:
                print(line, file=sys.stderr)
    return code
