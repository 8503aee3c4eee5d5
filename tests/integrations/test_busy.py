"""Of somebody's calendar only the busy times are read, and no file can hurt."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.integrations.calendars import Busy, UnreadableCalendar, busy_times

ROME = ZoneInfo("Europe/Rome")
SINCE = datetime(2026, 10, 19, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=21)


def calendar(*events: str) -> bytes:
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@x\r\nDTSTAMP:20261001T000000Z\r\nSUMMARY:Secret\r\n"
        f"{event}\r\nEND:VEVENT\r\n"
        for number, event in enumerate(events)
    )
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
    return f"{head}{body}END:VCALENDAR\r\n".encode()


def times(content: bytes) -> list[str]:
    found = busy_times(content, SINCE, UNTIL, ROME)
    return [f"{busy.start:%d %H:%M}-{busy.end:%d %H:%M}" for busy in found]


def test_repetitions_count_and_their_exceptions_do_not() -> None:
    content = calendar(
        "DTSTART;TZID=Europe/Rome:20261020T090000\r\nDTEND;TZID=Europe/Rome:20261020T100000\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=Europe/Rome:20261027T090000"
    )
    assert times(content) == ["20 07:00-20 08:00", "03 08:00-03 09:00"]


def test_whole_days_and_times_without_a_zone_count_where_their_owner_lives() -> None:
    day = "DTSTART;VALUE=DATE:20261022\r\nDTEND;VALUE=DATE:20261023"
    floating = "DTSTART:20261021T140000\r\nDURATION:PT30M"
    assert times(calendar(day, floating)) == ["21 12:00-21 12:30", "21 22:00-22 22:00"]


def test_what_is_cancelled_or_free_does_not_count() -> None:
    at = "DTSTART:20261021T140000Z\r\nDTEND:20261021T150000Z\r\n"
    assert times(calendar(at + "STATUS:CANCELLED", at + "TRANSP:TRANSPARENT")) == []


def test_what_overlaps_is_joined() -> None:
    one = "DTSTART:20261021T140000Z\r\nDTEND:20261021T150000Z"
    other = "DTSTART:20261021T143000Z\r\nDTEND:20261021T160000Z"
    assert times(calendar(one, other)) == ["21 14:00-21 16:00"]


def test_free_busy_is_read_as_it_says() -> None:
    content = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VFREEBUSY\r\nUID:1@x\r\n"
        b"DTSTAMP:20261001T000000Z\r\n"
        b"FREEBUSY;FBTYPE=BUSY:20261021T080000Z/20261021T090000Z,20261021T100000Z/PT1H\r\n"
        b"FREEBUSY;FBTYPE=FREE:20261021T120000Z/20261021T130000Z\r\n"
        b"END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    assert times(content) == ["21 08:00-21 09:00", "21 10:00-21 11:00"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>sign in</html>",
        calendar("DTSTART:20261021T140000Z\r\nRRULE:FREQ=SECONDLY"),
        calendar("DTSTART:20261021T140000Z\r\nRRULE:FREQ=MINUTELY;INTERVAL=1"),
    ],
)
def test_what_is_no_calendar_of_a_person_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableCalendar):
        busy_times(content, SINCE, UNTIL, ROME)


@given(st.binary(max_size=300))
def test_no_file_does_anything_else(content: bytes) -> None:
    for whole in (content, b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + content, calendar() + content):
        try:
            found = busy_times(whole, SINCE, UNTIL, ROME)
        except UnreadableCalendar:
            continue
        assert all(isinstance(busy, Busy) and busy.start < busy.end for busy in found)
