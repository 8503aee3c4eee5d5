"""Short random ids for addresses: they say nothing about how many there are or in which order."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: people read them aloud
LENGTH = 12  # 31**12 is about 8e17, so a clash within one table is not expected in its life


def new_public_id() -> str:
    """Return a fresh id of `LENGTH` characters from `ALPHABET`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
