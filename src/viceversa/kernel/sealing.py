"""Sealing what only its author may read: rings of keys, and rows that hold a sealed text.

Each owner has a key of their own, derived from the instance's (HKDF, RFC 5869), so that a row put
under another name in the database does not open. Several keys of the instance may be in use at a
time: the first seals, all of them open (Fernet, MultiFernet of `cryptography`).
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

from viceversa.kernel import keyring


class Unreadable(Exception):
    """No key opens the token: it was lost, or the token belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys of one kind of text: a file of this name among the keys of the data folder.

    It is read at each use, so that a renewed key is in use at once, in every process.
    """

    name: str

    @property
    def path(self) -> Path:
        """The file, which may not be there yet."""
        return Path(settings.DATA) / "keys" / self.name


class Sealed(models.Model):
    """Abstract row with a text in `sealed` that opens for `sealed_for()` alone.

    `SEALED_WITH` names the relations that `sealed_for` walks, for whoever reads many rows.
    """

    RING: ClassVar[Ring]
    SEALED_WITH: ClassVar[tuple[str, ...]]

    sealed = models.TextField(blank=True)

    class Meta:
        abstract = True

    def sealed_for(self) -> str:
        """Return whose key it is under: the same name for as long as the row lives."""
        raise NotImplementedError

    def seal(self, text: str) -> None:
        """Put a text under the newest key; the row is not saved."""
        keys = keyring.read_or_make(self.RING.path)
        self.sealed = _ring(keys, self.sealed_for()).encrypt(text.encode()).decode("ascii")

    def unseal(self, keys: Sequence[bytes] | None = None) -> str:
        """Return the text, opened by the keys of the ring or by these; raises Unreadable."""
        ring = keyring.read(self.RING.path) if keys is None else keys
        try:
            return _ring(ring, self.sealed_for()).decrypt(self.sealed.encode("ascii")).decode()
        except (InvalidToken, UnicodeEncodeError):
            raise Unreadable from None

    def seal_anew(self) -> None:
        """Put the same text under the newest key, keeping its time; raises Unreadable."""
        keys = keyring.read(self.RING.path)
        try:
            token = _ring(keys, self.sealed_for()).rotate(self.sealed.encode("ascii"))
        except (InvalidToken, UnicodeEncodeError):
            raise Unreadable from None
        self.sealed = token.decode("ascii")

    def words(self) -> str | None:
        """Return the text, None where no key opens it any more."""
        try:
            return self.unseal()
        except Unreadable:
            return None


def _ring(keys: Sequence[bytes], owner: str) -> MultiFernet:
    if not keys:
        raise Unreadable
    return MultiFernet([Fernet(_of(key, owner)) for key in keys])


def _of(key: bytes, owner: str) -> bytes:
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=f"viceversa note {owner}".encode())
    return base64.urlsafe_b64encode(derived.derive(key))
