"""Writing to each other: who reads what, who is told how, limits, links to write back."""

import re
from datetime import timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from tests.cast import THEN
from tests.factories.relationships import Bond, a_bond, signed_in
from viceversa.audit.models import Line
from viceversa.notifications.choices import Kind
from viceversa.notifications.models import Message
from viceversa.relationships.actions.closing import end_without_fault
from viceversa.relationships.actions.conversation import (
    UnableToWrite,
    change,
    choose_mail,
    issue_reply_link,
    mark_read,
    take_back,
    write,
)
from viceversa.relationships.models import Entry
from viceversa.relationships.queries.conversation import conversation, reply_link, unread
from viceversa.relationships.rules.conversation import LONGEST, MOST_AN_HOUR

pytestmark = pytest.mark.django_db
WORDS = "Bring the two figures you trust least."
SOON = THEN + timedelta(minutes=10)


def texts(bond: Bond, index: int) -> list[str]:
    return [said.text for said in conversation(bond.members[index], now=SOON).said]


def test_all_members_read_it_oldest_first() -> None:
    bond = a_bond(2, 2, circle=True)
    write(member=bond.members[0], text=WORDS, now=THEN)
    write(member=bond.members[3], text="Gladly.", now=SOON)
    assert [texts(bond, index) for index in range(4)] == [[WORDS, "Gladly."]] * 4


def test_the_audit_says_neither_who_nor_what() -> None:
    bond = a_bond()
    write(member=bond.members[0], text=WORDS, now=THEN)
    line = Line.objects.latest("pk")
    assert line.verb == "conversation.written"
    assert (line.actor_kind, line.actor_user, line.facts) == ("system", None, {})


def test_new_is_the_readers_own_mark_and_never_moves_back() -> None:
    bond = a_bond()
    one, two = bond.members
    first = write(member=one, text=WORDS, now=THEN)
    write(member=one, text="And a third.", now=SOON)
    assert unread([one, two]) == {one.pk: 0, two.pk: 2}
    mark_read(member=two, entry=conversation(two, now=SOON).newest)
    mark_read(member=two, entry=first)
    assert unread([two]) == {two.pk: 0}
    foreign = write(member=a_bond().members[0], text="Elsewhere", now=SOON)
    write(member=one, text="More.", now=SOON)
    mark_read(member=two, entry=foreign)
    assert unread([two]) == {two.pk: 1}


def test_one_mail_without_words_until_they_looked(
    mailoutbox: list[EmailMultiAlternatives],
) -> None:
    bond = a_bond()
    one, two = bond.members
    for minute in range(3):
        write(member=one, text=WORDS, now=THEN + timedelta(minutes=minute))
    [mail] = mailoutbox
    assert WORDS not in mail.body + str(mail.alternatives) + mail.subject
    mark_read(member=two, entry=Entry.objects.latest("pk"))
    write(member=one, text=WORDS, now=SOON)
    assert len(mailoutbox) == 2


def test_with_words_each_is_sent_escaped(mailoutbox: list[EmailMultiAlternatives]) -> None:
    bond = a_bond()
    choose_mail(member=bond.members[1], words_in_mail=True)
    for _ in range(2):
        write(member=bond.members[0], text="<b>Bold</b> & {{ name }}", now=THEN)
    assert len(mailoutbox) == 2
    html = str(mailoutbox[0].alternatives[0].content)
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; {{ name }}" in html


def test_that_somebody_wrote_shows_in_no_list_of_messages() -> None:
    from viceversa.notifications.choices import PRIVATE

    assert Kind.CONVERSATION_MESSAGE in PRIVATE


def test_own_words_are_changed_for_an_hour_and_taken_back_at_any_time() -> None:
    bond = a_bond()
    one, two = bond.members
    entry = write(member=one, text=WORDS, now=THEN)
    with pytest.raises(UnableToWrite):
        change(entry=entry, member=two, text="No", now=SOON)
    with pytest.raises(UnableToWrite):
        take_back(entry=entry, member=two, now=SOON)
    change(entry=entry, member=one, text="Bring three.", now=SOON)
    assert texts(bond, 1) == ["Bring three."]
    late = THEN + timedelta(hours=2)
    with pytest.raises(UnableToWrite):
        change(entry=entry, member=one, text="Bring four.", now=late)
    take_back(entry=entry, member=one, now=late)
    assert texts(bond, 1) == [""]
    assert Entry.objects.get().text == ""


