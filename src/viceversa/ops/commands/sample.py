"""Load the invented company into an empty database, or write its people to a file.

Without --out the company is loaded: about five hundred people, two programmes and four cohorts, one
of them finished, one under way, one waiting for its round to be published, one ready to match. The
database must be empty. With --out nothing is loaded: a people file of any size is written instead.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from viceversa.ops.sample import files, people
from viceversa.ops.sample.tree import SMALLEST

DONE, PROBLEM, USAGE = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language", choices=("en", "it"), default="en", help="of titles and texts"
    )
    parser.add_argument("--seed", default=people.SEED, help="another word gives other people")
    parser.add_argument("--date", type=date.fromisoformat, help="the day it counts from (today)")
    parser.add_argument("--json", action="store_true", help="say what was done as JSON")
    out = parser.add_argument_group("writing a people file instead of loading")
    out.add_argument("--out", type=Path, metavar="FILE", help="a .csv or .xlsx file to write")
    out.add_argument("--people", type=int, default=people.SIZE, help=f"how many ({people.SIZE})")
    out.add_argument("--encoding", choices=files.ENCODINGS, default="utf-8")
    out.add_argument("--separator", choices=tuple(files.SEPARATORS), default="comma")
    out.add_argument("--dates", choices=("iso", "day-first"), default="iso")
    out.add_argument("--directory-only", action="store_true", help="leave out enrolment columns")


def run(args: argparse.Namespace) -> int:
    """Load, or write a file; return the exit code."""
    today = args.date or datetime.now(UTC).date()
    return _write(args, today) if args.out else _load(args)


def _write(args: argparse.Namespace, today: date) -> int:
    if args.people < SMALLEST:
        print(
            f"--people {args.people}: the chart alone has more boxes; ask for {SMALLEST} or more.",
            file=sys.stderr,
        )
        return USAGE
    style = files.Style(args.language, files.SEPARATORS[args.separator], args.encoding, args.dates)
    employees = people.build(args.people, today=today, language=args.language, seed=args.seed)
    profiles = None if args.directory_only else files.enrolled(employees, seed=args.seed)
    try:
        files.save(args.out, files.rows(employees, profiles, style), style)
    except OSError as error:
        print(f"{args.out} cannot be written: {error.strerror}.", file=sys.stderr)
        return PROBLEM
    print(_said(args, {"file": str(args.out), "people": len(employees)}))
    return DONE


def _load(args: argparse.Namespace) -> int:
    from viceversa.ops import start

    start.django()
    from viceversa.ops import preparation
    from viceversa.ops.sample import loading

    def say(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    preparation.prepare(say)
    noon = datetime.combine(args.date, time(12), UTC) if args.date else datetime.now(UTC)
    loaded = loading.load(now=noon, language=args.language, seed=args.seed)
    print(_said(args, loaded))
    return DONE


def _said(args: argparse.Namespace, facts: Mapping[str, object]) -> str:
    """Return the facts as JSON, or as one `name: value` a line."""
    if args.json:
        return json.dumps(facts, ensure_ascii=False)
    return "\n".join(f"{name}: {value}" for name, value in facts.items())
