"""What is written into a header is what a mail program reads."""

from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.notifications.rules.headers import like

SUBJECTS = st.lists(
    st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12),
    min_size=1,
    max_size=20,
).map(" ".join)


def written(name: str, value: str) -> list[str]:
    mail = EmailMessage(policy=like(SMTP))
    mail[name] = value
    head, _, _ = mail.as_bytes().partition(b"\r\n\r\n")
    return head.decode("ascii").split("\r\n")


@given(SUBJECTS)
def test_a_subject_is_read_as_it_was_written_by_the_oldest_program(subject: str) -> None:
    lines = written("Subject", subject)
    assert all(len(line) <= 78 for line in lines)
    unfolded = "".join(lines).removeprefix("Subject: ")
    assert "?==?" not in unfolded  # two encoded words without a blank between
    assert str(make_header(decode_header(unfolded))) == subject


def test_a_link_of_any_length_is_neither_broken_nor_encoded() -> None:
    link = f"<https://mentoring.company.example/unsubscribe/{'x' * 300}/>"
    assert written("List-Unsubscribe", link) == [f"List-Unsubscribe: {link}"]


@pytest.mark.parametrize("name", ["Subject", "List-Unsubscribe"])
@pytest.mark.parametrize("evil", ["a\r\nBcc: all@x.example", "a\nBcc: all@x.example", "a\rb"])
def test_no_header_can_bring_another(name: str, evil: str) -> None:
    with pytest.raises(ValueError, match="linefeed|newline"):
        written(name, evil)
