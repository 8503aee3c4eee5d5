"""Every command there is, in the order of the help."""

from dataclasses import dataclass

HEADING = """\
viceversa: reverse mentoring for one organisation.

usage: viceversa COMMAND [options]        viceversa COMMAND --help
"""
FOOTER = """\
Settings are read from the environment (VICEVERSA_…, or VICEVERSA_…_FILE with the path of a file);
without any, everything is kept in the folder ./var. “viceversa check” tells what is in order.
Every command takes --debug. Exit codes: 0 done, 1 a problem the message explains, 2 a mistake in
the command or the configuration."""


@dataclass(frozen=True, slots=True)
class Command:
    """A word of the command line.

    `module` has `add_arguments(parser)` and `run(args) -> int`; a `raw` one `run(words) -> int`.
    It is imported before Django is ready: models are imported inside functions.
    """

    name: str
    module: str
    help: str
    group: str
    django: bool = True
    raw: bool = False


_ALL = (
    Command(
        "serve",
        "viceversa.ops.commands.serve",
        "run the website and the worker",
        "Run",
        django=False,  # it sets the port before the settings are read
    ),
    Command("worker", "viceversa.ops.commands.worker", "run a background worker by itself", "Run"),
    Command("check", "viceversa.ops.commands.check", "say what is in order and what is not", "Run"),
    Command(
        "bounces",
        "viceversa.ops.commands.bounces",
        "take note of mails that came back",
        "Run",
    ),
    Command(
        "replies",
        "viceversa.ops.commands.replies",
        "read what calendars answered to invitations",
        "Run",
    ),
    Command(
        "createadmin",
        "viceversa.ops.commands.createadmin",
        "create someone who coordinates or administers",
        "Set up",
    ),
    Command(
        "import",
        "viceversa.ops.commands.import_people",
        "bring the directory up to date from a people file",
        "Set up",
    ),
    Command(
        "note-keys",
        "viceversa.ops.commands.note_keys",
        "renew the keys of private notes",
        "Set up",
    ),
    Command(
        "retention",
        "viceversa.ops.commands.retention",
        "delete what has passed its day, or count it",
        "Set up",
    ),
    Command(
        "sample",
        "viceversa.ops.commands.sample",
        "load or write an invented company",
        "Set up",
        django=False,  # writing a file needs none; loading sets it up
    ),
    Command(
        "match",
        "viceversa.ops.commands.match",
        "pair the people of a file, without any set-up",
        "Match",
        django=False,
    ),
    Command(
        "verify",
        "viceversa.ops.commands.verify",
        "prove the answer of “match” again from scratch",
        "Match",
        django=False,
    ),
    Command(
        "ask",
        "viceversa.ops.commands.ask",
        "ask an answer of “match” why, at what cost, and what if",
        "Match",
        django=False,
    ),
    Command(
        "allocate",
        "viceversa.ops.commands.allocate",
        "allocate any table of scores best, without people",
        "Match",
        django=False,
    ),
    Command(
        "bench",
        "viceversa.ops.commands.bench",
        "measure the engine on this machine",
        "Match",
        django=False,
        raw=True,
    ),
    Command(
        "manage",
        "viceversa.ops.commands.manage",
        "Django’s own commands, for developers",
        "Develop",
        django=False,
        raw=True,
    ),
)
COMMANDS = {command.name: command for command in _ALL}


def overview() -> str:
    """Return the text of `viceversa --help`."""
    lines = [HEADING]
    group = ""
    for command in _ALL:
        if command.group != group:
            group = command.group
            lines.append(f"{group}:")
        lines.append(f"  {command.name:<12} {command.help}")
    return "\n".join([*lines, "", FOOTER])
