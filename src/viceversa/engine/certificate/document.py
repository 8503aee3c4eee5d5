"""The certificate: everything an outsider needs to check value and bound, as plain data."""

from collections.abc import Sequence
from typing import Any

from viceversa.engine.problem.fingerprint import digest

ENGINE_VERSION = "1"
FORMAT = "viceversa-certificate/1"


def sealed(content: dict[str, Any]) -> dict[str, Any]:
    """The content with its own checksum, so that a slip of the pen is noticed at once.

    The checksum is no signature: against intent, `verify` recomputes everything from the input.
    """
    return {**content, "checksum": digest(content)}


def seal_holds(document: dict[str, Any]) -> bool:
    """Whether the checksum is that of the content."""
    content = {key: value for key, value in document.items() if key != "checksum"}
    return document.get("checksum") == digest(content)


def side(
    ids: Sequence[str], fewest: Sequence[int], most: Sequence[int], prices: Sequence[int]
) -> list[list[Any]]:
    """One side as rows: id, fewest and most partners beyond the pinned, price."""
    return [list(row) for row in zip(ids, fewest, most, prices, strict=True)]
