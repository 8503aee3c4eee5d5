"""The calendar part of a message: bytes of an iCalendar object and what they ask for."""

from dataclasses import dataclass
from typing import Literal, get_args

type Method = Literal["PUBLISH", "REQUEST", "REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """An iCalendar object (RFC 5545) and its method (RFC 5546); both must say the same method."""

    method: Method
    content: bytes

    def __post_init__(self) -> None:
        if self.method not in get_args(Method.__value__):
            raise ValueError(f"{self.method!r} is not a calendar method")
        if f"METHOD:{self.method}".encode() not in self.content:
            raise ValueError(f"The calendar does not say METHOD:{self.method}")
