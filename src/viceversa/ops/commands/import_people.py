"""Import people from one file: CSV, XLSX, XLS or ODS, as docs/guide and people-file say.

Without --dry-run the file is written if it has no problem: all of it, or nothing. Exit code 0 when
the file is fine (and written), 1 when it has problems, 2 when the command is misused.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

ENCODINGS = ("utf-8", "utf-16", "cp1252", "iso-8859-15", "mac-roman")
SEPARATORS = {";": ";", ",": ",", "|": "|", "tab": "\t", "\t": "\t"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command understands."""
    parser.add_argument("file", type=Path, help="the people file")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, write nothing"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--leave-out-problems",
        action="store_true",
        help="import the good rows although others have problems",
    )
    parser.add_argument(
        "--missing-have-left",
        action="store_true",
        help="people of the directory who are not in the file have left",
    )
    reading = parser.add_argument_group("how the file is read (recognised when not given)")
    reading.add_argument("--encoding", choices=ENCODINGS)
    reading.add_argument("--separator", choices=sorted(SEPARATORS), metavar="CHARACTER")
    reading.add_argument("--date-order", choices=("day-first", "month-first"))
    reading.add_argument("--level-from", choices=("column", "title", "tree"))
    reading.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADER=COLUMN",
        help="what a column is, such as Kennung=id; nothing after = leaves it alone",
    )
    reading.add_argument(
        "--grade",
        action="append",
        default=[],
        metavar="GRADE=LEVEL",
        help="the level of a grade or job title, such as Q4=6",
    )


def run(args: argparse.Namespace) -> int:
    """Read, compare and, without --dry-run, write; Django is ready."""
    from viceversa.ops.importing import DryRun, import_file

    try:
        options = _options(args)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if not args.file.is_file():
        print(f"{args.file}: there is no such file. Check the path.", file=sys.stderr)
        return 2
    outcome: DryRun = import_file(
        args.file,
        options,
        write=not args.dry_run,
        leave_out_problems=args.leave_out_problems,
        missing_have_left=args.missing_have_left,
        quiet=args.json or not sys.stderr.isatty(),
    )
    if args.json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False, indent=1))
    else:
        _print(outcome)
    return 0 if outcome.fine else 1


def _options(args: argparse.Namespace) -> dict[str, Any]:
    """The given options, in the shape of `people.rules.options.Options`."""
    return {
        "encoding": args.encoding,
        "separator": SEPARATORS.get(args.separator) if args.separator else None,
        "date_order": args.date_order,
        "level_from": args.level_from,
        "mapping": dict(_pair("--column", text) for text in args.column),
        "grades": {
            grade: _level(level) for grade, level in (_pair("--grade", t) for t in args.grade)
        },
    }


def _pair(option: str, text: str) -> tuple[str, str]:
    left, equals, right = text.rpartition("=")
    if not equals or not left:
        raise ValueError(f"{option} {text!r}: write NAME=VALUE.")
    return left, right


def _level(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"--grade …={text}: a level is a whole number.") from None


def _print(outcome: Any) -> None:
    for line in (*outcome.problems, *outcome.warnings):
        print(line, file=sys.stderr)
    print(outcome.summary)
