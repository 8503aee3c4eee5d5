"""A real instance for the tests of processes: data folder, database, command line."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

PATIENCE = 60.0  # seconds until a process that should speak counts as dead
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class RealInstance:
    """An instance with up-to-date tables; commands run in its environment."""

    folder: Path
    environment: dict[str, str]

    def start(self, *words: str, piped: bool = False) -> subprocess.Popen[str]:
        """Start a command and return at once."""
        return subprocess.Popen(
            [sys.executable, "-m", "viceversa.ops", *words],
            env=self.environment,
            stderr=subprocess.PIPE if piped else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            text=True,
        )

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "viceversa.ops", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def python(self, program: str) -> str:
        """Run some Python with Django ready, and return what it printed."""
        setup = "import django; django.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", setup + program],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def read_pipe(pipe: Path) -> str:
    """Return what is written into a named pipe next."""
    handle = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        ready, _, _ = select.select([handle], [], [], PATIENCE)
        assert ready, f"nobody wrote into {pipe.name}"
        return os.read(handle, 4096).decode()
    finally:
        os.close(handle)


def open_gate(pipe: Path) -> None:
    """Let the one who waits at a named pipe go on."""
    with pipe.open("w") as gate:
        gate.write("go")


@contextmanager
def database_beside(url: str, name: str) -> Iterator[str]:
    """Make an empty PostgreSQL database beside the one of `url`, and drop it at the end."""
    import psycopg

    parts = urlsplit(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def real_instance(folder: Path, migrated: Path, **settings: str) -> Iterator[RealInstance]:
    """Give an instance in `folder` on the database this test run is about.

    On SQLite it begins with a copy of what is in `migrated`, the fixture of that name.
    """
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("VICEVERSA_", "DJANGO_"))}
    keep.pop("PORT", None)
    environment = {
        **keep,
        "DJANGO_SETTINGS_MODULE": "viceversa.settings.base",
        "PYTHONPATH": str(ROOT),
        "VICEVERSA_DATA": str(folder / "data"),
        "VICEVERSA_LOGS": "json",
        **settings,
    }
    url = os.environ.get("TEST_DATABASE_URL", "")
    if not url:
        shutil.copytree(migrated, folder / "data")
        yield RealInstance(folder, environment)
        return
    with database_beside(url, f"real_{os.getpid()}_{folder.name}"[:60]) as own:
        instance = RealInstance(folder, {**environment, "VICEVERSA_DATABASE_URL": own})
        done = instance.run("manage", "migrate", "-v0", "--skip-checks")
        assert done.returncode == 0, done.stderr
        yield instance
