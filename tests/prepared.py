"""What is slow to make and needed by every process of a run: made once, then copied."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that `make` filled; the first process to ask makes it, the others wait.

    Nobody writes into it afterwards: whoever wants to change something takes a copy.
    """
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # each worker has a folder of its own below that of the run
    folder = root / name
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = root / f"{name}.unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


def migrate(data: Path) -> None:
    """Make an instance's SQLite database in a data folder, by every migration there is."""
    command(data, "manage", "migrate", "--verbosity", "0")


def command(data: Path, *words: str) -> None:
    """Run a command of the product, such as "sample", on the instance of a data folder."""
    whole = [sys.executable, "-m", "viceversa.ops", *words]
    subprocess.run(whole, env=plain_environment(data), cwd=data, check=True)


def plain_environment(data: Path) -> dict[str, str]:
    """Return the environment of an instance with that data folder and nothing else set."""
    ours = ("VICEVERSA_", "DJANGO")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"VICEVERSA_DATA": str(data), "VICEVERSA_ORGANISATION": "Gruppo Altavalle"}
