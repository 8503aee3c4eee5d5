"""Prove the answer of “match” again, from its folder, the people file and the policy.

Reads the files anew and recomputes fingerprints, scores, rules and prices in whole numbers; the
solver takes no part in that. Then compares every line that “match” wrote with a fresh one. An
answer with anything altered is refused, and what does not agree is named.

Exit codes: 0 the answer holds; 1 it is refused, or the data cannot be read; 2 a mistake in the
command.
"""

import argparse
import json
from pathlib import Path

from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.telling import DONE, PROBLEM, USAGE, figures, refused
from viceversa.ops.matching_files.words import words_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("folder", type=Path, help="folder that “match” wrote")
    parser.add_argument("people", type=Path, help="the people file it was made from")
    parser.add_argument("--policy", type=Path, help="the policy file, if one was used")
    parser.add_argument("--json", action="store_true", help="say the outcome as JSON")
    parser.add_argument("--language", choices=("en", "it"), default="en", help="default: en")


def run(args: argparse.Namespace) -> int:
    """Verify and say so; returns the exit code."""
    from viceversa.ops.matching_files.proving import prove

    words = words_in(args.language)
    try:
        outcome = prove(args.folder, args.people, args.policy, words)
    except Refused as refusal:
        return refused(refusal, PROBLEM, as_json=args.json)
    except Misused as mistake:
        return refused(Refused(str(mistake)), USAGE, as_json=args.json)
    if args.json:
        print(json.dumps({"ok": True, **outcome}, ensure_ascii=False, indent=1))
        return DONE
    counts = outcome["counts"]
    told = figures(outcome, words.language)
    print(words("verify.ok", gap=outcome["gap"], **told))
    places = counts["mentees"] + counts["mentors"]
    print(
        words("verify.checked", pairs=counts["pairs"], possible=counts["possible"], people=places)
    )
    return DONE
