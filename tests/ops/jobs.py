"""A job whose every step the test holds by named pipes: no clock decides."""

import os
from pathlib import Path

from django.tasks import task


@task
def guarded(folder: str) -> str:
    """Say that it began, wait for the gate, say that it ended."""
    place = Path(folder)
    _say(place / "began")
    with (place / "gate").open() as gate:
        gate.read()
    with (place / "ended").open("a") as ended:
        ended.write(f"{os.getpid()}\n")
    return "done"


@task
def mark(folder: str) -> None:
    """Leave a trace of having run."""
    (Path(folder) / "trace").touch()


def _say(pipe: Path) -> None:
    with pipe.open("w") as began:
        began.write(f"{os.getpid()}\n")
