"""Returns are read; everything else in that mailbox is left alone."""

import pytest

from tests.factories.returns import returned
from viceversa.notifications.rules.returned import Returned, read

ID = "<1234.5678@mentoring.company.example>"


@pytest.mark.parametrize("quoting", ["message/rfc822", "text/rfc822-headers"])
def test_a_return_names_the_mail_the_address_and_the_status(quoting: str) -> None:
    content = returned(ID, "Nicolo@Altavalle.example", quoting=quoting)
    assert read(content) == [Returned(ID, "nicolo@altavalle.example", "5.1.1")]


@pytest.mark.parametrize(
    ("status", "gone"), [("5.1.1", True), ("5.2.1", True), ("5.2.2", False), ("5.7.1", False)]
)
def test_only_a_fault_of_the_address_itself_stops_it(status: str, gone: bool) -> None:
    [failure] = read(returned(ID, "nicolo@altavalle.example", status=status))
    assert failure.gone is gone


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00garbage",
        b"Subject: Out of office\n\nBack on Monday.\n",
        returned(ID, "nicolo@altavalle.example", action="delayed", status="4.4.1"),
        returned("", "nicolo@altavalle.example"),
    ],
)
def test_a_delay_an_absence_and_rubbish_are_no_returns(content: bytes) -> None:
    assert read(content) == []
