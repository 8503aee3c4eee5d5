"""Renew the keys of private notes, concerns and self-checks, and seal everything anew.

A fresh key is put first. Old keys stay in the files, so that backups of the database can still be
read; --forget-old drops them once everything opens with the new one. Stop the website before
forgetting.
"""

import argparse
import json
from dataclasses import asdict


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--forget-old", action="store_true", help="drop the keys before this one")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Renew, say what came of it; 1 where a note opens with no key."""
    from viceversa.kernel import clock
    from viceversa.kernel.actor import OPERATOR
    from viceversa.privacy.actions.keys import renew_keys

    done = renew_keys(forget=args.forget_old, actor=OPERATOR, now=clock.now())
    if args.json:
        print(json.dumps(asdict(done)))
    else:
        print(f"Fresh keys are in use. Private texts sealed with them: {done.sealed}.")
        if done.unreadable:
            print(
                f"Of these no key in the files opens: {done.unreadable}. Put the missing keys back "
                "from a backup, below the others, and run this again. Nothing was dropped there."
            )
        elif args.forget_old and not done.forgotten:
            print("Something was written meanwhile: stop the website and run this again.")
        elif done.forgotten:
            print("Older keys are dropped: older backups of these cannot be read any more.")
    return 1 if done.unreadable or (args.forget_old and not done.forgotten) else 0
