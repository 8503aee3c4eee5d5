"""Pair the people of a file and prove that no other set of pairs does better.

Reads one people file for both roles and, if given, a policy file. Writes a folder with pairs.csv,
unmatched.csv, certificate.json, report.html and, with --matrix, scores.npz: all of it or nothing.
No database and no set-up are needed.

Exit codes: 0 done; 1 a problem in the data, with line, column and remedy; 2 a mistake in the
command.
"""

import argparse
import json
import os
import shlex
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.telling import DONE, PROBLEM, USAGE, figures, refused
from viceversa.ops.matching_files.words import words_in

if TYPE_CHECKING:
    from viceversa.matching.rules.answer import Progress
    from viceversa.ops.words import Words

USUAL_ZONE = "Europe/Rome"
SILENCE = 0.5  # seconds before the first word of progress, and between two


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("people", type=Path, help="people file: CSV, XLSX, XLS or ODS")
    parser.add_argument("--policy", type=Path, help="policy file (TOML); without it, the defaults")
    parser.add_argument("--out", type=Path, required=True, help="folder for the answer")
    parser.add_argument(
        "--matrix", action="store_true", help="also write scores.npz, for up to 3,000 a side"
    )
    parser.add_argument("--json", action="store_true", help="say the outcome as JSON")
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        default=None,
        metavar="YYYY-MM-DD",
        help="day on which time zones are read, such as the first meeting's (default: today)",
    )
    parser.add_argument(
        "--time-zone",
        default=None,
        metavar="ZONE",
        help="zone of people without one (default: VICEVERSA_TIME_ZONE, else Europe/Rome)",
    )
    parser.add_argument("--language", choices=("en", "it"), default="en", help="default: en")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="Dask cluster for the passes: tcp://host:port"
    )
    parser.add_argument(
        "--force", action="store_true", help="write also into a folder that holds other files"
    )


def run(args: argparse.Namespace) -> int:
    """Match and write; returns the exit code."""
    words = words_in(args.language)
    try:
        outcome = _match(args, words)
    except Refused as refusal:
        return refused(refusal, PROBLEM, as_json=args.json, last=words("nothing"))
    except Misused as mistake:
        return refused(Refused(str(mistake)), USAGE, as_json=args.json)
    if args.json:
        print(json.dumps(outcome, ensure_ascii=False, indent=1))
    else:
        _tell(outcome, words)
    return DONE


def _match(args: argparse.Namespace, words: "Words") -> dict[str, Any]:
    from viceversa.ops.matching_files import answering, folder, inputs

    folder.check(args.out, words, force=args.force)
    zone = args.time_zone or os.environ.get("VICEVERSA_TIME_ZONE") or USUAL_ZONE
    on = args.date or datetime.now(UTC).date()
    read = inputs.load(args.people, args.policy, on=on, zone=zone, words=words)
    if not args.json:
        for remark in read.remarks:
            print(words("note", remark=remark), file=sys.stderr)
    problem = answering.ask(read, words)
    if args.matrix:
        answering.refuse_matrix(problem, words)
    telling = _Telling(words)
    solution = answering.solved(problem, words, telling.solving, args.scheduler)
    files, document = answering.files_of(
        read, problem, solution, args.language, _proving(args), telling.report, matrix=args.matrix
    )
    folder.write(args.out, files, words, force=args.force)
    document.pop("proof")
    return {"ok": True, "folder": str(args.out), "remarks": list(read.remarks), **document}


def _proving(args: argparse.Namespace) -> str:
    """The command that proves the answer again."""
    words = ["viceversa", "verify", str(args.out), str(args.people)]
    if args.policy:
        words += ["--policy", str(args.policy)]
    return shlex.join(words)


class _Telling:
    """Progress on stderr, once the work has lasted long enough for someone to wonder."""

    def __init__(self, words: "Words") -> None:
        self._words = words
        self._next = time.monotonic() + SILENCE

    def solving(self, step: "Progress") -> None:
        """How far the solver has come."""
        self._say("progress.solving", passes=step.passes, pairs=step.pairs, of=step.of)

    def report(self, done: int, of: int) -> None:
        """How many pairs have been told."""
        self._say("progress.telling", done=done, all=of)

    def _say(self, key: str, **numbers: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + SILENCE
        from viceversa.matching.rules.sentences import Tongue

        write = Tongue(self._words.language).number
        fields: dict[str, Any] = {name: write(number) for name, number in numbers.items()}
        print(self._words(key, **fields), file=sys.stderr, flush=True)


def _tell(outcome: dict[str, Any], words: "Words") -> None:
    from viceversa.matching.rules.sentences import Tongue

    number = Tongue(words.language).number
    sides: dict[str, Any] = {
        side: number(outcome["counts"][side]) for side in ("mentees", "mentors")
    }
    print(words("done", count=outcome["counts"]["pairs"], **sides))
    print(words("done.value", gap=outcome["gap"], **figures(outcome, words.language)))
    if outcome["gap"] == 0:
        print(words("done.best"))
    names = ", ".join([*outcome["files"], "certificate.json"])
    print(words("done.written", folder=outcome["folder"], files=names))
