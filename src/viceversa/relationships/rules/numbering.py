"""Which version a text is: the latest one if it says the same, else the next."""

import hashlib
import json
from collections.abc import Mapping


def number_of(
    texts: Mapping[str, str], latest: tuple[int, Mapping[str, str]], *, waiting: bool
) -> int:
    """Return the number of `texts`; `latest` is (number, texts), `waiting` open changes.

    Going back to the words that were signed is going back to the version that was signed.
    """
    number, same = latest[0], not waiting and dict(texts) == dict(latest[1])
    return number if same else number + 1


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return a digest of the words, so that nobody signs others than those on their page."""
    written = json.dumps(dict(texts), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:32]
