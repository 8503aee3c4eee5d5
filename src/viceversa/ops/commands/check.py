"""Says what is in order and what is not: configuration, data folder, keys, database, tables, audit
chain, roles, jobs, schedule, mail, chat, address. Changes nothing; with --mail, --chat or --channel
it sends one message. Ends with 1 where something must be done."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viceversa.ops.checkup import Finding

MARKS = {"ok": "ok  ", "warning": "note", "problem": "BAD "}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.add_argument("--mail", metavar="ADDRESS", help="send a test message to this address")
    parser.add_argument("--chat", metavar="ADDRESS", help="send one to the chat of this person")
    parser.add_argument("--channel", action="store_true", help="send one to the chat channel")
    parser.add_argument("--strict", action="store_true", help="end with 1 for notes as well")


def run(args: argparse.Namespace) -> int:
    """Look at everything and tell."""
    found = []
    for finding in _everything(args):
        found.append(finding)
        if not args.json:
            print(f"{MARKS[finding.outcome]}  {finding.subject:<14} {finding.text}")
            if finding.remedy:
                print(f"{'':22}→ {finding.remedy}")
            sys.stdout.flush()
    bad = {"problem", "warning"} if args.strict else {"problem"}
    failed = any(finding.outcome in bad for finding in found)
    if args.json:
        lines = [asdict(finding) for finding in found]
        print(json.dumps({"ok": not failed, "findings": lines}, ensure_ascii=False, indent=2))
    return 1 if failed else 0


def _everything(args: argparse.Namespace) -> "Iterator[Finding]":
    """Yield every finding; test messages last, where the database is there to hold them."""
    from viceversa.ops import checkup, trial_chat, trial_mail

    tables = ""
    for finding in checkup.findings():
        tables = finding.outcome if finding.subject == "tables" else tables
        yield finding
        if finding.subject == "mail":
            yield from trial_chat.configured()
    if tables != "ok":
        return
    if args.mail:
        yield trial_mail.send(args.mail)
    if args.chat:
        yield trial_chat.to_person(args.chat)
    if args.channel:
        yield trial_chat.to_channel()
