"""Renew the keys of private notes: a fresh key is put first and every note is sealed anew.

Old keys stay in the file, so that backups of the database can still be read; --forget-old drops
them once every note opens with the new one. Stop the website before forgetting.
"""

import argparse
import json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--forget-old", action="store_true", help="drop the keys before this one")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Renew, say what came of it; 1 where a note opens with no key."""
    from viceversa.kernel import clock
    from viceversa.kernel.actor import OPERATOR
    from viceversa.relationships.actions import renew_note_keys

    done = renew_note_keys(forget=args.forget_old, actor=OPERATOR, now=clock.now())
    if args.json:
        answer = {"sealed": done.sealed, "unreadable": done.unreadable, "forgotten": done.forgotten}
        print(json.dumps(answer))
    else:
        print(f"A new key is in use. Private notes sealed with it: {done.sealed}.")
        if done.unreadable:
            print(
                f"Notes that no key in the file opens: {done.unreadable}. Put the missing keys "
                "back from a backup, below the others, and run this again. Nothing was dropped."
            )
        elif args.forget_old and not done.forgotten:
            print("A note was written meanwhile: stop the website and run this again.")
        elif done.forgotten:
            print("Older keys are dropped: older backups of private notes cannot be read any more.")
    return 1 if done.unreadable or (args.forget_old and not done.forgotten) else 0
