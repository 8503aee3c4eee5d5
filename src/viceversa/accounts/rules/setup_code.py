"""The one-time code of the first run: made here, shown to the operator, kept only as a hash."""

import hashlib
import hmac
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0/O, 1/I/L: it is typed from a terminal
GROUPS, LENGTH = 3, 4  # 31**12 is about 8e17: not guessable within any number of attempts


def new_code() -> str:
    """Return a code such as `7KQM-2XHT-9WBC`."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(GROUPS))


def hashed(code: str) -> str:
    """Return the hexadecimal SHA-256 of a code, however it was typed."""
    return hashlib.sha256("".join(c for c in code.upper() if c.isalnum()).encode()).hexdigest()


def matches(code: str, kept: str) -> bool:
    """Tell in constant time whether a typed code is the one kept as a hash."""
    return bool(kept) and hmac.compare_digest(hashed(code), kept)
