"""Exit codes, and a refusal on the terminal or as JSON."""

import json
import sys
from collections.abc import Mapping
from typing import Any

from viceversa.matching.rules.records import Language
from viceversa.ops.matching_files.faults import Refused

DONE, PROBLEM, USAGE = 0, 1, 2


def figures(outcome: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Value and bound with six decimals, in the manner of the language."""
    from viceversa.matching.rules.sentences import Tongue

    tongue = Tongue(language)
    return {name: tongue.decimal(outcome[name], 6) for name in ("value", "bound")}


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
