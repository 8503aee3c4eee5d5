"""Renew the keys of private notes, concerns and self-checks, and seal everything anew.

A fresh key is put first. Old keys stay in the files, so that backups of the database can still be
read; --forget-old drops them once everything opens with the new one. Stop the website before
forgetting.
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
    from viceversa.measurement.actions.keys import renew_self_check_keys
    from viceversa.relationships.actions import renew_note_keys
    from viceversa.relationships.actions.care.keys import renew_concern_keys

    done = [
        renew(forget=args.forget_old, actor=OPERATOR, now=clock.now())
        for renew in (renew_note_keys, renew_concern_keys, renew_self_check_keys)
    ]
    sealed, unreadable = sum(one.sealed for one in done), sum(one.unreadable for one in done)
    forgotten = all(one.forgotten for one in done)
    if args.json:
        answer = {"sealed": sealed, "unreadable": unreadable, "forgotten": forgotten}
        print(json.dumps(answer))
    else:
        print(f"Fresh keys are in use. Notes, concerns and self-checks sealed with it: {sealed}.")
        if unreadable:
            print(
                f"Of these no key in the file opens: {unreadable}. Put the missing keys back from "
                "a backup, below the others, and run this again. Nothing was dropped there."
            )
        elif args.forget_old and not forgotten:
            print("Something was written meanwhile: stop the website and run this again.")
        elif forgotten:
            print("Older keys are dropped: older backups of these cannot be read any more.")
    return 1 if unreadable or (args.forget_old and not forgotten) else 0
