"""Sealing what only its author may read.

Each author has a key of their own, derived from the instance's (HKDF, RFC 5869), so that a row put
under another name in the database does not open. Several keys of the instance may be in use at a
time: the first seals, all of them open (Fernet, MultiFernet of `cryptography`).
"""

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Unreadable(Exception):
    """No key opens the token: it was lost, or the token belongs to somebody else."""


def seal(text: str, *, keys: Sequence[bytes], author: str) -> str:
    """Return a token of `text` for `author` (a person's public id), under the first key."""
    return _ring(keys, author).encrypt(text.encode()).decode("ascii")


def unseal(token: str, *, keys: Sequence[bytes], author: str) -> str:
    """Return the text of a token; raises Unreadable."""
    try:
        return _ring(keys, author).decrypt(token.encode("ascii")).decode()
    except InvalidToken:
        raise Unreadable from None


def seal_anew(token: str, *, keys: Sequence[bytes], author: str) -> str:
    """Return the same text under the first key, keeping its time; raises Unreadable."""
    try:
        return _ring(keys, author).rotate(token.encode("ascii")).decode("ascii")
    except InvalidToken:
        raise Unreadable from None


def _ring(keys: Sequence[bytes], author: str) -> MultiFernet:
    return MultiFernet([Fernet(_of(key, author)) for key in keys])


def _of(key: bytes, author: str) -> bytes:
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=f"viceversa note {author}".encode())
    return base64.urlsafe_b64encode(derived.derive(key))
