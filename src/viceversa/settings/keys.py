"""Secret keys made once in the data folder, readable by its owner only."""

import os
import secrets
import time
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret(folder: Path, name: str) -> str:
    """Return the key kept in `folder/keys/name`, creating it with mode 600 the first time.

    Raises ImproperlyConfigured where the file is readable by others or empty: a key that leaked or
    got lost must be noticed, not silently replaced.
    """
    keys = folder / "keys"
    keys.mkdir(mode=0o700, exist_ok=True)
    path = keys / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())
    return _read(path)


def _read(path: Path) -> str:
    if path.stat().st_mode & 0o077:
        raise ImproperlyConfigured(
            f"The key {path} can be read by other users of this machine: run chmod 600 on it."
        )
    # Two processes may start together: the one that lost the race may look while the other writes.
    for _ in range(50):
        value = path.read_text(encoding="ascii").strip()
        if value:
            return value
        time.sleep(0.02)
    raise ImproperlyConfigured(
        f"The key {path} is empty. Restore it from a backup, or delete it to get a new one: "
        "people will have to sign in again."
    )
