"""A calendar's answer to an invitation (RFC 5546, REPLY and COUNTER), out of its mail."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any, Literal

from icalendar import Calendar

LARGEST = 1_000_000  # bytes of the calendar part
MEANINGS: dict[str, Literal["yes", "another"]] = {"ACCEPTED": "yes", "DECLINED": "another"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody's calendar answers about one meeting.

    `email` is whoever answers, lower case: the address in the calendar part, which is also that of
    the sender. `occurrence` is the original start of one meeting of a series. `another` asks for
    another time.
    """

    uid: str
    email: str
    answer: Literal["yes", "another"]
    sequence: int
    occurrence: datetime | None = None


def read(content: bytes) -> list[Reply]:
    """Return the answers in a mail; [] for any other mail, and where sender and answer differ."""
    mail = message_from_bytes(content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    sender = parseaddr(str(mail.get("From", "")))[1].lower()
    found: list[Reply] = []
    for part in mail.walk():
        if part.get_content_type() != "text/calendar":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and len(payload) <= LARGEST:
            found += _of_calendar(payload, sender)
    return list(dict.fromkeys(found))


def _of_calendar(payload: bytes, sender: str) -> list[Reply]:
    try:
        calendar = Calendar.from_ical(payload)
    except (ValueError, IndexError, KeyError, TypeError):
        return []
    method = str(calendar.get("METHOD", "")).upper()
    if method not in {"REPLY", "COUNTER"}:
        return []
    found = []
    for event in calendar.walk("VEVENT"):
        with suppress(ValueError, TypeError, AttributeError):  # one broken event is no answer
            reply = _of_event(event, method, sender)
            if reply:
                found.append(reply)
    return found


def _of_event(event: Any, method: str, sender: str) -> Reply | None:
    """Return the sender's own answer in an event, None where it holds none."""
    attendees = event.get("ATTENDEE", [])
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        email = str(attendee).lower().removeprefix("mailto:")
        status = str(attendee.params.get("PARTSTAT", "")).upper()
        answer = "another" if method == "COUNTER" else MEANINGS.get(status)
        if email == sender and answer and event.get("UID"):
            return Reply(
                uid=str(event["UID"]),
                email=email,
                answer="yes" if answer == "yes" else "another",
                sequence=int(event.get("SEQUENCE", 0)),
                occurrence=_occurrence(event),
            )
    return None


def _occurrence(event: Any) -> datetime | None:
    if "RECURRENCE-ID" not in event:
        return None
    moment = event["RECURRENCE-ID"].dt
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise ValueError("an occurrence is a moment with a zone")
    found: datetime = moment
    return found.astimezone(UTC)
