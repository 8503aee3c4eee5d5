"""The administrator's pages name every setting and every option, and none that is not there."""

import argparse
import ast
import re
from pathlib import Path

import pytest

from viceversa.ops import cli
from viceversa.ops.catalogue import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "administrator"
READERS = {"text", "flag", "number", "choice", "items", "folder", "address", "time_zone"}


def read_by_the_code() -> set[str]:
    """Return the name of every setting that a reader asks for."""
    names = {"PORT"}
    for path in (ROOT / "src" / "viceversa" / "settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and (node.func.value.id, node.func.attr in READERS) == ("env", True)
            ):
                name = node.args[0]
                assert isinstance(name, ast.Constant), f"{path.name}:{node.lineno}: name it plainly"
                names.add(f"VICEVERSA_{name.value}")
    return names


def test_the_table_of_settings_is_what_the_code_reads() -> None:
    table = (PAGES / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)) == read_by_the_code()


def sections() -> dict[str, str]:
    """Return the text of each command by its name."""
    text = (PAGES / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^## viceversa (\S+)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_command_has_its_section() -> None:
    assert set(sections()) == set(COMMANDS)


def options(parser: argparse.ArgumentParser) -> set[str]:
    """Return the long options of a parser, help apart."""
    found = {word for action in parser._actions for word in action.option_strings}
    return {word for word in found if word.startswith("--")} - {"--help"}


@pytest.mark.parametrize("name", [n for n, command in COMMANDS.items() if not command.raw])
def test_every_option_is_explained_and_none_is_invented(name: str) -> None:
    parser = cli.parser_of(name)
    assert parser is not None
    assert set(re.findall(r"`(--[a-z-]+)`", sections()[name])) == options(parser)


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in PAGES.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (PAGES / target).exists(), f"{page.name} → {target}"
