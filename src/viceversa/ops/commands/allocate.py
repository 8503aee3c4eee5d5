"""Allocate the rows of any table of scores to its columns: the highest sum there is, proven.

The file is CSV: names of columns in the first line, of rows in the first column, scores with a
point, empty cells for pairs that are not allowed. Negate costs. Prints row, column and score.

Exit codes: 0 done; 1 a problem in the table, or minimums that cannot be met together; 2 a mistake
in the command.
"""

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.telling import DONE, PROBLEM, USAGE, refused

if TYPE_CHECKING:
    from viceversa.matching.rules.score_table import Demands, ScoreTable

BOUNDS, PAIR = ("MIN", "MAX"), ("ROW", "COLUMN")
OBJECTIVES = ("nobody-left-out", "best-fit")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("scores", type=Path, help="table of scores, CSV in UTF-8")
    for name, of in (("--demand", "row"), ("--capacity", "column")):
        help_ = f"fewest and most of every {of} (0 1)"
        parser.add_argument(name, nargs=2, type=int, default=(0, 1), metavar=BOUNDS, help=help_)
    for name, what in (("--pin", "these go together"), ("--forbid", "these do not")):
        parser.add_argument(name, nargs=2, action="append", metavar=PAIR, help=what)
    parser.add_argument("--objective", choices=OBJECTIVES, default=OBJECTIVES[0])
    parser.add_argument(
        "--most-of-group", type=int, metavar="N", help="rows of one “group” that a column takes"
    )
    parser.add_argument("--json", action="store_true", help="say the outcome as JSON")


def run(args: argparse.Namespace) -> int:
    """Allocate and print; returns the exit code."""
    from viceversa.matching.rules.score_table import Demands
    from viceversa.people.rules.formulas import harmless

    demands = Demands(
        demand=(args.demand[0], args.demand[1]),
        capacity=(args.capacity[0], args.capacity[1]),
        pins=[(row, column) for row, column in args.pin or ()],
        bans=[(row, column) for row, column in args.forbid or ()],
        objective=args.objective,
        most_of_group=args.most_of_group,
    )
    try:
        found = _allocated(_read(args.scores), demands)
    except Refused as refusal:
        return refused(refusal, PROBLEM, as_json=args.json)
    except Misused as mistake:
        return refused(Refused(str(mistake)), USAGE, as_json=args.json)
    if args.json:
        print(json.dumps({"ok": True, **found}, ensure_ascii=False, indent=1))
        return DONE
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["row", "column", "score"])
    for pair in found["pairs"]:
        writer.writerow([harmless(pair["row"]), harmless(pair["column"]), pair["score"]])
    proven = "" if found["gap"] is None else f", gap {found['gap']}"
    print(f"{len(found['pairs'])} pairs, value {found['value']:g}{proven}.", file=sys.stderr)
    return DONE


def _read(path: Path) -> "ScoreTable":
    from viceversa.matching.rules.score_table import UnreadableTable, read

    if not path.is_file():
        raise Misused(f"There is no file {path}. Check the path.")
    try:
        return read(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from error
    except UnreadableTable as error:
        raise Refused(f"{path.name} cannot be used.", [str(error)]) from error


def _allocated(table: "ScoreTable", demands: "Demands") -> dict[str, Any]:
    from viceversa.matching.rules.answer import Infeasible, ProblemError
    from viceversa.matching.rules.score_table import UnreadableTable, allocated, demands_of

    try:
        return allocated(table, demands)
    except UnreadableTable as error:
        raise Refused(str(error)) from error
    except ProblemError as error:
        raise Refused("This cannot be asked.", [str(fault) for fault in error.faults]) from error
    except Infeasible as error:
        names = ", ".join(demands_of(table, error))
        short = f"{error.wanted} wanted together, at most {error.places} possible: {names}."
        remedy = "Lower a minimum, add places, or allow more pairs."
        raise Refused("The minimums cannot be met together.", [short, remedy]) from error
