"""Runs a command with a throw-away PostgreSQL: `python tools/with_postgresql.py pytest -q`.

The command finds the address in TEST_DATABASE_URL; one that is already set wins. The cluster lives
in a temporary folder, listens on a Unix socket only, forgets everything at the end.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

MISSING = (
    "The programs of PostgreSQL (initdb, pg_ctl) were not found, so its tests cannot run. "
    "Install PostgreSQL (Debian: apt install postgresql), or set TEST_DATABASE_URL to an empty "
    "database. To run the tests on SQLite alone: make test-sqlite"
)


def programs() -> Path | None:
    """Return the folder with initdb and pg_ctl, the newest version first."""
    found = shutil.which("initdb")
    if found and shutil.which("pg_ctl"):
        return Path(found).parent
    for pattern in (
        "usr/lib/postgresql/*/bin",
        "usr/pgsql-*/bin",
        "opt/homebrew/opt/postgresql*/bin",
    ):
        for folder in sorted(Path("/").glob(pattern), reverse=True):
            if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
                return folder
    return None


def as_postgres(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root: become its own user then."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Yield the address of a fresh cluster, stopped and deleted at the end."""
    home = Path(tempfile.mkdtemp(prefix="vv-pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    quiet = {"stdout": subprocess.DEVNULL, "cwd": home, "check": True}
    data = home / "data"
    fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
    try:
        subprocess.run(
            as_postgres(
                [str(folder / "initdb"), "-D", str(data), "-U", "viceversa", "-A", "trust"]
            ),
            **quiet,
        )
        start = f"{fast} -c listen_addresses='' -c unix_socket_directories='{home}'"
        log = str(home / "log")
        pg_ctl = [str(folder / "pg_ctl"), "-D", str(data), "-w"]
        subprocess.run(as_postgres([*pg_ctl, "-l", log, "-o", start, "start"]), **quiet)
        try:
            yield f"postgresql://viceversa@/postgres?host={quote(str(home))}"
        finally:
            subprocess.run(as_postgres([*pg_ctl, "-m", "immediate", "stop"]), **quiet)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run `command` and return its exit code."""
    if not command:
        print(__doc__)
        return 2
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.run(command).returncode
    folder = programs()
    if folder is None:
        print(MISSING, file=sys.stderr)
        return 1
    with cluster(folder) as url:
        return subprocess.run(command, env={**os.environ, "TEST_DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
