"""The command line: `viceversa …`, one module a command, Django loaded only for those that need it.

Exit codes, the same for every command: 0 done, 1 a problem that the message explains, 2 a mistake
in the command itself or in the configuration, 130 stopped by the keyboard.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from viceversa import __version__
from viceversa.ops import start
from viceversa.ops.catalogue import COMMANDS, Command, overview

DONE, PROBLEM, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    debug = "--debug" in words[:1] or _takes_debug(words)
    words = [word for word in words if word != "--debug"] if debug else words
    if not words or words[0] in {"-h", "--help", "help"}:
        print(overview())
        return DONE if words else USAGE
    if words[0] in {"-V", "--version", "version"}:
        print(f"viceversa {__version__}")
        return DONE
    command = COMMANDS.get(words[0])
    if command is None:
        return _unknown(words[0])
    try:
        return _run(command, words[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `viceversa … | head` closed its end: nothing is wrong
        sys.stderr.close()
        return DONE
    except Exception as error:
        return _explain(error, debug=debug)


def _takes_debug(words: Sequence[str]) -> bool:
    # Django's own commands keep their options to themselves.
    return "--debug" in words and words[0] != "manage"


def _run(command: Command, words: list[str]) -> int:
    module = import_module(command.module)
    if command.raw:  # the rest of the line belongs to another program
        if command.django:
            start.django()
        return int(module.run(words))
    arguments = _parser(command, module).parse_args(words)
    if command.django:
        start.django()
    return int(module.run(arguments))


def _parser(command: Command, module: ModuleType) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"viceversa {command.name}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="--debug shows where in the program an error came from.",
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    return parser


def parser_of(name: str) -> argparse.ArgumentParser | None:
    """Return the parser of a command; None where it hands its words on. For the documentation."""
    command = COMMANDS[name]
    return None if command.raw else _parser(command, import_module(command.module))


def _unknown(word: str) -> int:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1)
    hint = f" Did you mean “viceversa {near[0]}”?" if near else ""
    print(f"There is no command “{word}”.{hint} See: viceversa --help", file=sys.stderr)
    return USAGE


def _explain(error: Exception, *, debug: bool) -> int:
    """Say what happened in a sentence; the traceback only when asked for."""
    if debug:
        traceback.print_exception(error)
    if isinstance(error, start.CannotStart):
        print(f"Viceversa cannot start. {error}", file=sys.stderr)
        return USAGE
    from viceversa.kernel.errors import UnableTo

    if isinstance(error, UnableTo):
        for line in (error, *error.details):
            print(line, file=sys.stderr)
        return PROBLEM
    if isinstance(error, OSError) and error.filename:
        print(f"{error.filename}: {error.strerror or error}.", file=sys.stderr)
        return PROBLEM
    hint = "" if debug else " Run it again with --debug to see where."
    print(f"Unexpected {type(error).__name__}: {error}.{hint}", file=sys.stderr)
    return PROBLEM
