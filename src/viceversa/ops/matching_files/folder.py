"""The answer's folder: all of it or nothing, and never somebody else's files."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from viceversa.ops.matching_files.faults import Misused
from viceversa.ops.words import Words

CERTIFICATE = "certificate.json"
# What an answer consists of: a folder that holds nothing else may be replaced by the next answer.
OURS = frozenset({"pairs.csv", "unmatched.csv", CERTIFICATE, "scores.npz", "report.html"})


def check(folder: Path, words: Words, *, force: bool) -> None:
    """Raise `Misused` where writing would touch files that are not an answer's."""
    if folder.exists() and not folder.is_dir():
        raise Misused(words("out.file", folder=folder))
    if not folder.exists() or force:
        return
    names = sorted(entry.name for entry in folder.iterdir())
    strangers = [name for name in names if name not in OURS]
    if strangers or (names and CERTIFICATE not in names):
        raise Misused(words("out.foreign", folder=folder, file=(strangers or names)[0]))


def write(folder: Path, files: Mapping[str, bytes], words: Words, *, force: bool) -> None:
    """Put the files in place.

    They are written beside the folder first; then the folder is swapped in one step, so that a
    reader sees the old answer or the new one. With `force` among other people's files they are
    moved in one by one and nothing else is touched.
    """
    check(folder, words, force=force)
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        fresh.chmod(0o777 & ~_umask())
        if target.exists() and any(entry.name not in OURS for entry in target.iterdir()):
            _move_in(fresh, target)
        else:
            _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        target.rename(old)  # an empty folder may be renamed over
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _move_in(fresh: Path, target: Path) -> None:
    for name in OURS:
        if (fresh / name).exists():
            (fresh / name).replace(target / name)
        else:
            (target / name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
