"""The chain: each line's digest covers its content and the digest before it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def digest(
    *, previous: str, at: datetime, actor: str, verb: str, subject: str, facts: Mapping[str, Any]
) -> str:
    """Return the hexadecimal SHA-256 of a line; `at` counts in UTC, to the microsecond."""
    content = [previous, at.astimezone(UTC).isoformat(), actor, verb, subject, facts]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
