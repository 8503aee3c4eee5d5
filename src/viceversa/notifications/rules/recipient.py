"""To whom a message goes: plain facts, never a person of the directory or a user."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# One address and nothing else: no spaces, no list, no angle brackets, no control characters.
ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]\\@]+@[^\s<>,;:\"()\[\]\\@]+\.[^\s<>,;:\"()\[\]\\@]+")


class BadRecipient(ValueError):
    """A fact of the recipient could not stand in the header of a mail."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person to tell.

    `key` stays the same over time ("person:7k2m…"): preferences hang on it. `time_zone` is an IANA
    name. Raises BadRecipient for anything that could smuggle a header or a second address.
    """

    key: str
    email: str
    name: str
    language: Literal["it", "en"]
    time_zone: str

    def __post_init__(self) -> None:
        for field in ("key", "email", "name"):
            value = getattr(self, field)
            if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for letter in value):
                raise BadRecipient(f"The {field} {value!r} holds a line break or control character")
        if not self.key or len(self.key) > 80:
            raise BadRecipient(f"The key {self.key!r} must have 1 to 80 characters")
        if not ADDRESS.fullmatch(self.email) or len(self.email) > 254:
            raise BadRecipient(f"{self.email!r} is not one e-mail address")
        if self.language not in {"it", "en"}:
            raise BadRecipient(f"The language {self.language!r} is neither it nor en")

    @property
    def zone(self) -> ZoneInfo:
        """The recipient's time zone."""
        return zone_of(self.time_zone)


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name; UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
