"""A ring of keys in the data folder: the newest first, readable by its owner only."""

import base64
import os
import secrets
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from viceversa.kernel.errors import UnableTo


class UnableToUseKeys(UnableTo):
    """The file of keys is missing, empty or open to others."""


def read(path: Path) -> list[bytes]:
    """Return the keys, the newest first; [] where there is no file yet."""
    if not path.exists():
        return []
    if path.stat().st_mode & 0o077:
        raise UnableToUseKeys(
            _(
                "A file of keys is refused: other users of the server can read it. Whoever "
                "administers it finds the remedy with “viceversa check”."
            )
        )
    keys = [base64.urlsafe_b64decode(line) for line in path.read_text("ascii").split()]
    if not keys:
        raise UnableToUseKeys(
            _(
                "A file of keys is empty. Whoever administers the server can bring it back from a "
                "backup."
            )
        )
    return keys


def read_or_make(path: Path) -> list[bytes]:
    """Return the keys, making the first one where there is no file; safe for two at once."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = _written(path, [secrets.token_bytes(32)])
        try:
            os.link(draft, path)  # fails where another process was first; its key is the key
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return read(path)


def add(path: Path) -> list[bytes]:
    """Put a fresh key before the others and return them all; the file is replaced whole."""
    return replace(path, [secrets.token_bytes(32), *read_or_make(path)])


def replace(path: Path, keys: list[bytes]) -> list[bytes]:
    """Write these keys in place of those that are there, all or nothing."""
    _written(path, keys).replace(path)
    return read(path)


def _written(path: Path, keys: list[bytes]) -> Path:
    """Write keys to a file beside `path` that only its owner can read, down to the disk."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.writelines(base64.urlsafe_b64encode(key).decode() + "\n" for key in keys)
        file.flush()
        os.fsync(file.fileno())
    return draft
