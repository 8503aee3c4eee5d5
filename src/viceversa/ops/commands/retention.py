"""Delete what has passed its day, as the nightly job does, or only say what would go.

The clocks are the settings VICEVERSA_KEEP_…; shorten one, and look with --dry-run before the night.
"""

import argparse
import json
from dataclasses import asdict


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--dry-run", action="store_true", help="count only, delete nothing")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Delete or count, and say what of each kind."""
    from viceversa.kernel import clock
    from viceversa.kernel.actor import OPERATOR
    from viceversa.privacy.actions.retention import apply_retention, would_delete

    now = clock.now()
    done = would_delete(now=now) if args.dry_run else apply_retention(actor=OPERATOR, now=now)
    if args.json:
        print(json.dumps([asdict(each) for each in done], default=str))
        return 0
    for each in done:
        print(f"{each.shelf:18} over before {each.before:%Y-%m-%d} ({each.days} days): {each.rows}")
    print("Nothing was deleted." if args.dry_run else "Done; the audit has the numbers.")
    return 0
