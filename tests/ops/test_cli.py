"""The command line: help, versions, mistakes, and what each kind of error looks like."""

import sys
from types import ModuleType
from typing import Any

import pytest

from viceversa import __version__
from viceversa.kernel.errors import UnableTo
from viceversa.ops import cli, start
from viceversa.ops.catalogue import COMMANDS, Command


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


def test_no_command_is_a_mistake_that_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "usage: viceversa COMMAND" in capsys.readouterr().out


def test_the_version_is_the_packages_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"viceversa {__version__}\n"


def test_a_mistyped_command_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["mach"]) == 2
    assert "Did you mean “viceversa match”?" in capsys.readouterr().err


@pytest.mark.parametrize("name", [n for n, c in COMMANDS.items() if not c.raw])
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: viceversa {name}")
    assert len(shown.splitlines()) > 5


@pytest.mark.parametrize("name", [n for n, c in COMMANDS.items() if not c.raw])
def test_an_unknown_option_is_a_usage_mistake(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--no-such-option"])
    assert ended.value.code == 2


def _failing(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a command in the catalogue that raises `error`."""
    module = ModuleType("failing")
    module.__doc__ = "Fails."

    def run(args: Any) -> int:
        raise error

    module.add_arguments = lambda parser: None
    module.run = run
    monkeypatch.setitem(sys.modules, "failing", module)
    command = Command("fail", "failing", "fails", "Test", django=False)
    monkeypatch.setitem(COMMANDS, "fail", command)


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (UnableTo("The round is closed.", ["It was published."]), 1, "The round is closed.\nIt"),
        (start.CannotStart("PORT is 'x'."), 2, "Viceversa cannot start. PORT is 'x'."),
        (FileNotFoundError(2, "No such file", "people.csv"), 1, "people.csv: No such file."),
        (ValueError("odd"), 1, "Unexpected ValueError: odd. Run it again with --debug"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_errors_are_sentences_and_codes(
    error: Exception,
    code: int,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _failing(error, monkeypatch)
    assert cli.main(["fail"]) == code
    shown = capsys.readouterr().err
    assert text in shown
    assert "Traceback" not in shown


def test_debug_adds_the_traceback_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _failing(ValueError("odd"), monkeypatch)
    assert cli.main(["fail", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_the_help_needs_no_django() -> None:
    """Help and version must be there at once, also while the configuration is broken."""
    import subprocess

    program = (
        "import sys; from viceversa.ops import cli; cli.main(['--help']);"
        "cli.main(['--version']); sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
