"""Says what is in order and what is not: configuration, data folder, keys, database, tables, audit
chain, roles, jobs, mail, address. Changes nothing. Ends with 1 where something must be done."""

import argparse
import json
import sys
from dataclasses import asdict

MARKS = {"ok": "ok  ", "warning": "note", "problem": "BAD "}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.add_argument("--strict", action="store_true", help="end with 1 for notes as well")


def run(args: argparse.Namespace) -> int:
    """Look at everything and tell."""
    from viceversa.ops.checkup import findings

    found = []
    for finding in findings():
        found.append(finding)
        if not args.json:
            print(f"{MARKS[finding.outcome]}  {finding.subject:<14} {finding.text}")
            if finding.remedy:
                print(f"{'':22}→ {finding.remedy}")
            sys.stdout.flush()
    bad = {"problem", "warning"} if args.strict else {"problem"}
    failed = any(finding.outcome in bad for finding in found)
    if args.json:
        lines = [asdict(finding) for finding in found]
        print(json.dumps({"ok": not failed, "findings": lines}, ensure_ascii=False, indent=2))
    return 1 if failed else 0
