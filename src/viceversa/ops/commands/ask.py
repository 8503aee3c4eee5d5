"""Ask an answer of “match”: why, why not, at what cost, and what if.

Takes the folder, the people file and the policy that “match” had, proves the answer again, and
replies to one question. People are named by the id they have in the answer, or by whole name.

Exit codes: 0 done; 1 the answer is refused, or the question cannot be asked; 2 a mistake in the
command.
"""

import argparse
import json
from pathlib import Path

from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.telling import DONE, PROBLEM, USAGE, refused
from viceversa.ops.matching_files.words import words_in

PAIR = ("MENTOR", "MENTEE")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("folder", type=Path, help="folder that “match” wrote")
    parser.add_argument("people", type=Path, help="the people file it was made from")
    parser.add_argument("--policy", type=Path, help="the policy file, if one was used")
    _add_questions(parser.add_argument_group("questions").add_mutually_exclusive_group())
    change = parser.add_argument_group("what if", "one or several at once, instead of a question")
    change.add_argument("--pin", nargs=2, action="append", metavar=PAIR, help="pair these two")
    change.add_argument("--forbid", nargs=2, action="append", metavar=PAIR, help="keep them apart")
    change.add_argument("--one-more-place", action="append", metavar="PERSON", help="at a person")
    change.add_argument("--without", action="append", metavar="PERSON", help="if somebody left")
    change.add_argument("--with-policy", type=Path, metavar="FILE", help="other rules or weights")
    change.add_argument("--with-people", type=Path, metavar="FILE", help="others, or changed ones")
    parser.add_argument(
        "--role", choices=("mentor", "mentee"), help="of somebody with both (default: mentee)"
    )
    parser.add_argument("--json", action="store_true", help="reply as JSON")
    parser.add_argument("--language", choices=("en", "it"), default="en", help="default: en")


def _add_questions(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument(
        "--pair", nargs=2, metavar=PAIR, help="why they are, could be or cannot be a pair; the cost"
    )
    group.add_argument("--alternatives", metavar="PERSON", help="other partners and their cost")
    group.add_argument(
        "--left-out", metavar="PERSON", help="what is in the way and changes proven to help"
    )
    group.add_argument("--suggest", metavar="PERSON", help="up to five people to ask")
    group.add_argument("--recruit", action="store_true", help="whom to look for next")
    group.add_argument("--frontier", action="store_true", help="what every other aim would give")
    group.add_argument(
        "--firmness", action="store_true", help="which pairs survive weights changed by a fifth"
    )
    group.add_argument("--audit", metavar="COLUMN", help="fairness by site, unit, level or country")
    group.add_argument("--circles", type=int, metavar="SIZE", help="mixed circles of 3 to 8")


def run(args: argparse.Namespace) -> int:
    """Reply; returns the exit code."""
    from viceversa.ops.matching_files.asking import reply

    words = words_in(args.language)
    try:
        data, lines = reply(args, words)
    except Refused as refusal:
        return refused(refusal, PROBLEM, as_json=args.json)
    except Misused as mistake:
        return refused(Refused(str(mistake)), USAGE, as_json=args.json)
    if args.json:
        print(json.dumps({"ok": True, **data}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines))
    return DONE
