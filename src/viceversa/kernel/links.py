"""Personal links: a way to one thing for one purpose without signing in.

The token goes out once, in a letter; the database keeps a digest of it. A link ends by itself, and
at once where it is taken back. What it opens, and who has to be still there, its table says.
"""

import hashlib
import secrets
from datetime import datetime

from django.db import models
from django.db.models import QuerySet

TOKEN_BYTES = 32


def fresh_token() -> tuple[str, str]:
    """Return a random token for an address and the digest to keep; the token itself is not kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return token, digest(token)


def digest(token: str) -> str:
    """Return what is kept of a token: SHA-256 is enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


class Link(models.Model):
    """Abstract row of a table of personal links."""

    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def alive[L: Link](table: type[L], now: datetime) -> QuerySet[L]:
    """Return the links of a table that are neither run out nor taken back."""
    return table._default_manager.filter(revoked_at=None, expires_at__gt=now)


def of_token[L: Link](links: QuerySet[L], token: str) -> L | None:
    """Return the one of these links that a token was made for."""
    return links.filter(digest=digest(token)).first()


def issue(table: type[Link], *, now: datetime, expires_at: datetime, **what: object) -> str:
    """Make a link to `what` and return its token, which is kept nowhere."""
    token, kept = fresh_token()
    table._default_manager.create(digest=kept, created_at=now, expires_at=expires_at, **what)
    return token


def revoke[L: Link](links: QuerySet[L], now: datetime) -> int:
    """End these links at once; return how many were still there."""
    return links.filter(revoked_at=None).update(revoked_at=now)
