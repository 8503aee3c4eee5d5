"""Reads what calendars answered to invitations: yes agrees a meeting, no asks for another time.

Give it what arrives in the mailbox of VICEVERSA_MAIL_FROM, as with “viceversa bounces”: files with
one mail each, mbox files, folders of such files, or one mail on standard input. Only answers
(RFC 5546, REPLY and COUNTER) from a member or their delegate about a time that still stands count;
everything else is left alone, and so are the files. Reading a mail twice does no harm.

The sender's address is taken as the mail says it: let your mail server refuse forged senders
(SPF, DKIM) before this command reads.
"""

import argparse
import json

from viceversa.ops.commands.bounces import add_arguments as add_arguments
from viceversa.ops.commands.bounces import mails


def run(args: argparse.Namespace) -> int:
    """Read everything, tell what was answered."""
    from viceversa.kernel.clock import now
    from viceversa.relationships.actions.meetings import take_reply

    moment, read, lines = now(), 0, []
    for content in mails(args.paths):
        read += 1
        lines += [
            {"meeting": taken.meeting, "outcome": taken.outcome}
            for taken in take_reply(content=content, now=moment)
        ]
    if args.json:
        print(json.dumps({"mails": read, "answers": lines}))
        return 0
    for line in lines:
        print(f"meeting {line['meeting']}  {SAID[line['outcome']]}")
    print(f"{read} mails read, {len(lines)} answers found.")
    return 0


SAID = {
    "accepted": "said yes",
    "another": "asks for another time",
    "ignored": "answers a time that has changed since",
}
