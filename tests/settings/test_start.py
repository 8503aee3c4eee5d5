"""A bad setting stops the whole program with one sentence: no traceback, exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = {
    "VICEVERSA_DEBUG": "perhaps",
    "VICEVERSA_PUBLIC_URL": "mentoring.company.example",
    "VICEVERSA_DATABASE_URL": "oracle://db",
    "VICEVERSA_SMTP_PORT": "smtp",
    "VICEVERSA_SMTP_SECURITY": "ssl",
    "VICEVERSA_TIME_ZONE": "Milan",
    "VICEVERSA_JOB_LEASE": "1",
    "VICEVERSA_LOGS": "loud",
    "VICEVERSA_PROXIES": "many",
    "PORT": "http",
}


def environment(folder: Path, **extra: str) -> dict[str, str]:
    """Return an environment without settings but those given, and a data folder of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("VICEVERSA_") and k != "PORT"}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "VICEVERSA_DATA": str(folder), **extra}


def start(words: list[str], folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run the command in such an environment."""
    return subprocess.run(
        [sys.executable, "-m", "viceversa.ops", *words],
        env=environment(folder, **extra),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(("name", "value"), BAD.items())
def test_the_start_stops_with_a_sentence(name: str, value: str, tmp_path: Path) -> None:
    done = start(["check"], tmp_path, **{name: value})
    assert done.returncode == 2
    assert done.stderr.startswith("Viceversa cannot start. ")
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    done = start(["check", "--debug"], tmp_path, VICEVERSA_DEBUG="perhaps")
    assert done.returncode == 2
    assert "Traceback" in done.stderr
