"""Choosing how to be told; a taste, so no audit line."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from viceversa.notifications.choices import ALWAYS, DeliveryState, Kind, Wish
from viceversa.notifications.models import ChatWish, Hours, Message, Preference
from viceversa.notifications.queries.wishes import CHOOSABLE, quiet_hours, wishes
from viceversa.notifications.rules.recipient import zone_of
from viceversa.notifications.rules.timing import Quiet, next_audible


@transaction.atomic
def choose(
    *, recipient_key: str, wanted: Mapping[Kind, Wish], quiet: Quiet | None = None, now: datetime
) -> None:
    """Keep wishes for optional kinds and, where given, the quiet hours.

    What is gathered of a kind goes out at its next audible moment where it is now wanted as it
    happens, and is dropped where it is not wanted any more.
    """
    for kind, wish in wanted.items():
        if kind not in CHOOSABLE:
            raise ValueError(f"{kind} is not for choosing: it is always sent")
        Preference.objects.update_or_create(
            recipient_key=recipient_key, kind=kind.value, defaults={"wish": wish}
        )
    if quiet is not None:
        Hours.objects.update_or_create(
            recipient_key=recipient_key,
            defaults={"quiet_start": quiet.start, "quiet_end": quiet.end},
        )
    for kind, wish in wanted.items():
        _release(recipient_key, kind, wish, now)


@transaction.atomic
def choose_chat(*, recipient_key: str, kinds: Collection[str]) -> None:
    """Keep of which kinds a word goes into the chat: optional ones, and `ALWAYS` for the others."""
    unknown = set(kinds) - {ALWAYS, *(kind.value for kind in CHOOSABLE)}
    if unknown:
        raise ValueError(f"{unknown} are not for choosing")
    ChatWish.objects.filter(recipient_key=recipient_key).exclude(kind__in=kinds).delete()
    wanted = [ChatWish(recipient_key=recipient_key, kind=kind) for kind in kinds]
    ChatWish.objects.bulk_create(wanted, ignore_conflicts=True)


def decline(*, recipient_key: str, kind: Kind, now: datetime) -> None:
    """Stop a kind; stopping the digest stops every kind that would come in it."""
    choose(recipient_key=recipient_key, wanted=_each(recipient_key, kind, Wish.NEVER), now=now)


def receive_again(*, recipient_key: str, kind: Kind, now: datetime) -> None:
    """Take a kind up again, as it happens; for the digest, every kind that was stopped."""
    choose(recipient_key=recipient_key, wanted=_each(recipient_key, kind, Wish.EACH), now=now)


def _each(recipient_key: str, kind: Kind, wish: Wish) -> dict[Kind, Wish]:
    if kind in CHOOSABLE:
        return {kind: wish}
    touched = Wish.WEEKLY if wish == Wish.NEVER else Wish.NEVER
    return {each: wish for each, now in wishes(recipient_key).items() if now == touched}


def _release(recipient_key: str, kind: Kind, wish: Wish, now: datetime) -> None:
    """Bring what was gathered of a kind into line with the new wish."""
    if wish == Wish.WEEKLY:
        return
    waits = {"recipient_key": recipient_key, "kind": kind.value, "state": DeliveryState.GATHERED}
    for message in Message.objects.select_for_update().filter(**waits):
        if wish == Wish.NEVER:
            message.state, message.settled_at = DeliveryState.DECLINED, now
            message.subject = message.text = message.html = ""
        else:
            quiet = quiet_hours(recipient_key)
            message.state = DeliveryState.WAITING
            message.due_at = next_audible(now, zone_of(message.time_zone), quiet)
        message.save()
