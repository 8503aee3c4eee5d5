"""Writing to each other: plain messages among the members of a relationship, and word of them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import links
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Bookmark, Entry, Member, Relationship, ReplyLink
from viceversa.relationships.rules.conversation import (
    LINK_HOLDS,
    LONGEST,
    MOST_AN_HOUR,
    is_to_be_told,
    may_change,
)

ENTRANCE = "/c/{token}/"  # the one address that carries a token


class UnableToWrite(UnableTo):
    """The message cannot be sent, changed or taken back like this."""


@transaction.atomic
def write(*, member: Member, text: str, now: datetime) -> Entry:
    """Send a message to the other members and have them told, as each of them wishes.

    The audit keeps that there was a message, neither the words nor who wrote: how often somebody
    writes is nobody's business.
    """
    words = _checked(text)
    relationship = _open_relationship(member)
    _not_too_many(member, now)
    entry = Entry.objects.create(
        relationship=relationship, author=member, text=words, written_at=now
    )
    record(
        actor=NEUTRAL,
        now=now,
        verb=Verb.CONVERSATION_WRITTEN,
        subject=f"relationship:{relationship.public_id}",
    )
    readers = Member.objects.filter(relationship=relationship).exclude(pk=member.pk)
    for reader in readers.select_related("person"):
        _tell(reader, member, entry, now)
    return entry


@transaction.atomic
def change(*, entry: Entry, member: Member, text: str, now: datetime) -> Entry:
    """Change one's own words within the hour; the page says that they were changed."""
    words = _checked(text)
    _open_relationship(member)
    current = _own(entry, member)
    if not may_change(written_at=current.written_at, now=now):
        raise UnableToWrite(
            _("A message can be changed for an hour. Write another, or take it back.")
        )
    if words != current.text:
        current.text, current.changed_at = words, now
        current.save(update_fields=["text", "changed_at"])
    return current


@transaction.atomic
def take_back(*, entry: Entry, member: Member, now: datetime) -> None:
    """Take one's own message back: its words are deleted, that there was one stays."""
    _open_relationship(member)
    current = _own(entry, member)
    current.text, current.taken_back_at = "", now
    current.save(update_fields=["text", "taken_back_at"])


def mark_read(*, member: Member, entry: Entry | None) -> None:
    """Move a member's own bookmark to an entry they have seen; it never moves back."""
    if entry is None or entry.relationship_id != member.relationship_id:
        return
    with transaction.atomic():
        Bookmark.objects.get_or_create(member=member)
        row = Bookmark.objects.select_for_update().get(member=member)
        row.read_to, row.told_at = max(row.read_to, entry.pk), None
        row.save(update_fields=["read_to", "told_at"])


def choose_mail(*, member: Member, words_in_mail: bool) -> None:
    """Choose whether mails to a member carry the words, or only say that somebody wrote."""
    Bookmark.objects.update_or_create(member=member, defaults={"words_in_mail": words_in_mail})


def issue_reply_link(*, member: Member, now: datetime) -> str:
    """Make the link with which a member answers without signing in; earlier ones end."""
    links.revoke(ReplyLink.objects.filter(member=member), now)
    token = links.issue(ReplyLink, member=member, expires_at=now + LINK_HOLDS, now=now)
    return ENTRANCE.format(token=token)


def _tell(reader: Member, author: Member, entry: Entry, now: datetime) -> None:
    """Write a mail to a reader unless they have one already and have not looked since."""
    bookmark, _created = Bookmark.objects.get_or_create(member=reader)
    if not is_to_be_told(told_at=bookmark.told_at, words=bookmark.words_in_mail, now=now):
        return
    recipient = recipient_of(reader.person)
    if recipient is None:
        return
    enqueue(
        kind=Kind.CONVERSATION_MESSAGE,
        recipient=recipient,
        context={
            "author": author.person.name,
            "paragraphs": _paragraphs(entry) if bookmark.words_in_mail else [],
            "path": f"/together/{author.relationship.public_id}/conversation/",
            "reply_path": issue_reply_link(member=reader, now=now),
        },
        about=f"relationship:{author.relationship.public_id}",
        now=now,
    )
    bookmark.told_at = now
    bookmark.save(update_fields=["told_at"])


def _paragraphs(entry: Entry) -> list[str]:
    return [part for part in entry.text.split("\n") if part.strip()]


def _checked(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise UnableToWrite(_("The message is empty. Write something, then send it."))
    if len(words) > LONGEST:
        raise UnableToWrite(
            _("A message has %(most)s characters at most. Send it in two.") % {"most": LONGEST}
        )
    return words


def _open_relationship(member: Member) -> Relationship:
    """Return the relationship, locked; refuse where it has come to its end."""
    relationship = Relationship.objects.select_for_update().get(pk=member.relationship_id)
    if relationship.state == RelationshipState.CLOSED:
        raise UnableToWrite(
            _("This relationship has come to its end; its conversation can only be read.")
        )
    return relationship


def _not_too_many(member: Member, now: datetime) -> None:
    since = now - timedelta(hours=1)
    if Entry.objects.filter(author=member, written_at__gt=since).count() >= MOST_AN_HOUR:
        raise UnableToWrite(
            _("That is %(most)s messages within an hour. Wait a little, or meet.")
            % {"most": MOST_AN_HOUR}
        )


def _own(entry: Entry, member: Member) -> Entry:
    """Return the entry, locked, if it is the member's own and still there."""
    found = (
        Entry.objects.select_for_update()
        .filter(pk=entry.pk, author=member, taken_back_at=None)
        .first()
    )
    if found is None:
        raise UnableToWrite(_("This message is not there any more, or is not yours."))
    return found
