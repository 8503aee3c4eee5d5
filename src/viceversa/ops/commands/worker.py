"""Runs a background worker: solving rounds, writing imports, sending messages.

“viceversa serve” starts one beside the website. Start more, here or on other machines, where the
work piles up; all of them need the same database and the same data folder.
SIGTERM and Ctrl-C finish the jobs at hand; a second one ends at once, and the jobs run again.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--jobs", type=_at_least_one, default=2, metavar="N", help="jobs at a time (default 2)"
    )
    parser.add_argument(
        "--until-empty", action="store_true", help="end when there is nothing left to do"
    )


def run(args: argparse.Namespace) -> int:
    """Work until told to stop."""
    from django.core.management import call_command

    from viceversa.kernel.database import pending_migrations
    from viceversa.ops.start import CannotStart

    if pending_migrations():
        raise CannotStart("The database is not up to date: run “viceversa serve” once.")
    with nullcontext() if args.until_empty else _warming():
        call_command(
            "ox_worker", concurrency=args.jobs, batch=args.until_empty, interval=0.5, verbosity=0
        )
    return 0


@contextmanager
def _warming() -> Iterator[None]:
    """The matching engine's machine code made in the background, for the first large round.

    In a process of its own, which yields to everything else: compiling would hold up the jobs.
    """
    words = [sys.executable, "-m", "viceversa.engine.solvers.warm"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1")
    return number