def test_limits() -> None:
    bond = a_bond()
    for text in ("  ", "x" * (LONGEST + 1)):
        with pytest.raises(UnableToWrite):
            write(member=bond.members[0], text=text, now=THEN)
    for _ in range(MOST_AN_HOUR):
        write(member=bond.members[0], text=WORDS, now=THEN)
    with pytest.raises(UnableToWrite, match="within an hour"):
        write(member=bond.members[0], text=WORDS, now=SOON)
    write(member=bond.members[1], text=WORDS, now=SOON)
    write(member=bond.members[0], text=WORDS, now=THEN + timedelta(hours=1))


def test_after_the_end_it_is_only_read() -> None:
    bond = a_bond()
    one, two = bond.members
    entry = write(member=one, text=WORDS, now=THEN)
    end_without_fault(member=two, now=SOON)
    for attempt in (
        lambda: write(member=one, text=WORDS, now=SOON),
        lambda: change(entry=entry, member=one, text="x", now=SOON),
        lambda: take_back(entry=entry, member=one, now=SOON),
    ):
        with pytest.raises(UnableToWrite):
            attempt()
    assert texts(bond, 1) == [WORDS]


def test_a_link_holds_two_weeks_and_until_a_newer_one() -> None:
    bond = a_bond()
    tokens = [
        issue_reply_link(member=bond.members[1], now=THEN).strip("/").removeprefix("c/")
        for _ in range(2)
    ]
    assert reply_link(tokens[0], SOON) is None
    assert reply_link(tokens[1], SOON) is not None
    assert reply_link(tokens[1], THEN + timedelta(days=14)) is None
    assert reply_link("guessed", SOON) is None
    end_without_fault(member=bond.members[0], now=SOON)
    assert reply_link(tokens[1], SOON) is None


def test_long_conversations_come_in_stretches() -> None:
    bond = a_bond()
    for number in range(60):
        Entry.objects.create(
            relationship=bond.relationship,
            author=bond.members[0],
            text=str(number),
            written_at=THEN,
        )
    latest = conversation(bond.members[1], now=SOON)
    assert [said.text for said in latest.said] == [str(n) for n in range(10, 60)]
    earlier = conversation(bond.members[1], now=SOON, before=latest.earlier)
    assert [said.text for said in earlier.said] == [str(n) for n in range(10)]
    assert earlier.earlier == ""


def test_writing_back_by_link_shows_nothing_and_writes(
    mailoutbox: list[EmailMultiAlternatives],
) -> None:
    from viceversa.kernel import clock

    bond = a_bond()
    write(member=bond.members[0], text=WORDS, now=clock.now())
    [path] = set(re.findall(r"/c/[\w-]+/", _mail_or_row(mailoutbox)))
    client = Client()
    entered = client.get(path)
    assert entered.status_code == 302
    assert entered.headers["Referrer-Policy"] == "no-referrer"
    page = client.get(entered.headers["Location"])
    assert WORDS not in page.content.decode()
    assert "Nicolò Pavesi" in page.content.decode()
    assert Entry.objects.count() == 1
    client.post(entered.headers["Location"], {"text": "Gladly."})
    assert Entry.objects.latest("pk").author_id == bond.members[1].pk
    assert client.get(bond.path("conversation/")).status_code == 302  # to the sign-in page
    assert Client().get(entered.headers["Location"]).status_code == 404
    assert Client().get("/c/guessed/").headers["Location"] == "/reply/closed/"


def _mail_or_row(mailoutbox: list[EmailMultiAlternatives]) -> str:
    """Return what was mailed, or what still waits for the end of quiet hours."""
    rows = " ".join(Message.objects.values_list("text", flat=True))
    return rows + " ".join(str(mail.body) for mail in mailoutbox)


def test_reading_changes_nothing_until_the_mark_is_posted() -> None:
    bond = a_bond()
    one, two = bond.members
    write(member=one, text=WORDS, now=THEN)
    client = signed_in(bond.users[two.pk])
    assert WORDS in client.get(bond.path("conversation/")).content.decode()
    assert unread([two]) == {two.pk: 1}
    seen = Entry.objects.get().public_id
    write(member=one, text="Written while the page was open.", now=SOON)
    client.post(bond.path("conversation/seen/"), {"to": seen})
    assert unread([two]) == {two.pk: 1}
    client.post(bond.path("conversation/seen/"), {"to": Entry.objects.latest("pk").public_id})
    assert unread([two]) == {two.pk: 0}
