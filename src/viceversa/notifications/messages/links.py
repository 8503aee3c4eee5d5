"""The signed link with which an optional kind is declined, without signing in."""

from dataclasses import dataclass

from django.core import signing

from viceversa.notifications.choices import STANDING, Kind, Standing

SALT = "viceversa.notifications.unsubscribe"  # a token for anything else is not one for this


class BadToken(Exception):
    """The token was not signed here, for this purpose, for an optional kind."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One recipient and one optional kind."""

    recipient_key: str
    kind: Kind


def unsubscribe_path(recipient_key: str, kind: Kind) -> str:
    """Return the path that belongs to a subscription; it stays valid as long as the key does."""
    token = signing.dumps([recipient_key, kind.value], salt=SALT)
    return f"/unsubscribe/{token}/"


def read_token(token: str) -> Subscription:
    """Return what a token was made for; raises BadToken."""
    try:
        key, kind = signing.loads(token, salt=SALT)
        subscription = Subscription(key, Kind(kind))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadToken from error
    if STANDING[subscription.kind] is not Standing.OPTIONAL:
        raise BadToken
    return subscription
