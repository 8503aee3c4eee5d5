"""The database from one address: SQLite in the data folder, or PostgreSQL with a pool."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    # WAL lets readers go on while one writes; immediate takes the write lock at BEGIN, so that two
    # writers queue instead of one failing half-way.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}

# A web process answers eight requests at a time: each finds a connection, and two are spare.
POOL = {"min_size": 1, "max_size": 10, "timeout": 10}


def configuration(url: str, folder: Path) -> dict[str, Any]:
    """Return Django's DATABASES entry for `url`; empty means SQLite in `folder`."""
    if not url:
        return sqlite(folder / "viceversa.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme in {"postgres", "postgresql"}:
        return postgresql(url)
    raise ImproperlyConfigured(
        f"VICEVERSA_DATABASE_URL begins with {parts.scheme!r}: write "
        "sqlite:////path/file.sqlite3 or postgresql://user:password@host:5432/name."
    )


def sqlite(path: Path) -> dict[str, Any]:
    """Return the entry for a SQLite file."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(SQLITE_OPTIONS),
    }


def postgresql(url: str) -> dict[str, Any]:
    """Return the entry for a PostgreSQL address; its query part goes to libpq (host, sslmode)."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    try:
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(
            "VICEVERSA_DATABASE_URL has a port that is not a number."
        ) from error
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured(
            "VICEVERSA_DATABASE_URL names no database: write postgresql://user:password@host/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(port or ""),
        "OPTIONS": {**query, "pool": dict(POOL)},
    }
