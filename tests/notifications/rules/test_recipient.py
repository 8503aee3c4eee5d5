"""Nothing about a recipient can smuggle a header, a second address or an attachment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.notifications import recipient
from viceversa.notifications.rules.calendar import Calendar
from viceversa.notifications.rules.recipient import BadRecipient


@pytest.mark.parametrize("field", ["key", "email", "name"])
@pytest.mark.parametrize("break_", ["\n", "\r", "\r\n", "\x00", "\x0b", "\u2028", "\x85"])
def test_a_line_break_is_refused_in_every_field(field: str, break_: str) -> None:
    with pytest.raises(BadRecipient):
        recipient(**{field: f"nicolo@altavalle.example{break_}Bcc: all@altavalle.example"})


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nicolo",
        "nicolo@altavalle",
        "a@altavalle.example, b@altavalle.example",
        "Nicolò <nicolo@altavalle.example>",
        "nicolo@altavalle.example;b@altavalle.example",
        "a@b@altavalle.example",
        "a b@altavalle.example",
    ],
)
def test_only_one_plain_address_will_do(email: str) -> None:
    with pytest.raises(BadRecipient):
        recipient(email=email)


@given(st.text(max_size=30))
def test_whatever_is_accepted_fits_on_one_line(name: str) -> None:
    try:
        accepted = recipient(name=name)
    except BadRecipient:
        return
    assert len(accepted.name.splitlines()) <= 1


def test_a_zone_nobody_knows_counts_as_utc() -> None:
    assert recipient(time_zone="Europe/Milan").zone.key == "UTC"
    assert recipient(time_zone="../etc/passwd").zone.key == "UTC"


def test_a_calendar_says_the_same_method_twice() -> None:
    assert Calendar("REQUEST", b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n").method == "REQUEST"
    with pytest.raises(ValueError, match="METHOD:CANCEL"):
        Calendar("CANCEL", b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n")
    with pytest.raises(ValueError, match="not a calendar method"):
        Calendar("REQUEST\r\nX-Evil: 1", b"METHOD:REQUEST\r\nX-Evil: 1")
