"""Opening a self-check: the one place where an answer becomes readable."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from viceversa.kernel import keyring
from viceversa.measurement.models import SelfCheck
from viceversa.measurement.rules.answers import Answer, read
from viceversa.relationships.rules.sealing import Unreadable, unseal


def key_file() -> Path:
    """Return the file with the keys of self-checks."""
    return Path(settings.DATA) / "keys" / "self-checks"


def owner(self_check: SelfCheck) -> str:
    """Return the name under which a self-check is sealed; its person must be loaded."""
    return f"self-check {self_check.person.public_id}"


def opened(self_check: SelfCheck, keys: Sequence[bytes] | None = None) -> dict[str, Answer] | None:
    """Return the answers of a self-check, None where no key opens them any more.

    Who may read them is for the caller to know: the author, or a partner they were shared with.
    """
    if not self_check.sealed:
        return {}
    ring = keyring.read(key_file()) if keys is None else keys
    if not ring:
        return None
    try:
        return read(unseal(self_check.sealed, keys=ring, author=owner(self_check)))
    except Unreadable:
        return None
