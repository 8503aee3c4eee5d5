"""Reads mails that came back, and marks the messages and addresses they are about.

Give it what arrives in the mailbox of VICEVERSA_MAIL_FROM: files with one mail each, mbox files,
folders of such files (a Maildir is one), or one mail on standard input, as a mail server pipes it.
Only delivery status notifications (RFC 3464) about messages sent from here count; everything else
is left alone, and so are the files. Reading a mail twice does no harm.
"""

import argparse
import json
import mailbox
import sys
from collections.abc import Iterator
from pathlib import Path

LARGEST = 10_000_000  # bytes of one mail: returns are small, whatever is larger is none


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="file or folder; none: standard input"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Read everything, tell what came back."""
    from viceversa.kernel.clock import now
    from viceversa.notifications.actions import take_back

    moment, read, lines = now(), 0, []
    for content in mails(args.paths):
        read += 1
        for back in take_back(content=content, now=moment):
            lines.append(
                {"email": back.message.email, "status": back.status, "unreachable": back.gone}
            )
    if args.json:
        print(json.dumps({"mails": read, "returned": lines}, ensure_ascii=False))
        return 0
    for line in lines:
        gone = "; nothing more is sent to it" if line["unreachable"] else ""
        print(f"{line['email']}  came back with {line['status']}{gone}")
    print(f"{read} mails read, {len(lines)} of our messages came back.")
    return 0


def mails(paths: list[Path]) -> Iterator[bytes]:
    """Yield the bytes of each mail."""
    if not paths:
        yield sys.stdin.buffer.read(LARGEST)
        return
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if not path.is_dir() or file.is_file():
                yield from _of_file(file)


def _of_file(path: Path) -> Iterator[bytes]:
    """Yield the mails of a file: many of an mbox, else one."""
    with path.open("rb") as file:
        start = file.read(5)
        if start != b"From ":
            yield start + file.read(LARGEST)
            return
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.keys():  # noqa: SIM118  a mailbox iterates over mails, not keys
            yield box.get_bytes(key)
    finally:
        box.close()
