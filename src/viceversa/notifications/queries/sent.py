"""What was sent to whom and whether it arrived: kind, date and state, never the words."""

from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from viceversa.notifications.choices import CHANNEL, PRIVATE, DeliveryState, Kind, Road
from viceversa.notifications.models import Address, Message, Postbox

PER_PAGE = 50
READABLE = (DeliveryState.SENT, DeliveryState.RETURNED)  # in the sample company alone
TONES = {
    DeliveryState.SENT: "good",
    DeliveryState.DIGESTED: "good",
    DeliveryState.RETURNED: "attention",
    DeliveryState.FAILED: "danger",
    DeliveryState.UNREACHABLE: "attention",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; an empty value does not narrow."""

    kind: str = ""
    state: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A message in the list; `why` is empty where all went well."""

    message: Message
    kind: str
    state: str
    tone: str
    why: str
    waits: bool
    readable: bool
    by_chat: bool


def listing(narrowed: Filter, number: int) -> Page[Line]:
    """Return page `number` (clamped to what exists), the newest first; two queries."""
    rows = _filtered(narrowed)
    found = Paginator(rows, PER_PAGE).get_page(number)
    shown: Page[Line] = Page(
        [line(message) for message in found.object_list],
        found.number,
        cast("Paginator[Line]", found.paginator),
    )
    return shown


def line(message: Message) -> Line:
    """Shape one message."""
    state = DeliveryState(message.state)
    return Line(
        message=message,
        kind=message.kind_label,
        state=str(state.label),
        tone=TONES.get(state, "plain"),
        why=why(message),
        waits=state in {DeliveryState.WAITING, DeliveryState.GATHERED},
        readable=state in READABLE and message.road == Road.MAIL,
        by_chat=message.road == Road.CHAT,
    )


def why(message: Message) -> str:
    """Return a sentence on what went wrong, empty where nothing did."""
    if message.reason and message.road == Road.CHAT:
        return _("The chat service did not take it.")
    sentences = {
        "unanswered": _("The mail server did not answer."),
        "interrupted": _("The work was cut off twice, so it may have arrived."),
        "unusable": _("The mail server cannot write to this address."),
    }
    if message.reason in sentences:
        return sentences[message.reason]
    if message.reason:
        return _("The mail server answered %(code)s.") % {"code": message.reason}
    return ""


def kinds_sent() -> list[tuple[str, str]]:
    """Return (code, label) of every kind that may be listed, in their order."""
    listed = [(kind.value, str(kind.label)) for kind in Kind if kind not in PRIVATE]
    return [*listed, (CHANNEL, _("Coordinators’ list"))]


def gone_addresses() -> list[Address]:
    """Return the addresses to which nothing is sent any more, the latest first."""
    return list(Address.objects.order_by("-since", "-pk"))


def keeps_all() -> bool:
    """Tell whether everything ends in the mail folder, as in the sample company."""
    return Postbox.objects.filter(keeps_all=True).exists()


def _filtered(narrowed: Filter) -> QuerySet[Message]:
    fields = (
        "public_id",
        "kind",
        "name",
        "email",
        "state",
        "reason",
        "created_at",
        "due_at",
        "road",
    )
    listed = Message.objects.exclude(kind__in=PRIVATE)
    found = listed.order_by("-created_at", "-pk").only(*fields, "due_at", "settled_at")
    if narrowed.kind:
        found = found.filter(kind=narrowed.kind)
    if narrowed.state:
        found = found.filter(state=narrowed.state)
    for word in narrowed.search.split():
        found = found.filter(name__icontains=word) | found.filter(email__icontains=word)
    return found


def kept(public_id: str) -> Message | None:
    """Return a message whose words may be read: in the sample company, once it has left."""
    if not keeps_all():
        return None
    listed = Message.objects.exclude(kind__in=PRIVATE)
    return listed.filter(public_id=public_id, state__in=READABLE).exclude(html="").first()
