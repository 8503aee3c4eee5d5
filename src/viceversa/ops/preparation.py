"""What must be in place before pages are served: tables, cache, catalogue, static files.

Every step looks first and works only where something is missing, so a second start is quick, and
two processes that start together wait for each other.
"""

import errno
import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import OperationalError, connection

from viceversa.accounts.actions import renew_setup_code
from viceversa.kernel.database import pending_migrations, unknown_migrations
from viceversa.ops.start import CannotStart

LOCK = 0x76_69_63_66  # "vicf": PostgreSQL's advisory lock around the set-up


def prepare(say: Callable[[str], None]) -> None:
    """Bring database and static files to the state this version needs.

    Raises CannotStart where another version made the database, and where the disk is full: what
    was done until then stays, and is not repeated.
    """
    with _room(), _alone():
        _require_known()
        if pending := len(pending_migrations()):
            say(f"Preparing the database ({pending} steps) …")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        _static(say)


def load_sample_if_empty(say: Callable[[str], None]) -> None:
    """Load the invented company where there is nobody yet: all of it, or CannotStart."""
    from viceversa.kernel.clock import now
    from viceversa.ops.sample import loading

    if loading.is_empty():
        say("Loading the sample company, Gruppo Altavalle …")
        with _room():
            loading.load(now=now())


def announce_first_run(say: Callable[[str], None]) -> None:
    """Print the code of the first-run page as long as nobody can sign in."""
    if code := renew_setup_code():
        say(f"Nobody can sign in yet. Set this instance up at {settings.PUBLIC_URL}/first-run/")
        say(f"with the code {code}, or run: viceversa createadmin")


def _require_known() -> None:
    """Refuse a database that a newer version, or an unfinished one, has been at."""
    if strange := unknown_migrations():
        raise CannotStart(
            f"Another version of Viceversa made this database: this one does not know {strange[0]}"
            f"{' and others' if strange[1:] else ''}. Run that version, or set VICEVERSA_DATA (or "
            "VICEVERSA_DATABASE_URL) to an empty place; nothing was changed."
        )


def _static(say: Callable[[str], None]) -> None:
    """Collect the static files where one of them changed since the last time."""
    target = Path(settings.STATIC_ROOT)
    stamp, current = target / ".stamp", _fingerprint()
    if stamp.exists() and stamp.read_text() == current:
        return
    say("Preparing the static files …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    target.mkdir(parents=True, exist_ok=True)
    stamp.write_text(current)


def _fingerprint() -> str:
    """Return a hash over the name, size and time of every static file."""
    seen = hashlib.sha256()
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            seen.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return seen.hexdigest()


@contextmanager
def _room() -> Iterator[None]:
    """Say plainly that the disk is full, whether SQLite or a file finds out."""
    try:
        yield
    except (OSError, OperationalError) as error:
        if getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in str(error):
            raise CannotStart(
                f"The disk with the data folder {settings.DATA} is full. Make room there, 100 MB "
                "at least, or set VICEVERSA_DATA to a folder on another disk; then run it again."
            ) from error
        raise


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the set-up for this process alone: on this machine and, with PostgreSQL, on all."""
    with (settings.DATA / "setup.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
