"""A conversation as one of its members reads it, what is new to them, and their reply links."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from viceversa.kernel import links
from viceversa.people.choices import PersonStatus
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Bookmark, Entry, Member, ReplyLink
from viceversa.relationships.rules.conversation import may_change

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Said:
    """A message on the page; `text` is empty where it was taken back, `new` is the viewer's own
    mark and shown to nobody else."""

    entry: Entry
    text: str
    author: str
    role: str
    mine: bool
    new: bool
    first_new: bool
    changeable: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """A stretch of the conversation, oldest first; `earlier` is the id to look before, or empty.

    `newest` is the last entry there is, for the bookmark.
    """

    said: list[Said]
    earlier: str
    newest: Entry | None
    words_in_mail: bool

    @property
    def any_new(self) -> bool:
        """Tell whether something on the page is new to the viewer."""
        return any(one.new for one in self.said)


def conversation(viewer: Member, *, now: datetime, before: str = "") -> Talk:
    """Return the latest messages of the viewer's relationship, or those before one of them."""
    found = Entry.objects.filter(relationship=viewer.relationship_id)
    if before:
        mark = found.filter(public_id=before).values_list("pk", flat=True).first()
        found = found.filter(pk__lt=mark or 0)
    rows = list(found.select_related("author__person").order_by("-pk")[: AT_ONCE + 1])
    bookmark = Bookmark.objects.filter(member=viewer).first() or Bookmark(member=viewer)
    shown = rows[:AT_ONCE][::-1]
    said: list[Said] = []
    for row in shown:
        new = row.pk > bookmark.read_to and row.author_id != viewer.pk
        first = new and not any(each.new for each in said)
        said.append(_said(row, viewer, now, new=new, first=first))
    return Talk(
        said=said,
        earlier=shown[0].public_id if len(rows) > AT_ONCE else "",
        newest=shown[-1] if shown else None,
        words_in_mail=bookmark.words_in_mail,
    )


def entry_of(viewer: Member, public_id: str) -> Entry | None:
    """Return a message of the viewer's conversation, None for any other."""
    found = Entry.objects.filter(relationship=viewer.relationship_id, public_id=public_id)
    return found.first()


def own_entry(viewer: Member, public_id: str) -> Entry | None:
    """Return a message of the viewer's own that is still there, None for any other."""
    return Entry.objects.filter(author=viewer, public_id=public_id, taken_back_at=None).first()


def unread(members: Iterable[Member]) -> dict[int, int]:
    """Return, by member, how many messages of others they have not seen; one query."""
    keys = [member.pk for member in members]
    said = (
        Entry.objects.filter(relationship=OuterRef("relationship"), taken_back_at=None)
        .filter(pk__gt=Coalesce(OuterRef("bookmark__read_to"), 0))
        .exclude(author=OuterRef("pk"))
        .order_by()
        .values("relationship")
        .annotate(number=Count("pk"))
    )
    rows = Member.everybody.filter(pk__in=keys).annotate(new=Subquery(said.values("number")))
    return {key: new or 0 for key, new in rows.values_list("pk", "new")}


def reply_link(token: str, now: datetime) -> ReplyLink | None:
    """Return the link of a token if it still holds."""
    return links.of_token(_alive(now), token)


def reply_link_alive(pk: int, now: datetime) -> ReplyLink | None:
    """Return an opened link if it still holds."""
    return _alive(now).filter(pk=pk).first()


def _alive(now: datetime) -> QuerySet[ReplyLink]:
    """Keep what holds still, of relationships that go on and people still in them."""
    return (
        links.alive(ReplyLink, now)
        .filter(member__left_at=None)
        .exclude(member__relationship__state=RelationshipState.CLOSED)
        .exclude(member__person__status=PersonStatus.LEFT)
        .select_related("member__person", "member__relationship__cohort__programme")
    )


def _said(row: Entry, viewer: Member, now: datetime, *, new: bool, first: bool) -> Said:
    mine = row.author_id == viewer.pk
    return Said(
        entry=row,
        text=row.text,
        author=row.author.person.first_name,
        role=row.author.role,
        mine=mine,
        new=new,
        first_new=first,
        changeable=mine
        and not row.taken_back_at
        and may_change(written_at=row.written_at, now=now)
        and viewer.relationship.state != RelationshipState.CLOSED,
    )
